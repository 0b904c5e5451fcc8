/** A `whois` command as it stands in a shell session, a blog or a ticket. */
export interface Command {
  start: number;
  end: number;
  server: string | null;
  query: string;
}

const HOST = '[A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9]';
const OPTION = `(?:-h\\s*${HOST}|-[46HI]|-p\\s*\\d+|--)`;
const QUERY = `"[^"\\n]{1,200}"|'[^'\\n]{1,200}'|\\^?[0-9A-Za-z][0-9A-Za-z.:/_-]*`;

/**
 * `whois -h HOST QUERY`, `whois QUERY`, in any order of the options. Not the one in the registries' own
 * notice, which stands in quotes (`'whois -h whois.nic.ad.jp xxx/e'`).
 */
export const COMMAND = new RegExp(
  `(?<![\\w'"‘’“.@/-])\\$?\\s?whois\\s+((?:${OPTION}\\s+){0,4})(${QUERY})((?:\\s+${OPTION}(?=\\s|$)){0,2})`,
  'g',
);

const SERVER = new RegExp(`-h\\s*(${HOST})`);

/** The commands in a text, first to last. Prose that only speaks of whois is none. */
export function findCommands(text: string): Command[] {
  return [...text.matchAll(COMMAND)]
    .map((match) => {
      const query = readQuery(match[2] ?? '');
      const options = `${match[1] ?? ''} ${match[3] ?? ''}`;
      const server = SERVER.exec(options)?.[1]?.toLowerCase() ?? null;
      return { start: match.index, end: match.index + match[0].length, server, query };
    })
    .filter(({ server, query }) => server !== null || isTelling(query));
}

/** Without quotes, the `/e` that asks JPNIC for English, and the full stop of the sentence around it. */
function readQuery(text: string): string {
  const bare = text.replace(/^["']|["']$/g, '').trim();
  return bare.replace(/\/e$/i, '').replace(/[.,:]+$/, '');
}

/** An address, a handle or a domain; a word such as `whois is` is not. */
function isTelling(query: string): boolean {
  return query.startsWith('^') || /[.:]/.test(query) || /^[A-Z]*\d+[A-Z-]*$/i.test(query);
}
