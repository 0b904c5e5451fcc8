import type { AnswerStatus, ParsedAnswer, RegistryId } from '@/lib/model';
import { GRAMMARS } from './answers';
import { emptyParts, type Hint, type Parts } from './answers/grammar';
import { judgeText } from './answers/status';
import { RDAP_SERVERS } from './rdap-servers';
import { SERVERS } from './servers';
import type { Exchange } from './whois';

/**
 * Reads one registry answer, fetched or pasted. The grammar is chosen by the text itself; server and
 * query, where known, settle what the text leaves open. Never throws, never guesses: what is not written
 * there is null or missing. No `references` means "none listed", not "no networks".
 */
export function parseAnswer(text: string, hint: Hint = {}): ParsedAnswer {
  const known = { ...hint, server: hint.server?.toLowerCase() };
  const lines = text.replace(/\r\n?/g, '\n');
  const grammar = GRAMMARS.find((candidate) => candidate.matches(lines));
  const parts = grammar?.parse(lines, known) ?? nothing(known);
  const status = grammar?.judge?.(lines, known) ?? judgeText(lines, grammar !== undefined, known);
  return { ...parts, status };
}

/** An answer in which nothing was found, of the registry that was asked. */
export function nothing(hint: Hint): Parts {
  return emptyParts(registryOfHost(hint.server) ?? 'unknown');
}

function registryOfHost(host: string | undefined): RegistryId | undefined {
  return [...SERVERS, ...RDAP_SERVERS].find((row) => row.host === host)?.registry;
}

/**
 * How a live exchange ended, by the wire and the words together: what broke off or had no last line end
 * is `truncated` however much could be read of it, and nothing at all is `failed`.
 */
export function judgeExchange(exchange: Exchange, parsed: ParsedAnswer): AnswerStatus {
  if (exchange.bytes.length === 0) return 'failed';
  if (exchange.complete) return parsed.status;
  return parsed.status === 'denied' || parsed.status === 'rate-limited' ? parsed.status : 'truncated';
}
