import type { Router } from 'express';
import { endpoints } from '../../shared/api.ts';
import { listDataSets } from '../db/batches.ts';
import type { Database } from '../db/database.ts';
import { mountGet } from '../http/mount.ts';
import { vesselProperties } from './features.ts';
import { findVessels } from './store.ts';

/** Mounts the search for vessels. */
export function mountVessels(router: Router, database: Database): void {
  mountGet(
    router,
    endpoints.vessels,
  )(async ({ query }) => {
    const found = await findVessels(database, query.q ?? '', query.dataSet ?? [], query.limit, query.offset);
    const dataSets = await listDataSets(database);
    return {
      items: found.items.map((vessel) => vesselProperties(vessel, dataSets)),
      total: found.total,
    };
  });
}
