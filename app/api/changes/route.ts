import { readDataVersion } from '@/lib/db/read/version';

/** What open pages compare to know that they are out of date: `{version, events}`. */
export function GET(): Response {
  return Response.json(readDataVersion(), { headers: { 'cache-control': 'no-store' } });
}
