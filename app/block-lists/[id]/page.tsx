import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { AcceptedClients } from '@/components/accepted/accepted-clients';
import { AcceptedWarning } from '@/components/accepted/accepted-warning';
import { commandsFor } from '@/components/block-lists/commands-for';
import { NoticeList } from '@/components/block-lists/notice-list';
import { RefusedList } from '@/components/block-lists/refused-list';
import { RuleCommands } from '@/components/block-lists/rule-commands';
import { RuleForm } from '@/components/block-lists/rule-form';
import { hrefWith, type PageParams } from '@/components/evidence/evidence-refs';
import { buttonStyle } from '@/components/ui/button-style';
import { CopyButton } from '@/components/ui/copy-button';
import { PageHeader, SectionHeading } from '@/components/ui/headings';
import { Mono } from '@/components/ui/mono';
import { Notice } from '@/components/ui/notice';
import { Rich } from '@/components/ui/rich';
import { RULE_WRITERS } from '@/lib/blocklist';
import { readBlockList } from '@/lib/db/read/block-lists';
import { formatTime } from '@/lib/messages';
import { renderStoredBlockList } from '@/lib/services/build-block-list';
import { localOffset } from '../../local-offset';
import { getUi } from '../../ui';
import { splitNotices } from '../accepted-then';
import { countAddresses } from '../count-addresses';
import { loadAccepted } from '../load-accepted';
import { readRuleChoice } from '../rule-choice';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<PageParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await connection();
  const [{ id }, { t }] = await Promise.all([params, getUi()]);
  const list = readBlockList(id);
  return { title: list ? t('page.block-list.title', { name: list.operator.name }) : t('not-found.title') };
}

export default async function BlockListPage({ params, searchParams }: Props) {
  await connection();
  const [{ id }, query, { t, rich, language }] = await Promise.all([params, searchParams, getUi()]);
  const list = readBlockList(id);
  if (!list) notFound();
  const path = `/block-lists/${id}`;
  const { format, choice } = readRuleChoice(query);
  const file = renderStoredBlockList(id, format, choice);
  const { operator, prefixes, refused, createdMs } = list;
  const notices = splitNotices(list.notices);
  const { share, clients } = loadAccepted(prefixes, operator.origin);
  const counts = countAddresses(prefixes);
  const made = formatTime(createdMs, localOffset(createdMs), language);
  const families = { four: counts.addresses > 0, six: counts.six > 0 };
  return (
    <>
      <PageHeader
        kicker={t('page.block-list.kicker', { made })}
        title={t('page.block-list.title', { name: operator.name })}
        lead={
          <>
            <Rich
              parts={rich({
                key: 'page.block-list.lead',
                params: { prefixes: prefixes.length, refused: refused.length, name: operator.name, ...counts },
              })}
              link={(children) => <Link href={`/operators/${operator.publicId}`}>{children}</Link>}
            />
            {language === 'en' ? ' ' : ''}
            {t('page.block-list.accepted', { ...notices.then })}
          </>
        }
        actions={
          <a
            href={hrefWith(`${path}/download`, {}, { format, ...choice })}
            download={file.name}
            className={buttonStyle('seal')}
          >
            {t('page.block-list.download')}
          </a>
        }
      />
      {operator.verdict === 'confirmed' ? null : (
        <Notice>
          {t(operator.verdict === 'rejected' ? 'page.block-list.rejected' : 'page.block-list.unconfirmed')}
        </Notice>
      )}
      <AcceptedWarning share={share} href="#accepted" />
      <div className="grid gap-x-11 lg:grid-cols-[minmax(0,1fr)_300px]">
        <div className="min-w-0">
          <SectionHeading>{t('page.block-list.rules')}</SectionHeading>
          <RuleForm
            key={format}
            path={path}
            formats={RULE_WRITERS.map(({ id, hasPlace }) => ({ id, hasPlace }))}
            format={format}
            choice={choice}
          />
          <p className="mt-3 max-w-[68ch] text-s text-ink-2">{t(`page.block-lists.about.${format}`)}</p>
          <div className="mt-3 mb-2 flex flex-wrap items-center justify-between gap-2 text-s">
            <Mono text={file.name} className="text-ink-2" />
            <CopyButton text={file.text} />
          </div>
          <pre className="log max-h-[480px] overflow-auto" tabIndex={0} aria-label={file.name}>
            {file.text}
          </pre>
          <SectionHeading>{t('page.block-list.use')}</SectionHeading>
          <RuleCommands format={format} commands={commandsFor(format, file.name, id, families)} />
          {notices.affected.length > 0 || clients.length > 0 ? (
            <>
              <SectionHeading
                id="accepted"
                aside={t('accepted.shown', { shown: clients.length, total: share.addresses })}
              >
                {t('accepted.title')}
              </SectionHeading>
              <NoticeList notices={notices.affected} />
              <p className="my-2.5 text-s text-ink-2">
                {t('page.block-list.accepted.now', { affected: share.messages })}
              </p>
              <AcceptedClients clients={clients} />
            </>
          ) : null}
        </div>
        <div className="min-w-0">
          <SectionHeading aside={String(prefixes.length)}>{t('page.block-list.in')}</SectionHeading>
          <ul className="max-h-[420px] overflow-auto text-s" tabIndex={0} aria-label={t('page.block-list.in')}>
            {prefixes.map((prefix) => (
              <li key={prefix} className="border-b border-line py-1">
                <Mono text={prefix} />
              </li>
            ))}
          </ul>
          <SectionHeading aside={String(refused.length)}>{t('page.block-list.refused')}</SectionHeading>
          {refused.length > 0 ? (
            <RefusedList refused={refused} />
          ) : (
            <p className="text-s text-ink-3">{t('page.block-list.refused.none')}</p>
          )}
          {notices.others.length > 0 ? (
            <>
              <SectionHeading>{t('page.block-list.notices')}</SectionHeading>
              <NoticeList notices={notices.others} />
            </>
          ) : null}
        </div>
      </div>
    </>
  );
}
