import { addressHref } from '@/components/addresses/address-href';
import { eventsHref, valueOf } from '@/components/events/events-href';
import type { FieldName } from '@/lib/filter';

/** What a search found, by kind, in plain data. */
export interface FoundView {
  exact: { text: string; single: boolean; seen: number; addresses: number } | null;
  networks: ReadonlyArray<{
    id: number;
    text: string;
    name: string | null;
    organisation: string | null;
    events: number;
  }>;
  addresses: ReadonlyArray<{ text: string; events: number }>;
  organisations: ReadonlyArray<{ id: number; name: string; handle: string | null; registry: string }>;
  operators: ReadonlyArray<{ publicId: string; name: string }>;
  contacts: ReadonlyArray<{ id: number; handle: string; registry: string; name: string | null }>;
  templates: ReadonlyArray<{ id: number; pattern: string; events: number }>;
  recipients: ReadonlyArray<{ text: string; service: string | null; events: number }>;
  uploads: ReadonlyArray<{ publicId: string; name: string }>;
}

/** One line of the results. */
export interface Hit {
  href: string;
  text: string;
  mono: boolean;
  more?: string;
  events?: number;
}

export type HitKind = Exclude<keyof FoundView, 'exact'>;

const joined = (...texts: ReadonlyArray<string | null>): string => texts.filter((text) => text !== null).join(' · ');

/** The results as lines with their pages, the kinds in the order a person looks for them. */
export function hitsOf(found: FoundView): Array<{ kind: HitKind; hits: Hit[] }> {
  const events = (field: FieldName, value: string): string => eventsHref([field, valueOf(field, value)]);
  return [
    {
      kind: 'operators',
      hits: found.operators.map(({ publicId, name }) => ({ href: `/operators/${publicId}`, text: name, mono: false })),
    },
    {
      kind: 'networks',
      hits: found.networks.map(({ id, text, name, organisation, events: count }) => ({
        href: `/networks/${id}`,
        text,
        mono: true,
        more: joined(name, organisation),
        events: count,
      })),
    },
    {
      kind: 'addresses',
      hits: found.addresses.map(({ text, events: count }) => ({
        href: addressHref(text),
        text,
        mono: true,
        events: count,
      })),
    },
    {
      kind: 'organisations',
      hits: found.organisations.map(({ id, name, handle, registry }) => ({
        href: `/organisations/${id}`,
        text: name,
        mono: false,
        more: joined(handle, registry.toUpperCase()),
      })),
    },
    {
      kind: 'contacts',
      hits: found.contacts.map(({ id, handle, registry, name }) => ({
        href: `/contacts/${id}`,
        text: handle,
        mono: true,
        more: joined(name, registry.toUpperCase()),
      })),
    },
    {
      kind: 'templates',
      hits: found.templates.map(({ id, pattern, events: count }) => ({
        href: `/templates/${id}`,
        text: pattern,
        mono: true,
        events: count,
      })),
    },
    {
      kind: 'recipients',
      hits: found.recipients.map(({ text, service, events: count }) => ({
        href: events('recipient', text),
        text,
        mono: true,
        more: service ?? undefined,
        events: count,
      })),
    },
    {
      kind: 'uploads',
      hits: found.uploads.map(({ publicId, name }) => ({ href: `/uploads/${publicId}`, text: name, mono: true })),
    },
  ];
}
