/** Why nothing, or not all, came over the wire. */
export type FailureKind =
  | 'no-route'
  | 'refused'
  | 'unresolved'
  | 'timeout'
  | 'reset'
  | 'too-big'
  | 'forbidden-address'
  | 'forbidden-host'
  | 'too-many-hops'
  | 'certificate'
  | 'protocol';

/** `detail` is for the log: an error code, an address or a host, not a sentence. */
export interface Failure {
  kind: FailureKind;
  detail: string;
}

/** What Node's error codes mean for us. EAI_AGAIN: the resolver itself was out of reach. */
const KINDS: ReadonlyMap<string, FailureKind> = new Map([
  ['ENETUNREACH', 'no-route'],
  ['EHOSTUNREACH', 'no-route'],
  ['ENETDOWN', 'no-route'],
  ['EHOSTDOWN', 'no-route'],
  ['EADDRNOTAVAIL', 'no-route'],
  ['EAI_AGAIN', 'no-route'],
  ['ECONNREFUSED', 'refused'],
  ['EACCES', 'refused'],
  ['EPERM', 'refused'],
  ['ENOTFOUND', 'unresolved'],
  ['ETIMEDOUT', 'timeout'],
  ['ECONNRESET', 'reset'],
  ['EPIPE', 'reset'],
  ['EPROTO', 'protocol'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate'],
]);

/** An error of Node's as a failure. */
export function toFailure(error: unknown): Failure {
  const detail =
    error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);
  // The parser of HTTP has codes of its own, and so have certificates and TLS.
  const kind = detail.startsWith('HPE_')
    ? 'protocol'
    : /^(?:CERT_|ERR_TLS_CERT_)/.test(detail)
      ? 'certificate'
      : detail.startsWith('ERR_SSL_')
        ? 'protocol'
        : 'no-route';
  return { kind: KINDS.get(detail) ?? kind, detail };
}
