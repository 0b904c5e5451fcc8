import type { Metadata } from 'next';
import { connection } from 'next/server';
import { type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import { EnvironmentTable } from '@/components/settings/environment-table';
import { OwnNetworksForm } from '@/components/settings/own-networks-form';
import { SampleSection } from '@/components/settings/sample-section';
import { PageHeader } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { readCounts } from '@/lib/db/read/counts';
import { dataFolder } from '@/lib/services/settings';
import { readOwnNetworks } from '@/lib/services/own-addresses';
import { readDirectory, readEnvironment } from '@/lib/services/settings';
import { getUi } from '../ui';
import { loadSample, removeSampleCase, saveNetworks } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getUi()).t('page.settings.title') };
}

export default async function SettingsPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  await connection();
  const [ui, params] = await Promise.all([getUi(), searchParams]);
  const error = paramOf(params, 'error');
  const { HOST, PORT, RINGLEADER_REGISTRIES } = readEnvironment(process.env);
  const overridden = [...readDirectory(process.env).values()].filter((row) => row.overridden);
  return (
    <>
      <PageHeader title={ui.t('page.settings.title')} lead={ui.t('page.settings.lead')} />
      {error ? <Notice tone="error">{ui.message({ key: error, params: {} })}</Notice> : null}
      <OwnNetworksForm networks={readOwnNetworks()} action={saveNetworks} />
      <SampleSection loaded={readCounts().sample} load={loadSample} remove={removeSampleCase} />
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
