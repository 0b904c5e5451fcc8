// @ts-check
import next from 'eslint-config-next/core-web-vitals';
import nextTypescript from 'eslint-config-next/typescript';

// Pure rooms: what goes in comes out, whatever the machine, the hour and the chance.
const PURE = ['model', 'maillog', 'detect', 'graph', 'blocklist', 'report', 'filter', 'messages'].map(
  (room) => `lib/${room}/**/*.ts`,
);
const pureMessage = 'Pure code takes files, time, settings and chance as arguments (ARCHITECTURE.md).';
/** @param {string[]} names */
const restricted = (names) => names.map((name) => ({ name, message: pureMessage }));

const config = [
  { ignores: ['.next/', 'dist/', 'data/', 'next-env.d.ts', 'test-results/', 'playwright-report/'] },
  ...next,
  ...nextTypescript,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name=/^\\$(queryRawUnsafe|executeRawUnsafe)$/]',
          message: 'Raw SQL built from strings invites injection: use prepared statements in lib/db.',
        },
        {
          selector: "CallExpression[callee.property.name='$transaction']",
          message:
            'A Prisma transaction yields between statements and blocks the writer of events: use a synchronous transaction in lib/db/write.',
        },
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'Strangers wrote this text: render it as text.',
        },
      ],
    },
  },
  {
    files: PURE,
    ignores: ['**/*.test.ts', '**/*.bench.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...restricted(['process', 'fetch', 'setTimeout', 'setInterval', 'performance', 'crypto', 'window', 'document']),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: pureMessage },
        { object: 'Math', property: 'random', message: pureMessage },
      ],
    },
  },
  {
    files: ['app/**/*.tsx', 'components/**/*.tsx'],
    ignores: ['components/ui/link.tsx'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'next/link', message: 'It fetches pages before they are asked for: use components/ui/link.' },
          ],
        },
      ],
    },
  },
];

export default config;
