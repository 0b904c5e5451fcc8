/** Who acts and when. Every verb takes it, so that accounts and the audit log have one place to come in. */
export interface Context {
  actor: 'owner';
  nowMs: number;
}

/** The local owner, now. */
export function ownerContext(): Context {
  return { actor: 'owner', nowMs: Date.now() };
}
