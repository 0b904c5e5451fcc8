import { type BackwardBits, damaged, highBit } from './zstd-bits';

/** A table of finite state entropy codes: per state its symbol, and how the next state is found. */
export interface FseTable {
  log: number;
  symbols: Uint8Array;
  bits: Uint8Array;
  base: Uint16Array;
}

/**
 * Reads a table's description (RFC 8878, 4.1.1) from `at` on, not past `end`.
 * @returns the table and where the description ends.
 */
export function readFseTable(
  bytes: Uint8Array,
  at: number,
  end: number,
  { maxLog, maxSymbol }: { maxLog: number; maxSymbol: number },
): { table: FseTable; next: number } {
  const log = ((bytes[at] ?? 0) & 15) + 5;
  if (log > maxLog) throw damaged('accuracy of a table');
  const odds: number[] = [];
  let position = at * 8 + 4;
  const take = (count: number): number => {
    const byte = position >> 3;
    const three = (bytes[byte] ?? 0) | ((bytes[byte + 1] ?? 0) << 8) | ((bytes[byte + 2] ?? 0) << 16);
    position += count;
    return (three >>> ((position - count) & 7)) & ((1 << count) - 1);
  };
  let left = 1 << log;
  while (left > 0) {
    if (odds.length > maxSymbol) throw damaged('too many symbols');
    const bits = highBit(left + 1) + 1;
    const low = (1 << (bits - 1)) - 1;
    const spare = (1 << bits) - 2 - left;
    let value = take(bits);
    if ((value & low) < spare) {
      position--;
      value &= low;
    } else if (value > low) value -= spare;
    const odd = value - 1;
    left -= Math.abs(odd);
    odds.push(odd);
    if (odd !== 0) continue;
    for (let zeros = 3; zeros === 3; ) {
      zeros = take(2);
      for (let i = 0; i < zeros; i++) odds.push(0);
      if (odds.length > maxSymbol + 1) throw damaged('too many symbols');
    }
  }
  const next = (position + 7) >> 3;
  if (left < 0 || next > end) throw damaged('description of a table');
  return { table: buildFseTable(odds, log), next };
}

/** Spreads symbols over a table's states by their odds; -1 stands for less than one. */
export function buildFseTable(odds: readonly number[], log: number): FseTable {
  const size = 1 << log;
  const symbols = new Uint8Array(size);
  const bits = new Uint8Array(size);
  const base = new Uint16Array(size);
  const seen = odds.map((odd) => Math.abs(odd));
  let high = size;
  for (const [symbol, odd] of odds.entries()) if (odd === -1) symbols[--high] = symbol;
  const step = (size >> 1) + (size >> 3) + 3;
  let place = 0;
  for (const [symbol, odd] of odds.entries()) {
    for (let i = 0; i < odd; i++) {
      symbols[place] = symbol;
      do place = (place + step) & (size - 1);
      while (place >= high);
    }
  }
  if (place !== 0) throw damaged('odds of a table');
  for (let state = 0; state < size; state++) {
    const symbol = symbols[state] ?? 0;
    const turn = seen[symbol] ?? 1;
    seen[symbol] = turn + 1;
    const count = log - highBit(turn);
    bits[state] = count;
    base[state] = (turn << count) - size;
  }
  return { log, symbols, bits, base };
}

/** The table of one symbol that takes no bits. */
export const singleSymbol = (symbol: number): FseTable => ({
  log: 0,
  symbols: Uint8Array.of(symbol),
  bits: new Uint8Array(1),
  base: new Uint16Array(1),
});

/** The state that follows. */
export function nextState(table: FseTable, state: number, source: BackwardBits): number {
  return (table.base[state] ?? 0) + source.read(table.bits[state] ?? 0);
}
