'use client';

import { useSyncExternalStore } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { useWords } from '@/components/ui/language';
import { shipperSettings } from './shipper-settings';

const never = (): (() => void) => () => undefined;
/** What the server writes before the browser tells the name it was reached by. */
const DEFAULT_ORIGIN = 'http://127.0.0.1:3000';

/** A token that was just made, and the settings that use it: shown once. */
export function TokenFresh({ name, token }: { name: string; token: string }) {
  const { t } = useWords();
  const origin = useSyncExternalStore(
    never,
    () => window.location.origin,
    () => DEFAULT_ORIGIN,
  );
  return (
    <div role="status" className="mt-2 max-w-[860px] border-l-2 border-line-2 pl-3">
      <p className="mb-2 text-s font-medium">
        {name}: {t('page.settings.token.once')}
      </p>
      <code className="log mb-2 block !px-3 !py-1.5 break-all">{token}</code>
      <CopyButton text={token} label={t('page.settings.token.copy-token')} />
      {shipperSettings({ origin, token }).map((shipper) => (
        <details key={shipper.id} className="mt-3">
          <summary className="cursor-pointer text-s font-medium">{shipper.name}</summary>
          <pre className="log my-2 overflow-x-auto !px-3 !py-2 text-s" tabIndex={0}>
            {shipper.text}
          </pre>
          <CopyButton text={shipper.text} label={t('page.settings.token.copy-settings', { name: shipper.name })} />
        </details>
      ))}
    </div>
  );
}
