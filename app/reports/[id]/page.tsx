import type { Metadata } from 'next';
import { Link } from '@/components/ui/link';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { LinkList } from '@/components/reports/link-list';
import { ShareForm } from '@/components/reports/share-form';
import { buttonStyle } from '@/components/ui/button-style';
import { Facts } from '@/components/ui/facts';
import { PageHeader, SectionHeading } from '@/components/ui/headings';
import { Mono } from '@/components/ui/mono';
import { Visible } from '@/components/ui/visible';
import { readReport, readShareLinks, type ShareLinkRow } from '@/lib/db/read/reports';
import { formatTime } from '@/lib/messages';
import { ownerContext } from '@/lib/services/context';
import { localOffset } from '../../local-offset';
import { getUi } from '../../ui';
import { revoke, share } from '../actions';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await connection();
  const [{ id }, { t }] = await Promise.all([params, getUi()]);
  const report = readReport(id, 0);
  return { title: report ? t('page.report.of', { name: report.operator.name }) : t('not-found.title') };
}

const stateOf = ({ revokedMs, expiresMs }: ShareLinkRow, nowMs: number): 'active' | 'expired' | 'revoked' =>
  revokedMs !== null ? 'revoked' : expiresMs <= nowMs ? 'expired' : 'active';

export default async function ReportPage({ params }: Props) {
  await connection();
  const [{ id }, { t, language }] = await Promise.all([params, getUi()]);
  const nowMs = ownerContext().nowMs;
  const report = readReport(id, nowMs);
  if (!report) notFound();
  const { operator, version, createdMs, sha256 } = report;
  const made = formatTime(createdMs, localOffset(createdMs), language);
  const links = readShareLinks(report.id).map((link) => ({
    ...link,
    state: stateOf(link, nowMs),
    utcOffsetMinutes: localOffset(link.createdMs),
  }));
  return (
    <>
      <PageHeader
        kicker={t('page.report.kicker', { version, made })}
        title={t('page.report.of', { name: operator.name })}
        lead={t('page.report.lead')}
        actions={
          <>
            <a href={`/reports/${id}/view`} target="_blank" rel="noreferrer" className={buttonStyle('plain')}>
              {t('page.report.open')}
            </a>
            <a href={`/reports/${id}/download`} download className={buttonStyle('plain')}>
              {t('page.report.download')}
            </a>
          </>
        }
      />
      <div className="grid gap-x-11 lg:grid-cols-[minmax(0,1fr)_300px]">
        <div className="min-w-0 pt-6">
          <iframe
            src={`/reports/${id}/view`}
            sandbox=""
            title={t('page.report.frame')}
            className="h-[80vh] w-full max-md:h-[60vh] border border-line bg-sheet"
          />
        </div>
        <div className="min-w-0">
          <SectionHeading>{t('page.report.share')}</SectionHeading>
          {/* A link made here is not shown on once one was revoked: it may be that one. */}
          <ShareForm key={links.filter(({ state }) => state === 'revoked').length} report={id} share={share} />
          {links.length > 0 ? (
            <>
              <SectionHeading>{t('page.report.links')}</SectionHeading>
              <LinkList links={links} revoke={revoke} />
            </>
          ) : null}
          <SectionHeading>{t('page.report.facts')}</SectionHeading>
          <Facts
            items={[
              {
                label: t('kind.operator'),
                value: (
                  <Link href={`/operators/${operator.publicId}`}>
                    <Visible text={operator.name} />
                  </Link>
                ),
              },
              { label: t('page.reports.column.language'), value: t(`page.reports.language.${report.language}`) },
              {
                label: t('page.reports.column.recipients'),
                value: t(report.masked ? 'page.reports.masked' : 'page.reports.unmasked'),
              },
              { label: 'SHA-256', value: <Mono text={sha256} shorten={24} /> },
            ]}
          />
        </div>
      </div>
    </>
  );
}
