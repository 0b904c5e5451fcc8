import type { TemplateRow } from '@/lib/db/read/templates';
import type { Translator } from '@/lib/messages';
import { type Message, message } from '@/lib/model';

/** The signs of the parts of a template, as they stand in it. */
const SIGNS = { digits: '{digits}', hex: '{hex}', recipient: '{recipient}', label: '*' } as const;

/** What the pattern says about its senders, as a sentence. */
export function templateSentence(
  { pattern, parts }: Pick<TemplateRow, 'pattern' | 'parts'>,
  { t, language }: Pick<Translator, 't' | 'language'>,
): Message {
  if (pattern === '') return message('page.template.lead.null');
  if (parts.length === 0) return message('page.template.lead.fixed');
  const said = parts.map((part) => t(`page.template.part.${part}`, { sign: SIGNS[part] }));
  return message('page.template.lead.variable', { parts: said.join(language === 'ja' ? '、' : ', ') });
}
