'use client';

import { Link } from '@/components/ui/link';
import { useWords } from '@/components/ui/language';
import { Row, Table, Td, Th } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { Visible } from '@/components/ui/visible';
import { formatNumber } from '@/lib/messages';

export interface ReportLine {
  publicId: string;
  operator: string;
  version: number;
  createdMs: number;
  utcOffsetMinutes: number;
  language: 'en' | 'ja';
  masked: boolean;
  activeLinks: number;
}

/** Reports, the newest first. */
export function ReportsTable({ reports }: { reports: readonly ReportLine[] }) {
  const { t, language } = useWords();
  return (
    <Table caption={t('page.reports.title')} hideCaption>
      <thead>
        <tr>
          <Th>{t('kind.operator')}</Th>
          <Th right>{t('page.reports.column.version')}</Th>
          <Th>{t('page.reports.column.made')}</Th>
          <Th>{t('page.reports.column.language')}</Th>
          <Th>{t('page.reports.column.recipients')}</Th>
          <Th right>{t('page.reports.column.links')}</Th>
        </tr>
      </thead>
      <tbody>
        {reports.map((report) => (
          <Row key={report.publicId}>
            <Td className="min-w-40">
              <Link href={`/reports/${report.publicId}`}>
                <bdi>
                  <Visible text={report.operator} />
                </bdi>
              </Link>
            </Td>
            <Td right>{formatNumber(report.version, language)}</Td>
            <Td>
              <Time at={report.createdMs} utcOffsetMinutes={report.utcOffsetMinutes} />
            </Td>
            <Td>{t(`page.reports.language.${report.language}`)}</Td>
            <Td>{t(report.masked ? 'page.reports.masked' : 'page.reports.unmasked')}</Td>
            <Td right>{formatNumber(report.activeLinks, language)}</Td>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
