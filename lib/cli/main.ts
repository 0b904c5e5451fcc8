import type { Command } from './command';

const COMMANDS: Readonly<Record<string, Command>> = {
  parse: {
    usage:
      'parse [--year Y] [--zone Z] [--format NAME] FILE…|-\n                                            refusals as NDJSON, a summary on stderr',
    run: async (argv) => (await import('./commands/parse')).runParse(argv),
  },
  ingest: {
    usage:
      'ingest [--year Y] [--zone Z] [--format NAME] FILE…\n                                            read logs into the database',
    run: async (argv) => (await import('./commands/ingest')).runIngest(argv),
  },
  follow: {
    usage:
      'follow [--zone Z] [--format NAME] FILE…\n                                            read logs as they grow, until told to stop',
    run: async (argv) => (await import('./commands/follow')).runFollow(argv),
  },
  registry: {
    usage: 'registry add [--json] FILE|-              take registry answers pasted by hand',
    run: async (argv) => (await import('./commands/registry')).runRegistry(argv),
  },
  offline: {
    usage: 'offline add FILE…|list|remove ID           your own files of networks (MMDB, CSV): hints, never evidence',
    run: async (argv) => (await import('./commands/offline')).runOffline(argv),
  },
  enrich: {
    usage: 'enrich [--wait]                           ask the registries who owns the addresses',
    run: async (argv) => (await import('./commands/enrich')).runEnrich(argv),
  },
  events: {
    usage:
      'events [--format csv|ndjson] [--oldest] [--count] [FILTER]\n                                            the refusals that a filter finds (docs/filter.md)',
    run: async (argv) => (await import('./commands/events')).runEvents(argv),
  },
  operators: {
    usage: 'operators [--json]                        who is behind the refusals',
    run: async (argv) => (await import('./commands/operators')).runOperators(argv),
  },
  blocklist: {
    usage: 'blocklist --operator ID --format nft|iptables|sysconfig|iptables-restore',
    run: async (argv) => (await import('./commands/blocklist')).runBlocklist(argv),
  },
  report: {
    usage: 'report --operator ID -o FILE              evidence as one HTML file',
    run: async (argv) => (await import('./commands/report')).runReport(argv),
  },
  sample: {
    usage: 'sample add|remove                         the invented sample case',
    run: async (argv) => (await import('./commands/sample')).runSample(argv),
  },
  migrate: {
    usage: 'migrate                                   bring the database up to date',
    run: async () => (await import('./commands/migrate')).runMigrate(),
  },
  worker: {
    usage: 'worker                                    run the queue until told to stop',
    run: async () => (await import('./commands/worker')).runWorker(),
  },
};

const HELP = `Ringleader: who is behind the spam your server refused.

${Object.values(COMMANDS)
  .map(({ usage }) => `  ${usage}`)
  .join('\n')}
`;

async function main([name, ...argv]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') {
    process.stdout.write(HELP);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    process.stderr.write(`There is no command ${JSON.stringify(name)}.\n\n${HELP}`);
    return 2;
  }
  if (name === 'parse') return command.run(argv);
  const { withDatabase } = await import('./with-database');
  return withDatabase(name, () => command.run(argv));
}

process.exitCode = await main(process.argv.slice(2));
