/**
 * What stands inside an envelope. Text holds one character a byte here, so that its places are those of
 * the bytes.
 */

/** A part of a line, and where each of its characters (and its end) stood in the line it was taken from. */
export interface Piece {
  text: string;
  origin: (index: number) => number;
}

/** A line that was put together from pieces of another. */
export interface Layer {
  line: string;
  pieces: readonly Piece[];
  /** How many records it stands for. */
  times: number;
}

/** The part of `line` from `start` to before `end`, as it stands. */
export function takePart(line: string, start: number, end = line.length): Piece {
  return { text: line.slice(start, end), origin: (index) => start + index };
}

/** The part of a piece from `start` on. */
export function takeRest(piece: Piece, start: number): Piece {
  return { text: piece.text.slice(start), origin: (index) => piece.origin(start + index) };
}

/** Text of ours in the place of what stands at `from`. */
export function standIn(text: string, from: number): Piece {
  return { text, origin: () => from };
}

/** Text of ours in the place of another piece's beginning. Its place is asked for only where it is needed. */
export function standInFor(piece: Piece, text: string): Piece {
  return { text, origin: () => piece.origin(0) };
}

/** Puts a line together. */
export function joinPieces(pieces: readonly Piece[], times = 1): Layer {
  return { line: pieces.map(({ text }) => text).join(''), pieces, times };
}

/** Where the character at `index` of a layer's line stood. */
export function originOf({ pieces }: Layer, index: number): number {
  let rest = index;
  for (const piece of pieces) {
    if (rest < piece.text.length) return piece.origin(rest);
    rest -= piece.text.length;
  }
  const last = pieces.at(-1);
  return last ? last.origin(last.text.length) : 0;
}
