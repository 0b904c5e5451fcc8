'use client';

import { Link } from '@/components/ui/link';
import { Count } from '@/components/ui/count';
import { Empty } from '@/components/ui/empty';
import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Pager } from '@/components/ui/pager';
import { Row, Table, Td, Th } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { type LeakAction, recipientHref, type RecipientChoiceName, type RecipientView } from './leak-view';
import { ServiceForm } from './service-form';

interface Props {
  recipients: readonly RecipientView[];
  total: number;
  choice: RecipientChoiceName;
  choices: readonly RecipientChoiceName[];
  offset: number;
  limit: number;
  action: LeakAction;
}

/** Recipients that were written to, with a field to name the service of each. */
export function RecipientTable({ recipients, total, choice, choices, offset, limit, action }: Props) {
  const { t } = useWords();
  const href = (at: number): string => `/leaks?show=${choice}${at > 0 ? `&offset=${at}` : ''}`;
  return (
    <div className="mt-8">
      <nav aria-label={t('page.leaks.choose')} className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-s">
        {choices.map((other) => (
          <Link
            key={other}
            href={`/leaks?show=${other}`}
            scroll={false}
            aria-current={other === choice ? 'true' : undefined}
            className="text-ink-2 aria-[current=true]:font-semibold aria-[current=true]:text-ink aria-[current=true]:no-underline"
          >
            {t(`page.leaks.show.${other}`)}
          </Link>
        ))}
      </nav>
      {recipients.length === 0 ? (
        <Empty title={t(`page.leaks.none.${choice}`)} sentence={t('page.leaks.none-hint')} />
      ) : (
        <Table caption={t(`page.leaks.caption.${choice}`, { count: total })}>
          <thead>
            <tr>
              <Th>{t('page.leaks.recipient')}</Th>
              <Th right>{t('page.leaks.refusals')}</Th>
              <Th right className="max-md:hidden">
                {t('page.leaks.templates')}
              </Th>
              <Th right className="max-md:hidden">
                {t('page.leaks.organisations')}
              </Th>
              <Th className="max-md:hidden">{t('page.leaks.first')}</Th>
              <Th>{t('page.leaks.service')}</Th>
            </tr>
          </thead>
          <tbody>
            {recipients.map((recipient) => (
              <RecipientTableRow key={recipient.text} recipient={recipient} action={action} />
            ))}
          </tbody>
        </Table>
      )}
      <Pager
        shown={total > limit ? t('page.leaks.shown', { shown: recipients.length, total }) : undefined}
        newerHref={offset > 0 ? href(Math.max(0, offset - limit)) : null}
        olderHref={offset + limit < total ? href(offset + limit) : null}
      />
    </div>
  );
}

function RecipientTableRow({ recipient, action }: { recipient: RecipientView; action: LeakAction }) {
  const { text, service, events, firstMs, utcOffsetMinutes, templates, organisations } = recipient;
  return (
    <Row>
      <Td className="min-w-32 md:min-w-44">
        <Link href={recipientHref(text)} data-open>
          <Mono text={text} shorten={44} />
        </Link>
      </Td>
      <Td right>
        <Count value={events} href={recipientHref(text)} />
      </Td>
      <Td right className="max-md:hidden">
        <Count value={templates} href={recipientHref(text)} />
      </Td>
      <Td right className="max-md:hidden">
        <Count value={organisations} href={recipientHref(text)} />
      </Td>
      <Td className="max-md:hidden">
        {firstMs === null ? null : <Time at={firstMs} utcOffsetMinutes={utcOffsetMinutes} />}
      </Td>
      <Td>
        <ServiceForm recipient={text} service={service} action={action} />
      </Td>
    </Row>
  );
}
