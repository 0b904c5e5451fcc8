/** How much of the text is shown on each side of the bad part, and of the part itself. */
const AROUND = 24;
const MOST = 48;

/** A bad part with the text around it; what is cut ends in an ellipsis. */
export interface ErrorWindow {
  before: string;
  bad: string;
  after: string;
}

/** The part of a filter's text that an error points at, short enough for one line. */
export function errorWindow(text: string, { at, length }: { at: number; length: number }): ErrorWindow {
  const end = at + length;
  const bad = text.slice(at, end);
  return {
    before: `${at > AROUND ? '…' : ''}${text.slice(Math.max(0, at - AROUND), at)}`,
    bad: bad.length > MOST ? `${bad.slice(0, MOST)}…` : bad,
    after: `${text.slice(end, end + AROUND)}${text.length > end + AROUND ? '…' : ''}`,
  };
}
