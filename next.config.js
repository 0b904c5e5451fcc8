import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/[/\\]$/, '');

/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  outputFileTracingRoot: root,
  turbopack: { root },
  // The server reads its data folder at run time; nothing of it belongs into what is built.
  outputFileTracingExcludes: { '*': ['data/**', 'dist/**', 'e2e/**', 'test-results/**', 'playwright-report/**'] },
  serverExternalPackages: ['better-sqlite3'],
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types, the tests' too; a start needs neither them nor the packages they import.
  typescript: { ignoreBuildErrors: true },
  // Pasted logs and registry answers come as forms. Below the 10 MB at which proxy.ts cuts a body.
  experimental: { serverActions: { bodySizeLimit: '8mb' } },
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
      ],
    },
    {
      // A shared report's address is its secret.
      source: '/shared/:path*',
      headers: [
        { key: 'Referrer-Policy', value: 'no-referrer' },
        { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
        { key: 'Cache-Control', value: 'no-store' },
      ],
    },
  ],
};

export default config;
