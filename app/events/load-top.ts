import { type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import {
  DIMENSIONS,
  type DimensionName,
  type Matches,
  MEASURES,
  type Measure,
  readTop,
  type TopValue,
} from '@/lib/db/read/explore';

const MOST = 25;

/** What a URL ranks by what: `?top=net&by=recipients`. */
export interface TopQuery {
  top: DimensionName;
  by: Measure;
}

export function readTopQuery(params: PageParams): TopQuery {
  return {
    top: DIMENSIONS.find((name) => name === paramOf(params, 'top')) ?? 'net',
    by: MEASURES.find((name) => name === paramOf(params, 'by')) ?? 'recipients',
  };
}

/** The first values by what was asked. */
export function loadTop(matches: Matches, { top, by }: TopQuery): TopQuery & { values: TopValue[] } {
  return { top, by, values: readTop(matches, top, by, MOST) };
}
