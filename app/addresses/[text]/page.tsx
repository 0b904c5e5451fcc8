import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { addressHref } from '@/components/addresses/address-href';
import { OwnerFacts } from '@/components/addresses/owner-facts';
import { pageUnder, valueOf } from '@/components/events/events-href';
import type { PageParams } from '@/components/evidence/evidence-refs';
import { FacetList } from '@/components/groups/facet-list';
import { LastRefusals } from '@/components/groups/last-refusals';
import { LinkButton } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/headings';
import { Mono } from '@/components/ui/mono';
import { Rich } from '@/components/ui/rich';
import { readAddress } from '@/lib/db/read/addresses';
import { readSightings } from '@/lib/db/read/sightings';
import { formatAddress } from '@/lib/model';
import { EvidencePanel } from '../../evidence-panel';
import { FilterBar } from '../../filter-bar';
import { loadOne, valuesOf } from '../../load-one';
import { OneRefusals } from '../../one-refusals';
import { getUi } from '../../ui';
import { addressSentences, sightingSentence } from '../address-sentences';
import { readAddressText } from '../read-address-text';

interface Props {
  params: Promise<{ text: string }>;
  searchParams: Promise<PageParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ text }, { t }] = await Promise.all([params, getUi()]);
  const address = readAddressText(text);
  return { title: address ? formatAddress(address) : t('not-found.title') };
}

export default async function AddressPage({ params, searchParams }: Props) {
  await connection();
  const [{ text: part }, query, ui] = await Promise.all([params, searchParams, getUi()]);
  const asked = readAddressText(part);
  if (!asked) notFound();
  const { t, rich } = ui;
  const address = readAddress(asked);
  const { text, owner, events } = address;
  const path = addressHref(text);
  const one = await loadOne(query, 'ip', valueOf('ip', text));
  const sightings = readSightings(text);
  const sentences = [...addressSentences(address), ...(sightings ? [sightingSentence(sightings, ui)] : [])];
  return (
    <>
      <PageHeader
        kicker={t('page.address.kicker')}
        title={<Mono text={text} />}
        lead={sentences.map((sentence) => (
          <span key={sentence.key}>
            <Rich
              parts={rich(sentence, one.utcOffsetMinutes)}
              link={(children) => <Link href={`/networks/${owner?.networkId}`}>{children}</Link>}
            />{' '}
          </span>
        ))}
        actions={
          events > 0 ? (
            <>
              <LinkButton href={`/graph?center=address:${address.id}`}>{t('page.address.graph')}</LinkButton>
              <LinkButton href={pageUnder('/events', one.text)}>{t('list.all-refusals')}</LinkButton>
            </>
          ) : null
        }
      />
      {events > 0 ? <FilterBar path={path} params={query} /> : null}
      <div className="grid gap-x-11 lg:grid-cols-[minmax(0,1fr)_300px]">
        <div className="min-w-0">
          {events > 0 ? <OneRefusals one={one} /> : null}
          <LastRefusals refusals={one.last} path={path} params={query} />
        </div>
        <div className="min-w-0">
          {owner ? <OwnerFacts owner={owner} path={path} params={query} /> : null}
          <FacetList
            title={t('page.address.templates')}
            name="template"
            values={valuesOf(one.matches, 'template')}
            filter={one.text}
          />
          <FacetList
            title={t('page.address.recipients')}
            name="recipient"
            values={valuesOf(one.matches, 'recipient')}
            filter={one.text}
          />
        </div>
      </div>
      <EvidencePanel path={path} params={query} />
    </>
  );
}
