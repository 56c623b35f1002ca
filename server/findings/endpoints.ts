import type { Router } from 'express';
import { endpoints } from '../../shared/api.ts';
import type { Level } from '../../shared/vocabulary.ts';
import type { Database } from '../db/database.ts';
import { mountGet } from '../http/mount.ts';
import { callsAtPlace } from '../tracks/store.ts';
import { seizureProperties } from '../seizures/features.ts';
import { openEndOf } from '../seizures/open-end.ts';
import { evidencePage, notFound } from './evidence-endpoints.ts';
import {
  cellFeatures,
  cellProperties,
  edgeGeometry,
  edgeProperties,
  howSynthetic,
  networkFeatures,
  networkWithin,
  onwardRows,
  routeFeatures,
  routeGeometry,
  routeProperties,
  seizureSteps,
} from './features.ts';
import type { Snapshot } from './snapshot.ts';

/** Mounts everything that a run found, and the records seen with what was found of them. */
export function mountFindings(router: Router, database: Database, snapshot: () => Promise<Snapshot>): void {
  mountNetwork(router, database, snapshot);
  mountRoutes(router, database, snapshot);
  mountHotSpots(router, database, snapshot);
  mountSeizure(router, snapshot);
  mountPort(router, database, snapshot);

  mountGet(
    router,
    endpoints.facets,
  )(async ({ query }) => {
    const { view } = await snapshot();
    return view(query).facets();
  });
}

function mountNetwork(router: Router, database: Database, snapshot: () => Promise<Snapshot>): void {
  mountGet(
    router,
    endpoints.network,
  )(async ({ query }) => {
    const { run, atlas, isSynthetic, view } = await snapshot();
    return networkFeatures(view(query).network(), atlas, isSynthetic, run.id);
  });
  mountGet(
    router,
    endpoints.networkWithin,
  )(async ({ query }) => {
    const { run, atlas, isSynthetic, view } = await snapshot();
    return networkWithin(view(query).network(), view({}).network(), atlas, isSynthetic, run.id);
  });
  mountGet(
    router,
    endpoints.edge,
  )(async ({ params, query }) => {
    const now = await snapshot();
    const within = now.view(query);
    const { graph } = within.network();
    if (!graph.hasEdge(params.id)) throw notFound('leg', params.id, query);
    const edge = graph.getEdgeAttributes(params.id);
    return {
      ...edgeProperties(edge, now.atlas, now.isSynthetic),
      betweenness: within.measures().legs.get(edge.id) ?? 0,
      geometry: edgeGeometry(edge, now.atlas),
      evidence: await evidencePage(database, now, edge.evidence, query),
      evidenceTotal: edge.evidence.length,
    };
  });
}

function mountRoutes(router: Router, database: Database, snapshot: () => Promise<Snapshot>): void {
  mountGet(
    router,
    endpoints.routes,
  )(async ({ query }) => {
    const { run, atlas, isSynthetic, view } = await snapshot();
    const within = view(query);
    const found = await within.routes(query.level);
    const routes = found.filter((route) => query.recurs === undefined || route.recurs === query.recurs);
    return routeFeatures(routes, query, atlas, within.stepOf(query.level), isSynthetic, run.id);
  });
  mountGet(
    router,
    endpoints.route,
  )(async ({ params, query }) => {
    const now = await snapshot();
    const level: Level = params.id.startsWith('port:') ? 'port' : 'territory';
    const within = now.view(query);
    const route = (await within.routes(level)).find(({ id }) => id === params.id);
    if (!route) throw notFound('route', params.id, query);
    const stepOf = within.stepOf(level);
    return {
      ...routeProperties(route, now.atlas, stepOf, now.isSynthetic),
      syntheticEvents: route.evidence.filter(now.isSynthetic).length,
      geometry: routeGeometry(route, now.atlas, stepOf),
      runId: now.run.id,
      evidence: await evidencePage(database, now, route.evidence, query),
      evidenceTotal: route.evidence.length,
    };
  });
}

