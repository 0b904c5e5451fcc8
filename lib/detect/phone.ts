import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';

/** Registries write two numbers into one field, and words in front of them. */
const BETWEEN_NUMBERS = /[,;/、]|\bor\b/i;
const MAX_LENGTH = 100;

/**
 * Reads a phone number as a registry wrote it (`03-5550-0100`, full width, with an extension).
 * Of several numbers it takes the first. It asks for a possible length only, not for an assigned
 * number: what counts is that two write the same one.
 * @param defaultCountry ISO 3166 code for numbers without a country code, or nothing.
 * @returns E.164 without the extension, or null where there is no such number.
 */
export function toE164(phone: string, defaultCountry?: string | null): string | null {
  const country = toCountry(defaultCountry);
  for (const part of phone.normalize('NFKC').slice(0, MAX_LENGTH).split(BETWEEN_NUMBERS)) {
    const number = parsePhoneNumberFromString(part, country);
    if (number?.isPossible()) return number.number;
  }
  return null;
}

/** `+81355500100` → `+81 3 5550 0100`; a text that is no number stays as it is. */
export function formatPhone(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

function toCountry(code: string | null | undefined): CountryCode | undefined {
  const upper = code?.toUpperCase();
  return upper !== undefined && isSupportedCountry(upper) ? upper : undefined;
}
