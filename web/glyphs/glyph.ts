/** A command of an outline, as fontkit gives them: coordinates in pairs, y upwards. */
export interface OutlineCommand {
  readonly command: string;
  readonly args: readonly number[];
}

/** A glyph as MapLibre takes it: pixels of an em of {@link EM_PX}. */
export interface Glyph {
  readonly codePoint: number;
  /** Of the ink, without the border. */
  readonly width: number;
  readonly height: number;
  /** From the pen to the ink. */
  readonly left: number;
  /** From the line that MapLibre hangs letters on up to the ink. */
  readonly top: number;
  readonly advance: number;
  /** Rows from the top, {@link BORDER} wider on each side: 191 at the edge, 32 more for each pixel inwards. */
  readonly bitmap: Uint8Array;
}

/** The size that MapLibre expects glyph files in, the border round each, and how far distances reach; px. */
export const EM_PX = 24;
export const BORDER = 3;
const RADIUS = 8;
/** Part of the scale that lies inwards of the edge. */
const INSIDE = 0.25;
/** MapLibre hangs letters this far above the line they stand on, px. */
const HANG = 27;
/** Straight pieces that a curve is drawn as: at 24 px to the em none is seen. */
const PIECES = 4;

type Segment = readonly [ax: number, ay: number, bx: number, by: number];

/** An outline as straight pieces, scaled. */
function straight(commands: readonly OutlineCommand[], scale: number): Segment[] {
  const out: Segment[] = [];
  let [startX, startY, x, y] = [0, 0, 0, 0];
  const to = (nextX: number, nextY: number): void => {
    if (nextX !== x || nextY !== y) out.push([x, y, nextX, nextY]);
    [x, y] = [nextX, nextY];
  };
  for (const { command, args } of commands) {
    const [a = 0, b = 0, c = 0, d = 0] = args.map((value) => value * scale);
    if (command === 'moveTo') [startX, startY, x, y] = [a, b, a, b];
    else if (command === 'lineTo') to(a, b);
    else if (command === 'quadraticCurveTo') {
      const [fromX, fromY] = [x, y];
      for (let i = 1; i <= PIECES; i++) {
        const t = i / PIECES;
        const at = (from: number, over: number, end: number): number =>
          (1 - t) ** 2 * from + 2 * t * (1 - t) * over + t ** 2 * end;
        to(at(fromX, a, c), at(fromY, b, d));
      }
    } else if (command === 'closePath') to(startX, startY);
    else throw new Error(`An outline has a ${command}: only TrueType outlines are drawn.`);
  }
  return out;
}

/** Squares of the distance from the middle of each pixel to the outline; infinite beyond its reach. */
function squares(segments: readonly Segment[], left: number, top: number, wide: number, high: number) {
  const out = new Float64Array(wide * high).fill(Infinity);
  const reach = RADIUS * (1 - INSIDE) + 1;
  for (const [ax, ay, bx, by] of segments) {
    const [dx, dy] = [bx - ax, by - ay];
    const length = dx * dx + dy * dy;
    const firstX = Math.max(0, Math.floor(Math.min(ax, bx) - reach - left));
    const lastX = Math.min(wide - 1, Math.ceil(Math.max(ax, bx) + reach - left));
    const firstY = Math.max(0, Math.floor(top - Math.max(ay, by) - reach));
    const lastY = Math.min(high - 1, Math.ceil(top - Math.min(ay, by) + reach));
    for (let row = firstY; row <= lastY; row++) {
      for (let column = firstX; column <= lastX; column++) {
        const [px, py] = [left + column + 0.5 - ax, top - row - 0.5 - ay];
        const along = Math.min(1, Math.max(0, (px * dx + py * dy) / length));
        const square = (px - along * dx) ** 2 + (py - along * dy) ** 2;
        const at = row * wide + column;
        if (square < (out[at] ?? 0)) out[at] = square;
      }
    }
  }
  return out;
}

/** Where the outline crosses the middle of a row of pixels, from the left, and which way round. */
function crossings(segments: readonly Segment[], y: number): { x: number; turn: number }[] {
  const out: { x: number; turn: number }[] = [];
  for (const [ax, ay, bx, by] of segments) {
    if (ay <= y === by <= y) continue;
    out.push({ x: ax + ((y - ay) / (by - ay)) * (bx - ax), turn: by > ay ? 1 : -1 });
  }
  return out.sort((a, b) => a.x - b.x);
}

/**
 * Draws an outline as a signed distance field, worked out from the outline itself and not from a picture of it.
 *
 * @param commands    moves, lines, quadratic curves and closings in units of the font
 * @param unitsPerEm  units of the font to an em
 * @param advance     to the next glyph, units of the font
 * @throws {Error} on cubic curves, which TrueType fonts do not have
 */
export function drawGlyph(
  codePoint: number,
  commands: readonly OutlineCommand[],
  unitsPerEm: number,
  advance: number,
): Glyph {
  const scale = EM_PX / unitsPerEm;
  const segments = straight(commands, scale);
  const advancePx = Math.round(advance * scale);
  const empty = { codePoint, width: 0, height: 0, left: 0, top: 0, advance: advancePx };
  if (segments.length === 0) return { ...empty, bitmap: new Uint8Array(0) };
  const xs = segments.flatMap(([ax, , bx]) => [ax, bx]);
  const ys = segments.flatMap(([, ay, , by]) => [ay, by]);
  const left = Math.floor(Math.min(...xs));
  const top = Math.ceil(Math.max(...ys));
  const width = Math.ceil(Math.max(...xs)) - left;
  const height = top - Math.floor(Math.min(...ys));
  const [wide, high] = [width + 2 * BORDER, height + 2 * BORDER];
  const distances = squares(segments, left - BORDER, top + BORDER, wide, high);
  const bitmap = new Uint8Array(wide * high);
  for (let row = 0; row < high; row++) {
    const crossed = crossings(segments, top + BORDER - row - 0.5);
    let [next, turns] = [0, 0];
    for (let column = 0; column < wide; column++) {
      for (const x = left - BORDER + column + 0.5; next < crossed.length; next++) {
        const crossing = crossed[next];
        if (!crossing || crossing.x > x) break;
        turns += crossing.turn;
      }
      const distance = Math.sqrt(distances[row * wide + column] ?? 0) * (turns === 0 ? 1 : -1);
      const value = 255 * (1 - INSIDE - distance / RADIUS);
      bitmap[row * wide + column] = Math.round(Math.min(255, Math.max(0, value)));
    }
  }
  return { codePoint, width, height, left, top: top - HANG, advance: advancePx, bitmap };
}
