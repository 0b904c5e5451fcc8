import type { FieldName } from './filter';

/** A run of numbers, both ends included. */
export interface NumberRun {
  first: number;
  last: number;
}

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const WEEKDAY_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

interface Numbers {
  least: number;
  most: number;
  /** The day and the week go round: `22-5` is 22 to 23 and 0 to 5. */
  round: boolean;
  read: (text: string) => NumberRun | null;
  write: (run: NumberRun) => string;
}

const one = (value: number): NumberRun => ({ first: value, last: value });
const plain = ({ first, last }: NumberRun): string => (first === last ? `${first}` : `${first}-${last}`);

/** `450`, `4xx`, `45x`. */
function readCode(text: string): NumberRun | null {
  const match = /^([1-9]\d{0,2})(x{0,2})$/i.exec(text);
  const digits = match?.[1] ?? '';
  const open = match?.[2]?.length ?? 0;
  if (digits.length + open !== 3) return null;
  const size = 10 ** open;
  return { first: Number(digits) * size, last: (Number(digits) + 1) * size - 1 };
}

function writeCode(run: NumberRun): string {
  for (const [size, open] of [
    [100, 'xx'],
    [10, 'x'],
  ] as const) {
    if (run.first % size === 0 && run.last === run.first + size - 1) return `${run.first / size}${open}`;
  }
  return plain(run);
}

function readWeekday(text: string): NumberRun | null {
  if (/^[1-7]$/.test(text)) return one(Number(text));
  const word = text.toLowerCase();
  const at = WEEKDAY_NAMES.findIndex((name) => word.length >= 3 && name.startsWith(word));
  return at < 0 ? null : one(at + 1);
}

const weekdayName = (day: number): string => WEEKDAYS[day - 1] ?? String(day);

function readNumber(pattern: RegExp): Numbers['read'] {
  return (text) => {
    const digits = pattern.exec(text)?.[1];
    return digits === undefined ? null : one(Number(digits));
  };
}

const NUMBERS: ReadonlyMap<FieldName, Numbers> = new Map<FieldName, Numbers>([
  ['code', { least: 100, most: 999, round: false, read: readCode, write: writeCode }],
  ['asn', { least: 0, most: 4_294_967_295, round: false, read: readNumber(/^(?:as)?(\d{1,10})$/i), write: plain }],
  ['hour', { least: 0, most: 23, round: true, read: readNumber(/^(\d{1,2})$/), write: plain }],
  [
    'weekday',
    {
      least: 1,
      most: 7,
      round: true,
      read: readWeekday,
      write: ({ first, last }) => (first === last ? weekdayName(first) : `${weekdayName(first)}-${weekdayName(last)}`),
    },
  ],
]);

/**
 * Reads the numbers of a field: `450`, `4xx`, `450-451`, `AS64500`, `mon-fri`.
 * @returns one run, or two where an hour or weekday range goes round (`22-5`); null where it is none, or runs backwards.
 */
export function parseNumbers(field: FieldName, text: string): NumberRun[] | null {
  const numbers = NUMBERS.get(field);
  if (!numbers) return null;
  const dash = text.indexOf('-');
  const from = numbers.read(dash < 0 ? text : text.slice(0, dash));
  const to = dash < 0 ? from : numbers.read(text.slice(dash + 1));
  if (!from || !to || from.first < numbers.least || to.last > numbers.most || from.last > numbers.most) return null;
  if (from.first <= to.last) return [{ first: from.first, last: to.last }];
  if (!numbers.round) return null;
  return [
    { first: from.first, last: numbers.most },
    { first: numbers.least, last: to.last },
  ];
}

/** The canonical text of such a run. */
export function printNumbers(field: FieldName, run: NumberRun): string {
  return (NUMBERS.get(field)?.write ?? plain)(run);
}
