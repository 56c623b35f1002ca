import type { Briefing, SceneLeg, ScenePlace } from '../../shared/briefing.ts';
import type { Position } from '../../shared/geo.ts';
import { landPath } from '../../server/briefings/figure/base-map.ts';
import { drawFigure } from '../../server/briefings/figure/draw-figure.ts';
import { viewOf } from '../../server/briefings/figure/projection.ts';
import { readBaseMap } from '../../server/briefings/render/base-map.ts';
import { renderFigure } from '../../server/briefings/render/figure.ts';
import { makeMeasure } from '../../server/briefings/render/fonts.ts';
import { exampleBriefing } from '../support/briefing.ts';

/** Legs, places, cells and seizures of the demo year. */
const DEMO = { legs: 194, places: 116, cells: 173, seizures: 113 };

/** The i-th of a fixed scatter over the Caribbean; two irrational steps fill it evenly. */
const scattered = (i: number): Position => [
  -88 + ((i * 0.6180339887) % 1) * 29,
  9 + ((i * 0.7548776662) % 1) * 17,
];

/** A briefing as large as the demo's, times `factor`. */
function sized(factor: number): Briefing {
  const places = Array.from({ length: DEMO.places * factor }, (_, i): ScenePlace => ({
    id: `P${i}`,
    name: `Harbour ${i}`,
    kind: 'port',
    position: scattered(i),
    radiusKm: 2,
    weight: 10_000 - i,
  }));
  const legs = Array.from({ length: DEMO.legs * factor }, (_, i): SceneLeg => {
    const [from, to] = [scattered(i % places.length), scattered((i * 7 + 1) % places.length)];
    const line = Array.from({ length: 12 }, (_, k): Position => [
      from[0] + ((to[0] - from[0]) * k) / 11,
      from[1] + ((to[1] - from[1]) * k) / 11 + Math.sin(k) / 9,
    ]);
    return {
      id: `L${i}`,
      from: 'a',
      to: 'b',
      line,
      voyageLegs: 1 + (i % 90),
      seizureLegs: i % 3,
      certainty: 'observed',
      seizureCertainty: 'inferred',
      synthetic: true,
      overWater: i % 5 > 0,
    };
  });
  const [cell] = exampleBriefing().scene.cells;
  const bounds = [-88, 9, -59, 26] as const;
  return exampleBriefing({
    spec: { bounds },
    scene: {
      bounds,
      legs,
      places,
      routes: [],
      cells: Array.from({ length: DEMO.cells }, (_, i) => {
        const [x, y] = scattered(i * 3);
        const boundary = (cell?.boundary ?? []).map(([cx, cy]): Position => [cx + 64.6 + x, cy - 18.4 + y]);
        return {
          cell: `c${i}`,
          boundary,
          class: i % 6 === 0 ? 'hot' : 'none',
          count: 1,
          q: 0.2,
          emerging: null,
        };
      }),
      seizures: Array.from({ length: DEMO.seizures * factor }, (_, i) => ({
        id: `S${i}`,
        position: scattered(i * 5),
        uncertaintyKm: i % 4 === 0 ? 60 : 2,
        commodities: [(['cocaine', 'cannabis', 'firearm'] as const)[i % 3] ?? 'other'],
        synthetic: false,
      })),
    },
  });
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(2);
const memory = (): string => (process.memoryUsage().rss / 1e6).toFixed(0);
async function timed<T>(work: () => T | Promise<T>): Promise<{ value: T; ms: number }> {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
}

/**
 * Figures of A4 at 300 dpi on data of the demo's size: time and size of each format against drawing the land alone,
 * growth with ten and a hundred times the data, and memory over 50 exports.
 */
export async function bench(): Promise<void> {
  const briefing = sized(1);
  const base = await timed(readBaseMap);
  const view = viewOf(briefing.scene.bounds, { x: 0, y: 0, width: 569, height: 430 });
  landPath(view, base.value.land);
  const land = await timed(() => landPath(view, base.value.land));
  console.log(`base map: read once in ${base.ms.toFixed(0)} ms`);
  console.log(
    `baseline, path of the land alone: ${land.ms.toFixed(0)} ms, ${megabytes(land.value.length)} MB`,
  );
  await renderFigure(briefing, 'svg');
  for (const format of ['svg', 'pdf', 'png'] as const) {
    const { value, ms } = await timed(() => renderFigure(briefing, format));
    console.log(
      `A4 ${format}: ${ms.toFixed(0)} ms, ${megabytes(value.length)} MB, ` +
        `${(1000 / ms).toFixed(2)} a second, ${(ms / land.ms).toFixed(1)} times the baseline`,
    );
  }
  const measure = makeMeasure();
  for (const factor of [1, 10, 100]) {
    const large = sized(factor);
    const { value, ms } = await timed(() => drawFigure(large, measure, base.value));
    console.log(
      `drawing of ${large.scene.legs.length} legs, ${large.scene.places.length} places, ` +
        `${large.scene.seizures.length} seizures: ${ms.toFixed(0)} ms, ${value.labels.length} names`,
    );
  }
  for (let i = 1; i <= 50; i++) {
    await renderFigure(briefing, i % 5 === 0 ? 'pdf' : i % 2 === 0 ? 'png' : 'svg');
    if ([10, 30, 50].includes(i)) console.log(`after ${i} exports: ${memory()} MB resident`);
  }
  console.log(`peak memory: ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB`);
}
