import type { Router } from 'express';
import { endpoints, type Evidence } from '../../shared/api.ts';
import type { Seizure } from '../../shared/model.ts';
import type { Database } from '../db/database.ts';
import { mountGet } from '../http/mount.ts';
import { allPlaces } from '../ports/store.ts';
import { callsAtPlaces } from '../tracks/store.ts';
import { casesIn, goodsIn, legsIn, parseArea, routesIn, voyagesOn } from './area.ts';
import { evidencePage } from './evidence-endpoints.ts';
import { edgeProperties, routeProperties } from './features.ts';
import type { Snapshot } from './snapshot.ts';

/** Mounts the report of a drawn area: what of the latest run, within a filter, lies in it or crosses it. */
export function mountArea(router: Router, database: Database, snapshot: () => Promise<Snapshot>): void {
  mountGet(
    router,
    endpoints.area,
  )(async ({ query }) => {
    const area = parseArea(query.corners);
    const now = await snapshot();
    const { atlas, isSynthetic } = now;
    const within = now.view(query);
    const seizures = within.events.flatMap(({ id }) => now.seizures.get(id) ?? []);
    const cases = casesIn(area, seizures);
    const legs = legsIn(
      area,
      within.network().edges,
      ({ from, to, mode }) => atlas.passage(from, to, mode).line,
    );
    const sailed = voyagesOn(legs, (id) => now.events.get(id));
    const stepOf = within.stepOf(query.level);
    const met = new Map<string, boolean>();
    const routes = routesIn(await within.routes(query.level), (from, to) => {
      const id = `${from}~${to}`;
      const known = met.get(id);
      if (known !== undefined) return known;
      const meets = area.meets(atlas.passage(from, to, stepOf(id)?.mode ?? 'unknown').line);
      met.set(id, meets);
      return meets;
    });
    const places = (await allPlaces(database)).filter(({ position }) => area.contains(position));
    const calls = await callsAtPlaces(
      database,
      places.map(({ id }) => id),
      query,
    );
    const page = { limit: query.limit, offset: 0 };
    const evidence = (some: readonly Seizure[]): Promise<Evidence[]> =>
      evidencePage(
        database,
        now,
        some.map(({ id }) => id),
      );
    const reached = [
      ...(await evidence(cases.inside)).map((one) => ({ ...one, reach: 'inside' as const })),
      ...(await evidence(cases.may)).map((one) => ({ ...one, reach: 'may' as const })),
    ];
    return {
      runId: now.run.id,
      corners: area.corners.map(([lon, lat]): [number, number] => [lon, lat]),
      areaKm2: area.areaKm2,
      cases: reached.slice(0, query.limit),
      inside: cases.inside.length,
      mayLieInside: cases.may.length,
      withoutPosition: cases.withoutPosition,
      goods: goodsIn(cases),
      legs: legs.map(({ edge, ends }) => ({ ...edgeProperties(edge, atlas, isSynthetic), ends })),
      voyages: await evidencePage(database, now, sailed.ids, page),
      voyagesTotal: sailed.ids.length,
      vessels: sailed.vessels,
      routes: routes.map((route) => routeProperties(route, atlas, stepOf, isSynthetic)),
      calls: calls
        .map(({ placeId, ...counts }) => ({ place: atlas.ref(placeId), ...counts }))
        .sort((a, b) => b.calls - a.calls || (a.place.id < b.place.id ? -1 : 1)),
    };
  });
}
