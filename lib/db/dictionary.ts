/** What a batch says anew: the values of the indexes from `from` on. What stood there before is forgotten. */
export interface Learnt<Value> {
  from: number;
  values: Value[];
}

/** So many values are remembered at most, and those of one batch more: memory stays flat in the log. */
const REMEMBERED = 32_768;

/**
 * Gives each value a number and says each value once, with the batch it first stands in: whoever takes the batches in
 * their order knows all that is named. When it is full it begins anew.
 */
export class Dictionary<Value> {
  private indexes = new Map<string, number>();
  private from = 0;
  private values: Value[] = [];

  /** @param key a text that no other value has */
  index(key: string, value: Value): number {
    let index = this.indexes.get(key);
    if (index === undefined) {
      index = this.indexes.size;
      this.indexes.set(key, index);
      this.values.push(value);
    }
    return index;
  }

  /** What the batch that ends now says anew. */
  take(): Learnt<Value> {
    const { from, values } = this;
    this.values = [];
    if (this.indexes.size > REMEMBERED) this.indexes = new Map();
    this.from = this.indexes.size;
    return { from, values };
  }
}
