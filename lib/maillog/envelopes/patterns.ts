/** Parts of the expressions for envelopes. All are bounded, and none can match one text in two ways. */

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const TIME = '\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?';

/** RFC 3164's stamp, with the fraction that `journalctl -o short-precise` gives it. */
export const BSD_STAMP = `${MONTH} [ \\d]?\\d ${TIME}`;
/** RFC 3339's, the colon of the offset and the offset itself optional. */
export const ISO_STAMP = `\\d{4}-\\d\\d-\\d\\dT${TIME}(?:Z|[+-]\\d\\d:?\\d\\d)?`;
/** A program that is surely one, because its process id or its instance stands with it. */
export const SURE_TAG = '(?:[\\w.+-]{1,64}/[\\w./+-]{1,64}|[\\w./+-]{1,128}(?=\\[))(?:\\[\\d{1,10}\\])?: ';
/** Host and program behind a stamp that other files than syslog's begin with, too. */
export const HOST_AND_TAG = `[\\w.:-]{1,255} ${SURE_TAG}`;
