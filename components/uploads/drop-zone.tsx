'use client';

import { useRouter } from 'next/navigation';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { FileChooser } from '@/components/ui/file-chooser';
import { useWords } from '@/components/ui/language';
import { Notice } from '@/components/ui/notice';
import { filesOfDrop, filesOfList, type NamedFile } from './collect-files';
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

/** Where logs and folders of them are dropped or chosen; three at once are sent. */
export function DropZone({ zone, zones, large = false }: Props) {
  const { t } = useWords();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { sendings, queue } = useSending();

  const take = (files: readonly NamedFile[]): void => {
    if (!form.current || files.length === 0) return;
    const data = new FormData(form.current);
    const text = (name: string): string => String(data.get(name) ?? '');
    queue().add(files, { zone: text('zone'), year: text('year'), format: text('format') });
    // The list of uploads shows how far it is, also when the first log is in and the empty home is gone.
    if (large) router.push('/uploads');
  };
  const hover = (event: DragEvent, inside: boolean): void => {
    event.preventDefault();
    setOver(inside);
  };
  const drop = async (transfer: DataTransfer): Promise<void> => {
    try {
      take(await filesOfDrop(transfer));
      setProblem(null);
    } catch (error) {
      console.warn(error);
      setProblem(t('page.uploads.folder-failed', { problem: error instanceof Error ? error.message : String(error) }));
    }
  };
  return (
    <form ref={form} onSubmit={(event) => event.preventDefault()}>
      <div
        onDragOver={(event) => hover(event, true)}
        onDragLeave={(event) => hover(event, false)}
        onDrop={(event) => {
          hover(event, false);
          void drop(event.dataTransfer);
        }}
        className={`grid place-items-center gap-3 rounded-m border border-dashed px-6 text-center ${large ? 'min-h-80 py-16' : 'min-h-40 py-8'} ${over ? 'border-ink bg-sunk' : 'border-edge bg-sheet'}`}
      >
        <div className="max-w-[52ch]">
          <p className={large ? 'text-l font-semibold' : 'font-semibold'}>{t('page.uploads.drop')}</p>
          <p className="mt-1 text-s text-ink-2">{t('page.uploads.drop-hint')}</p>
          <div className="mt-4 flex flex-wrap justify-center gap-2">
            <Chooser take={take} look="seal">
              {t('page.uploads.choose')}
            </Chooser>
            <Chooser take={take} look="plain" folder>
              {t('page.uploads.choose-folder')}
            </Chooser>
          </div>
        </div>
      </div>
      {problem ? <Notice tone="error">{problem}</Notice> : null}
      <SendingList sendings={sendings} queue={queue} />
      <DatingFields zone={zone} zones={zones} />
      <div className="mt-4 max-w-[332px]">
        <FormatField />
      </div>
    </form>
  );
}

interface ChooserProps {
  take: (files: readonly NamedFile[]) => void;
  look: 'seal' | 'plain';
  /** Whole folders are chosen. */
  folder?: boolean;
  children: ReactNode;
}

/** React's types do not know it; every browser does. */
const FOLDERS = { webkitdirectory: '' };

function Chooser({ take, look, folder = false, children }: ChooserProps) {
  return (
    <FileChooser
      multiple
      {...(folder ? FOLDERS : {})}
      look={look}
      onChange={(event) => {
        take(filesOfList(event.target.files ?? []));
        event.target.value = '';
      }}
    >
      {children}
    </FileChooser>
  );
}
