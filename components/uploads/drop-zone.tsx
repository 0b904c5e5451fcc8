'use client';

import { type DragEvent, useId, useRef, useState } from 'react';
import { buttonStyle } from '@/components/ui/button-style';
import { useWords } from '@/components/ui/language';
import { DatingFields } from './dating-fields';
import { FormatField } from './format-field';
import { SendingList } from './sending-list';
import { useSending } from './use-sending';

interface Props {
  /** The machine's own zone. */
  zone: string;
  zones: readonly string[];
  /** True where it is the largest thing of the page. */
  large?: boolean;
}

/** Where logs are dropped or chosen; several at once are sent one after the other. */
export function DropZone({ zone, zones, large = false }: Props) {
  const { t } = useWords();
  const form = useRef<HTMLFormElement>(null);
  const input = useId();
  const [over, setOver] = useState(false);
  const { sendings, send } = useSending();

  const take = (files: FileList | null): void => {
    if (form.current && files && files.length > 0) send([...files], new FormData(form.current));
  };
  const hover = (event: DragEvent, inside: boolean): void => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <form ref={form} onSubmit={(event) => event.preventDefault()}>
      <div
        onDragOver={(event) => hover(event, true)}
        onDragLeave={(event) => hover(event, false)}
        onDrop={(event) => {
          hover(event, false);
          take(event.dataTransfer.files);
        }}
        className={`grid place-items-center gap-3 rounded-m border border-dashed px-6 text-center ${large ? 'min-h-80 py-16' : 'min-h-40 py-8'} ${over ? 'border-ink bg-sunk' : 'border-edge bg-sheet'}`}
      >
        <div className="max-w-[52ch]">
          <p className={large ? 'text-l font-semibold' : 'font-semibold'}>{t('page.uploads.drop')}</p>
          <p className="mt-1 text-s text-ink-2">{t('page.uploads.drop-hint')}</p>
          <input
            id={input}
            type="file"
            multiple
            className="peer sr-only"
            onChange={(event) => {
              take(event.target.files);
              event.target.value = '';
            }}
          />
          <label
            htmlFor={input}
            className={buttonStyle(
              'seal',
              'mt-4 peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus',
            )}
          >
            {t('page.uploads.choose')}
          </label>
        </div>
      </div>
      <SendingList sendings={sendings} />
      <DatingFields zone={zone} zones={zones} />
      <div className="mt-4 max-w-[332px]">
        <FormatField />
      </div>
    </form>
  );
}
