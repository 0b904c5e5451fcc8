import { readQuery } from '@/app/events/read-query';
import { explore, readRows } from '@/lib/db/read/explore';
import { respondError } from '../uploads/respond';

const MOST = 500;
const MOST_OFFSET = 1e9;

/**
 * `GET /api/events?q=FILTER&order=newest|oldest&offset=N&limit=N`: a part of the refusals that a filter finds, as
 * `{total, searched, of, offset, events}`. Where `searched` is less than `of`, the rest is still being read into
 * memory. A filter that cannot be read is 400 with its errors, each with its place.
 */
export async function GET(request: Request): Promise<Response> {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const { filter, errors, order } = readQuery(params);
  if (errors.length > 0) return Response.json({ errors }, { status: 400 });
  const number = (text: string | undefined, usual: number, most: number): number =>
    /^\d{1,10}$/.test(text ?? '') ? Math.min(Number(text), most) : usual;
  const offset = number(params['offset'], 0, MOST_OFFSET);
  const limit = number(params['limit'], 100, MOST);
  try {
    const { matches, searched, total } = await explore(filter, Date.now(), { signal: request.signal });
    const events = readRows(matches, { order, offset, limit });
    return Response.json({ total: matches.length, searched, of: total, offset, events });
  } catch (error) {
    if (request.signal.aborted) return new Response(null, { status: 499 });
    return respondError(error);
  }
}
