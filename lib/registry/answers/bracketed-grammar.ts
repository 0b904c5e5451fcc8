import type { Contact, RegistryId } from '@/lib/model';
import { scanSections } from './bracketed';
import type { Grammar } from './grammar';
import { readContact, readNetwork, readReferences } from './jpnic';
import { readDomain } from './jprs';
import { FIRST_FIELDS, fieldKey, KNOWN_LABEL, NOTICE } from './labels';

const LABEL = new RegExp(KNOWN_LABEL, 'gi');

/** `[Label] value`, as JPNIC and JPRS answer, in English and Japanese. */
export const bracketed: Grammar = {
  id: 'bracketed',
  matches: (text) =>
    [...text.matchAll(LABEL)].some((match) => {
      const key = fieldKey(match.groups?.['label'] ?? '');
      return key !== undefined && FIRST_FIELDS.has(key);
    }),
  parse(text, hint) {
    const sections = scanSections(text);
    const jprs =
      hint.server === 'whois.jprs.jp' ||
      NOTICE.exec(text)?.[1] === 'JPRS' ||
      sections.some(({ kind }) => kind === 'domain');
    const registry: RegistryId = jprs ? 'jprs' : 'jpnic';
    const proxy = /\[\s*代理公開情報\s*\]/.test(text);
    const contacts: Contact[] = [];
    const references = [];
    for (const [index, section] of sections.entries()) {
      const below = sections[index + 1];
      const contact =
        section.kind === 'domain'
          ? readDomain(section, below?.kind === 'public-contact' ? below : null, proxy)
          : readContact(section, registry);
      if (!contact) continue;
      contacts.push(contact);
      const ranges = readReferences(section);
      if (ranges.length > 0) references.push({ handle: contact.handle, ranges });
    }
    return {
      registry,
      networks: sections.map(readNetwork).filter((network) => network !== null),
      organisations: [],
      contacts,
      references,
      listed: sections.flatMap(({ listed }) => listed),
      referral: null,
    };
  },
};
