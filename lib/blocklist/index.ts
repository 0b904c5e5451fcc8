export { aggregate, isSameSet, mergeRanges } from './aggregate';
export { buildBlockList } from './build-block-list';
export { RULE_WRITERS } from './formats';
export type { RuleWriter } from './formats/format';
export { BUILT_IN_GUARDS, findGuard, type OwnData, ownGuards } from './guards';
export { type RenderOptions, type RuleFile, readBackRules, renderRules } from './render-rules';
