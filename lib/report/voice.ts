import { type Message, message, type Translate } from '@/lib/model';
import { type Html, html, mono, value } from './html';
import { createTimeFormat, type FormatTime, type Language } from './time';

/** How a report speaks: its language, its zone, its numbers. */
export interface Voice {
  language: Language;
  /** A sentence of the report's own, `report.<key>`. */
  say(key: string, params?: Message['params']): Html;
  /** A sentence that came with the case. */
  tell(sentence: Message): Html;
  time: FormatTime;
  number(n: number): string;
}

/** Parameters that hold what is written in the fixed-width face. */
const MONO = new Set([
  'address',
  'domain',
  'email',
  'handle',
  'pattern',
  'phone',
  'prefix',
  'range',
  'recipient',
  'sender',
]);

/** Stand-ins of private use: no catalogue holds them, and what stands for them is shown as text. */
const STAND_IN = /\ue000(\d+)\ue001/;

/**
 * The voice of one report. A stranger's words never pass through the translation: it gets a stand-in
 * for each, so that nothing in them can be taken for markup or end a mark, and they come back isolated.
 * Plain lower-case words go through, as a sentence may choose its form by them.
 */
export function createVoice(translate: Translate, language: Language, utcOffsetMinutes: number): Voice {
  const tell = ({ key, params }: Message): Html => {
    const strangers: Html[] = [];
    const safe: Record<string, string | number> = Object.create(null);
    for (const [name, param] of Object.entries(params)) {
      if (typeof param === 'number' || /^[a-z0-9-]{1,40}$/.test(param)) safe[name] = param;
      else safe[name] = `\ue000${strangers.push(MONO.has(name) ? mono(param) : value(param)) - 1}\ue001`;
    }
    const said = translate({ key, params: safe }).replace(/<\/?[abm]>/g, '');
    return html`${said.split(STAND_IN).map((part, i) => (i % 2 === 0 ? part : (strangers[Number(part)] ?? '')))}`;
  };
  const numbers = new Intl.NumberFormat(language);
  return {
    language,
    tell,
    say: (key, params = {}) => tell(message(`report.${key}`, params)),
    time: createTimeFormat(language, utcOffsetMinutes),
    number: (n) => numbers.format(n),
  };
}
