import { checkRequest } from '@/lib/services/check-request';
import { handleTus } from '@/lib/services/tus-server';
import { describeError } from '../../respond';

/**
 * Takes logs by the tus protocol: resumable, of any size. It stands outside the proxy, which would cut the body, and
 * so checks Host and Origin itself.
 */
async function handle(request: Request): Promise<Response> {
  const refusal = checkRequest(request, process.env['PORT'] ?? '3000');
  if (refusal) return Response.json({ error: { key: 'act.refused', params: {} } }, { status: refusal.status });
  return handleTus(request, (error) => {
    const { status, sentence } = describeError(error);
    return { status_code: status, body: JSON.stringify({ error: sentence }) };
  });
}

export { handle as DELETE, handle as HEAD, handle as PATCH, handle as POST };
