import IntlMessageFormat, { FormatError } from 'intl-messageformat';
import { en } from './en';
import { formatTime } from './format';
import { ja } from './ja';
import { type Language, LOCALES } from './language';
import { visibleText } from './visible-text';

export type MessageKey = keyof typeof en;

/** The values of a message. A number whose name ends in `At` is a time in epoch milliseconds. */
export type Params = Readonly<Record<string, string | number>>;

/** A sentence still without language; the same shape as the domain's `Message`. */
export interface KeyedMessage {
  key: string;
  params: Params;
}

/** The marks a sentence may carry: `m` monospace, `b` strong, `a` a link that the page fills in. */
export const TAGS = ['m', 'b', 'a'] as const;
export type Tag = (typeof TAGS)[number];

/** A sentence with its marks: text, or a mark around more of it. */
export type RichPart = string | { tag: Tag; children: readonly RichPart[] };

export interface Translator {
  language: Language;
  /** One of our own sentences. A missing parameter is a fault of ours and throws. */
  t(key: MessageKey, params?: Params): string;
  /** A sentence that came as data. An unknown key, or one that lacks a parameter, shows the key; never throws. */
  message(message: KeyedMessage, utcOffsetMinutes?: number): string;
  /** Like `message`, with the marks kept. */
  rich(message: KeyedMessage, utcOffsetMinutes?: number): readonly RichPart[];
}

const CATALOGUES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { en, ja };
const compiled = new Map<string, IntlMessageFormat>();

/** True where the catalogues have this key. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}

function compile(language: Language, key: MessageKey): IntlMessageFormat {
  const name = `${language} ${key}`;
  const known = compiled.get(name);
  if (known) return known;
  // Marks and values share one name space in ICU: `<b>` would take the place of a value `{b}`.
  const text = CATALOGUES[language][key].replace(/<(\/?)([mba])>/g, '<$1mark-$2>');
  const fresh = new IntlMessageFormat(text, LOCALES[language]);
  compiled.set(name, fresh);
  return fresh;
}

function prepare(params: Params, offset: number, language: Language): Record<string, string | number> {
  const entries = Object.entries(params).map(([name, value]): [string, string | number] => {
    if (typeof value === 'string') return [name, visibleText(value)];
    return [name, name.endsWith('At') ? formatTime(value, offset, language) : value];
  });
  return Object.fromEntries(entries);
}

function formatRich(language: Language, key: MessageKey, params: Params, offset: number): readonly RichPart[] {
  const mark =
    (tag: Tag) =>
    (children: RichPart[]): RichPart => ({ tag, children });
  const marks = { 'mark-m': mark('m'), 'mark-b': mark('b'), 'mark-a': mark('a') };
  const values = { ...prepare(params, offset, language), ...marks };
  const result = compile(language, key).format<RichPart>(values);
  return Array.isArray(result) ? result : [result];
}

const plain = (parts: readonly RichPart[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : plain(part.children))).join('');

/**
 * The words of one language.
 * @param utcOffsetMinutes the zone of times in a sentence, where the call names none: minutes east of UTC
 */
export function createTranslator(language: Language, utcOffsetMinutes = 0): Translator {
  const rich: Translator['rich'] = ({ key, params }, offset = utcOffsetMinutes) => {
    if (!isMessageKey(key)) return [key];
    try {
      return formatRich(language, key, params, offset);
    } catch (error) {
      // Data may be older than the catalogue: a parameter that is missing shows the key in its place.
      if (error instanceof FormatError) return [key];
      throw error;
    }
  };
  return {
    language,
    t: (key, params = {}) => plain(formatRich(language, key, params, utcOffsetMinutes)),
    message: (message, offset) => plain(rich(message, offset)),
    rich,
  };
}
