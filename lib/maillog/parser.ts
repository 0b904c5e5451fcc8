import type { LogFormat, Rejection, Unparsed } from '@/lib/model';
import { toBuffer } from './bytes';
import { Clock, type ClockOptions } from './clock';
import { type Feed, LineFeed } from './line-feed';
import { ExportFeed } from './export-feed';
import { EXPORT_START } from './envelopes/journal-export';
import { looksPasted } from './paste';
import { PasteFeed } from './paste-feed';
import { type RefusalSink, Scanner } from './scanner';

/** What a whole input held. */
export interface ParseSummary {
  lines: number;
  bytes: number;
  rejections: number;
  unparsed: number;
  /** The stamps of the first and the last stamped record, UTC milliseconds. */
  firstAt: number | null;
  lastAt: number | null;
  /** How many of the refusals are in which format, the most frequent first. */
  formats: Array<{ format: LogFormat; rejections: number }>;
  /** True where the input was read as pasted text (`PasteFeed`). */
  pasted: boolean;
  /** True where a stamp had no zone, so that one is assumed and may be changed. */
  zoneAssumed: boolean;
  /** The year assumed for the first stamp without a year; null where there was none. */
  firstYear: number | null;
  /** How many times the stamps without a year passed New Year: the last one's year is the sum. */
  yearsCrossed: number;
}

/** How a log is read. */
export interface ParserOptions extends ClockOptions {
  /** The one mail server whose lines are looked at; all of them where it is left out. */
  format?: LogFormat;
  /**
   * True where the log is read as it grows, so that its beginning is not waited for: a line is one record, and
   * nothing pasted or exported is looked for.
   */
  growing?: boolean;
}

/** A parser at work: takes bytes cut anywhere, hands out what it finds as it finds it. */
export interface Parser {
  push(chunk: Uint8Array): void;
  end(): ParseSummary;
  /** What the input has held so far; a growing log may go on. */
  summarise(): ParseSummary;
  /** As the clock's `enterPresent`. */
  enterPresent(nowMs: number): void;
}

/** Takes what was found. `raw` holds the record's bytes and is valid during the call only. */
export interface Sink {
  rejection(rejection: Rejection, raw: Uint8Array): void;
  unparsed(unparsed: Unparsed, raw: Uint8Array): void;
}

const HEAD = 65_536;

/**
 * Reads a mail log: refusals and what looked like one go to `sink`, in the input's order. Holds no more
 * than the head of the input (64 KiB), one record and one chunk. Never throws for what the input holds.
 * @param options how stamps without year and zone are read.
 */
export function createParser(options: ParserOptions, sink: Sink): Parser {
  return createByteParser(options, {
    refusal: (found) => sink.rejection(found.toRejection(), found.raw()),
    unparsed: (unparsed, raw) => sink.unparsed(unparsed, raw),
  });
}

/** As {@link createParser}, for a sink that takes refusals before they are made into strings. */
export function createByteParser(options: ParserOptions, sink: RefusalSink): Parser {
  const clock = new Clock(options);
  const scanner = new Scanner(clock, sink, options.format ?? null);
  let head: Buffer | null = options.growing === true ? null : Buffer.allocUnsafe(HEAD);
  let filled = 0;
  let bytes = 0;
  let feed: Feed = new LineFeed(scanner, 0);

  const openFeed = (text: string, whole: boolean, mark: number): Feed => {
    if (EXPORT_START.test(text)) return new ExportFeed(scanner, mark);
    return looksPasted(text, whole) ? new PasteFeed(scanner, mark) : new LineFeed(scanner, mark);
  };
  const open = (start: Buffer): void => {
    const mark = start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? 3 : 0;
    feed = openFeed(start.toString('latin1', mark, Math.min(start.length, HEAD)), start.length < HEAD, mark);
    head = null;
    feed.push(start.subarray(mark));
  };

  const summarise = (): ParseSummary => {
    const formats = [...scanner.rejections]
      .map(([format, rejections]) => ({ format, rejections }))
      .sort((a, b) => b.rejections - a.rejections);
    return {
      lines: feed.lines,
      bytes,
      rejections: formats.reduce((sum, { rejections }) => sum + rejections, 0),
      unparsed: scanner.unparsed,
      firstAt: scanner.firstAt,
      lastAt: scanner.lastAt,
      formats,
      pasted: feed instanceof PasteFeed,
      zoneAssumed: clock.zoneAssumed,
      firstYear: clock.firstYear,
      yearsCrossed: clock.yearsCrossed,
    };
  };

  return {
    push(chunk) {
      bytes += chunk.length;
      const buffer = toBuffer(chunk);
      if (head === null) return feed.push(buffer);
      if (filled === 0 && buffer.length >= HEAD) return open(buffer);
      const taken = buffer.copy(head, filled);
      filled += taken;
      if (filled < HEAD) return;
      open(head);
      feed.push(buffer.subarray(taken));
    },
    end() {
      if (head !== null) open(head.subarray(0, filled));
      feed.end();
      return summarise();
    },
    summarise,
    enterPresent: (nowMs) => clock.enterPresent(nowMs),
  };
}
