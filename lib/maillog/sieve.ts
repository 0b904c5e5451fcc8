/**
 * A first look at a line's bytes. Nine lines of ten need no second one: their stamp's day is known and
 * what follows is not `host instance/daemon[pid]: QID: action` of a daemon that refuses mail. It only ever
 * lets more through than the scanner takes.
 */
export class Sieve {
  private dayKey = 0;

  /** @returns false where the line from `start` to `end` is certain to be of no interest. */
  passes(bytes: Uint8Array, start: number, end: number): boolean {
    const host = this.findHost(bytes, start, end);
    if (host < 0) return true;
    let at = host;
    while (at < end && bytes[at] !== 32) at++;
    let daemon = ++at;
    let code = 0;
    for (; at < end; at++) {
      code = bytes[at] ?? 0;
      if (code === 91 || code === 58 || code === 32) break;
      if (code === 47) daemon = at + 1;
    }
    // smtpd, cleanup, postscreen: told by length and first letter here.
    const length = at - daemon;
    const first = bytes[daemon];
    if (code === 91) {
      if (length !== 5 && length !== 7 && length !== 10) return false;
      if (first !== 115 && first !== 99 && first !== 112) return false;
      while (at < end && bytes[at] !== 93) at++;
      at++;
    }
    if (bytes[at] !== 58 || bytes[at + 1] !== 32) return true;
    return this.mayBeRefusal(bytes, at + 2, end);
  }

  /** Where the host starts, or -1 where the stamp has no known shape or begins another day. */
  private findHost(bytes: Uint8Array, start: number, end: number): number {
    if (end - start < 30) return -1;
    if (bytes[start + 10] === 84 && bytes[start + 4] === 45) {
      let at = start + 20;
      while (at < end && bytes[at] !== 32) at++;
      return at + 1;
    }
    if (bytes[start + 15] !== 32 || bytes[start + 12] !== 58 || bytes[start + 9] !== 58) return -1;
    const month = ((bytes[start + 1] ?? 0) << 8) | (bytes[start + 2] ?? 0);
    const key = (month << 16) | ((bytes[start + 4] ?? 0) << 8) | (bytes[start + 5] ?? 0);
    if (key === this.dayKey) return start + 16;
    this.dayKey = key;
    return -1;
  }

  /** A word and a colon, then the first letter of an action; or `message repeated`, `proxy-reject`. */
  private mayBeRefusal(bytes: Uint8Array, start: number, end: number): boolean {
    let at = start;
    for (; at < end; at++) {
      const code = bytes[at] ?? 0;
      if (!((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122))) break;
    }
    if (bytes[at] !== 58) return bytes[start] === 109 || bytes[at] === 45;
    switch (bytes[at + 2]) {
      case 114: // reject, reject_warning, redirect
        return bytes[at + 3] === 101;
      case 109: // milter-…
        return bytes[at + 3] === 105;
      case 104: // hold, hangup
      case 100: // discard
      case 112: // proxy-reject
        return true;
      default:
        return false;
    }
  }
}
