import type Database from 'better-sqlite3';
import { prepare } from '../connection';

/** Rows a statement: calling it costs as much as the row. */
const ROWS = 16;

/** Inserts rows many at a time. Use inside a transaction, and {@link flush} at its end. */
export class BulkInsert {
  private readonly many: Database.Statement;
  private readonly single: Database.Statement;
  private waiting: unknown[] = [];

  /**
   * @param statement a literal of ours around the rows, which it is given as `(?, ?), (?, ?)`
   * @param columns how many values a row has
   */
  constructor(
    statement: (rows: string) => string,
    private readonly columns: number,
  ) {
    const row = `(${new Array(columns).fill('?').join(', ')})`;
    this.many = prepare(statement(new Array(ROWS).fill(row).join(', ')));
    this.single = prepare(statement(row));
  }

  add(...row: unknown[]): void {
    this.waiting.push(...row);
    if (this.waiting.length < ROWS * this.columns) return;
    this.many.run(this.waiting);
    this.waiting = [];
  }

  flush(): void {
    for (let i = 0; i < this.waiting.length; i += this.columns)
      this.single.run(this.waiting.slice(i, i + this.columns));
    this.waiting = [];
  }
}
