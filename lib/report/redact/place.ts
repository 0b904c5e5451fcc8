/** Where a recipient stands in a text (UTF-16 indexes, end exclusive), and what to write there. */
export interface Place {
  start: number;
  end: number;
  mask: string;
}
