export * from './filter';
export { type FilterError } from './filter-error';
export { type Moment, momentAt, type Span, spanOfMoment } from './moments';
export { parseFilter } from './parse-filter';
export { printData, printFilter, printTerm, printValue, printValues } from './print-filter';
export { exactly, idValue, isSameValue, numberValue, rangeValue, splitGlob } from './values';
export { spanOf, timeTerms, withAgo, withoutTerm, withSpan, withTerm } from './change-filter';
export { applyCandidate, type Candidate, completeFilter, type Completion, dataCandidate } from './complete-filter';
