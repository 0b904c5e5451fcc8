import { readUpload } from '@/lib/db/read/uploads';
import { message } from '@/lib/model';
import { checkRequest } from '@/lib/services/check-request';
import { findStopped } from '@/lib/services/receive-resumable';
import { respondError } from './respond';
import { viewReading } from './view-reading';

/** Asked for at once; a page that watches more asks in turns. */
const MOST = 200;
const FRESH = { headers: { 'cache-control': 'no-store' } };

/**
 * `?ids=a,b`: how far the reading of these uploads has come, those that exist. `?name=&size=&lastModified=`: the upload
 * of such a file that stopped half-way, or null.
 */
export async function GET(request: Request): Promise<Response> {
  const refusal = checkRequest(request, process.env['PORT'] ?? '3000');
  if (refusal) return Response.json({ error: message('act.refused') }, { status: refusal.status });
  try {
    const query = new URL(request.url).searchParams;
    const ids = query.get('ids');
    if (ids === null) {
      const file = { name: query.get('name') ?? '', sizeBytes: Number(query.get('size')) };
      const stopped = await findStopped({ ...file, fileTimeMs: Number(query.get('lastModified')) });
      return Response.json({ stopped }, FRESH);
    }
    const uploads = ids.split(',', MOST).flatMap((id) => readUpload(id) ?? []);
    return Response.json({ uploads: await Promise.all(uploads.map(viewReading)) }, FRESH);
  } catch (error) {
    return respondError(error);
  }
}
