import type { FixColumns } from './columns.ts';
import { BLOCK_FIXES, makeColumns, sliceColumns } from './columns.ts';
import type { ParsedPart } from './parse.ts';
import type { IdentityRecord } from './vessel-table.ts';

/** A part with its fixes sorted by vessel: those of vessel `v` stand from `starts[v]` up to `starts[v + 1]`. */
export interface GroupedPart extends Omit<ParsedPart, 'blocks' | 'fixes'> {
  readonly columns: FixColumns;
  readonly starts: Uint32Array<ArrayBuffer>;
}

/** One vessel's fixes in the order of the files, and what it said of itself, oldest first. */
export interface RawTrack {
  readonly mmsi: number;
  readonly fixes: FixColumns;
  readonly identities: readonly IdentityRecord[];
}

/** Sorts a part's fixes by vessel, those of one vessel in the order they came: a counting sort, two passes. */
export function groupPart(part: ParsedPart): GroupedPart {
  const { blocks, fixes, ...rest } = part;
  const starts = new Uint32Array(part.mmsis.length + 1);
  const inBlock = (b: number): number => Math.min(BLOCK_FIXES, fixes - b * BLOCK_FIXES);
  for (const [b, { vessels }] of blocks.entries()) {
    const count = inBlock(b);
    for (let i = 0; i < count; i++) {
      const slot = (vessels[i] ?? 0) + 1;
      starts[slot] = (starts[slot] ?? 0) + 1;
    }
  }
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const next = starts.slice();
  const columns = makeColumns(fixes);
  const { seconds, lons, lats, speeds, rows } = columns;
  for (const [b, block] of blocks.entries()) {
    const count = inBlock(b);
    const { vessels, seconds: s, lons: x, lats: y, speeds: v, rows: r } = block;
    for (let i = 0; i < count; i++) {
      const vessel = vessels[i] ?? 0;
      const at = next[vessel] ?? 0;
      next[vessel] = at + 1;
      seconds[at] = s[i] ?? 0;
      lons[at] = x[i] ?? 0;
      lats[at] = y[i] ?? 0;
      speeds[at] = v[i] ?? 0;
      rows[at] = r[i] ?? 0;
    }
  }
  return { ...rest, columns, starts };
}

/**
 * Joins each vessel's fixes from all parts.
 * @param parts  in order of the files
 * @param lineOffsets  per part, added to each fix's row (in place)
 * @returns tracks ascending by MMSI; those of a single part share its memory
 */
export function assembleTracks(parts: readonly GroupedPart[], lineOffsets: readonly number[]): RawTrack[] {
  const pieces = new Map<number, { fixes: FixColumns[]; identities: IdentityRecord[] }>();
  parts.forEach((part, p) => {
    const { rows } = part.columns;
    const offset = lineOffsets[p] ?? 0;
    for (let i = 0; i < rows.length; i++) rows[i] = (rows[i] ?? 0) + offset;
    for (const [v, mmsi] of part.mmsis.entries()) {
      const piece = pieces.get(mmsi) ?? { fixes: [], identities: [] };
      piece.fixes.push(sliceColumns(part.columns, part.starts[v] ?? 0, part.starts[v + 1] ?? 0));
      pieces.set(mmsi, piece);
    }
    for (const record of part.identities) {
      pieces.get(part.mmsis[record.vessel] ?? 0)?.identities.push(record);
    }
  });
  return [...pieces]
    .sort(([a], [b]) => a - b)
    .map(([mmsi, { fixes, identities }]) => ({
      mmsi,
      fixes: joined(fixes),
      identities: identities.sort((a, b) => a.lastSeconds - b.lastSeconds),
    }));
}

function joined(pieces: readonly FixColumns[]): FixColumns {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const whole = makeColumns(pieces.reduce((sum, { seconds }) => sum + seconds.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.seconds.set(piece.seconds, at);
    whole.lons.set(piece.lons, at);
    whole.lats.set(piece.lats, at);
    whole.speeds.set(piece.speeds, at);
    whole.rows.set(piece.rows, at);
    at += piece.seconds.length;
  }
  return whole;
}
