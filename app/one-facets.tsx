import { FacetList } from '@/components/groups/facet-list';
import { type OneFound, valuesOf } from './load-one';
import { getUi } from './ui';

const TITLES = {
  template: 'page.operators.templates',
  recipient: 'page.operators.recipients',
  ip: 'page.operators.addresses',
} as const;

interface Props {
  one: OneFound;
  names: ReadonlyArray<keyof typeof TITLES>;
}

/** By which templates, to whom and from where the refusals of one thing came, under the filter of the URL. */
export async function OneFacets({ one, names }: Props) {
  const { t } = await getUi();
  return names.map((name) => (
    <FacetList key={name} title={t(TITLES[name])} name={name} values={valuesOf(one.matches, name)} filter={one.text} />
  ));
}
