import { type NextRequest, NextResponse } from 'next/server';
import { checkRequest } from '@/lib/services/check-request';

/** Routes that answer with a report: they send a stricter policy of their own, which one set here would replace. */
const REPORT_ROUTE = /^\/(?:shared\/[^/]+|reports\/[^/]+\/(?:view|download))$/;

/**
 * Stands before every page and route: refuses requests that are not meant for us, and lets a page run
 * no script but those it was sent with (a nonce a request; Next puts it on its own scripts).
 */
export function proxy(request: NextRequest): NextResponse {
  const refusal = checkRequest(request, process.env['PORT'] ?? '3000');
  if (refusal) {
    return new NextResponse(`${refusal.sentence}\n`, {
      status: refusal.status,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  }
  if (REPORT_ROUTE.test(request.nextUrl.pathname)) return NextResponse.next();
  const policy = contentPolicy(btoa(crypto.randomUUID()));
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

function contentPolicy(nonce: string): string {
  // The development server evaluates code and reloads over a socket.
  const developing = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    // Charts and the graph place their parts with style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src 'self'${developing ? ' ws:' : ''}`,
    // A report's page shows it in a frame, sandboxed.
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ');
}

export const config = {
  // A route that matches gets its body cut at 10 MB without a word: routes that take files and lines stay
  // outside, and call checkRequest themselves. Built files need neither check nor policy.
  matcher: ['/((?!api/(?:uploads|ingest|offline)(?:/|$)|_next/static/).*)'],
};
