/**
 * The policy of every page that holds a report: it shows itself and nothing more. `unsafe-inline` is for its
 * style alone, whose digest a report of an earlier version carries itself.
 */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; sandbox";

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex, nofollow',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** A stored report as a page of its own, without our frame; `ancestors` says who may show it inside theirs. */
export function reportResponse(html: string, ancestors: "'self'" | "'none'"): Response {
  return new Response(html, {
    headers: { ...HEADERS, 'Content-Security-Policy': `${POLICY}; frame-ancestors ${ancestors}` },
  });
}

/** The same answer for whatever does not lead to a report: nobody learns why. */
export function noReport(): Response {
  return new Response('<!doctype html><meta charset="utf-8"><title>404</title><p>404\n', {
    status: 404,
    headers: { ...HEADERS, 'Content-Security-Policy': `${POLICY}; frame-ancestors 'none'` },
  });
}
