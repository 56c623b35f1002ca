import { stringify } from 'csv-stringify/sync';
import type { Database } from '../db/database.ts';
import { networkFeatures, routeFeatures, cellFeatures } from '../findings/features.ts';
import { snapshots, type Snapshot } from '../findings/snapshot.ts';
import { seizureProperties } from '../seizures/features.ts';
import { openEndOf } from '../seizures/open-end.ts';

export const EXPORT_KINDS = ['routes', 'legs', 'hotspots', 'clusters', 'places', 'seizures'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];
export const EXPORT_FORMATS = ['geojson', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

interface Feature {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: object | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

/**
 * What the latest run found, or the seizures held, as GeoJSON (RFC 7946) or CSV. Each carries the run, the
 * hash of its data and, on every row, whether it is synthetic. In CSV, text that a spreadsheet would take
 * for a formula is made text again.
 */
export async function exportFindings(db: Database, kind: ExportKind, format: ExportFormat): Promise<string> {
  const now = await snapshots(db)();
  const { run } = now;
  const features = await featuresOf(kind, now);
  if (format === 'geojson') {
    const about = { run: run.id, dataHash: run.dataHash, startedAt: new Date(run.startedAt).toISOString() };
    return `${JSON.stringify({ type: 'FeatureCollection', leeward: about, features })}\n`;
  }
  const rows = features.map(({ properties }) => ({
    ...Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, toCell(value)])),
    run: run.id,
    dataHash: run.dataHash,
  }));
  return stringify(rows, { header: true, escape_formulas: true, record_delimiter: 'windows' });
}

async function featuresOf(kind: ExportKind, now: Snapshot): Promise<Feature[]> {
  const { atlas, isSynthetic, run } = now;
  const view = now.view({});
  const all = { limit: Infinity, offset: 0 };
  switch (kind) {
    case 'routes':
      return (
        await Promise.all(
          (['territory', 'port'] as const).map(async (level) => {
            const routes = await view.routes(level);
            return routeFeatures(routes, all, atlas, view.stepOf(level), isSynthetic, run.id).features;
          }),
        )
      ).flat();
    case 'legs':
      return networkFeatures(view.network(), atlas, isSynthetic, run.id).edges.features;
    case 'hotspots':
      return cellFeatures(view.hotSpots('count').cells);
    case 'clusters':
      return now.clusters.map(({ centre, ...cluster }) => ({
        type: 'Feature',
        id: cluster.id,
        geometry: { type: 'Point', coordinates: centre },
        properties: { ...cluster, longitude: centre[0], latitude: centre[1] },
      }));
    case 'places':
      return now.places.map(({ placeId, ...found }) => {
        const { position, ...place } = atlas.ref(placeId);
        return {
          type: 'Feature',
          id: `${found.level}:${placeId}`,
          geometry: { type: 'Point', coordinates: position },
          properties: { ...place, ...found, longitude: position[0], latitude: position[1] },
        };
      });
    case 'seizures':
      return [...now.seizures.values()].map((seizure) => ({
        type: 'Feature',
        id: seizure.id,
        geometry: seizure.place.position && { type: 'Point', coordinates: seizure.place.position },
        properties: {
          ...seizureProperties(seizure, now.dataSets, openEndOf(seizure, now.gazetteer)),
          source: seizure.source,
        },
      }));
  }
}

/** Places by name, lists joined, other structures as JSON: one cell each. */
function toCell(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value
      .map((one: unknown) => (typeof one === 'object' && one !== null && 'name' in one ? one.name : one))
      .join(' > ');
  }
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
