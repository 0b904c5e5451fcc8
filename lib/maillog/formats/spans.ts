import type { Action } from '@/lib/model';

/**
 * Where the parts of a refusal stand in the bytes that hold its record: pairs of indexes, the second one exclusive, -1
 * where the part is absent. Reused from record to record.
 */
export class Spans {
  action: Action = 'reject';
  /** -1 start: NOQUEUE. */
  queueStart = -1;
  queueEnd = -1;
  stage = '';
  nameStart = -1;
  nameEnd = -1;
  addressStart = -1;
  addressEnd = -1;
  portStart = -1;
  portEnd = -1;
  codeStart = -1;
  dsnStart = -1;
  dsnEnd = -1;
  textStart = -1;
  textEnd = -1;
  dnsblStart = -1;
  dnsblEnd = -1;
  senderStart = -1;
  senderEnd = -1;
  recipientStart = -1;
  recipientEnd = -1;
  protoStart = -1;
  protoEnd = -1;
  heloStart = -1;
  heloEnd = -1;
  saslStart = -1;
  saslEnd = -1;
  /** True where the addresses were not in external form, so that the tail is the best guess. */
  internal = false;

  clear(): void {
    this.nameStart = this.nameEnd = this.addressStart = this.addressEnd = this.portStart = this.portEnd = -1;
    this.codeStart = this.dsnStart = this.dsnEnd = this.textStart = this.textEnd = -1;
    this.dnsblStart = this.dnsblEnd = -1;
    this.clearTail();
  }

  clearTail(): void {
    this.senderStart = this.senderEnd = this.recipientStart = this.recipientEnd = this.protoStart = this.protoEnd = -1;
    this.heloStart = this.heloEnd = this.saslStart = this.saslEnd = -1;
    this.internal = false;
  }
}
