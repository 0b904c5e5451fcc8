export { type ColumnHead, type ColumnLayout, layoutColumns, type PlacedNode, SPACING } from './layout-columns';
export {
  EXPANSION_LIMIT,
  MAX_EXPANSIONS,
  type Neighbourhood,
  type NeighbourhoodOptions,
  neighbourhood,
} from './neighbourhood';
export { type GraphIndex, indexRelations, KINDS, nodeId, type RelationNode, type Relations } from './relations';
export { asTable, type RelationRow } from './table';
export { collapseNode, expandNode, type GraphView, undoExpansion } from './view';
