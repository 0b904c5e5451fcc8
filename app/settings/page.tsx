import type { Metadata } from 'next';
import { connection } from 'next/server';
import { EnvironmentTable } from '@/components/settings/environment-table';
import { OwnNetworksForm } from '@/components/settings/own-networks-form';
import { SampleSection } from '@/components/settings/sample-section';
import { PageHeader } from '@/components/ui/headings';
import { readCounts } from '@/lib/db/read/counts';
import { readOwnNetworks } from '@/lib/services/own-addresses';
import { dataFolder, readDirectory, readEnvironment } from '@/lib/services/settings';
import { removeSample } from '../remove-sample';
import { getUi } from '../ui';
import { loadSample, saveNetworks } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getUi()).t('page.settings.title') };
}

export default async function SettingsPage() {
  await connection();
  const { t } = await getUi();
  const { HOST, PORT, RINGLEADER_REGISTRIES } = readEnvironment(process.env);
  const overridden = [...readDirectory(process.env).values()].filter((row) => row.overridden);
  return (
    <>
      <PageHeader title={t('page.settings.title')} lead={t('page.settings.lead')} />
      <OwnNetworksForm networks={readOwnNetworks()} action={saveNetworks} />
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
