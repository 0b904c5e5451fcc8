'use client';

import type { RefObject } from 'react';
import { Button } from '@/components/ui/button';
import { useWords } from '@/components/ui/language';
import type { MessageKey } from '@/lib/messages';
import { PAGES } from './pages';
import { PreferenceForm } from './preference-form';

const KEYS: ReadonlyArray<readonly [keys: readonly string[], name: MessageKey]> = [
  [['/'], 'keys.search'],
  [['Ctrl K'], 'keys.palette'],
  [['j', 'k'], 'keys.move'],
  [['Enter'], 'keys.open'],
  [['e'], 'keys.evidence'],
  [['y'], 'keys.confirm'],
  [['n'], 'keys.reject'],
  [['s'], 'keys.split'],
  [['b'], 'keys.block-list'],
  [['u'], 'keys.undo'],
  [['Esc'], 'keys.close'],
  [['?'], 'keys.help'],
];

interface Props {
  dialog: RefObject<HTMLDialogElement | null>;
  single: boolean;
}

function KeyRow({ keys, name }: { keys: readonly string[]; name: MessageKey }) {
  const { t } = useWords();
  return (
    <div className="flex items-baseline gap-3 py-1">
      <dt className="flex w-20 shrink-0 gap-1">
        {keys.map((key, index) => (
          <kbd key={index}>{key}</kbd>
        ))}
      </dt>
      <dd>{t(name)}</dd>
    </div>
  );
}

/** The list of keys, and the switch for those who do not want single letters to act. */
export function KeyHelp({ dialog, single }: Props) {
  const { t } = useWords();
  return (
    <>
      <Button
        look="quiet"
        className="justify-start text-ink-3 max-md:hidden"
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        {t('keys.title')} <kbd aria-hidden>?</kbd>
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby="keys-title"
        className="w-[min(620px,calc(100vw-32px))] rounded-m p-6"
        onClick={(event) => {
          if (event.target === dialog.current) dialog.current.close();
        }}
      >
        <div className="flex items-center justify-between gap-4">
          <h2 id="keys-title" className="text-l font-semibold">
            {t('keys.title')}
          </h2>
          <Button onClick={() => dialog.current?.close()}>
            {t('ui.close')} <kbd aria-hidden>Esc</kbd>
          </Button>
        </div>
        {single ? null : <p className="mt-3 text-s text-ink-2">{t('keys.are-off')}</p>}
        <div className="mt-4 grid grid-cols-2 gap-x-8 text-s max-md:grid-cols-1">
          <dl>
            {KEYS.map(([keys, name]) => (
              <KeyRow key={name} keys={keys} name={name} />
            ))}
          </dl>
          <div>
            <h3 className="py-1 font-medium text-ink-2">{t('keys.go')}</h3>
            <dl>
              {PAGES.map(({ letter, name }) => (
                <KeyRow key={name} keys={['g', letter]} name={name} />
              ))}
            </dl>
          </div>
        </div>
        <div className="mt-4 border-t border-line pt-4">
          <PreferenceForm name="keys" value={single ? 'off' : 'on'}>
            {t(single ? 'keys.turn-off' : 'keys.turn-on')}
          </PreferenceForm>
        </div>
      </dialog>
    </>
  );
}
