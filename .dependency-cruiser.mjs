// @ts-check
// The rooms of ARCHITECTURE.md as rules: who may import whom, and why. It sees imports only; what pure
// code must not do without importing anything (clock, chance, fetch) is in eslint.config.mjs.

/** What goes in comes out, whatever the machine, the hour and the chance. */
const PURE = ['model', 'maillog', 'detect', 'graph', 'blocklist', 'report', 'filter', 'messages'];
const PURE_PATHS = PURE.map((room) => `lib/${room}`);

/** Room → what of ours it may import besides itself, and why no more. @type {Array<[string, string[], string]>} */
const ROOMS = [
  ['lib/model', [], 'The words of the domain stand on nothing, so that everything can stand on them.'],
  [
    'lib/maillog',
    ['lib/model'],
    'Reading a log must work on bytes alone: in the upload, the command line and the tests.',
  ],
  ['lib/registry', ['lib/model'], 'Asking a registry knows nothing of what is done with its answer.'],
  ['lib/detect', ['lib/model'], 'Detectors take groups and facts as values, so they can be run again on any of them.'],
  ['lib/graph', ['lib/model'], 'The graph is computed from entities, wherever they came from.'],
  ['lib/blocklist', ['lib/model'], 'What is blocked depends on the networks and guards handed in, on nothing else.'],
  [
    'lib/report',
    ['lib/model', 'lib/graph'],
    'A report is made of the case handed in, so that a shared one never changes.',
  ],
  ['lib/filter', ['lib/model'], 'The filter language is parsed without knowing who asks or what answers.'],
  ['lib/messages', [], 'The catalogues are plain text for every room to use.'],
  ['lib/db', ['lib/model', 'lib/filter'], 'The database stores and finds; deciding is for the rooms above it.'],
  ['lib/jobs', ['lib/model', 'lib/db'], 'The queue runs what services hand it; it must not know them.'],
  [
    'lib/services',
    [...PURE_PATHS, 'lib/registry', 'lib/db', 'lib/jobs'],
    'A verb is the same for page, route, command line and worker: it knows none of them.',
  ],
  [
    'lib/cli',
    ['lib/model', 'lib/services', 'lib/jobs', 'lib/db/read', 'lib/messages'],
    'The command line calls the same verbs as the pages; writing goes through a service.',
  ],
  ['lib/launch', [], 'The launch scripts run before anything is installed or built.'],
  [
    'app',
    [...PURE_PATHS, 'components', 'lib/services', 'lib/db/read'],
    'A page reads and calls verbs; writing, asking and queueing go through a service.',
  ],
  ['components', PURE_PATHS, 'Components are sent to the browser: server code in one would leak or break there.'],
  ['proxy\\.ts$', ['lib/services'], 'The proxy only asks whether a request may go on.'],
  ['e2e', ['lib/launch'], 'A story knows the program from outside, as its user does.'],
];

const OURS = '^(app|components|lib|e2e|proxy\\.ts$)';
/** Code that no user runs. */
const TESTS = '\\.(test|bench)\\.[a-z]+$|/fixtures/|^e2e/';
const TOOLS = '^lib/launch/|^[^/]+\\.config\\.(ts|js|mjs)$|^\\.dependency-cruiser\\.mjs$';
const SOCKETS = '^(node:)?(net|tls|dgram|dns|http|https|http2)(/|$)';
/** The packages that pure code may use: they compute, and do nothing else. */
const PURE_PACKAGES = 'node_modules/(zod|libphonenumber-js|intl-messageformat|@formatjs)/';
const NPM = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];

/** @param {string} place  a folder, or a pattern that names its own end */
const within = (place) => (place.endsWith('$') ? `^${place}` : `^${place}/`);

/** @type {import('dependency-cruiser').IConfiguration} */
const config = {
  forbidden: [
    ...ROOMS.map(([room, allowed, why]) => ({
      name: `room-${room.replace(/^lib\//, '').replace(/\W.*$/, '')}`,
      comment: `${why} It may import: ${allowed.join(', ') || 'nothing of ours'}.`,
      severity: /** @type {const} */ ('error'),
      from: { path: within(room) },
      // Samples of another room serve its neighbours' tests; `no-test-code` keeps them out of the rest.
      to: { path: OURS, pathNot: ['/fixtures/', ...[room, ...allowed].map(within)] },
    })),
    {
      name: 'no-cycle',
      comment: 'Two modules that need each other are one module, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere would escape every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'pure-no-builtin',
      comment:
        'Pure code takes files, time and settings as arguments: that is why it can be trusted in tests and anywhere.',
      severity: 'error',
      from: { path: `^lib/(${PURE.join('|')})/|^lib/registry/answers/`, pathNot: TESTS },
      // Bytes in memory are no input or output.
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?buffer$' },
    },
    {
      name: 'pure-packages',
      comment:
        'Pure code uses packages that only compute; a new one is named in .dependency-cruiser.mjs after a look at it.',
      severity: 'error',
      from: { path: `^lib/(${PURE.join('|')})/|^lib/registry/answers/`, pathNot: TESTS },
      to: { dependencyTypes: NPM, pathNot: PURE_PACKAGES },
    },
    {
      name: 'components-no-builtin',
      comment: 'Components run in the browser, which has no Node.',
      severity: 'error',
      from: { path: '^components/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'database-in-db',
      comment: 'Prisma and SQL stay in lib/db, so that another engine can take its place there.',
      severity: 'error',
      // The stories of the crash and of uploads look into the file for what is in it.
      from: { pathNot: `^lib/db/|^prisma\\.config\\.ts$|^e2e/(crash|uploads-resume)` },
      to: { path: 'node_modules/(@prisma|prisma|better-sqlite3)/' },
    },
    {
      name: 'sockets-in-registry',
      comment:
        'Only lib/registry opens connections: it keeps to the pace, the deadline and the byte cap of each registry.',
      severity: 'error',
      from: { pathNot: `^lib/registry/|${TOOLS}|${TESTS}` },
      to: { path: SOCKETS, dependencyTypes: ['core'] },
    },
    {
      name: 'offline-is-a-hint',
      comment:
        'Files of networks that anybody may have made are shown to a person; no finding, operator, block list or report may come of them.',
      severity: 'error',
      from: {
        pathNot: `^lib/registry/offline/|^lib/services/offline-|^lib/cli/commands/offline|^app/(settings|search|networks|api/offline)/|${TESTS}`,
      },
      to: { path: '^lib/registry/offline/|^lib/services/offline-' },
    },
    {
      name: 'recharts-in-charts',
      comment: 'Charts look and read alike because one folder makes them.',
      severity: 'error',
      from: { pathNot: '^components/charts/' },
      to: { path: 'node_modules/recharts/' },
    },
    {
      name: 'lib-no-framework',
      comment: 'The command line and the worker run lib without pages.',
      severity: 'error',
      from: { path: '^lib/', pathNot: '^lib/launch/' },
      to: { path: 'node_modules/(next|react|react-dom)/' },
    },
    {
      name: 'no-test-code',
      comment: 'What users run must not hang on tests and their samples.',
      severity: 'error',
      from: { pathNot: `${TOOLS}|${TESTS}` },
      to: { path: TESTS },
    },
    {
      name: 'no-test-packages',
      comment: 'A start installs no development packages.',
      severity: 'error',
      from: { path: OURS, pathNot: `${TOOLS}|${TESTS}` },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|dist|data|test-results|playwright-report)/|^next-env\\.d\\.ts$' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};

export default config;
