import { type ErrorCode, type Message, message, UserError } from '@/lib/model';

/** The status that tells each kind of error to a program. */
const STATUS: Readonly<Record<ErrorCode, number>> = {
  'bad-input': 400,
  'not-found': 404,
  conflict: 409,
  refused: 403,
  unavailable: 503,
};

/** An error's status and sentence; a fault of ours is logged and told only as such. */
export function describeError(error: unknown): { status: number; sentence: Message } {
  if (error instanceof UserError) return { status: STATUS[error.code], sentence: error.sentence };
  console.error(error);
  return { status: 500, sentence: message('act.fault') };
}

/** An error as `{error: Message}`. */
export function respondError(error: unknown): Response {
  const { status, sentence } = describeError(error);
  return Response.json({ error: sentence }, { status });
}
