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
export { type Question, questionText } from './questions';
export type { QuestionKind, ServerRow } from './servers';
export { type AskOptions, askWhois, type Exchange, type FailureKind } from './whois';
