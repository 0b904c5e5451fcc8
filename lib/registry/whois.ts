import { connect, type Socket } from 'node:net';
import { type Failure, type FailureKind, toFailure } from './failure';
import { findPeers, type Resolve } from './peers';
import type { ServerRow } from './servers';

/** What came back over the wire, before anyone reads it. */
export interface Exchange {
  /** All bytes that arrived, also of an answer that broke off. */
  bytes: Uint8Array;
  /** The server closed by itself, and not in mid-line. */
  complete: boolean;
  failure: Failure | null;
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
  resolve?: Resolve;
}

/**
 * Asks one whois server one question (RFC 3912). The name is resolved once, every address it has must be
 * public, and exactly such an address is connected to; only a row of RINGLEADER_REGISTRIES with an
 * address of its own leads elsewhere. Network trouble is a value, never thrown.
 * @param query one line without line end, as questionText gives it, or several.
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

  const peers = await findPeers(row, options.resolve, stop);
  options.signal?.throwIfAborted();
  if ('failure' in peers) return failed(peers.failure.kind, peers.failure.detail, peers.address);
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
    socket.on('error', (error) => finish(toFailure(error)));
  });
}