function mountHotSpots(router: Router, database: Database, snapshot: () => Promise<Snapshot>): void {
  mountGet(
    router,
    endpoints.hotspots,
  )(async ({ query }) => {
    const now = await snapshot();
    const { cells, leftOut, edgeKm } = now.view(query).hotSpots(query.weight);
    const features = cellFeatures(cells);
    return {
      type: 'FeatureCollection',
      runId: now.run.id,
      total: features.length,
      features,
      cellsTested: cells.length,
      edgeKm,
      leftOut,
    };
  });
  mountGet(
    router,
    endpoints.hotspot,
  )(async ({ params, query }) => {
    const now = await snapshot();
    const cell = now
      .view(query)
      .hotSpots(query.weight)
      .cells.find((one) => one.cell === params.id);
    if (!cell) throw notFound('cell', params.id, query);
    const lons = cell.boundary.map(([lon]) => lon);
    const lats = cell.boundary.map(([, lat]) => lat);
    return {
      ...cellProperties(cell),
      centre: [middle(lons), middle(lats)],
      evidence: await evidencePage(database, now, cell.evidence),
    };
  });
}

function mountSeizure(router: Router, snapshot: () => Promise<Snapshot>): void {
  mountGet(
    router,
    endpoints.seizure,
  )(async ({ params }) => {
    const now = await snapshot();
    const seizure = now.seizures.get(params.id);
    if (!seizure) throw notFound('seizure', params.id, {});
    const { agencies, place, source, lines, routePoints, vesselName, vesselFlag, concealment } = seizure;
    const whole = now.view({});
    const supports = [...(await whole.routes('territory')), ...(await whole.routes('port'))];
    return {
      ...seizureProperties(seizure, now.dataSets, openEndOf(seizure, now.gazetteer)),
      position: place.position ? [place.position[0], place.position[1]] : null,
      agencies: [...agencies],
      transport: seizure.transport,
      transportAsReported: seizure.transportAsReported,
      mode: seizure.mode,
      vesselName,
      vesselFlag,
      concealment,
      arrests: seizure.arrests,
      notes: seizure.notes,
      source: { ...source },
      lines: [...lines],
      routePoints: routePoints.map(({ role, text, placeId, certainty, reason }) => ({
        role,
        text,
        place: placeId === null ? null : now.atlas.ref(placeId),
        certainty,
        reason,
      })),
      steps: seizureSteps(seizure, now.atlas),
      routeIds: supports.filter(({ evidence }) => evidence.includes(seizure.id)).map(({ id }) => id),
    };
  });
}

function mountPort(router: Router, database: Database, snapshot: () => Promise<Snapshot>): void {
  mountGet(
    router,
    endpoints.port,
  )(async ({ params, query }) => {
    const now = await snapshot();
    const place = now.gazetteer.byId(params.id);
    if (!place) throw notFound('place', params.id, {});
    const within = now.view(query);
    const { graph } = within.network();
    const edges = graph.hasNode(place.id) ? graph.mapEdges(place.id, (_id, edge) => edge) : [];
    const voyages = within.events.filter(
      ({ kind, places }) => kind === 'voyage' && places.slice(0, -1).includes(place.id),
    );
    const { places: all } = within.measures();
    const measures = all.get(place.id);
    const here = within.events.filter(
      (event) =>
        event.kind === 'seizure' &&
        (event.places.includes(place.id) || now.seizures.get(event.id)?.place.placeId === place.id),
    );
    return {
      ...now.atlas.ref(place.id),
      locode: place.locode,
      aliases: [...place.aliases],
      source: place.source,
      ...(await callsAtPlace(database, place.id, query)),
      seizures: await evidencePage(
        database,
        now,
        here.map(({ id }) => id),
      ),
      edges: edges.map((edge) => edgeProperties(edge, now.atlas, now.isSynthetic)),
      onward: onwardRows(within.onward().get(place.id) ?? [], now.atlas),
      onwardSynthetic: howSynthetic(
        voyages.map(({ id }) => id),
        now.isSynthetic,
      ),
      measures: measures ? { ...measures, places: all.size } : null,
    };
  });
}

const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2;
