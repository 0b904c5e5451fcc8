import { suggestValues } from '@/lib/db/read/suggest';
import { fieldNamed } from '@/lib/filter';

const LONGEST = 200;

/** `GET /api/suggest?field=NAME&prefix=TEXT`: values of a field of the filter language, as `{values}`. */
export function GET(request: Request): Response {
  const { searchParams } = new URL(request.url);
  const field = fieldNamed(searchParams.get('field') ?? '');
  const prefix = (searchParams.get('prefix') ?? '').slice(0, LONGEST);
  return Response.json(
    { values: field ? suggestValues(field, prefix) : [] },
    { headers: { 'cache-control': 'no-store' } },
  );
}
