import type { Router } from 'express';
import { endpoints } from '../../shared/api.ts';
import { listDataSets } from '../db/batches.ts';
import type { Database } from '../db/database.ts';
import { mountGet } from '../http/mount.ts';
import type { Gazetteer } from '../ports/gazetteer.ts';
import { seizureProperties } from './features.ts';
import { openEndOf } from './open-end.ts';
import { findSeizures } from './store.ts';

/**
 * Mounts the list of seizures. One without a position is a feature without geometry.
 *
 * @param gazetteer  the places of the latest run; null: there is none yet, and no end of a way can be placed
 */
export function mountSeizures(
  router: Router,
  database: Database,
  gazetteer: () => Promise<Gazetteer | null>,
): void {
  mountGet(
    router,
    endpoints.seizures,
  )(async ({ query }) => {
    const { seizures, total } = await findSeizures(database, query);
    const dataSets = new Map((await listDataSets(database)).map((dataSet) => [dataSet.id, dataSet]));
    const places = await gazetteer();
    return {
      type: 'FeatureCollection',
      total,
      features: seizures.map((seizure) => {
        const { position } = seizure.place;
        return {
          type: 'Feature',
          id: seizure.id,
          geometry: position ? { type: 'Point', coordinates: [position[0], position[1]] } : null,
          properties: seizureProperties(seizure, dataSets, places && openEndOf(seizure, places)),
        };
      }),
    };
  });
}
