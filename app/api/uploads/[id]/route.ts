import { readUpload } from '@/lib/db/read/uploads';
import { message, UserError } from '@/lib/model';
import { checkRequest } from '@/lib/services/check-request';
import { respondError } from '../respond';
import { viewReading } from '../view-reading';

/** How far the reading of an upload has come. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const refusal = checkRequest(request, process.env['PORT'] ?? '3000');
  if (refusal) return Response.json({ error: message('act.refused') }, { status: refusal.status });
  try {
    const { id } = await params;
    const upload = readUpload(id);
    if (!upload) throw new UserError('not-found', message('services.upload.unknown', { id }));
    return Response.json(await viewReading(upload), { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return respondError(error);
  }
}
