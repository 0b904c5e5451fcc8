import { findEvents } from '@/lib/services/find-events';
import { EXPORT_FORMATS, exportEvents } from '@/lib/services/export-events';
import { respondError } from '../../uploads/respond';

const TYPES = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson' } as const;

/** `GET /api/events/export?q=FILTER&format=csv|ndjson&order=newest|oldest`: exactly what a filter finds, as a file. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const format = EXPORT_FORMATS.find((known) => known === (searchParams.get('format') ?? 'csv'));
  if (!format) return Response.json({ formats: EXPORT_FORMATS }, { status: 400 });
  try {
    const found = await findEvents(searchParams.get('q') ?? '', Date.now(), request.signal);
    if ('errors' in found) return Response.json(found, { status: 400 });
    const portions = exportEvents(found.matches, searchParams.get('order') === 'oldest' ? 'oldest' : 'newest', format);
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
