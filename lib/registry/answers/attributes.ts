/** One `name: value` line, its continuation lines joined by "\n". The name is lower case. */
export interface Attribute {
  name: string;
  /** As written. */
  label: string;
  value: string;
}

/** A paragraph of attributes: an RPSL object, a block of an ARIN answer. */
export type Block = readonly Attribute[];

const ATTRIBUTE = /^([A-Za-z_][A-Za-z0-9_ -]{0,40}?):(?:[ \t]+(.*)|)$/;

/** The paragraphs of a text that are attributes; comments (`%`, `#`) and everything else are left out. */
export function readBlocks(text: string): Block[] {
  const blocks: Attribute[][] = [];
  let block: Attribute[] = [];
  const close = (): void => {
    if (block.length > 0) blocks.push(block);
    block = [];
  };
  for (const raw of text.split('\n')) {
    const line = raw.replace(/\r$/, '');
    if (line.trim() === '') {
      close();
      continue;
    }
    if (/^[%#]/.test(line)) continue;
    const last = block.at(-1);
    if (last && /^[ \t+]/.test(line)) {
      last.value = `${last.value}\n${line.replace(/^\+/, '').trim()}`.trim();
      continue;
    }
    const match = ATTRIBUTE.exec(line);
    if (!match) close();
    else block.push({ name: (match[1] ?? '').toLowerCase(), label: match[1] ?? '', value: (match[2] ?? '').trim() });
  }
  close();
  return blocks;
}

/** All values of these attributes that are not empty, in the order of the block. */
export function valuesOf(block: Block, ...names: readonly string[]): string[] {
  return block.filter(({ name, value }) => names.includes(name) && value !== '').map(({ value }) => value);
}

/** The first value of the first of these attributes that has one. */
export function valueOf(block: Block, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = valuesOf(block, name)[0];
    if (value !== undefined) return value;
  }
  return null;
}

/** First word, as for handles, which may be followed by a comment. */
export function wordOf(block: Block, ...names: readonly string[]): string | null {
  return valueOf(block, ...names)?.split(/\s+/)[0] ?? null;
}

export function fieldsOf(block: Block): Array<{ label: string; value: string }> {
  return block.map(({ label, value }) => ({ label, value }));
}

/** All values on one line, as for a postal address. */
export function joinedValues(block: Block, ...names: readonly string[]): string | null {
  return (
    valuesOf(block, ...names)
      .join(' ')
      .replace(/\n/g, ' ') || null
  );
}
