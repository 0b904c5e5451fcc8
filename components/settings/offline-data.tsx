'use client';

import { ActionForm, type FormState } from '@/components/evidence/action-form';
import { SectionHeading } from '@/components/ui/headings';
import { useWords } from '@/components/ui/language';
import { SubmitButton } from '@/components/ui/submit-button';
import { Row, Table, Td, Th } from '@/components/ui/table';
import { Visible } from '@/components/ui/visible';
import { OfflineDataForm } from './offline-data-form';

export interface OfflineFileView {
  id: string;
  name: string;
  sha256: string;
  content: string;
  /** Epoch ms. */
  dateMs: number;
  dateOf: 'build' | 'file';
  networks: number | null;
  badLines: number;
}

interface Props {
  files: readonly OfflineFileView[];
  remove: (state: FormState<unknown>, form: FormData) => Promise<FormState<unknown>>;
}

/** The operator's own files of networks: what they are, of when, and what was left out of them. */
export function OfflineData({ files, remove }: Props) {
  const { t } = useWords();
  return (
    <section id="offline">
      <SectionHeading>{t('page.settings.offline-title')}</SectionHeading>
      <p className="mb-3 max-w-[68ch] text-s text-ink-2">{t('page.settings.offline-lead')}</p>
      {files.length === 0 ? (
        <p className="mb-3 text-s text-ink-3">{t('page.settings.offline-none')}</p>
      ) : (
        <Table caption={t('page.settings.offline-title')} hideCaption>
          <thead>
            <tr>
              <Th>{t('page.settings.offline-file')}</Th>
              <Th>{t('page.settings.offline-holds')}</Th>
              <Th>{t('page.settings.offline-date')}</Th>
              <Th />
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <OfflineRow key={file.id} file={file} remove={remove} />
            ))}
          </tbody>
        </Table>
      )}
      <OfflineDataForm />
    </section>
  );
}

function OfflineRow({ file, remove }: { file: OfflineFileView; remove: Props['remove'] }) {
  const { t } = useWords();
  const { id, name, sha256, content, dateMs, dateOf, networks, badLines } = file;
  return (
    <Row>
      <Td>
        <bdi title={`SHA-256 ${sha256}`}>
          <Visible text={name} />
        </bdi>
      </Td>
      <Td>
        <bdi>
          <Visible text={content} />
        </bdi>
        <div className="text-ink-3">
          {[
            networks === null ? null : t('page.settings.offline-networks', { count: networks }),
            badLines === 0 ? null : t('page.settings.offline-bad', { count: badLines }),
          ]
            .filter((text) => text !== null)
            .join(' · ')}
        </div>
      </Td>
      <Td className="whitespace-nowrap">
        {new Date(dateMs).toISOString().slice(0, 10)}
        <div className="text-ink-3">
          {t(dateOf === 'build' ? 'page.settings.offline-built' : 'page.settings.offline-written')}
        </div>
      </Td>
      <Td right>
        <ActionForm action={remove} fields={{ id }}>
          <SubmitButton>{t('page.settings.offline-remove')}</SubmitButton>
        </ActionForm>
      </Td>
    </Row>
  );
}
