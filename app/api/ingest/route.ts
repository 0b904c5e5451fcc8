import { message, type Message } from '@/lib/model';
import { checkRequest } from '@/lib/services/check-request';
import { ownerContext } from '@/lib/services/context';
import { INGEST_BYTES, readIngestBody } from '@/lib/services/ingest-body';
import { IngestPace } from '@/lib/services/ingest-pace';
import { checkIngestToken } from '@/lib/services/ingest-tokens';
import { receivePush } from '@/lib/services/receive-push';
import { chunksOf } from '../chunks-of';

const pace = new IngestPace();

/**
 * Takes lines from a shipper of logs (docs/shipping.md). It stands outside the proxy, which would cut the body, and
 * so checks Host itself. There is no cookie that a foreign page could use: the token is the proof, so Origin says
 * nothing.
 */
export async function POST(request: Request): Promise<Response> {
  const { headers } = request;
  const refusal = checkRequest({ method: 'HEAD', headers }, process.env['PORT'] ?? '3000');
  if (refusal) return refuse(refusal.status, message('act.refused'));
  const token = checkIngestToken(headers.get('authorization'));
  if (!token) return refuse(401, message('services.ingest.bad-token'), { 'www-authenticate': 'Bearer' });
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? '';
  if (!['', 'identity', 'gzip', 'x-gzip'].includes(encoding)) {
    return refuse(415, message('services.ingest.bad-encoding', { encoding }), { 'accept-encoding': 'gzip' });
  }
  if (Number(headers.get('content-length') ?? 0) > INGEST_BYTES) return tooLarge();
  const context = ownerContext();
  const waitS = pace.enter(token.id, context.nowMs);
  if (waitS > 0) return refuse(429, message('services.ingest.too-fast'), { 'retry-after': String(waitS) });
  let taken = 0;
  try {
    const body = await readIngestBody(chunksOf(request.body), encoding.endsWith('gzip'));
    if (body === 'too-large') return tooLarge();
    if (body === 'damaged') return refuse(400, message('services.ingest.damaged'));
    taken = body.length;
    const isJson = /\b(?:x-nd|nd)?json\b/i.test(headers.get('content-type') ?? '');
    const outcome = receivePush(context, token, { body, isJson, key: headers.get('idempotency-key') });
    if (outcome.kind === 'accepted') {
      return Response.json(outcome.answer, {
        status: 202,
        headers: outcome.replayed ? { 'idempotent-replayed': 'true' } : {},
      });
    }
    const { status, sentence, retryAfterS } = outcome;
    return refuse(status, sentence, retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) });
  } catch (error) {
    console.error(error);
    return refuse(500, message('act.fault'));
  } finally {
    pace.leave(token.id, taken, Date.now());
  }
}

function tooLarge(): Response {
  return refuse(413, message('services.ingest.too-large', { mib: INGEST_BYTES / 1024 ** 2 }));
}

function refuse(status: number, error: Message, headers: Record<string, string> = {}): Response {
  return Response.json({ error }, { status, headers });
}
