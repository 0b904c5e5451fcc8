import { type ErrorCode, message, UserError } from '@/lib/model';

/** The status that tells each kind of error to a program. */
const STATUS: Readonly<Record<ErrorCode, number>> = {
  'bad-input': 400,
  'not-found': 404,
  conflict: 409,
  refused: 403,
  unavailable: 503,
};

/** An error as `{error: Message}`; a fault of ours is logged and shown only as such. */
export function respondError(error: unknown): Response {
  if (error instanceof UserError) return Response.json({ error: error.sentence }, { status: STATUS[error.code] });
  console.error(error);
  return Response.json({ error: message('act.fault') }, { status: 500 });
}
