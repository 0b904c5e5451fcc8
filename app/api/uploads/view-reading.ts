import type { UploadRow } from '@/lib/db/read/uploads';
import { findReceiving } from '@/lib/db/read/receiving';
import { describeComing } from '@/lib/services/receive-resumable';

/** How far an upload is, as the pages ask for it: while it comes in, `bytesRead` is what came. */
export async function viewReading(upload: UploadRow) {
  const { publicId, state, sizeBytes, bytesRead, lines, events, unparsed, addresses, error, pending } = upload;
  const row = state === 'receiving' ? findReceiving(publicId) : undefined;
  const came = row && (await describeComing(row)).received;
  return {
    publicId,
    state,
    sizeBytes,
    bytesRead: came ?? bytesRead,
    lines,
    events,
    unparsed,
    addresses,
    error,
    pending,
  };
}
