import { type AnswerStatus, type Message, message } from '@/lib/model';
import type { FailureKind } from './failure';

/** Why a registry could not be asked; params: `server`. */
export function explainFailure(kind: FailureKind, server: string): Message {
  return message(`registry.failure.${kind}`, { server });
}

/** What became of an answer; params: `server`. */
export function explainStatus(status: AnswerStatus, server: string): Message {
  return message(`registry.status.${status}`, { server });
}
