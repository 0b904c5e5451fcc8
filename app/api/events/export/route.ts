import { readQuery } from '@/app/events/read-query';
import { explore } from '@/lib/db/read/explore';
import { EXPORT_FORMATS, exportEvents } from '@/lib/services/export-events';
import { respondError } from '../../uploads/respond';

const TYPES = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson' } as const;

/** `GET /api/events/export?q=FILTER&format=csv|ndjson&order=newest|oldest`: exactly what a filter finds, as a file. */
export async function GET(request: Request): Promise<Response> {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const { filter, errors, order } = readQuery(params);
  const format = EXPORT_FORMATS.find((known) => known === (params['format'] ?? 'csv'));
  if (errors.length > 0 || !format) return Response.json({ errors, formats: EXPORT_FORMATS }, { status: 400 });
  try {
    const { matches } = await explore(filter, Date.now(), request.signal);
    const portions = exportEvents(matches, order, format);
    const encoder = new TextEncoder();
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        const { value, done } = portions.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
    });
    return new Response(stream, {
      headers: {
        'content-type': TYPES[format],
        'content-disposition': `attachment; filename="refusals.${format}"`,
        'cache-control': 'no-store',
      },
    });
  } catch (error) {
    return respondError(error);
  }
}
