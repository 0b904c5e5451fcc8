import type { Message } from '@/lib/model';

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isMessage(value: unknown): value is Message {
  return isRecord(value) && typeof value['key'] === 'string' && isRecord(value['params']);
}

/**
 * What a route of ours answers, fresh.
 * @throws where there is no answer, or one that is no JSON or no success.
 */
export async function askJson(path: string): Promise<unknown> {
  const response = await fetch(path, { cache: 'no-store' });
  if (!response.ok) throw new Error(`${path} answered with status ${response.status}`);
  const answer: unknown = await response.json();
  return answer;
}
