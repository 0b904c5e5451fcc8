import { type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import { RULE_WRITERS } from '@/lib/blocklist';
import type { RuleFormat } from '@/lib/model';
import { RuleChoice } from '@/lib/services/build-block-list';

/** The format and the options a URL asks for; what it does not say, or says wrongly, is the usual. */
export function readRuleChoice(params: PageParams): { format: RuleFormat; choice: RuleChoice } {
  const usual = RuleChoice.parse({});
  const { place, action, ports } = RuleChoice.shape;
  return {
    format: RULE_WRITERS.find(({ id }) => id === paramOf(params, 'format'))?.id ?? 'nft',
    choice: {
      place: place.safeParse(paramOf(params, 'place')).data ?? usual.place,
      action: action.safeParse(paramOf(params, 'action')).data ?? usual.action,
      ports: ports.safeParse(paramOf(params, 'ports')).data ?? usual.ports,
    },
  };
}
