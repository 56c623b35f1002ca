import type { Arrangement } from './shuffle-chain.ts';
import { GAP } from './shuffle-chain.ts';

/**
 * The paths that were observed, of every length up to the longest asked for, as a tree: the number of a path is
 * found from that of the path without its last place. The numbers below the number of places are the places
 * themselves, as paths of one place.
 */
export interface PathTable {
  /** Paths, those of one place included. */
  readonly size: number;
  /** Places of each path. */
  readonly length: Uint8Array;
  /** A position where the path starts, -1 for a path of one place. */
  readonly exampleAt: Int32Array;
  readonly longest: number;
  /**
   * Open addressing: parent, place and path of each slot side by side, so that a look-up touches one line of
   * memory. -1 as parent: free. The number of slots is a power of 2, at least three times the paths.
   */
  readonly slots: Int32Array;
  /**
   * A bit for each hash, set where a path has it: small enough for the cache, it answers most look-ups of paths
   * that were never observed. The number of bits is a power of 2.
   */
  readonly filter: Int32Array;
}

/** Numbers every path of 2 to `longest` places of an arrangement, by first appearance, shorter before longer. */
export function pathTable(
  { places, placeIds }: Pick<Arrangement, 'places' | 'placeIds'>,
  longest: number,
): PathTable {
  const length: number[] = placeIds.map(() => 1);
  const exampleAt: number[] = placeIds.map(() => -1);
  let slots = new Int32Array(3 * 1024).fill(-1);
  /** Path that starts at each position, as far as it has grown; -1 where a gap ended it. */
  const grown = places.slice();
  for (let size = 2; size <= longest; size++) {
    for (let at = 0; at < places.length; at++) {
      const parent = grown[at] ?? -1;
      const last = places[at + size - 1] ?? GAP;
      if (parent < 0 || last === GAP) {
        grown[at] = -1;
        continue;
      }
      let slot = slotOf(slots, parent, last);
      if (slots[slot] === -1) {
        if (length.length * 9 >= slots.length) {
          slots = twiceAsLarge(slots);
          slot = slotOf(slots, parent, last);
        }
        slots.set([parent, last, length.length], slot);
        length.push(size);
        exampleAt.push(at);
      }
      grown[at] = slots[slot + 2] ?? -1;
    }
  }
  return {
    size: length.length,
    length: Uint8Array.from(length),
    exampleAt: Int32Array.from(exampleAt),
    longest,
    slots,
    filter: filterOf(slots),
  };
}

/**
 * Adds to `counts` how often each path of two places or more occurs in an arrangement of the same places. A path
 * that was never observed ends the search, for what it is the beginning of was not observed either.
 *
 * @param counts  by path; 0 where not yet in `touched`
 * @param touched  room for the paths counted, each once
 * @returns how many were touched
 */
export function countPaths(
  table: PathTable,
  places: Int32Array,
  counts: Int32Array,
  touched: Int32Array,
): number {
  const { slots, filter, longest } = table;
  const mask = filter.length * 32 - 1;
  let found = 0;
  for (let start = 0; start < places.length; start++) {
    let path = places[start] ?? GAP;
    const end = start + longest;
    for (let at = start + 1; path >= 0 && at < end; at++) {
      const last = places[at] ?? GAP;
      if (last === GAP) break;
      const hash = hashOf(path, last);
      if (((filter[(hash & mask) >>> 5] ?? 0) & (1 << (hash & 31))) === 0) break;
      path = slots[slotOf(slots, path, last) + 2] ?? -1;
      if (path < 0) break;
      const before = counts[path] ?? 0;
      if (before === 0) touched[found++] = path;
      counts[path] = before + 1;
    }
  }
  return found;
}

/** Where the path lies, or the free slot it would take. */
function slotOf(slots: Int32Array, parent: number, last: number): number {
  const size = slots.length;
  let slot = 3 * (hashOf(parent, last) & (size / 3 - 1));
  for (;;) {
    const held = slots[slot] ?? -1;
    if (held === -1 || (held === parent && slots[slot + 1] === last)) return slot;
    slot += 3;
    if (slot === size) slot = 0;
  }
}

function hashOf(parent: number, last: number): number {
  let hash = Math.imul(parent, 0x9e3779b1) + Math.imul(last, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
  return hash ^ (hash >>> 15);
}

/** Eight bits a slot, hence at least 24 a path: a path never observed passes in one case of 24. */
function filterOf(slots: Int32Array): Int32Array {
  const filter = new Int32Array(slots.length / 3 / 4);
  const mask = filter.length * 32 - 1;
  for (let slot = 0; slot < slots.length; slot += 3) {
    const parent = slots[slot] ?? -1;
    if (parent < 0) continue;
    const bit = hashOf(parent, slots[slot + 1] ?? 0) & mask;
    filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
  return filter;
}

function twiceAsLarge(slots: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(slots.length * 2).fill(-1);
  for (let slot = 0; slot < slots.length; slot += 3) {
    const [parent = -1, last = -1] = slots.subarray(slot, slot + 2);
    if (parent >= 0) larger.set(slots.subarray(slot, slot + 3), slotOf(larger, parent, last));
  }
  return larger;
}
