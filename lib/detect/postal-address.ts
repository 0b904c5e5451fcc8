/** A postal address to compare by. */
export interface PlaceKey {
  /** Everything, the room included. */
  full: string;
  /** Without the room and the floor: the building, or the plot. */
  building: string;
  /** False where the address names neither room nor floor, so that `full` is only a building. */
  hasRoom: boolean;
}

/** Ways to write a room or a floor, English and Japanese; each is cut out to get the building. */
const ROOMS: readonly RegExp[] = [
  /(?:\broom|\brm\.?|\bsuite|\bste\.?|\bunit|\bapt\.?|#)\s{0,2}(?:no\.?\s{0,2})?([0-9]{1,5}[a-z]?|[a-z]-?[0-9]{1,4})\b/,
  /\b([0-9]{1,3})(?:st|nd|rd|th)?\s{0,2}(?:floor|fl\.?|f)(?![a-z])/,
  /([0-9]{1,5}[a-z]?)\s{0,2}号室/,
  /([0-9]{1,3})\s{0,2}階/,
  /(?<=ビル|ビルディング|マンション|ハイツ|タワー|コーポ|館|棟|bldg\.|bldg|building|tower)\s{0,2}-?([0-9]{2,5}[a-z]?)(?![0-9-])/,
];

const MAX_LENGTH = 400;

/**
 * Turns a postal address into keys under which two ways of writing it are equal: NFKC, lower case,
 * postal code and separators dropped, 丁目・番地・号 as hyphens, room and floor found wherever they
 * stand. It does not know streets and does not translate: Japanese and English texts of one place
 * stay different.
 * @returns null where the text is too short to name a place.
 */
export function normalisePostalAddress(text: string): PlaceKey | null {
  let rest = unifyWriting(text);
  const rooms: string[] = [];
  for (const pattern of ROOMS) {
    const hit = pattern.exec(rest);
    if (!hit) continue;
    rooms.push(dropSeparators(hit[1] ?? ''));
    rest = `${rest.slice(0, hit.index)} , ${rest.slice(hit.index + hit[0].length)}`;
  }
  const building = dropSeparators(rest);
  // A town or a country alone would tie everybody in it.
  if (building.length < 6 || !/[0-9]/.test(building)) return null;
  return { full: [building, ...rooms].join('#'), building, hasRoom: rooms.length > 0 };
}

function unifyWriting(text: string): string {
  return text
    .normalize('NFKC')
    .slice(0, MAX_LENGTH)
    .toLowerCase()
    .replace(/〒?\s{0,2}\b[0-9]{3}-[0-9]{4}\b/, ' ')
    .replace(/(?<=[0-9])\s?[‐‑‒–—―−ーｰ]\s?(?=[0-9])/g, '-')
    .replace(/[一二三四五六七八九](?=丁目)/g, (digit) => String('一二三四五六七八九'.indexOf(digit) + 1))
    .replace(/(?<=[0-9])\s?(?:丁目|番地の|番地|番|号(?!室))/g, '-')
    .replace(/\bbuilding\b|\bbldg\b\.?|\bbld\b\.?/g, 'bldg')
    .replace(/ビルディング/g, 'ビル');
}

/** Only letters, digits and the hyphens between digits remain. */
function dropSeparators(text: string): string {
  return text.replace(/(?<![0-9])-|-(?![0-9])/g, '').replace(/[^\p{L}\p{N}-]/gu, '');
}
