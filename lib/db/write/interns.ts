import { addressBytes } from '../address-bytes';
import { all, prepare } from '../connection';
import type { Learnt } from '../dictionary';
import type { EventBatch } from '../event-batch';
import { isSameKind, type Kind, kindKey } from '../kind';

/**
 * The row ids of what batches name by index; a row is made when it is first asked for, inside a transaction. After one
 * that was rolled back it knows ids that do not exist, and is of no use.
 */
class RowIds<Value> {
  private readonly values: Value[] = [];
  private readonly ids: Array<number | null> = [];

  constructor(private readonly store: (value: Value) => number) {}

  learn({ from, values }: Learnt<Value>): void {
    this.values.length = this.ids.length = from;
    for (const value of values) {
      this.values.push(value);
      this.ids.push(null);
    }
  }

  /** Null for -1. */
  value(index: number): Value | null {
    return this.values[index] ?? null;
  }

  /** Null for -1. */
  id(index: number): number | null {
    const known = this.ids[index];
    if (known === undefined || known !== null) return known ?? null;
    const value = this.values[index];
    if (value === undefined) return null;
    return (this.ids[index] = this.store(value));
  }
}

/**
 * Gives the row of a text. Most texts that are not remembered are new: so the row is made first, and looked for where
 * there was one.
 * @param columns the values of `insert` for a text, that of `select` first
 */
function storeTexts(
  select: string,
  insert: string,
  columns: (text: string) => unknown[] = (text) => [text],
): (text: string) => number {
  const selectRow = prepare(select);
  const insertRow = prepare(insert);
  return (text) => {
    const values = columns(text);
    const made = insertRow.run(...values);
    if (made.changes === 1) return Number(made.lastInsertRowid);
    const row = selectRow.get(values[0]) as { id: number } | undefined;
    if (!row) throw new Error(`neither new nor there: ${JSON.stringify(text)}`);
    return row.id;
  };
}

/** The kinds: few, so that all are remembered. */
export class Kinds {
  private ids: Map<string, number> | null = null;
  private last: { kind: Kind; id: number } | null = null;

  id(kind: Kind): number {
    if (this.last !== null && isSameKind(this.last.kind, kind)) return this.last.id;
    const id = this.find(kind);
    this.last = { kind, id };
    return id;
  }

  private find(kind: Kind): number {
    this.ids ??= new Map(all<Kind & { id: number }>('SELECT * FROM Kind').map((row) => [kindKey(row), row.id]));
    const key = kindKey(kind);
    let id = this.ids.get(key);
    if (id === undefined) {
      const { format, action, stage, code, dsn, dnsbl, utcOffsetMinutes, assumed } = kind;
      id = Number(
        prepare(
          'INSERT INTO Kind (format, action, stage, code, dsn, dnsbl, utcOffsetMinutes, assumed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        ).run(format, action, stage, code, dsn, dnsbl, utcOffsetMinutes, assumed).lastInsertRowid,
      );
      this.ids.set(key, id);
    }
    return id;
  }
}

/** Everything an event refers to by id. */
export class Interns {
  readonly kinds: RowIds<Kind>;
  readonly recipients = new RowIds(
    storeTexts(
      'SELECT id FROM Recipient WHERE text = ?',
      'INSERT INTO Recipient (text) VALUES (?) ON CONFLICT DO NOTHING',
    ),
  );
  /** Canonical texts only. */
  readonly addresses = new RowIds(
    storeTexts(
      'SELECT id FROM Address WHERE bytes = ?',
      'INSERT INTO Address (bytes, text) VALUES (?, ?) ON CONFLICT DO NOTHING',
      (text) => [addressBytes(text), text],
    ),
  );
  readonly templates: RowIds<string>;

  constructor(isVariable: (pattern: string) => boolean) {
    const kinds = new Kinds();
    this.kinds = new RowIds((kind) => kinds.id(kind));
    this.templates = new RowIds(
      storeTexts(
        'SELECT id FROM Template WHERE pattern = ?',
        'INSERT INTO Template (pattern, variable) VALUES (?, ?) ON CONFLICT DO NOTHING',
        (pattern) => [pattern, isVariable(pattern) ? 1 : 0],
      ),
    );
  }

  /** What a batch says anew. */
  learn({ kinds, addresses, patterns, recipients }: EventBatch): void {
    this.kinds.learn(kinds);
    this.addresses.learn(addresses);
    this.templates.learn(patterns);
    this.recipients.learn(recipients);
  }
}
