import { countPairs, sortByKey } from './path-links.ts';
import type { Blocks, PathLinks } from './path-links.ts';

/** Every possible link with a weight, observed or not. */
export interface FittedWeights {
  /** Number of the observed link, or -1. */
  readonly link: Int32Array;
  readonly weight: Float64Array;
}

/** Root mean square misfit at which the published procedure stops (its `xitol`). */
const MISFIT_TOLERANCE = 0.01;

/**
 * Redistributes out(u) in(v) over the possible links, rows and columns in turn, rounding to whole balls after
 * each half step, until the fit is good or gets no better: the procedure of the published implementation.
 *
 * All strengths being whole, weights half way between two whole numbers are common, and which way they go
 * hangs on the last bit of a sum. So that results can be compared ball for ball, each sum here is taken in the
 * order in which the reference takes it: links as met in the first round, sorted ones afterwards, totals by
 * NumPy's pairwise scheme.
 *
 * @see https://github.com/tlarock/hypa (MIT), `fitXi`, whose results test/fixtures/hypa holds
 */
export function fitWeights(links: PathLinks, blocks: Blocks): FittedWeights {
  const table = possibleLinks(links, blocks);
  const rows: Side = { node: table.from, strength: table.out };
  const columns: Side = { node: table.to, strength: table.in };
  const asMet = Int32Array.from(table.from, (_, i) => i);
  const byColumn = sortByKey(columns.node, asMet).order;
  const byRowThenColumn = sortByKey(rows.node, byColumn).order;
  const byColumnThenRow = sortByKey(columns.node, byRowThenColumn).order;

  let weight = Float64Array.from(table.from, (u, i) => at(table.out, u) * at(table.in, at(table.to, i)));
  let misfit = misfitOf(weight, rows, columns, links.total);
  for (let round = 0; ; round++) {
    const first = round === 0;
    weight = halfStep(weight, first ? asMet : byRowThenColumn, rows, links.total, first);
    weight = halfStep(weight, first ? byColumn : byColumnThenRow, columns, links.total, false);
    const next = misfitOf(weight, rows, columns, links.total);
    if (next >= misfit || next < MISFIT_TOLERANCE) return { link: table.link, weight };
    misfit = next;
  }
}

/** Rows or columns: the row (or column) of each link, and the strength each is to have. */
interface Side {
  readonly node: Int32Array;
  readonly strength: Float64Array;
}

interface Table {
  readonly link: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly out: Float64Array;
  readonly in: Float64Array;
}

/**
 * The possible links in the reference's order: node by node, first the observed ones, then the others in the
 * order of their legs. Nodes are renumbered in the order in which this walk meets them.
 */
function possibleLinks(links: PathLinks, blocks: Blocks): Table {
  const pairs = countPairs(blocks);
  const table = { link: new Int32Array(pairs), from: new Int32Array(pairs), to: new Int32Array(pairs) };
  const met = new Int32Array(links.nodes).fill(-1);
  const order: number[] = [];
  let rows = 0;
  const meet = (node: number): number => {
    if (at(met, node) < 0) met[node] = order.push(node) - 1;
    return at(met, node);
  };
  const put = (link: number, u: number, v: number): void => {
    const from = meet(u);
    const to = meet(v);
    if (at(links.out, u) * at(links.in, v) === 0) return;
    table.link[rows] = link;
    table.from[rows] = from;
    table.to[rows] = to;
    rows++;
  };
  const byNode = sortByKey(
    Int32Array.from(links.from),
    Int32Array.from(links.from, (_, link) => link),
    links.nodes,
  );
  const observedFrom = new Int32Array(links.nodes).fill(-1);
  for (let u = 0; u < links.nodes; u++) {
    for (let i = at(byNode.offsets, u); i < at(byNode.offsets, u + 1); i++) {
      const link = at(byNode.order, i);
      const v = links.to[link] ?? 0;
      observedFrom[v] = u;
      put(link, u, v);
    }
    const overlap = at(links.endsWith, u);
    const { order: starters, offsets } = blocks.starters;
    for (let i = at(offsets, overlap); i < at(offsets, overlap + 1); i++) {
      const v = at(starters, i);
      if (at(observedFrom, v) !== u) put(-1, u, v);
    }
  }
  return {
    link: table.link.subarray(0, rows),
    from: table.from.subarray(0, rows),
    to: table.to.subarray(0, rows),
    out: Float64Array.from(order, (node) => at(links.out, node)),
    in: Float64Array.from(order, (node) => at(links.in, node)),
  };
}

/**
 * Raises all weights to a sum of total^2, then each row (or column) to strength times total, and rounds.
 *
 * @param order  the order sums are taken in
 * @param divides  whether the reference divides here, or multiplies by the reciprocal
 */
function halfStep(
  weight: Float64Array,
  order: Int32Array,
  side: Side,
  total: number,
  divides: boolean,
): Float64Array<ArrayBuffer> {
  const over = (value: number, divisor: number): number =>
    divides ? value / divisor : value * (1 / divisor);
  const sum = pairwiseSum(weight, order, 0, order.length);
  const raised = weight.map((value) => over(value * (total * total), sum));
  const raisedSum = pairwiseSum(raised, order, 0, order.length);
  const expected = new Float64Array(side.strength.length);
  for (const i of order) {
    const node = at(side.node, i);
    expected[node] = at(expected, node) + over(at(raised, i), raisedSum) * total;
  }
  const ratio = expected.map((value, node) => (value === 0 ? 0 : at(side.strength, node) / value));
  return raised.map((value, i) => roundHalfEven(value * at(ratio, at(side.node, i))));
}

function misfitOf(weight: Float64Array, rows: Side, columns: Side, total: number): number {
  const sum = weight.reduce((a, b) => a + b, 0);
  return [rows, columns].reduce((misfit, side) => {
    const expected = new Float64Array(side.strength.length);
    weight.forEach((value, i) => {
      const node = at(side.node, i);
      expected[node] = at(expected, node) + (value / sum) * total;
    });
    return (
      misfit + Math.sqrt(expected.reduce((a, value, n) => a + (value - at(side.strength, n)) ** 2, 0)) / 2
    );
  }, 0);
}

/** Sum in the order of NumPy's `sum`: eight running sums in blocks of up to 128, blocks added in pairs. */
function pairwiseSum(values: Float64Array, order: Int32Array, start: number, count: number): number {
  const value = (i: number): number => at(values, at(order, start + i));
  if (count > 128) {
    const half = Math.floor(count / 2);
    const left = half - (half % 8);
    return pairwiseSum(values, order, start, left) + pairwiseSum(values, order, start + left, count - left);
  }
  let sum = 0;
  let i = 0;
  if (count >= 8) {
    const r = [value(0), value(1), value(2), value(3), value(4), value(5), value(6), value(7)] as const;
    const lanes = Float64Array.from(r);
    for (i = 8; i < count - (count % 8); i += 8) {
      for (let lane = 0; lane < 8; lane++) lanes[lane] = at(lanes, lane) + value(i + lane);
    }
    const pair = (lane: number): number => at(lanes, lane) + at(lanes, lane + 1);
    sum = pair(0) + pair(2) + (pair(4) + pair(6));
  }
  for (; i < count; i++) sum += value(i);
  return sum;
}

/** To the nearest whole number, halves to the even one, so that rounding does not drift. */
export function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
}

function at(values: Float64Array | Int32Array, i: number): number {
  return values[i] ?? 0;
}
