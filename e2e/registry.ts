import { loadAnswers, startWhoisServer, type WhoisServer } from '@/lib/registry/fixtures/whois-server';
import { test as base } from './fixtures';

export { expect } from './fixtures';

/** Where the sample case's log and answers lie. */
export const SAMPLE = 'lib/services/sample-case';

/**
 * `test` with a registry that speaks whois over TCP on loopback and answers for the sample case; the app asks
 * it for whois.nic.ad.jp, `minIntervalMs` apart.
 */
export const test = base.extend<{ minIntervalMs: number; registry: WhoisServer }>({
  minIntervalMs: [0, { option: true }],

  registry: async ({}, provide) => {
    const registry = await startWhoisServer({ answers: loadAnswers(`${SAMPLE}/answers`) });
    await provide(registry);
    await registry.close();
  },

  registries: async ({ registry, minIntervalMs }, provide) => {
    await provide({ 'whois.nic.ad.jp': { address: '127.0.0.1', port: registry.port, minIntervalMs } });
  },
});
