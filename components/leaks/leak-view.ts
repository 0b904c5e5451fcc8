import { eventsHref } from '@/components/events/events-href';
import { exactly } from '@/lib/filter';
import type { FormState } from '@/components/evidence/action-form';

/** A recipient address and who wrote to it; times are epoch ms. */
export interface RecipientView {
  text: string;
  service: string | null;
  events: number;
  firstMs: number | null;
  lastMs: number | null;
  utcOffsetMinutes: number;
  templates: number;
  organisations: number;
}

/** A service that addresses were given to, and who writes to them now. */
export interface ServiceView {
  service: string;
  recipients: readonly string[];
  events: number;
  firstMs: number | null;
  utcOffsetMinutes: number;
  organisations: ReadonlyArray<{ id: number; name: string }>;
  operators: ReadonlyArray<{ publicId: string; name: string }>;
}

export type RecipientChoiceName = 'all' | 'named' | 'single-use';
export type LeakAction = (state: FormState<unknown>, form: FormData) => Promise<FormState<unknown>>;

export const recipientHref = (text: string): string => eventsHref(['recipient', exactly(text)]);

/** What came to any address that a service was given. */
export const serviceHref = (service: string): string => eventsHref(['service', exactly(service)]);
