import type { Router } from 'express';
import { endpoints, type NoDataReply } from '../../shared/api.ts';
import { thinned } from '../briefings/figure/geometry.ts';
import { readBaseMap } from '../briefings/render/base-map.ts';
import { countriesWithoutData } from '../findings/no-data.ts';
import type { Snapshot } from '../findings/snapshot.ts';
import { mountGet } from '../http/mount.ts';

/** Points of an outline nearer than this are one, and their digits as fine: 0.002° is 220 m, 0.001° 110 m. */
const LEAST_DEG = 0.002;
const DIGITS = 3;

const round = (degrees: number): number => Number(degrees.toFixed(DIGITS));

/** The outlines of territories, a polygon each; those of which the base map has none are left out. */
function outlines(countries: readonly string[]): NoDataReply['features'] {
  const { territories } = readBaseMap();
  return countries.flatMap((country) =>
    (territories.get(country) ?? []).map(({ rings }): NoDataReply['features'][number] => ({
      type: 'Feature',
      properties: { country },
      geometry: {
        type: 'Polygon',
        coordinates: rings
          .map((ring) => thinned(ring, LEAST_DEG).map(([x, y]): [number, number] => [round(x), round(y)]))
          .filter((ring) => ring.length > 3),
      },
    })),
  );
}

/** Mounts what nothing is known of, as figures have it: no data is not no seizures. */
export function mountCoverage(router: Router, snapshot: () => Promise<Snapshot>): void {
  // Of one run it is always the same.
  let kept: NoDataReply | null = null;
  mountGet(
    router,
    endpoints.noData,
  )(async () => {
    const now = await snapshot();
    if (kept?.runId === now.run.id) return kept;
    const countries = countriesWithoutData([...now.events.values()], now.atlas);
    kept = { type: 'FeatureCollection', runId: now.run.id, countries, features: outlines(countries) };
    return kept;
  });
}
