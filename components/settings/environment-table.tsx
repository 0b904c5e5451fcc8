'use client';

import { useWords } from '@/components/ui/language';
import { Mono } from '@/components/ui/mono';
import { Table, Td, Th } from '@/components/ui/table';
import { formatDuration, isMessageKey } from '@/lib/messages';

interface Props {
  settings: ReadonlyArray<{ name: string; value: string | null; given: boolean }>;
  /** Rows of the registry directory that the site changed or added. */
  overridden: ReadonlyArray<{ host: string; address: string | null; port: number; minIntervalMs: number }>;
}

/** What the environment says, and what stands where it says nothing. */
export function EnvironmentTable({ settings, overridden }: Props) {
  const { t, language } = useWords();
  const meaning = (name: string): string => {
    const key = `page.settings.env.${name}`;
    return isMessageKey(key) ? t(key) : '';
  };
  return (
    <div className="mt-8">
      <Table caption={t('page.settings.environment')}>
        <thead>
          <tr>
            <Th>{t('page.settings.setting')}</Th>
            <Th>{t('page.settings.value')}</Th>
            <Th className="max-md:hidden">{t('page.settings.meaning')}</Th>
          </tr>
        </thead>
        <tbody>
          {settings.map(({ name, value, given }) => (
            <tr key={name}>
              <Td>
                <Mono text={name} />
                <p className="text-ink-2 md:hidden">{meaning(name)}</p>
              </Td>
              <Td className="align-top md:min-w-40">
                {value === null ? (
                  <span className="text-ink-3">{t('page.settings.not-set')}</span>
                ) : (
                  <Mono text={value} />
                )}{' '}
                {given || value === null ? null : <span className="text-ink-3">{t('page.settings.default')}</span>}
              </Td>
              <Td className="min-w-56 text-ink-2 max-md:hidden">{meaning(name)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {overridden.length > 0 ? (
        <div className="mt-6">
          <Table caption={t('page.settings.overridden')}>
            <thead>
              <tr>
                <Th>{t('page.settings.host')}</Th>
                <Th>{t('page.settings.reached-at')}</Th>
                <Th right>{t('page.settings.interval')}</Th>
              </tr>
            </thead>
            <tbody>
              {overridden.map(({ host, address, port, minIntervalMs }) => (
                <tr key={host}>
                  <Td>
                    <Mono text={host} />
                  </Td>
                  <Td>
                    <Mono text={`${address ?? host}:${port}`} />
                  </Td>
                  <Td right>{formatDuration(minIntervalMs, language)}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      ) : null}
      <p className="mt-3 max-w-[68ch] text-s text-ink-3">{t('page.settings.restart')}</p>
    </div>
  );
}
