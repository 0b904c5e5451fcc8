import { checkRequest } from '@/lib/services/check-request';
import { ownerContext } from '@/lib/services/context';
import { receiveUpload } from '@/lib/services/receive-upload';
import { respondError } from './respond';
import { readUploadQuery } from './upload-query';

async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncIterable<Uint8Array> {
  const reader = body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) yield read.value;
}

/**
 * Takes one log as the raw body. It stands outside the proxy, which would cut the body, and so checks Host
 * and Origin itself. Answers `{publicId, duplicate}`, else `{error}`.
 */
export async function POST(request: Request): Promise<Response> {
  const refusal = checkRequest(request, process.env['PORT'] ?? '3000');
  if (refusal) return Response.json({ error: { key: 'act.refused', params: {} } }, { status: refusal.status });
  try {
    const input = readUploadQuery(request.url, request.headers.get('content-length'));
    const { publicId, duplicate } = await receiveUpload(ownerContext(), input, chunksOf(request.body));
    return Response.json({ publicId, duplicate }, { status: duplicate ? 200 : 201 });
  } catch (error) {
    return respondError(error);
  }
}
