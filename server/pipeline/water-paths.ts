import type { Position } from '../../shared/geo.ts';
import type { Database } from '../db/database.ts';
import type { AnalysisInput, Progress } from '../findings/analysis-input.ts';
import { makeAtlas } from '../findings/atlas.ts';
import { networkAt } from '../findings/derive.ts';
import { waterPaths, type WaterPath } from '../findings/store.ts';
import type { WaterPath as Path, WaterRouter } from '../network/water/router.ts';
import { makeWaterRouter } from '../network/water/router.ts';
import { readLand } from '../network/water/files.ts';
import { WATER_PATH_VERSION } from '../network/water/version.ts';
import { makeGazetteer } from '../ports/gazetteer.ts';

/** Works out ways over water, one for each pair; null where there is none. */
export type FindPaths = (pairs: readonly (readonly [Position, Position])[]) => Promise<(Path | null)[]>;

/** A router over the land that comes with Leeward, made when first asked for. */
export function lazyRouter(): () => WaterRouter {
  let router: WaterRouter | null = null;
  return () => (router ??= makeWaterRouter(readLand()));
}

/** The water paths of sea legs that are not kept yet, each pair once. */
export async function missingPaths(
  db: Database,
  { places, events }: Pick<AnalysisInput, 'places' | 'events'>,
  findPaths: FindPaths,
  progress: Progress,
): Promise<WaterPath[]> {
  const kept = await waterPaths(db, WATER_PATH_VERSION);
  const known = new Set(kept.map(({ fromPlaceId, toPlaceId }) => `${fromPlaceId}~${toPlaceId}`));
  const gazetteer = makeGazetteer(places);
  const networks = [networkAt('port', events, gazetteer), networkAt('territory', events, gazetteer)];
  const pairs = new Map<string, readonly [string, string]>();
  for (const { mode, from, to } of networks.flatMap(({ edges }) => edges)) {
    const pair = from < to ? ([from, to] as const) : ([to, from] as const);
    const key = pair.join('~');
    if (mode === 'sea' && !known.has(key)) pairs.set(key, pair);
  }
  if (pairs.size === 0) return [];
  progress('water', 0, pairs.size);
  const { anchor } = makeAtlas(places, []);
  const wanted = [...pairs.values()];
  const found = await findPaths(wanted.map(([from, to]) => [anchor(from), anchor(to)]));
  return wanted.map(([fromPlaceId, toPlaceId], i) => {
    const path = found[i] ?? null;
    return { fromPlaceId, toPlaceId, line: path?.line ?? null, distanceKm: path?.distanceKm ?? 0 };
  });
}
