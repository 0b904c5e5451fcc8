import type Database from 'better-sqlite3';
import type { Assumed } from '@/lib/model';
import { addressBytes } from '../address-bytes';
import { all, prepare } from '../connection';

/** Of each kind of text, so many are remembered at most: memory stays flat in the log. */
const REMEMBERED = 131_072;

/**
 * A text → row id memory over one table; rows are made when first seen. Use inside a transaction. What was
 * not asked for since about half the memory filled is forgotten.
 */
class Interned {
  private recent = new Map<string, number>();
  private older = new Map<string, number>();
  private readonly select: Database.Statement;
  private readonly insert: Database.Statement;

  /** `columns` gives the values of `insert` for a text, that of `select` first. */
  constructor(
    select: string,
    insert: string,
    private readonly columns: (text: string) => unknown[] = (text) => [text],
  ) {
    this.select = prepare(select);
    this.insert = prepare(insert);
  }

  id(text: string): number {
    const known = this.recent.get(text);
    if (known !== undefined) return known;
    const id = this.older.get(text) ?? this.store(text);
    if (this.recent.size >= REMEMBERED / 2) {
      this.older = this.recent;
      this.recent = new Map();
    }
    this.recent.set(text, id);
    return id;
  }

  /** Most texts that are not remembered are new: so the row is made first, and looked for where there was one. */
  private store(text: string): number {
    const columns = this.columns(text);
    const made = this.insert.run(...columns);
    if (made.changes === 1) return Number(made.lastInsertRowid);
    const row = this.select.get(columns[0]) as { id: number } | undefined;
    if (!row) throw new Error(`neither new nor there: ${JSON.stringify(text)}`);
    return row.id;
  }

  /** A rolled-back transaction leaves ids here that do not exist. */
  forget(): void {
    this.recent.clear();
    this.older.clear();
  }
}

/** What many events have in common. */
export interface Kind {
  format: string;
  action: string;
  stage: string;
  code: number | null;
  dsn: string | null;
  dnsbl: string | null;
  utcOffsetMinutes: number;
  assumed: Assumed;
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
    this.ids ??= new Map(all<Kind & { id: number }>('SELECT * FROM Kind').map((row) => [keyOf(row), row.id]));
    const key = keyOf(kind);
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

  forget(): void {
    this.ids = this.last = null;
  }
}

/** One kind mostly follows another of its own: comparing is cheaper than making a key. */
function isSameKind(a: Kind, b: Kind): boolean {
  return (
    a.code === b.code &&
    a.dsn === b.dsn &&
    a.dnsbl === b.dnsbl &&
    a.stage === b.stage &&
    a.action === b.action &&
    a.utcOffsetMinutes === b.utcOffsetMinutes &&
    a.assumed === b.assumed &&
    a.format === b.format
  );
}

function keyOf({ format, action, stage, code, dsn, dnsbl, utcOffsetMinutes, assumed }: Kind): string {
  return `${format} ${action} ${stage} ${code} ${dsn} ${dnsbl} ${utcOffsetMinutes} ${assumed}`;
}

/** Everything an event refers to by id. */
export class Interns {
  readonly kinds = new Kinds();
  readonly recipients = new Interned(
    'SELECT id FROM Recipient WHERE text = ?',
    'INSERT INTO Recipient (text) VALUES (?) ON CONFLICT DO NOTHING',
  );
  /** Canonical texts only. */
  readonly addresses = new Interned(
    'SELECT id FROM Address WHERE bytes = ?',
    'INSERT INTO Address (bytes, text) VALUES (?, ?) ON CONFLICT DO NOTHING',
    (text) => [addressBytes(text), text],
  );
  readonly templates: Interned;

  constructor(isVariable: (pattern: string) => boolean) {
    this.templates = new Interned(
      'SELECT id FROM Template WHERE pattern = ?',
      'INSERT INTO Template (pattern, variable) VALUES (?, ?) ON CONFLICT DO NOTHING',
      (pattern) => [pattern, isVariable(pattern) ? 1 : 0],
    );
  }

  forget(): void {
    for (const table of [this.kinds, this.recipients, this.addresses, this.templates]) table.forget();
  }
}
