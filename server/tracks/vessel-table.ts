import type { IdentityText } from '../vessels/identity.ts';

/** One wording of a vessel's identity, and the last second at which it was read. */
export interface IdentityRecord {
  /** Index in the part's vessel list. */
  readonly vessel: number;
  readonly text: IdentityText;
  readonly lastSeconds: number;
}

const EMPTY = -1;

/** Twice the room, what was there kept. */
function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(numbers.length * 2).fill(EMPTY);
  more.set(numbers);
  return more;
}

/**
 * The vessels of a part of a file, numbered in order of appearance, each with every wording of its identity.
 * A look-up for each of millions of rows, hence open tables of numbers and no objects; a wording is made into
 * strings once, when its hash first appears for the vessel.
 */
export class VesselTable {
  #slots = new Int32Array(1 << 13).fill(EMPTY);
  #mmsis = new Int32Array(1 << 12);
  #count = 0;
  #lastMmsi = 0;
  #lastVessel = EMPTY;
  /** By vessel: the wording its latest row matched. */
  #current = new Int32Array(1 << 12).fill(EMPTY);
  /** By wording: its hash, and the last second it was read at. */
  #hashes = new Int32Array(1 << 12);
  #lastSeconds = new Uint32Array(1 << 12);
  readonly #wordings: { readonly vessel: number; readonly text: IdentityText }[] = [];
  readonly #known = new Map<string, number>();

  /** In order of number. */
  get mmsis(): number[] {
    return [...this.#mmsis.subarray(0, this.#count)];
  }

  get identities(): IdentityRecord[] {
    return this.#wordings.map((wording, i) => ({ ...wording, lastSeconds: this.#lastSeconds[i] ?? 0 }));
  }

  /** The vessel's number, a new one when it was not there. */
  number(mmsi: number): number {
    if (mmsi === this.#lastMmsi) return this.#lastVessel;
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = Math.imul(mmsi, 0x9e3779b1) & mask;
    let vessel = slots[slot] ?? EMPTY;
    while (vessel !== EMPTY && this.#mmsis[vessel] !== mmsi) {
      slot = (slot + 1) & mask;
      vessel = slots[slot] ?? EMPTY;
    }
    if (vessel === EMPTY) vessel = this.#add(mmsi, slot);
    this.#lastMmsi = mmsi;
    this.#lastVessel = vessel;
    return vessel;
  }

  /** Notes that `vessel` gave the identity with this hash; false when it is new and wants {@link describe}. */
  note(vessel: number, hash: number, seconds: number): boolean {
    let wording = this.#current[vessel] ?? EMPTY;
    if (wording === EMPTY || this.#hashes[wording] !== hash) {
      wording = this.#known.get(`${vessel}:${hash}`) ?? EMPTY;
      if (wording === EMPTY) return false;
      this.#current[vessel] = wording;
    }
    if (seconds > (this.#lastSeconds[wording] ?? 0)) this.#lastSeconds[wording] = seconds;
    return true;
  }

  /** Adds the wording that {@link note} did not know. */
  describe(vessel: number, hash: number, seconds: number, text: IdentityText): void {
    const wording = this.#wordings.push({ vessel, text }) - 1;
    if (wording === this.#hashes.length) {
      this.#hashes = doubled(this.#hashes);
      const seconds = new Uint32Array(this.#hashes.length);
      seconds.set(this.#lastSeconds);
      this.#lastSeconds = seconds;
    }
    this.#hashes[wording] = hash;
    this.#lastSeconds[wording] = seconds;
    this.#known.set(`${vessel}:${hash}`, wording);
    this.#current[vessel] = wording;
  }

  #add(mmsi: number, slot: number): number {
    const vessel = this.#count++;
    if (vessel === this.#mmsis.length) {
      this.#mmsis = doubled(this.#mmsis);
      this.#current = doubled(this.#current);
    }
    this.#mmsis[vessel] = mmsi;
    this.#slots[slot] = vessel;
    if (this.#count * 2 > this.#slots.length) this.#grow();
    return vessel;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(EMPTY);
    const mask = slots.length - 1;
    for (let vessel = 0; vessel < this.#count; vessel++) {
      let slot = Math.imul(this.#mmsis[vessel] ?? 0, 0x9e3779b1) & mask;
      while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      slots[slot] = vessel;
    }
    this.#slots = slots;
  }
}
