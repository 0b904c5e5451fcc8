import type { Metadata } from 'next';
import { connection } from 'next/server';
import { type PageParams, paramOf } from '@/components/evidence/evidence-refs';
import { OfflineFacts } from '@/components/networks/offline-facts';
import { SearchResults } from '@/components/search/search-results';
import { search } from '@/lib/db/read/search';
import { offlineFacts } from '@/lib/services/offline-data';
import { getUi } from '../ui';

/** Longer than this is no name of anything. */
const LONGEST = 320;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getUi()).t('page.search.title') };
}

export default async function SearchPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  await connection();
  const question = (paramOf(await searchParams, 'q') ?? '').trim().slice(0, LONGEST);
  return (
    <>
      <SearchResults question={question} found={search(question)} />
      <OfflineFacts facts={await offlineFacts(question)} />
    </>
  );
}
