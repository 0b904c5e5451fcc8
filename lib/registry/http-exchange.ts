import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { type Failure, toFailure } from './failure';

/** One answer of a web server, before anyone reads it. */
export interface HttpReply {
  /** null where none came. */
  status: number | null;
  location: string | null;
  retryAfter: string | null;
  /** All bytes that arrived, also of a body that broke off. */
  bytes: Uint8Array;
  /** The body came to its end. */
  complete: boolean;
  failure: Failure | null;
}

export interface HttpRequest {
  url: URL;
  /** The address to connect to; the name in `url` is only said to the server, and proven by its certificate. */
  address: string;
  maxBytes: number;
  /** Certificates trusted besides none else, as PEM; the system's unless told. */
  ca?: string | undefined;
  stop: AbortSignal;
}

const HEADERS = {
  accept: 'application/rdap+json, application/json;q=0.9',
  // A compressed body would have to be bounded twice.
  'accept-encoding': 'identity',
  'user-agent': 'Ringleader',
} as const;

/**
 * One GET over a connection of its own to exactly this address, redirects not followed. Trouble is a value;
 * `stop` is a timeout.
 */
export function getOnce({ url, address, maxBytes, ca, stop }: HttpRequest): Promise<HttpReply> {
  return new Promise((done) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let head: http.IncomingMessage | null = null;
    const secure = url.protocol === 'https:';
    const name = url.hostname.replace(/^\[|\]$/g, '');
    const request = (secure ? https : http).request({
      host: address,
      port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
      path: `${url.pathname}${url.search}`,
      headers: { ...HEADERS, host: url.host },
      agent: false,
      maxHeaderSize: 16_384,
      ...(secure && isIP(name) === 0 && { servername: name }),
      ...(ca !== undefined && { ca }),
    });
    const finish = (failure: Failure | null, complete = false): void => {
      stop.removeEventListener('abort', onStop);
      request.destroy();
      done({
        status: head?.statusCode ?? null,
        location: head?.headers.location ?? null,
        retryAfter: head?.headers['retry-after'] ?? null,
        bytes: new Uint8Array(Buffer.concat(chunks).subarray(0, maxBytes)),
        complete,
        failure,
      });
    };
    const onStop = (): void => finish({ kind: 'timeout', detail: address });
    stop.addEventListener('abort', onStop, { once: true });
    request.on('error', (error) => finish(toFailure(error)));
    if (stop.aborted) return onStop();
    request.on('response', (response) => {
      head = response;
      const { statusCode = 0, headers } = response;
      if (statusCode >= 300 && statusCode < 400) return finish(null, true);
      const encoding = headers['content-encoding'] ?? 'identity';
      if (encoding !== 'identity') return finish({ kind: 'protocol', detail: encoding.slice(0, 40) });
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > maxBytes) finish({ kind: 'too-big', detail: String(maxBytes) });
      });
      response.on('end', () => finish(null, response.complete));
      // Closed before its announced end.
      response.on('error', (error) => finish(toFailure(error)));
    });
    request.end();
  });
}
