import type { IdentityText } from '../vessels/identity.ts';

/** One wording of a vessel's identity, and the last second at which it was read. */
export interface IdentityRecord {
  /** Index in the part's vessel list. */
  readonly vessel: number;
  readonly hash: number;
  readonly text: IdentityText;
  lastSeconds: number;
}

const EMPTY = -1;

/**
 * The vessels of a part of a file, numbered in order of appearance, each with every wording of its identity.
 * A look-up for each of millions of rows, hence an open table of numbers; a wording is made into strings
 * once, when its hash first appears for the vessel.
 */
export class VesselTable {
  readonly mmsis: number[] = [];
  readonly identities: IdentityRecord[] = [];
  #slots = new Int32Array(1 << 12).fill(EMPTY);
  #lastMmsi = 0;
  #lastVessel = EMPTY;
  /** By vessel: the record its latest row matched. */
  readonly #current: (IdentityRecord | undefined)[] = [];
  readonly #known = new Map<string, IdentityRecord>();

  /** The vessel's number, a new one when it was not there. */
  number(mmsi: number): number {
    if (mmsi === this.#lastMmsi) return this.#lastVessel;
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = Math.imul(mmsi, 0x9e3779b1) & mask;
    for (;;) {
      const vessel = slots[slot] ?? EMPTY;
      if (vessel === EMPTY) return this.#add(mmsi, slot);
      if (this.mmsis[vessel] === mmsi) {
        this.#lastMmsi = mmsi;
        this.#lastVessel = vessel;
        return vessel;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** Notes that `vessel` gave the identity with this hash; false when it is new and wants {@link describe}. */
  note(vessel: number, hash: number, seconds: number): boolean {
    let record = this.#current[vessel];
    if (record === undefined || record.hash !== hash) {
      record = this.#known.get(`${vessel}:${hash}`);
      if (!record) return false;
      this.#current[vessel] = record;
    }
    if (seconds > record.lastSeconds) record.lastSeconds = seconds;
    return true;
  }

  /** Adds the wording that {@link note} did not know. */
  describe(vessel: number, hash: number, seconds: number, text: IdentityText): void {
    const record = { vessel, hash, text, lastSeconds: seconds };
    this.#known.set(`${vessel}:${hash}`, record);
    this.identities.push(record);
    this.#current[vessel] = record;
  }

  #add(mmsi: number, slot: number): number {
    const vessel = this.mmsis.push(mmsi) - 1;
    this.#slots[slot] = vessel;
    if (this.mmsis.length * 2 > this.#slots.length) this.#grow();
    return vessel;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(EMPTY);
    const mask = slots.length - 1;
    this.mmsis.forEach((mmsi, vessel) => {
      let slot = Math.imul(mmsi, 0x9e3779b1) & mask;
      while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      slots[slot] = vessel;
    });
    this.#slots = slots;
  }
}
