import { circle } from '@turf/turf';
import type { Router } from 'express';
import { endpoints, type ClusterProperties, type PlaceFindingRow } from '../../shared/api.ts';
import type { Cluster, RouteEvent } from '../../shared/findings.ts';
import { trafficDays } from '../../shared/traffic-days.ts';
import type { Database } from '../db/database.ts';
import { InputError } from '../errors.ts';
import { mountGet } from '../http/mount.ts';
import { minCut } from '../network/min-cut.ts';
import { shortestPaths } from '../network/shortest-paths.ts';
import { comparePeriods, keysBy, type ComparedBy } from './compare-periods.ts';
import { weightedLeg } from './derive.ts';
import { evidencePage, notFound } from './evidence-endpoints.ts';
import { edgeProperties, howSynthetic } from './features.ts';
import { filterEvents } from './filter.ts';
import type { Snapshot } from './snapshot.ts';

type Take = () => Promise<Snapshot>;

/** Mounts what is worked out about groups of records: clusters, ranked places, ways and cuts, periods compared. */
export function mountMeasures(router: Router, database: Database, snapshot: Take): void {
  mountClusters(router, database, snapshot);
  mountPlaces(router, snapshot);
  mountPaths(router, snapshot);
  mountPeriods(router, snapshot);
}

function mountClusters(router: Router, database: Database, snapshot: Take): void {
  mountGet(
    router,
    endpoints.clusters,
  )(async ({ query }) => {
    const { run, clusters } = await snapshot();
    const shown = clusters.filter(({ method }) => query.method === undefined || method === query.method);
    return {
      type: 'FeatureCollection',
      runId: run.id,
      notes: [...run.notes],
      total: shown.length,
      features: shown.map((cluster) => ({
        type: 'Feature',
        id: cluster.id,
        geometry: outlineOf(cluster),
        properties: clusterProperties(cluster),
      })),
    };
  });
  mountGet(
    router,
    endpoints.cluster,
  )(async ({ params }) => {
    const now = await snapshot();
    const cluster = now.clusters.find(({ id }) => id === params.id);
    if (!cluster) throw notFound('cluster', params.id, {});
    return {
      ...clusterProperties(cluster),
      evidence: await evidencePage(database, now, cluster.evidence),
    };
  });
}

/** A circle of one cell or point has no radius; it is drawn as large as can be seen. */
const LEAST_RADIUS_KM = 15;

function outlineOf({ centre, radiusKm }: Cluster) {
  const { geometry } = circle([...centre], Math.max(radiusKm, LEAST_RADIUS_KM), {
    steps: 72,
    units: 'kilometers',
  });
  return {
    type: 'Polygon' as const,
    coordinates: geometry.coordinates.map((ring) =>
      ring.map(([lon = 0, lat = 0]): [number, number] => [lon, lat]),
    ),
  };
}

function clusterProperties({ evidence: _evidence, centre, ...cluster }: Cluster): ClusterProperties {
  return { ...cluster, centre: [centre[0], centre[1]] };
}

function mountPlaces(router: Router, snapshot: Take): void {
  mountGet(
    router,
    endpoints.places,
  )(async ({ query }) => {
    const now = await snapshot();
    const largest = (row: PlaceFindingRow): number => {
      if (query.sort === 'flow') return row.strengthIn + row.strengthOut;
      if (query.sort === 'rate') return row.rate?.per1000Calls ?? -1;
      return row[query.sort];
    };
    const rows = now.places
      .filter(({ level }) => level === query.level)
      .map(({ level: _level, placeId, rate, ...found }): PlaceFindingRow => ({
        ...now.atlas.ref(placeId),
        ...found,
        rate: rate && { ...rate },
      }))
      .sort((a, b) => largest(b) - largest(a) || (a.id < b.id ? -1 : 1));
    const voyages = [...now.events.values()].filter(({ kind }) => kind === 'voyage');
    return {
      runId: now.run.id,
      total: rows.length,
      items: rows.slice(query.offset, query.offset + query.limit),
      callsSynthetic: howSynthetic(
        voyages.map(({ id }) => id),
        now.isSynthetic,
      ),
    };
  });
}

function mountPaths(router: Router, snapshot: Take): void {
  mountGet(
    router,
    endpoints.paths,
  )(async ({ query }) => {
    const now = await snapshot();
    const { nodes, edges } = now.view(query).network(query.level);
    const placeIds = nodes.map(({ placeId }) => placeId);
    for (const [name, id] of Object.entries({ start: query.start, end: query.end })) {
      if (placeIds.includes(id)) continue;
      throw new InputError(
        'bad-parameter',
        `${name}: ${id} is no place of the network at level ${query.level} within this filter. /api/places lists them.`,
      );
    }
    if (query.start === query.end) {
      throw new InputError('bad-parameter', 'end: it must be another place than start.');
    }
    const legs = edges.map((edge) => ({
      ...weightedLeg(edge),
      distanceKm: edgeProperties(edge, now.atlas, now.isSynthetic).distanceKm,
    }));
    const kmByLeg = new Map(legs.map(({ from, to, distanceKm }) => [`${from}~${to}`, distanceKm]));
    const question = { from: query.start, to: query.end, k: query.k, cost: query.cost };
    const found = shortestPaths(placeIds, legs, question);
    const cut = minCut(placeIds, legs, query.start, query.end);
    return {
      runId: now.run.id,
      from: now.atlas.ref(query.start),
      to: now.atlas.ref(query.end),
      unmeasured: found.unmeasured,
      paths: found.paths.map(({ places, cost }) => ({
        places: places.map((id) => now.atlas.ref(id)),
        cost,
        distanceKm: places
          .slice(1)
          .reduce((sum, id, i) => sum + (kmByLeg.get(`${places[i] ?? ''}~${id}`) ?? 0), 0),
      })),
      cut: {
        flow: cut.value,
        choices: [...cut.cuts]
          .sort((x, y) => x.legs.length - y.legs.length)
          .map((choice) =>
            choice.legs.map(({ from, to, weight }) => ({
              id: `${from}~${to}`,
              from: now.atlas.ref(from),
              to: now.atlas.ref(to),
              passages: weight,
            })),
          ),
      },
    };
  });
}

