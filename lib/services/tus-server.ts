import { Server } from '@tus/server';
import { dataFolder } from '@/lib/db/transaction';
import { UserError } from '@/lib/model';
import { ownerContext } from './context';
import { newPublicId } from './ids';
import { LogStore } from './log-store';
import { checkResumable, finishResumable } from './receive-resumable';
import { readUploadMetadata } from './upload-metadata';

/** Where the tus protocol is spoken. */
export const TUS_PATH = '/api/uploads/tus';
/** A request that stands in the way of another one for the same upload gets so long to put its bytes down. */
const DRAIN_MS = 200;
const PUBLIC_ID = /^[0-9a-z]{12}$/;

interface Answer {
  status_code: number;
  body: string;
}

/** One per data folder: it holds the locks of the uploads. */
let server: { folder: string; tus: Server } | undefined;

/**
 * Answers a request of the tus protocol 1.0 (creation, creation with upload, termination; tus.io/protocols). The last
 * bytes of an upload are answered with `{publicId, duplicate}` once it is safe.
 * @param describe how an error is told: its status and its body
 */
export function handleTus(request: Request, describe: (error: unknown) => Answer): Promise<Response> {
  const folder = dataFolder();
  if (server?.folder !== folder) server = { folder, tus: createServer(describe) };
  return server.tus.handleWeb(request);
}

function createServer(describe: (error: unknown) => Answer): Server {
  return new Server({
    path: TUS_PATH,
    datastore: new LogStore(),
    relativeLocation: true,
    // Other sites get no answer they may read.
    allowedOrigins: () => false,
    lockDrainTimeout: DRAIN_MS,
    namingFunction: newPublicId,
    getFileIdFromRequest: (_request, last) => (last && PUBLIC_ID.test(last) ? last : undefined),
    async onUploadCreate(_request, upload) {
      await checkResumable(readUploadMetadata(upload.metadata ?? {}, upload.size ?? 0));
      return {};
    },
    async onUploadFinish(_request, { id }) {
      const { publicId, duplicate } = await finishResumable(ownerContext(), id);
      return {
        status_code: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ publicId, duplicate }),
      };
    },
    // The protocol's own refusals have their status; ours have a sentence.
    onResponseError: (_request, error) => {
      if ('status_code' in error && !(error instanceof UserError)) return undefined;
      return describe(error);
    },
  });
}
