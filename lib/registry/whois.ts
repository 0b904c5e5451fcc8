import { lookup } from 'node:dns/promises';
import { connect, type Socket } from 'node:net';
import { isPublicPeer } from './peer-address';
import type { ServerRow } from './servers';

export type FailureKind = 'no-route' | 'refused' | 'unresolved' | 'timeout' | 'reset' | 'too-big' | 'forbidden-address';

/** What came back over the wire, before anyone reads it. */
export interface Exchange {
  /** All bytes that arrived, also of an answer that broke off. */
  bytes: Uint8Array;
  /** The server closed by itself, and not in mid-line. */
  complete: boolean;
  /** `detail` is for the log: an error code or an address, not a sentence. */
  failure: null | { kind: FailureKind; detail: string };
  /** The address that was connected to. */
  address: string | null;
}

export interface AskOptions {
  /** For everything together: name, connection, and the last byte (a slow drip ends here too). */
  deadlineMs: number;
  maxBytes: number;
  /** Aborting rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Name → addresses; the system's resolver unless told. */
  resolve?: (host: string) => Promise<readonly string[]>;
}

/**
 * Asks one whois server one question (RFC 3912). The name is resolved once, every address it has must be
 * public, and exactly such an address is connected to; only a row of RINGLEADER_REGISTRIES with an
 * address of its own leads elsewhere. Network trouble is a value, never thrown.
 * @param query one line without line end, as questionText gives it, or several, as bulkQuery does.
 * @throws Error on a query with unprintable characters, which is a fault of ours; the signal's reason.
 */
export async function askWhois(
  row: ServerRow,
  query: string | readonly string[],
  options: AskOptions,
): Promise<Exchange> {
  const lines = typeof query === 'string' ? [query] : query;
  if (!lines.every((line) => /^[\x20-\x7e]+$/.test(line)))
    throw new Error('a whois query is a line of printable ASCII');
  options.signal?.throwIfAborted();
  const deadline = AbortSignal.timeout(Math.max(0, options.deadlineMs));
  const stop = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;

  const peers = await findPeers(row, options, stop);
  options.signal?.throwIfAborted();
  if ('failure' in peers) return peers;
  let last = failed('unresolved', row.host);
  for (const address of peers.addresses) {
    last = await exchange(address, row.port, `${lines.join('\r\n')}\r\n`, options.maxBytes, stop);
    options.signal?.throwIfAborted();
    // Another address of the same name may still be reached; once bytes came, this was the answer.
    if (last.failure?.kind !== 'no-route' && last.failure?.kind !== 'refused') break;
  }
  return last;
}

function failed(kind: FailureKind, detail: string, address: string | null = null): Exchange {
  return { bytes: new Uint8Array(), complete: false, failure: { kind, detail }, address };
}

async function findPeers(
  row: ServerRow,
  options: AskOptions,
  stop: AbortSignal,
): Promise<{ addresses: readonly string[] } | Exchange> {
  if (row.overridden && row.address !== null) return { addresses: [row.address] };
  const resolve = options.resolve ?? resolveBySystem;
  let addresses: readonly string[];
  try {
    const stopped = new Promise<never>((_, reject) => {
      stop.addEventListener('abort', () => reject(stop.reason), { once: true });
    });
    addresses = await Promise.race([resolve(row.host), stopped]);
  } catch (error) {
    return stop.aborted ? failed('timeout', row.host) : failed(kindOf(error), codeOf(error));
  }
  const forbidden = addresses.find((address) => !isPublicPeer(address));
  if (forbidden !== undefined) return failed('forbidden-address', forbidden, forbidden);
  return { addresses };
}

async function resolveBySystem(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

function exchange(address: string, port: number, text: string, maxBytes: number, stop: AbortSignal): Promise<Exchange> {
  return new Promise((done) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const socket: Socket = connect({ host: address, port });
    const finish = (failure: Exchange['failure']): void => {
      stop.removeEventListener('abort', onStop);
      socket.destroy();
      const bytes = Buffer.concat(chunks).subarray(0, maxBytes);
      const whole = bytes.length === 0 || bytes.at(-1) === 0x0a;
      done({ bytes: new Uint8Array(bytes), complete: failure === null && whole, failure, address });
    };
    const onStop = (): void => finish({ kind: 'timeout', detail: address });
    stop.addEventListener('abort', onStop, { once: true });
    if (stop.aborted) return onStop();
    socket.on('connect', () => socket.write(text));
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > maxBytes) finish({ kind: 'too-big', detail: String(maxBytes) });
    });
    socket.on('end', () => finish(null));
    socket.on('error', (error) => finish({ kind: kindOf(error), detail: codeOf(error) }));
  });
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
]);

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);
}

function kindOf(error: unknown): FailureKind {
  return KINDS.get(codeOf(error)) ?? 'no-route';
}
