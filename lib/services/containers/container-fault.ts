/**
 * Why stored bytes cannot be inflated: they end too early, are not what they should be, ask for more memory than
 * they get, or use what we do not read.
 */
export type FaultKind = 'cut-off' | 'damaged' | 'window' | 'unsupported';

/** Ends the inflating of a file; all that stood before it was handed out. */
export class ContainerFault extends Error {
  constructor(
    readonly kind: FaultKind,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(`${kind}: ${detail}`, options);
  }
}
