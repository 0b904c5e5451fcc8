export type { Hint } from './answers/grammar';
export { readDenial } from './answers/status';
export { decodeAnswer } from './decode';
export {
  allowedReferral,
  chooseServer,
  createDirectory,
  type Directory,
  IANA,
  overrideServer,
  type ServerChoice,
} from './directory';
export { explainFailure, explainStatus } from './explain';
export { judgeExchange, parseAnswer } from './parse-answer';
export { type PastedAnswer, splitPaste } from './paste';
export {
  explainObstacle,
  findObstacle,
  MAX_BULK,
  type Obstacle,
  type Offer,
  type Question,
  questionText,
} from './questions';
export {
  type Bootstrap,
  BOOTSTRAP_PATHS,
  findAsnBases,
  findBases,
  joinBootstraps,
  parseBootstrap,
} from './bootstrap';
export { MAX_PER_DAY } from './overrides';
export { buildPrefixTable, type PrefixTable } from './prefix-table';
export { askRdap, type RdapExchange, type RdapOptions, readRdapAnswer, readRetryAfter } from './rdap';
export { chooseRdap, createRdapDirectory, type RdapDirectory } from './rdap-directory';
export { HELP_PATH, isAnnouncedSearch, isHelp, limitByHelp } from './rdap-help';
export type { RdapRow } from './rdap-servers';
export { followReferral, MAX_HOPS, type ReferralObstacle } from './referral';
export { ANSWERED_BY, type QuestionKind, type ServerRow } from './servers';
export type { Failure, FailureKind } from './failure';
export { type AskOptions, askWhois, type Exchange } from './whois';
