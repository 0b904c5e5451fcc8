import { addressToBytes, parseAddress } from '@/lib/model';
import { prepare } from '../connection';

/** Past this many, a memory of known texts is forgotten and learnt anew: memory stays flat in the log. */
const REMEMBERED = 100_000;

/** A text → row id memory over one table; rows are made when first seen. Use inside a transaction. */
class Interned {
  private readonly ids = new Map<string, number>();

  constructor(
    private readonly select: string,
    private readonly insert: (text: string) => number,
  ) {}

  id(text: string): number {
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    const row = prepare(this.select).get(text) as { id: number } | undefined;
    const id = row?.id ?? this.insert(text);
    if (this.ids.size >= REMEMBERED) this.ids.clear();
    this.ids.set(text, id);
    return id;
  }

  /** A rolled-back transaction leaves ids here that do not exist. */
  forget(): void {
    this.ids.clear();
  }
}

const inserted = (text: string, ...params: unknown[]): number => Number(prepare(text).run(...params).lastInsertRowid);

/** Everything an event refers to by id. */
export class Interns {
  readonly words = new Interned('SELECT id FROM Word WHERE text = ?', (text) =>
    inserted('INSERT INTO Word (text) VALUES (?)', text),
  );
  readonly recipients = new Interned('SELECT id FROM Recipient WHERE text = ?', (text) =>
    inserted('INSERT INTO Recipient (text) VALUES (?)', text),
  );
  /** Canonical texts only. */
  readonly addresses = new Interned('SELECT id FROM Address WHERE text = ?', (text) => {
    const address = parseAddress(text);
    if (!address) throw new Error(`not a canonical address: ${JSON.stringify(text)}`);
    return inserted('INSERT INTO Address (text, bytes) VALUES (?, ?)', text, Buffer.from(addressToBytes(address)));
  });
  readonly templates: Interned;

  constructor(isVariable: (pattern: string) => boolean) {
    this.templates = new Interned('SELECT id FROM Template WHERE pattern = ?', (pattern) =>
      inserted('INSERT INTO Template (pattern, variable) VALUES (?, ?)', pattern, isVariable(pattern) ? 1 : 0),
    );
  }

  forget(): void {
    for (const table of [this.words, this.recipients, this.addresses, this.templates]) table.forget();
  }
}
