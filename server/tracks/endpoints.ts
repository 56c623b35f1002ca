import type { Router } from 'express';
import { endpoints, type PlaceRef } from '../../shared/api.ts';
import { listDataSets } from '../db/batches.ts';
import type { Database } from '../db/database.ts';
import { NotFoundError } from '../errors.ts';
import { mountGet } from '../http/mount.ts';
import { vesselProperties } from '../vessels/features.ts';
import { vesselsById } from '../vessels/store.ts';
import { callsOfVessel } from './store.ts';

/** Calls shown of one vessel: about a year of a daily ferry. */
const CALLS_SHOWN = 500;

const iso = (at: number): string => new Date(at).toISOString();

/** Mounts one vessel with its latest port calls. */
export function mountTracks(
  router: Router,
  database: Database,
  placeRef: (placeId: string) => Promise<PlaceRef>,
): void {
  mountGet(
    router,
    endpoints.vessel,
  )(async ({ params }) => {
    const [vessel] = await vesselsById(database, [params.id]);
    if (!vessel) throw new NotFoundError('no-vessel', `There is no vessel ${params.id}.`);
    const { calls, total } = await callsOfVessel(database, vessel.id, CALLS_SHOWN);
    return {
      ...vesselProperties(vessel, await listDataSets(database)),
      calls: await Promise.all(
        calls.map(async ({ placeId, arrivedAt, departedAt, fixes, certainty }) => ({
          place: await placeRef(placeId),
          arrivedAt: iso(arrivedAt),
          departedAt: iso(departedAt),
          fixes,
          certainty,
        })),
      ),
      callsTotal: total,
    };
  });
}
