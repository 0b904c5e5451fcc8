import type Database from 'better-sqlite3';
import { addressToBytes, parseAddress } from '@/lib/model';
import { prepare } from '../connection';

/** Past this many, a memory of known texts is forgotten and learnt anew: memory stays flat in the log. */
const REMEMBERED = 20_000;

/** A text → row id memory over one table; rows are made when first seen. Use inside a transaction. */
class Interned {
  private readonly ids = new Map<string, number>();
  private readonly select: Database.Statement;
  private readonly insert: Database.Statement;

  /** `columns` gives the values of `insert` for a text, the text first. */
  constructor(
    select: string,
    insert: string,
    private readonly columns: (text: string) => unknown[] = (text) => [text],
  ) {
    this.select = prepare(select);
    this.insert = prepare(insert);
  }

  id(text: string): number {
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    const row = this.select.get(text) as { id: number } | undefined;
    const id = row?.id ?? Number(this.insert.run(...this.columns(text)).lastInsertRowid);
    if (this.ids.size >= REMEMBERED) this.ids.clear();
    this.ids.set(text, id);
    return id;
  }

  /** A rolled-back transaction leaves ids here that do not exist. */
  forget(): void {
    this.ids.clear();
  }
}

/** Everything an event refers to by id. */
export class Interns {
  readonly words = new Interned('SELECT id FROM Word WHERE text = ?', 'INSERT INTO Word (text) VALUES (?)');
  readonly recipients = new Interned(
    'SELECT id FROM Recipient WHERE text = ?',
    'INSERT INTO Recipient (text) VALUES (?)',
  );
  /** Canonical texts only. */
  readonly addresses = new Interned(
    'SELECT id FROM Address WHERE text = ?',
    'INSERT INTO Address (text, bytes) VALUES (?, ?)',
    (text) => {
      const address = parseAddress(text);
      if (!address) throw new Error(`not a canonical address: ${JSON.stringify(text)}`);
      return [text, Buffer.from(addressToBytes(address))];
    },
  );
  readonly templates: Interned;

  constructor(isVariable: (pattern: string) => boolean) {
    this.templates = new Interned(
      'SELECT id FROM Template WHERE pattern = ?',
      'INSERT INTO Template (pattern, variable) VALUES (?, ?)',
      (pattern) => [pattern, isVariable(pattern) ? 1 : 0],
    );
  }

  forget(): void {
    for (const table of [this.words, this.recipients, this.addresses, this.templates]) table.forget();
  }
}
