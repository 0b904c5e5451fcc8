import type { PageParams } from '@/components/evidence/evidence-refs';
import { SPARK_PARTS } from '@/components/groups/group-view';
import { FoundNetworksTable } from '@/components/networks/found-networks-table';
import { type NetworkLine, NetworksTable } from '@/components/networks/networks-table';
import { SectionHeading } from '@/components/ui/headings';
import { readGroupsOf } from '@/lib/db/read/explore';
import { loadFound, offsetOf } from '../load-groups';
import { getUi } from '../ui';
import { describeNetworks } from './found-networks';

interface Props {
  title: string;
  networks: readonly NetworkLine[];
  params: PageParams;
}

/** Networks that hold this one or lie in it; under a filter those of which it leaves something. */
export async function NetworksBeside({ title, networks, params }: Props) {
  if (networks.length === 0) return null;
  const { t } = await getUi();
  const { text, found } = await loadFound(params);
  if (text === '' || found === null)
    return (
      <>
        <SectionHeading>{title}</SectionHeading>
        <NetworksTable caption={title} networks={networks} />
      </>
    );
  const ids = networks.map(({ id }) => id);
  const left = describeNetworks(readGroupsOf(found.matches, 'net', ids, SPARK_PARTS));
  return (
    <>
      <SectionHeading aside={t('page.networks.shown', { shown: left.length, total: networks.length })}>
        {title}
      </SectionHeading>
      {left.length === 0 ? (
        <p className="text-ink-2">{t('list.none-filtered')}</p>
      ) : (
        <FoundNetworksTable networks={left} filter={text} utcOffsetMinutes={offsetOf(found.matches)} />
      )}
    </>
  );
}
