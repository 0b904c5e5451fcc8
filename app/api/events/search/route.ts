import { readQuery } from '@/app/events/read-query';
import { explore } from '@/lib/db/read/explore';

/** How often a search that takes long tells how far it is. */
const EVERY_MS = 200;

/**
 * `GET /api/events/search?q=FILTER`: searches, and tells meanwhile how many were found in how many, a JSON object a
 * line; the last one has `done`. What was found is then at hand for the page. It ends where the reader goes away.
 */
export function GET(request: Request): Response {
  const { filter } = readQuery(Object.fromEntries(new URL(request.url).searchParams));
  const encoder = new TextEncoder();
  const abort = new AbortController();
  request.signal.addEventListener('abort', () => abort.abort());
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      let toldMs = 0;
      const tell = (line: object): void => controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      const progress = (found: number, searched: number): void => {
        const now = Date.now();
        if (now - toldMs < EVERY_MS) return;
        toldMs = now;
        tell({ found, searched });
      };
      try {
        const { matches, searched } = await explore(filter, Date.now(), { signal: abort.signal, progress });
        tell({ found: matches.length, searched, done: true });
        controller.close();
      } catch (error) {
        controller.error(error);
      }
    },
    cancel: () => abort.abort(),
  });
  return new Response(stream, { headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' } });
}
