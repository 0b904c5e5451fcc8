const WINDOW_MS = 60_000;

/** What one token may send in a minute, and how many batches are taken in at one time. */
export interface PaceLimits {
  batches: number;
  bytes: number;
  atOnce: number;
}

export const INGEST_PACE: PaceLimits = { batches: 1_200, bytes: 512 * 1024 * 1024, atOnce: 8 };

interface Window {
  startMs: number;
  batches: number;
  bytes: number;
}

/** Keeps shippers to a pace, so that one that runs wild takes neither memory nor disk from the rest. */
export class IngestPace {
  private readonly windows = new Map<number, Window>();
  private taking = 0;

  constructor(private readonly limits: PaceLimits = INGEST_PACE) {}

  /** @returns seconds to wait; 0 where a batch may come in now: then {@link leave} is to be called after it. */
  enter(tokenId: number, nowMs: number): number {
    const window = this.windowOf(tokenId, nowMs);
    const { batches, bytes, atOnce } = this.limits;
    if (window.batches >= batches || window.bytes >= bytes) {
      return Math.ceil((window.startMs + WINDOW_MS - nowMs) / 1000);
    }
    if (this.taking >= atOnce) return 1;
    this.taking++;
    window.batches++;
    return 0;
  }

  leave(tokenId: number, bytes: number, nowMs: number): void {
    this.taking--;
    this.windowOf(tokenId, nowMs).bytes += bytes;
  }

  private windowOf(tokenId: number, nowMs: number): Window {
    const known = this.windows.get(tokenId);
    if (known && nowMs - known.startMs < WINDOW_MS && nowMs >= known.startMs) return known;
    const window = { startMs: nowMs, batches: 0, bytes: 0 };
    this.windows.set(tokenId, window);
    return window;
  }
}
