import { readLanes } from '@/lib/db/read/lanes';
import { resumeLane, retryJob, stopLane, STOPPED_FOR_GOOD_MS } from '@/lib/db/write/jobs';
import { message, UserError } from '@/lib/model';
import type { Context } from './context';

/** Asks a registry's waiting questions at once, whatever they waited for; its pace stays. */
export function resumeRegistry(context: Context, server: string): void {
  requireLane(context, server);
  resumeLane(server, context.nowMs);
}

/** Asks a registry nothing more until a person resumes it. */
export function stopRegistry(context: Context, server: string): void {
  requireLane(context, server);
  stopLane(server, STOPPED_FOR_GOOD_MS);
}

/** Gives a question that was given up another set of tries. */
export function retryQuestion(context: Context, key: string): void {
  if (!key.startsWith('ask:') || !retryJob(key, context.nowMs))
    throw new UserError('conflict', message('services.registry.not-failed', { question: key }));
}

function requireLane(context: Context, server: string): void {
  if (!readLanes(context.nowMs).some((lane) => lane.name === server))
    throw new UserError('not-found', message('services.registry.unknown', { server }));
}
