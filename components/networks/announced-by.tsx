'use client';

import { Link } from '@/components/ui/link';
import { formatEvidence, hrefWith, type PageParams } from '@/components/evidence/evidence-refs';
import { EvidenceMark } from '@/components/ui/evidence-mark';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Rich } from '@/components/ui/rich';

interface Props {
  announcements: ReadonlyArray<{
    asn: number | null;
    name: string | null;
    seen: boolean;
    server: string;
    answerId: number;
  }>;
  path: string;
  params: PageParams;
}

/** Which AS announces a network, who says so, and the answer that does. */
export function AnnouncedBy({ announcements, path, params }: Props) {
  const { t, rich } = useWords();
  if (announcements.length === 0) return null;
  return (
    <>
      <SectionHeading>{t('page.network.announced')}</SectionHeading>
      <ul className="text-s">
        {announcements.map(({ asn, name, seen, server, answerId }, index) => (
          <li key={`${asn} ${server}`} className="border-b border-line py-1">
            <Rich
              parts={rich({
                key:
                  asn === null
                    ? 'page.network.announced.nobody'
                    : `page.network.announced.${seen ? 'by' : 'registered'}`,
                params: { asn: String(asn), named: name === null ? 'no' : 'yes', name: name ?? '', server },
              })}
              link={(children) => <Link href={`/networks/as/${asn}`}>{children}</Link>}
            />{' '}
            <EvidenceMark
              number={index + 1}
              href={hrefWith(path, params, { evidence: formatEvidence([{ kind: 'answer', id: answerId }]) })}
              first
            />
          </li>
        ))}
      </ul>
    </>
  );
}
