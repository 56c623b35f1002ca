import { describe, expect, it } from 'vitest';
import type { Period } from '../../../server/hotspots/periods.ts';
import { drawMaxima, scanResult } from '../../../server/hotspots/scan.ts';
import { DEFAULT_SCAN_OPTIONS } from '../../../server/hotspots/scan-options.ts';
import { excessLevels, excessRows } from '../../../server/hotspots/space-time-bounds.ts';
import { clustersIn, prepareSpaceTimeScan } from '../../../server/hotspots/space-time-scan.ts';
import type { SpaceTimeScan } from '../../../server/hotspots/space-time-windows.ts';
import newYork from '../../fixtures/scan/new-york-fever.json' with { type: 'json' };

const days = Array.from({ length: 24 }, (_, i): Period => {
  const day = `2001-11-${String(i + 1).padStart(2, '0')}`;
  return { from: day, to: day };
});

/** As SaTScan made it: circles of up to 3 km and half the cases, up to 7 days, each lasting until the last day. */
function scanOfFever(): SpaceTimeScan {
  const places = newYork.places.map(({ zip, position: [lon = NaN, lat = NaN], days: on }) => ({
    id: zip,
    position: [lon, lat] as const,
    counts: days.map((_, i) => on.filter((day) => day === i + 1).length),
  }));
  const options = { ...DEFAULT_SCAN_OPTIONS, maxRadiusKm: 3, maxDays: 7 };
  const scan = prepareSpaceTimeScan(places, days, options);
  const last = days.length - 1;
  const allowed = scan.spans.allowed.map((one, span) => (scan.spans.last[span] === last ? one : 0));
  const spans = { ...scan.spans, allowed };
  const { rowCases } = excessRows(scan.windows, scan.held, options.minCases);
  const levels = excessLevels(rowCases, Math.max(...scan.held), spans, scan.total);
  const lasting = { ...scan, spans, levels, marks: null };
  return { ...lasting, found: clustersIn(lasting) };
}

describe('spaceTimeScan of fever in New York', () => {
  // Expected: what SaTScan 10.1.2 gives for the example it comes with, see test/fixtures/README.md.
  const scan = scanOfFever();
  const { clusters, parameters } = scanResult(scan, drawMaxima(scan, 0, scan.options.draws));

  it('takes in the published numbers of cases and places', () => {
    expect(parameters).toMatchObject({ cases: 194, locations: 192 });
    expect(parameters.spans).toBe(7);
  });

  it.each(newYork.clusters.map((cluster, i) => [i + 1, cluster] as const))(
    'finds published cluster %i: place, days, cases and expected',
    (number, published) => {
      const found = clusters[number - 1];
      expect(found).toMatchObject({
        position: published.centre,
        from: published.from,
        to: published.to,
        cases: published.cases,
      });
      expect(found?.expected.toFixed(2)).toBe(published.expected);
      expect(found?.ratio.toFixed(2)).toBe(published.ratio);
      // To a fifth of a percent: the spheres differ.
      expect(Math.abs((found?.radiusKm ?? NaN) - published.radiusKm)).toBeLessThanOrEqual(
        0.002 * published.radiusKm,
      );
    },
  );

  it('has the published p in the first, but for what the numbers of draws leave open', () => {
    const { p = NaN, pError = NaN } = clusters[0] ?? {};
    // 50 of the 206 draws after which SaTScan stopped, so an error of 0.242 sqrt((1 - 0.242) / 50) = 0.030.
    expect(Math.abs(p - newYork.p)).toBeLessThan(3 * Math.hypot(0.03, pError));
  });

  it('has the published places in the first', () => {
    expect(clusters[0]?.members).toEqual(newYork.members);
  });
});
