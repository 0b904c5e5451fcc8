'use client';

import { Link } from '@/components/ui/link';
import { hrefWith, type PageParams } from '@/components/evidence/evidence-refs';
import { RegistryName } from '@/components/networks/registry-name';
import { Facts } from '@/components/ui/facts';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Visible } from '@/components/ui/visible';
import type { OwnerView } from './address-table';

interface Props {
  owner: OwnerView & { networkName: string | null; registry: string; answerId: number };
  path: string;
  params: PageParams;
}

/** Whose an address is, and the answer that says so. */
export function OwnerFacts({ owner, path, params }: Props) {
  const { t } = useWords();
  const { networkId, network, networkName, organisationId, organisation, operatorId, operator, registry } = owner;
  return (
    <>
      <SectionHeading>{t('page.address.owner-title')}</SectionHeading>
      <Facts
        items={[
          {
            label: t('page.address.network'),
            value: (
              <Link href={`/networks/${networkId}`}>
                <Mono text={network} />
              </Link>
            ),
          },
          { label: t('page.address.network-name'), value: networkName && <Mono text={networkName} /> },
          {
            label: t('page.address.organisation'),
            value: organisation && <Named href={`/organisations/${organisationId}`} name={organisation} />,
          },
          {
            label: t('page.address.operator'),
            value: operator && <Named href={`/operators/${operatorId}`} name={operator} />,
          },
          { label: t('page.address.registry'), value: <RegistryName id={registry} /> },
          {
            label: t('page.address.how'),
            value: (
              <Link href={hrefWith(path, params, { evidence: `answer:${owner.answerId}` })} scroll={false} data-key="e">
                {t('page.address.how-answer')}
              </Link>
            ),
          },
        ]}
      />
    </>
  );
}

function Named({ href, name }: { href: string; name: string }) {
  return (
    <Link href={href}>
      <bdi>
        <Visible text={name} />
      </bdi>
    </Link>
  );
}
