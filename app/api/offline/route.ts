import { checkRequest } from '@/lib/services/check-request';
import { ownerContext } from '@/lib/services/context';
import { addOfflineFile } from '@/lib/services/offline-files';
import { chunksOf } from '../chunks-of';
import { respondError } from '../uploads/respond';

/**
 * `POST /api/offline?name=TEXT&lastModified=MS`: takes a file of networks as the raw body. It stands outside the proxy,
 * which would cut the body, and so checks Host and Origin itself. Answers `{id}`, else `{error}`.
 */
export async function POST(request: Request): Promise<Response> {
  const refusal = checkRequest(request, process.env['PORT'] ?? '3000');
  if (refusal) return Response.json({ error: { key: 'act.refused', params: {} } }, { status: refusal.status });
  try {
    const { searchParams } = new URL(request.url);
    const modified = searchParams.get('lastModified') ?? '';
    const fileTimeMs = /^\d{1,15}$/.test(modified) ? Number(modified) : null;
    const input = { name: searchParams.get('name') ?? '', fileTimeMs };
    const { id } = await addOfflineFile(ownerContext(), input, chunksOf(request.body));
    return Response.json({ id }, { status: 201 });
  } catch (error) {
    return respondError(error);
  }
}
