import type { Message } from '@/lib/model';
import type { NamedFile } from './collect-files';
import { type ReadingState, watchReading } from './reading-watch';
import { markSending } from './sending-mark';
import { FileSender, type ReadingChoice, type SendEvents } from './send-file';

/** Files sent at the same time. */
const AT_ONCE = 3;
/** Waits before each new try; the last one is kept to. */
const RETRY_MS = [1000, 2000, 4000, 8000, 15_000, 30_000] as const;
/** A connection that brings nothing on for so long is held to be broken. */
const STALL_MS = 30_000;
/** Pages hear of changes so often at most. */
const TELL_MS = 150;

/** One file on its way: sent, then read. */
export interface Sending {
  id: number;
  name: string;
  state: 'waiting' | 'sending' | 'checking' | 'paused' | 'lost' | 'reading' | 'done' | 'duplicate' | 'failed';
  sent: number;
  total: number;
  /** Bytes that were there from an earlier try; 0 where it began anew. */
  resumedAt: number;
  /** While `lost`: how long until it is tried again. */
  retryMs: number;
  /** Once it was received. */
  publicId: string | null;
  reading: ReadingState | null;
  error: Message | null;
}

interface Item {
  sending: Sending;
  sender: FileSender;
  attempts: number;
  /** When a byte left last; the next try, or the look for a stall. */
  movedMs: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  unwatch: (() => void) | undefined;
}

const isOnItsWay = ({ state }: Sending): boolean => state === 'sending' || state === 'checking' || state === 'lost';
/** The page must not be left without a word. */
const isUnsent = (sending: Sending): boolean => sending.state === 'waiting' || isOnItsWay(sending);

/** Sends files, three at once, through lost connections; lives as long as the tab, whatever page it shows. */
export class SendQueue {
  private items: Item[] = [];
  private snapshot: readonly Sending[] = [];
  private readonly listeners = new Set<() => void>();
  private telling: ReturnType<typeof setTimeout> | undefined;
  private nextId = 1;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly getSnapshot = (): readonly Sending[] => this.snapshot;

  add(files: readonly NamedFile[], choice: ReadingChoice): void {
    for (const { file, name } of files) this.items.push(this.createItem(file, name, choice));
    this.next();
  }

  pause(id: number): void {
    this.withItem(id, (item) => {
      this.rest(item);
      this.change(item, { state: 'paused' });
      void item.sender.pause();
    });
  }

  /** Goes on with what was paused, waits for its next try, or failed. */
  resume(id: number): void {
    this.withItem(id, (item) => {
      this.rest(item);
      item.attempts = 0;
      this.change(item, { state: 'waiting', error: null });
    });
  }

  /** Gives a file up; what came of it is removed. */
  cancel(id: number): void {
    this.withItem(id, (item) => {
      this.rest(item);
      this.items = this.items.filter((other) => other !== item);
      // Where the server cannot be reached its part stays, and is listed as stopped half-way.
      item.sender.cancel().catch((error: unknown) => console.warn(error));
    });
  }

  /** Takes what has come to its end off the list. */
  clear(): void {
    this.items = this.items.filter(({ sending: { state } }) => !['done', 'duplicate', 'failed'].includes(state));
    this.tell();
  }

  /** Tries at once what waits for its connection. */
  readonly retryLost = (): void => {
    for (const item of this.items) if (item.sending.state === 'lost') this.begin(item);
  };

  /** The machine has no network any more: what is on its way need not wait to notice. */
  readonly loseAll = (): void => {
    for (const item of this.items) if (item.sending.state === 'sending') this.breakOff(item);
  };

  readonly hold = (event: BeforeUnloadEvent): void => {
    if (this.items.some(({ sending }) => isUnsent(sending))) event.preventDefault();
  };

  private createItem(file: File, name: string, choice: ReadingChoice): Item {
    const id = this.nextId++;
    const sending: Sending = {
      ...{ id, name, state: 'waiting', sent: 0, total: file.size, resumedAt: 0, retryMs: 0 },
      ...{ publicId: null, reading: null, error: null },
    };
    const on = (work: (item: Item) => void): void => this.withItem(id, work);
    const events: SendEvents = {
      progress: (sent) => on((item) => this.progress(item, sent)),
      resumed: (resumedAt) => on((item) => this.change(item, { resumedAt, sent: resumedAt })),
      received: (publicId, duplicate) => on((item) => this.receive(item, publicId, duplicate)),
      broken: () => on((item) => this.lose(item)),
      refused: (error) =>
        on((item) => {
          this.rest(item);
          this.change(item, { state: 'failed', error });
        }),
    };
    return {
      sending,
      sender: new FileSender(file, name, choice, events),
      attempts: 0,
      movedMs: 0,
      timer: undefined,
      unwatch: undefined,
    };
  }

  private begin(item: Item): void {
    this.rest(item);
    item.movedMs = Date.now();
    this.change(item, { state: 'sending', error: null });
    this.lookForStall(item);
    item.sender.start();
  }

  private progress(item: Item, sent: number): void {
    if (sent > item.sending.sent) {
      item.movedMs = Date.now();
      item.attempts = 0;
    }
    const whole = sent >= item.sending.total;
    this.change(item, { sent, state: whole ? 'checking' : 'sending' });
  }

  private lookForStall(item: Item): void {
    item.timer = setTimeout(() => {
      if (item.sending.state === 'sending' && Date.now() - item.movedMs > STALL_MS) {
        this.breakOff(item);
      } else this.lookForStall(item);
    }, STALL_MS / 3);
  }

  private breakOff(item: Item): void {
    void item.sender.pause();
    this.lose(item);
  }

  private lose(item: Item): void {
    this.rest(item);
    const retryMs = RETRY_MS[Math.min(item.attempts++, RETRY_MS.length - 1)] ?? 0;
    this.change(item, { state: 'lost', retryMs });
    item.timer = setTimeout(() => this.begin(item), retryMs);
  }

  private receive(item: Item, publicId: string, duplicate: boolean): void {
    this.rest(item);
    this.change(item, { publicId, sent: item.sending.total, state: duplicate ? 'duplicate' : 'reading' });
    if (duplicate) return;
    item.unwatch = watchReading(publicId, (reading) => {
      const ended = reading === null || reading.state === 'done' || reading.state === 'failed';
      const state = !ended ? 'reading' : reading?.state === 'failed' ? 'failed' : 'done';
      if (ended) this.rest(item);
      this.change(item, { reading, state, error: reading?.error ?? null });
    });
  }

  /** Ends what waits for a time. */
  private rest(item: Item): void {
    clearTimeout(item.timer);
    item.unwatch?.();
    item.timer = item.unwatch = undefined;
  }

  private withItem(id: number, work: (item: Item) => void): void {
    const item = this.items.find(({ sending }) => sending.id === id);
    if (!item) return;
    work(item);
    this.next();
  }

  private change(item: Item, more: Partial<Sending>): void {
    item.sending = { ...item.sending, ...more };
    this.tell();
  }

  /** Begins what waits, where there is room. */
  private next(): void {
    let free = AT_ONCE - this.items.filter(({ sending }) => isOnItsWay(sending)).length;
    for (const item of this.items) {
      if (free <= 0) break;
      if (item.sending.state !== 'waiting') continue;
      this.begin(item);
      free--;
    }
    this.tell();
  }

  private tell(): void {
    this.telling ??= setTimeout(() => {
      this.telling = undefined;
      this.snapshot = this.items.map(({ sending }) => sending);
      markSending(this.snapshot.some(isUnsent));
      for (const listener of this.listeners) listener();
    }, TELL_MS);
  }
}
