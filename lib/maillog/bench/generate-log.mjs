// @ts-check
// A mail log for benchmarks: the same text for the same argument, 15 lines of 100 a refusal.

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEK_SECONDS = 7 * 86_400;
const WORDS = ['offer', 'solar', 'bonus', 'cloud', 'media', 'delta', 'prime', 'rapid', 'lucky', 'smart'];
const PEOPLE = ['anna', 'bob', 'carla', 'dieter', 'eva', 'frank', 'gina', 'hans', 'info', 'sales'];

/** @param {number} seed @returns {(below: number) => number} integers, the same on every machine */
function createRandom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** One mail session after the other, as lines without their stamp. @param {(below: number) => number} random */
function* writeSessions(random) {
  /** @param {readonly string[]} list */
  const pick = (list) => list[random(list.length)] ?? '';
  const pid = () => 1000 + random(60_000);
  for (let session = 1; ; session++) {
    const refused = random(100) < 55;
    // As in real logs: some ten thousand clients a week, and whoever sends from a domain has one way to write senders.
    const address = `198.${18 + random(2)}.${random(80)}.${1 + random(254)}`;
    const brand = pick(WORDS);
    const domain = `${brand}${pick(WORDS)}${random(40)}.example`;
    const name = random(4) === 0 ? 'unknown' : `mail${random(250)}.${domain}`;
    const client = `${name}[${address}]`;
    const recipient = `${pick(PEOPLE)}${random(60)}@${pick(WORDS)}.example`;
    const smtpd = `postfix/smtpd[${pid()}]: `;
    const queue = (0x1a3f000000 + session * 977).toString(16).toUpperCase();
    yield `${smtpd}connect from ${client}`;
    if (refused) {
      const tail = `from=<${brand}+err${100_000 + random(9e7)}@${pick(WORDS)}.${domain}> to=<${recipient}> proto=ESMTP helo=<mx.${domain}>`;
      const replies = [
        `554 5.7.1 Service unavailable; Client host [${address}] blocked using bl.test.example; https://test.example/query/ip/${address}`,
        `554 5.7.1 Service unavailable; Client host [${address}] blocked using bl.test.example; https://test.example/query/ip/${address}`,
        `450 4.7.25 Client host rejected: cannot find your hostname, [${address}]`,
        `550 5.1.1 <${recipient}>: Recipient address rejected: User unknown in virtual mailbox table`,
        `450 4.7.1 <mx.${domain}>: Helo command rejected: Host not found`,
      ];
      for (let i = random(10) < 6 ? 1 : 2 + random(4); i > 0; i--) {
        yield `${smtpd}NOQUEUE: reject: RCPT from ${client}: ${pick(replies)}; ${tail}`;
      }
      yield `${smtpd}disconnect from ${client} ehlo=1 mail=1 rcpt=0/1 quit=1 commands=3/4`;
      continue;
    }
    yield `${smtpd}Anonymous TLS connection established from ${client}: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature RSA-PSS (2048 bits) server-digest SHA256`;
    yield `${smtpd}${queue}: client=${client}`;
    yield `postfix/cleanup[${pid()}]: ${queue}: message-id=<${random(1e9)}.${random(1e6)}@${domain}>`;
    yield `opendkim[${pid()}]: ${queue}: DKIM verification successful`;
    yield `postfix/qmgr[811]: ${queue}: from=<${pick(PEOPLE)}@${domain}>, size=${900 + random(900_000)}, nrcpt=1 (queue active)`;
    yield `${smtpd}disconnect from ${client} ehlo=2 starttls=1 mail=1 rcpt=1 data=1 quit=1 commands=7`;
    yield `amavis[${pid()}]: (${pid()}-${random(20)}) Passed CLEAN {RelayedInbound}, [${address}]:${1024 + random(60_000)} [${address}] <${pick(PEOPLE)}@${domain}> -> <${recipient}>, Queue-ID: ${queue}, Hits: -${random(3)}.${random(999)}, size: ${900 + random(900_000)}, ${100 + random(2900)} ms`;
    yield `dovecot[${pid()}]: lmtp(${recipient})<${random(9999)}><${random(1e9).toString(16)}>: msgid=<${random(1e9)}@${domain}>: saved mail to INBOX`;
    yield `postfix/lmtp[${pid()}]: ${queue}: to=<${recipient}>, relay=mail.b.example[private/dovecot-lmtp], delay=0.${10 + random(89)}, delays=0.1/0/0.01/0.05, dsn=2.0.0, status=sent (250 2.0.0 <${recipient}> Saved)`;
    yield `postfix/qmgr[811]: ${queue}: removed`;
  }
}

/**
 * The log in pieces of whole lines.
 * @param {number} lines spread over a week from 1 March
 * @returns {Generator<string>}
 */
export function* generateLog(lines) {
  const sessions = writeSessions(createRandom(20_260_301));
  const start = Date.UTC(2026, 2, 1);
  let gathered = '';
  for (let i = 0; i < lines; i++) {
    const at = new Date(start + Math.floor((i * WEEK_SECONDS) / lines) * 1000);
    const day = String(at.getUTCDate()).padStart(2);
    gathered += `${MONTHS[at.getUTCMonth()]} ${day} ${at.toISOString().slice(11, 19)} mx1 ${sessions.next().value}\n`;
    if (gathered.length < 60_000) continue;
    yield gathered;
    gathered = '';
  }
  yield gathered;
}
