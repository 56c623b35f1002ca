import type { FixColumns } from './columns.ts';
import { BLOCK_FIXES, makeColumns, sliceColumns } from './columns.ts';
import type { ParsedPart } from './parse.ts';
import type { IdentityRecord } from './vessel-table.ts';

/** One vessel's fixes in the order of the files, and what it said of itself, oldest first. */
export interface RawTrack {
  readonly mmsi: number;
  readonly fixes: FixColumns;
  readonly identities: readonly IdentityRecord[];
}

/**
 * Sorts the fixes of all parts by vessel: a counting sort, two passes over the columns.
 * @param parts  in order of the files; their blocks are let go of as they are used
 * @param lineOffsets  per part, added to each fix's row
 * @returns tracks ascending by MMSI; their columns share memory
 */
export function assembleTracks(parts: readonly ParsedPart[], lineOffsets: readonly number[]): RawTrack[] {
  const mmsis = [...new Set(parts.flatMap((part) => part.mmsis))].sort((a, b) => a - b);
  const numbers = new Map(mmsis.map((mmsi, number) => [mmsi, number]));
  const maps = parts.map((part) => Uint32Array.from(part.mmsis, (mmsi) => numbers.get(mmsi) ?? 0));
  const starts = vesselStarts(parts, maps, mmsis.length);
  const columns = makeColumns(starts[mmsis.length] ?? 0);
  const next = starts.slice();
  parts.forEach((part, i) =>
    scatter(part, maps[i] ?? new Uint32Array(0), lineOffsets[i] ?? 0, next, columns),
  );
  const identities: IdentityRecord[][] = mmsis.map(() => []);
  parts.forEach((part, i) => {
    for (const record of part.identities) identities[maps[i]?.[record.vessel] ?? -1]?.push(record);
  });
  return mmsis.map((mmsi, number) => ({
    mmsi,
    fixes: sliceColumns(columns, starts[number] ?? 0, starts[number + 1] ?? 0),
    identities: (identities[number] ?? []).sort((a, b) => a.lastSeconds - b.lastSeconds),
  }));
}

/** Where each vessel's fixes start, one more entry than vessels: the last is the number of fixes. */
function vesselStarts(
  parts: readonly ParsedPart[],
  maps: readonly Uint32Array[],
  vessels: number,
): Uint32Array {
  const starts = new Uint32Array(vessels + 1);
  parts.forEach((part, p) => {
    const map = maps[p] ?? new Uint32Array(0);
    part.blocks.forEach((block, b) => {
      const count = Math.min(BLOCK_FIXES, part.fixes - b * BLOCK_FIXES);
      for (let i = 0; i < count; i++) {
        const slot = (map[block.vessels[i] ?? 0] ?? 0) + 1;
        starts[slot] = (starts[slot] ?? 0) + 1;
      }
    });
  });
  for (let i = 1; i <= vessels; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  return starts;
}

function scatter(
  part: ParsedPart,
  map: Uint32Array,
  lineOffset: number,
  next: Uint32Array,
  into: FixColumns,
): void {
  part.blocks.forEach((block, b) => {
    const count = Math.min(BLOCK_FIXES, part.fixes - b * BLOCK_FIXES);
    for (let i = 0; i < count; i++) {
      const vessel = map[block.vessels[i] ?? 0] ?? 0;
      const at = next[vessel] ?? 0;
      next[vessel] = at + 1;
      into.seconds[at] = block.seconds[i] ?? 0;
      into.lons[at] = block.lons[i] ?? 0;
      into.lats[at] = block.lats[i] ?? 0;
      into.speeds[at] = block.speeds[i] ?? 0;
      into.rows[at] = (block.rows[i] ?? 0) + lineOffset;
    }
  });
}
