export type { Hint } from './answers/grammar';
export { readDenial } from './answers/status';
export { decodeAnswer } from './decode';
export {
  allowedReferral,
  chooseServer,
  createDirectory,
  type Directory,
  overrideServer,
  type ServerChoice,
} from './directory';
export { explainFailure, explainStatus } from './explain';
export { judgeExchange, parseAnswer } from './parse-answer';
export { type PastedAnswer, splitPaste } from './paste';
export {
  bulkQuery,
  explainObstacle,
  findObstacle,
  MAX_BULK,
  type Obstacle,
  type Offer,
  type Question,
  questionText,
} from './questions';
export { followReferral, MAX_HOPS, type ReferralObstacle } from './referral';
export { ANSWERED_BY, type QuestionKind, type ServerRow } from './servers';
export type { Failure, FailureKind } from './failure';
export { type AskOptions, askWhois, type Exchange } from './whois';
