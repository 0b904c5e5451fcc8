'use client';

import { Facts } from '@/components/ui/facts';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Visible } from '@/components/ui/visible';

const PLAIN = ['name', 'organisation', 'division', 'title'] as const;

interface Props {
  contact: Record<
    (typeof PLAIN)[number] | 'email' | 'phone' | 'phoneE164' | 'fax' | 'postalAddress' | 'updatedOn',
    string | null
  >;
}

/** What the registry says of a contact. */
export function ContactFacts({ contact }: Props) {
  const { t } = useWords();
  const { email, phone, phoneE164, fax, postalAddress, updatedOn } = contact;
  return (
    <Facts
      items={[
        ...PLAIN.map((name) => ({ label: t(`page.contact.fact.${name}`), value: visible(contact[name]) })),
        { label: t('page.contact.fact.email'), value: email && <Mono text={email} /> },
        {
          label: t('page.contact.fact.phone'),
          value: phone && (
            <>
              <Mono text={phone} />
              {phoneE164 && phoneE164 !== phone ? (
                <span className="block text-ink-3">
                  <Mono text={phoneE164} />
                </span>
              ) : null}
            </>
          ),
        },
        { label: t('page.contact.fact.fax'), value: fax && <Mono text={fax} /> },
        { label: t('page.contact.fact.address'), value: visible(postalAddress) },
        { label: t('page.contact.fact.updated'), value: updatedOn },
      ]}
    />
  );
}

function visible(text: string | null) {
  return text === null || text === '' ? null : (
    <bdi className="whitespace-pre-line">
      <Visible text={text} keep={'\n'} />
    </bdi>
  );
}