/** Of voyages no operation is known; a name that no seizure has would compare with nothing. */
function checkOperation(name: string | undefined, kind: 'seizure' | 'voyage', now: Snapshot): void {
  if (name === undefined) return;
  const known = new Set([...now.events.values()].flatMap(({ operation }) => operation?.split('; ') ?? []));
  if (kind === 'seizure' && known.has(name)) return;
  throw new InputError(
    'bad-parameter',
    kind === 'voyage'
      ? 'Voyages belong to no operation; compare seizures, or periods.'
      : `No seizure is of an operation called "${name}". There are: ${[...known].sort().join(', ') || 'none'}.`,
  );
}

/** Days with traffic of both periods: without them one that nobody watched would look like a quiet one. */
function trafficEfforts(
  events: readonly RouteEvent[],
  {
    aFrom,
    aTo,
    bFrom,
    bTo,
  }: Readonly<Partial<Record<'aFrom' | 'aTo' | 'bFrom' | 'bTo', string | undefined>>>,
): { a: number; b: number } {
  const voyages = events.filter(({ kind }) => kind === 'voyage');
  const months = [...new Set(voyages.map(({ day }) => day.slice(0, 7)))];
  const efforts = {
    a: trafficDays(months, aFrom ?? null, aTo ?? null),
    b: trafficDays(months, bFrom ?? null, bTo ?? null),
  };
  if (efforts.a > 0 && efforts.b > 0) return efforts;
  const without = efforts.a === 0 ? 'a' : 'b';
  throw new InputError(
    'bad-parameter',
    `No traffic is held of ${without}, so there is nothing to compare with. Months with traffic: ${months.sort().join(', ') || 'none'}.`,
  );
}

const COMPARED: Readonly<Record<'commodity' | 'country' | 'place' | 'route', ComparedBy>> = {
  commodity: 'commodities',
  country: 'countries',
  place: 'places',
  route: 'routes',
};

function mountPeriods(router: Router, snapshot: Take): void {
  mountGet(
    router,
    endpoints.comparison,
  )(async ({ query }) => {
    const { aFrom, aTo, bFrom, bTo, aOperation, bOperation, commodity, country, dataSet } = query;
    const given = (...parts: readonly unknown[]) => parts.some((part) => part !== undefined);
    if (!given(aFrom, aTo, aOperation) || !given(bFrom, bTo, bOperation)) {
      throw new InputError(
        'bad-parameter',
        'Say what to compare: give aFrom and aTo, or aOperation, and the same of b.',
      );
    }
    const now = await snapshot();
    for (const name of [aOperation, bOperation]) checkOperation(name, query.kind, now);
    const common = { commodity, country, dataSet };
    const side = (from?: string, to?: string, operation?: string) =>
      filterEvents([...now.events.values()], { ...common, from, to }).filter(
        (event) =>
          event.kind === query.kind &&
          (operation === undefined || (event.operation?.split('; ').includes(operation) ?? false)),
      );
    const stated = query.aEffort !== undefined;
    const efforts =
      query.kind === 'voyage' && !stated
        ? trafficEfforts(filterEvents([...now.events.values()], { dataSet }), query)
        : { a: query.aEffort ?? null, b: query.bEffort ?? null };
    const routes = query.by === 'route' ? await now.view({}).routes('territory') : [];
    const { rows, total, tested, inBoth } = comparePeriods(
      side(aFrom, aTo, aOperation),
      side(bFrom, bTo, bOperation),
      keysBy(COMPARED[query.by], routes),
      efforts,
    );
    const nameOf = new Map(
      routes.map(({ id, places }) => [id, places.map((place) => now.atlas.ref(place).name).join(' → ')]),
    );
    const named = ({ id, a, b, ratio, low, high, p }: typeof total, q: number | null) => ({
      id,
      name: query.by === 'commodity' ? id : (nameOf.get(id) ?? now.atlas.nameOf(id)),
      ...{ a, b, ratio, low, high, p, q },
    });
    return {
      runId: now.run.id,
      effort: query.kind === 'voyage' && !stated ? 'days-with-traffic' : total.effort,
      inBoth,
      tested,
      total: named(total, null),
      rows: rows.map((row) => named(row, row.q)),
    };
  });
}
