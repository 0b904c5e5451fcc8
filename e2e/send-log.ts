import type { APIRequestContext, APIResponse } from '@playwright/test';

/** Sends a log in one request of the tus protocol (creation with upload). Without `origin` it comes from our own page. */
export function sendLog(
  request: APIRequestContext,
  baseURL: string,
  body: Buffer,
  metadata: Readonly<Record<string, string>>,
  origin = baseURL,
): Promise<APIResponse> {
  const pairs = Object.entries(metadata).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`);
  return request.post(`${baseURL}/api/uploads/tus`, {
    data: body,
    headers: {
      origin,
      'tus-resumable': '1.0.0',
      'upload-length': String(body.length),
      'upload-metadata': pairs.join(','),
      'content-type': 'application/offset+octet-stream',
    },
  });
}
