const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  lang: ['en', 'ja'],
  theme: ['light', 'dark', 'auto'],
  keys: ['on', 'off'],
};

/** The settings in a form that we know, with values that we know; everything else is left out. */
export function readPreferences(form: FormData): Array<{ name: string; value: string }> {
  return Object.entries(ALLOWED).flatMap(([name, values]) => {
    const value = form.get(name);
    return typeof value === 'string' && values.includes(value) ? [{ name, value }] : [];
  });
}

/**
 * The page to go back to: a path of ours, else the first page. Browsers read `//host`, `/\host` and
 * a tab or newline in between as another host.
 */
export function safeBack(value: FormDataEntryValue | null): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])[!-~]*$/.test(value) || value.includes('\\')) return '/';
  return value;
}

/** True where the form was sent from a page of ours: by `Sec-Fetch-Site`, else by `Origin`. */
export function isOwnRequest(head: Headers): boolean {
  const site = head.get('sec-fetch-site');
  if (site) return site === 'same-origin';
  const origin = head.get('origin');
  return origin !== null && URL.canParse(origin) && new URL(origin).host === head.get('host');
}
