import { latLngToCell } from 'h3-js';
import type { Cluster, RunNote } from '../../shared/findings.ts';
import { distanceKm, type Position } from '../../shared/geo.ts';
import type { Seizure } from '../../shared/model.ts';
import type { ClusterMethod } from '../../shared/vocabulary.ts';
import { dbscanGeo } from '../hotspots/dbscan.ts';
import { groupCases, type DatedPoint } from '../hotspots/group-cases.ts';
import { centreOf } from '../hotspots/grid.ts';
import { cellUnits } from '../hotspots/rates.ts';
import { scanResult, type ScanCluster, type ScanResult } from '../hotspots/scan.ts';
import { prepareSpaceTimeScan } from '../hotspots/space-time-scan.ts';
import type { SpaceTimeScan } from '../hotspots/space-time-windows.ts';
import { prepareSpatialScan, type SpatialScan } from '../hotspots/spatial-scan.ts';
import type { Gazetteer } from '../ports/gazetteer.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { pointsOf } from './derive.ts';
import { monthsOf, trafficOf } from './hot-spot-cells.ts';
import type { AnalysisParameters } from './parameters.ts';

/** A seizure placed well enough to be put into a cell. */
type Placed = DatedPoint & { readonly position: Position };

/** The two scans of a run made ready: plain data, so that their draws can be shared out between threads. */
export interface Scans {
  readonly poisson: SpatialScan;
  readonly spaceTime: SpaceTimeScan;
}

/**
 * Prepares the scans: cases against the port calls known in each cell, and cases by cell and month. Each draw has its
 * own random numbers, so it does not matter how draws are shared out.
 */
export function scansOf(
  { seizures, calls, parameters }: AnalysisInput,
  gazetteer: Pick<Gazetteer, 'byId'>,
): Scans {
  const { seed, hotSpots, scan } = parameters;
  const points = placedOf(seizures, hotSpots.maxUncertaintyKm);
  const units = cellUnits(
    points.map(({ position }) => position),
    trafficOf(calls, gazetteer),
    hotSpots.resolution,
  );
  const { months, cells } = byMonth(points, hotSpots);
  return {
    poisson: prepareSpatialScan(
      units.map(({ id, cases, calls: population }) => ({ id, position: centreOf(id), cases, population })),
      { ...scan, seed },
    ),
    spaceTime: prepareSpaceTimeScan(cells, months, { ...scan, seed }),
  };
}

/** Cases by cell and month, as the space-time scan takes them. */
function byMonth(points: readonly Placed[], hotSpots: AnalysisParameters['hotSpots']) {
  const months = monthsOf(points, 1);
  return { months, cells: groupCases(points, months, hotSpots).cells };
}

/** Largest ratios of the draws of each scan. */
export type Maxima = { readonly [Scan in keyof Scans]: Float64Array };

/**
 * Groups of seizures by three methods that ask three questions: where are there more than the port calls explain;
 * where and when did more come together than either alone explains; and which lie close together at all.
 */
export function clustersOf(
  { seizures, calls, parameters }: AnalysisInput,
  scans: Scans,
  maxima: Maxima,
): { readonly clusters: readonly Cluster[]; readonly notes: readonly RunNote[] } {
  const { resolution, maxUncertaintyKm } = parameters.hotSpots;
  const points = placedOf(seizures, maxUncertaintyKm);
  const idsIn = ({ members }: ScanCluster): string[] => {
    const cells = new Set(members);
    return points
      .filter(({ position: [lon, lat] }) => cells.has(latLngToCell(lat, lon, resolution)))
      .map(({ id }) => id);
  };
  const { months, cells: grouped } = byMonth(points, parameters.hotSpots);
  const idsThen = ({ members, from, to }: ScanCluster): string[] =>
    grouped
      .filter(({ id }) => members.includes(id))
      .flatMap(({ evidence }) =>
        evidence.filter(
          (_, i) => (months[i]?.from ?? '') >= (from ?? '') && (months[i]?.to ?? '') <= (to ?? ''),
        ),
      )
      .flat();
  const poisson = scanResult(scans.poisson, maxima.poisson);
  const spaceTime = scanResult(scans.spaceTime, maxima.spaceTime);
  const notes: RunNote[] = [];
  if (points.length < 2) notes.push({ code: 'too-few-seizures', count: points.length });
  if (calls.length === 0) notes.push({ code: 'no-port-calls', count: points.length });
  else if (poisson.leftOut.cases > 0) {
    notes.push({ code: 'seizures-without-port-calls', count: poisson.leftOut.cases });
  }
  return {
    clusters: [
      ...scanned('poisson-scan', poisson, idsIn),
      ...scanned('space-time-scan', spaceTime, idsThen),
      ...densityGroups(points, parameters.density),
    ],
    notes,
  };
}

/** Seizures placed well enough to be put into a cell. */
function placedOf(seizures: readonly Seizure[], maxUncertaintyKm: number): Placed[] {
  return pointsOf(seizures).filter(
    (point): point is Placed =>
      point.position !== null && (point.uncertaintyKm ?? Infinity) <= maxUncertaintyKm,
  );
}

function scanned(
  method: ClusterMethod,
  { clusters, parameters }: ScanResult,
  evidenceOf: (cluster: ScanCluster) => readonly string[],
): Cluster[] {
  return clusters.map((cluster, i) => ({
    id: `${method}:${String(i + 1)}`,
    method,
    centre: cluster.position,
    radiusKm: cluster.radiusKm,
    firstDay: cluster.from,
    lastDay: cluster.to,
    cases: cluster.cases,
    expected: cluster.expected,
    relativeRisk: cluster.relativeRisk ?? cluster.ratio,
    logLikelihoodRatio: cluster.llr,
    p: cluster.p,
    pError: cluster.pError,
    draws: parameters.draws,
    evidence: [...evidenceOf(cluster)].sort(),
  }));
}

/** DBSCAN on the best positions; largest first. Nothing is tested. */
function densityGroups(
  points: readonly Placed[],
  { epsKm, minPoints }: AnalysisParameters['density'],
): Cluster[] {
  const labels = dbscanGeo(points, epsKm, minPoints);
  const groups = new Map<number, Placed[]>();
  points.forEach((point, i) => {
    const label = labels[i] ?? 0;
    if (label > 0) groups.set(label, [...(groups.get(label) ?? []), point]);
  });
  return [...groups.values()]
    .map((members) => ({ members, ids: members.map(({ id }) => id).sort() }))
    .sort((a, b) => b.ids.length - a.ids.length || ((a.ids[0] ?? '') < (b.ids[0] ?? '') ? -1 : 1))
    .map(({ members, ids }, i) => {
      const centre = middlePosition(members.map(({ position }) => position));
      return {
        id: `density:${String(i + 1)}`,
        method: 'density',
        centre,
        radiusKm: Math.max(...members.map(({ position }) => distanceKm(centre, position))),
        firstDay: null,
        lastDay: null,
        cases: ids.length,
        expected: null,
        relativeRisk: null,
        logLikelihoodRatio: null,
        p: null,
        pError: null,
        draws: null,
        evidence: ids,
      };
    });
}

/** Mean of positions that lie close together; across 180 degrees longitudes are brought to the side of the first. */
function middlePosition(positions: readonly Position[]): Position {
  const [first = [0, 0]] = positions;
  const lons = positions.map(([lon]) => lon + 360 * Math.round((first[0] - lon) / 360));
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, one) => sum + one, 0) / values.length;
  const lon = mean(lons);
  return [lon - 360 * Math.round(lon / 360), mean(positions.map(([, lat]) => lat))];
}
