import type { Router } from 'express';
import { endpoints } from '../../shared/api.ts';
import { listDataSets } from '../db/batches.ts';
import type { Database } from '../db/database.ts';
import { mountGet } from '../http/mount.ts';
import { findVessels, type StoredVessel } from './store.ts';

/** A vessel as the page reads it. */
function toWire(vessel: StoredVessel, synthetic: boolean) {
  return {
    ...vessel,
    firstSeenAt: new Date(vessel.firstSeenAt).toISOString(),
    lastSeenAt: new Date(vessel.lastSeenAt).toISOString(),
    synthetic,
  };
}

/** Mounts the search for vessels. */
export function mountVessels(router: Router, database: Database): void {
  mountGet(
    router,
    endpoints.vessels,
  )(async ({ query }) => {
    const found = await findVessels(database, query.q ?? '', query.dataSet ?? [], query.limit, query.offset);
    const dataSets = await listDataSets(database);
    const synthetic = new Set(dataSets.filter((one) => one.synthetic).map(({ id }) => id));
    return {
      items: found.items.map((vessel) => toWire(vessel, synthetic.has(vessel.dataSet))),
      total: found.total,
    };
  });
}
