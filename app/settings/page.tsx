import type { Metadata } from 'next';
import { connection } from 'next/server';
import { CacheTimesForm } from '@/components/settings/cache-times-form';
import { DayBudgetsForm } from '@/components/settings/day-budgets-form';
import { EnvironmentTable } from '@/components/settings/environment-table';
import { OwnNetworksForm } from '@/components/settings/own-networks-form';
import { RetentionForm } from '@/components/settings/retention-form';
import { SampleSection } from '@/components/settings/sample-section';
import { TokensSection } from '@/components/settings/tokens-section';
import { PageHeader } from '@/components/ui/headings';
import { readCounts } from '@/lib/db/read/counts';
import { readIngestTokens } from '@/lib/db/read/ingest-tokens';
import { CACHE_RULES, readCacheTimes } from '@/lib/services/cache-times';
import { listDayLimits, MOST_PER_DAY } from '@/lib/services/day-budget';
import { readOwnNetworks } from '@/lib/services/own-addresses';
import { machineZone } from '@/lib/services/receive-upload';
import { readRetention, RETENTIONS } from '@/lib/services/retain-personal';
import { dataFolder, readRegistries, readEnvironment } from '@/lib/services/settings';
import { localOffset } from '../local-offset';
import { removeSample } from '../remove-sample';
import { getUi } from '../ui';
import { loadSample, saveBudgets, saveKeeping, saveNetworks, saveTimes } from './actions';
import { OfflineSection } from './offline-section';
import { makeToken, revokeIngest } from './token-actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getUi()).t('page.settings.title') };
}

/** A scheme's own port is not written in an address. */
function portOf(base: string): number {
  const { port, protocol } = new URL(base);
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}

export default async function SettingsPage() {
  await connection();
  const { t } = await getUi();
  const { HOST, PORT, RINGLEADER_REGISTRIES } = readEnvironment(process.env);
  const registries = readRegistries(process.env);
  const { whois, rdap } = registries;
  const overridden = [
    ...whois.values(),
    ...[...rdap.values()].map((row) => ({ ...row, port: portOf(row.base) })),
  ].filter((row) => row.overridden);
  return (
    <>
      <PageHeader title={t('page.settings.title')} lead={t('page.settings.lead')} />
      <OwnNetworksForm networks={readOwnNetworks()} action={saveNetworks} />
      <TokensSection
        tokens={readIngestTokens().map((token) => ({
          ...token,
          createdOffset: localOffset(token.createdMs),
          lastOffset: localOffset(token.lastMs ?? 0),
        }))}
        zone={machineZone()}
        make={makeToken}
        revoke={revokeIngest}
      />
      <CacheTimesForm times={readCacheTimes()} rules={CACHE_RULES} action={saveTimes} />
      <DayBudgetsForm limits={listDayLimits(registries)} most={MOST_PER_DAY} action={saveBudgets} />
      <RetentionForm chosen={readRetention()} choices={RETENTIONS} action={saveKeeping} />
      <OfflineSection />
      <SampleSection loaded={readCounts().sample} load={loadSample} remove={removeSample} />
      <EnvironmentTable
        settings={[
          { name: 'RINGLEADER_DATA', value: dataFolder(), given: process.env['RINGLEADER_DATA'] !== undefined },
          { name: 'HOST', value: HOST, given: process.env['HOST'] !== undefined },
          { name: 'PORT', value: String(PORT), given: process.env['PORT'] !== undefined },
          {
            name: 'RINGLEADER_REGISTRIES',
            value: RINGLEADER_REGISTRIES ?? null,
            given: RINGLEADER_REGISTRIES !== undefined,
          },
        ]}
        overridden={overridden.map(({ host, address, port, minIntervalMs }) => ({
          host,
          address,
          port,
          minIntervalMs,
        }))}
      />
    </>
  );
}
