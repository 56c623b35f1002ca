import { MAX_LINE_BYTES } from './parse.ts';
import type { LineParser } from './parse.ts';

const NEWLINE = 10;

/** Cuts chunks of bytes into whole lines for a {@link LineParser}, whatever the chunks' borders. */
export class LineFeeder {
  readonly #parser: LineParser;
  #carry: Uint8Array = new Uint8Array(0);

  constructor(parser: LineParser) {
    this.#parser = parser;
  }

  /** Takes the next bytes; reads every line that is complete. @throws {InputError} as the parser does */
  push(chunk: Uint8Array): void {
    const last = chunk.lastIndexOf(NEWLINE);
    if (last < 0) return this.#keep(chunk);
    let from = 0;
    if (this.#carry.length > 0) {
      from = chunk.indexOf(NEWLINE) + 1;
      const line = this.#joined(chunk.subarray(0, from));
      this.#carry = new Uint8Array(0);
      this.#parser.read(line, 0, line.length);
    }
    this.#parser.read(chunk, from, last + 1);
    this.#keep(chunk.subarray(last + 1));
  }

  /** Reads what is left as the last line. */
  end(): void {
    this.#parser.read(this.#carry, 0, this.#carry.length);
    this.#carry = new Uint8Array(0);
  }

  #keep(rest: Uint8Array): void {
    this.#carry = this.#joined(rest);
    if (this.#carry.length > MAX_LINE_BYTES) this.#parser.tooLong(this.#carry);
  }

  /** A copy: the chunk's memory may be used again by its reader. */
  #joined(more: Uint8Array): Uint8Array {
    const whole = new Uint8Array(this.#carry.length + more.length);
    whole.set(this.#carry);
    whole.set(more, this.#carry.length);
    return whole;
  }
}
