/** Positions are kept as whole ten-millionths of a degree: exact for what AIS sends, half the memory. */
export const DEGREE_UNITS = 1e7;
/** Speeds are kept as whole hundredths of a knot. */
export const KNOT_UNITS = 100;
/** The stored speed that means "not given". */
export const NO_SPEED = 65535;

/**
 * Fixes by column, the form in which millions of them are handled: no object per fix.
 * `seconds` UTC epoch seconds; `lons`, `lats` in {@link DEGREE_UNITS}; `speeds` in {@link KNOT_UNITS} or
 * {@link NO_SPEED}; `rows` the running number of the line each came from.
 */
export interface FixColumns {
  readonly seconds: Uint32Array<ArrayBuffer>;
  readonly lons: Int32Array<ArrayBuffer>;
  readonly lats: Int32Array<ArrayBuffer>;
  readonly speeds: Uint16Array<ArrayBuffer>;
  readonly rows: Uint32Array<ArrayBuffer>;
}

/** {@link FixColumns} of many vessels as they stand in the file; `vessels` indexes the part's vessel list. */
export interface FixBlock extends FixColumns {
  readonly vessels: Uint32Array<ArrayBuffer>;
}

/** Fixes a block holds: big enough that blocks are few, small enough that the last one wastes little. */
export const BLOCK_FIXES = 1 << 16;

/** Room for `length` fixes, all zero. */
export function makeColumns(length: number): FixColumns {
  return {
    seconds: new Uint32Array(length),
    lons: new Int32Array(length),
    lats: new Int32Array(length),
    speeds: new Uint16Array(length),
    rows: new Uint32Array(length),
  };
}

/** Room for {@link BLOCK_FIXES} fixes of any vessel. */
export function makeBlock(): FixBlock {
  return {
    seconds: new Uint32Array(BLOCK_FIXES),
    lons: new Int32Array(BLOCK_FIXES),
    lats: new Int32Array(BLOCK_FIXES),
    speeds: new Uint16Array(BLOCK_FIXES),
    rows: new Uint32Array(BLOCK_FIXES),
    vessels: new Uint32Array(BLOCK_FIXES),
  };
}

/** The stretch from `from` up to but not `to`, sharing memory with `columns`. */
export function sliceColumns(columns: FixColumns, from: number, to: number): FixColumns {
  return {
    seconds: columns.seconds.subarray(from, to),
    lons: columns.lons.subarray(from, to),
    lats: columns.lats.subarray(from, to),
    speeds: columns.speeds.subarray(from, to),
    rows: columns.rows.subarray(from, to),
  };
}
