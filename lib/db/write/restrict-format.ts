import type { LogFormat } from '@/lib/model';
import { all, one, run, transaction } from '../connection';
import { noteEventsRewritten } from '../rewritten';
import { BLOCKS, forgetUnused, idsOf, OF_UPLOAD } from './uploads';

/** Takes the events of all mail servers but one out of an upload, with what nothing else refers to. */
export function restrictToFormat(uploadId: number, format: LogFormat): void {
  transaction(() => {
    const ids = (['addressId', 'templateId', 'recipientId'] as const).map((column) => idsOf(column, uploadId));
    for (const { first, last } of all<{ first: number; last: number }>(BLOCKS, uploadId)) {
      run(
        'DELETE FROM Event WHERE id BETWEEN ? AND ? AND kindId IN (SELECT id FROM Kind WHERE format <> ?)',
        first,
        last,
        format,
      );
    }
    const left = one<{ events: number; addresses: number; first: number | null; last: number | null }>(
      `SELECT count(*) AS events, count(DISTINCT e.addressId) AS addresses, min(e.timeMs) AS first, max(e.timeMs) AS last ${OF_UPLOAD}`,
      uploadId,
    );
    run(
      `UPDATE Upload SET format = ?2, events = ?3, addresses = ?4, firstMs = ?5, lastMs = ?6, formats =
         (SELECT json_group_array(json(value)) FROM json_each(formats) WHERE value ->> 'format' = ?2) WHERE id = ?1`,
      uploadId,
      format,
      left?.events ?? 0,
      left?.addresses ?? 0,
      left?.first ?? null,
      left?.last ?? null,
    );
    const [addresses = [], templates = [], recipients = []] = ids;
    forgetUnused(addresses, templates, recipients);
    noteEventsRewritten();
  });
}
