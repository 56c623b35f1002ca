import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DEMO_COLUMNS, demoTraffic, type DemoOptions } from '../../data/demo-traffic.ts';
import type { Position } from '../../shared/geo.ts';
import type { DataSet } from '../../shared/model.ts';
import type { Database } from '../db/database.ts';
import { AppError } from '../errors.ts';
import type { WaterRouter } from '../network/water/router.ts';
import { makeGazetteer } from '../ports/gazetteer.ts';
import { allPlaces } from '../ports/store.ts';
import { importAis, type ImportReport } from './ingest.ts';

export const DEMO_DATA_SET: DataSet = {
  id: 'demo',
  title: 'Synthetic demo traffic, 2025',
  synthetic: true,
  marking: 'clear',
};

/** The year of the 772 kg case, whole. */
const DEMO_PERIOD = { seed: 20_251_208, startAt: Date.UTC(2025, 0, 1), days: 365 };
/** Rows joined before they are written: fewer, larger writes. */
const ROWS_A_WRITE = 5_000;

/** Makes the demo traffic as an AIS file, takes it in as any other AIS file, and removes the file. */
export async function importDemo(
  db: Database,
  router: () => WaterRouter,
  now: number,
): Promise<ImportReport> {
  const folder = await mkdtemp(path.join(tmpdir(), 'leeward-demo-'));
  try {
    const file = path.join(folder, 'demo-traffic.csv');
    const { byId } = makeGazetteer(await allPlaces(db));
    const positionOf = (placeId: string): Position => {
      const place = byId(placeId);
      if (!place)
        throw new AppError(
          'demo-place',
          `data/demo-traffic.ts names ${placeId}, which data/ports.csv lacks.`,
        );
      return place.position;
    };
    await writeDemo(file, { ...DEMO_PERIOD, positionOf, pathBetween: waterPaths(router(), positionOf) });
    return await importAis(db, [file], { dataSet: DEMO_DATA_SET, dryRun: false, now });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The way over water between two ports of the demo, worked out once each. */
export function waterPaths(
  router: WaterRouter,
  positionOf: (placeId: string) => Position,
): DemoOptions['pathBetween'] {
  const known = new Map<string, readonly Position[]>();
  return (fromId, toId) => {
    const key = `${fromId}~${toId}`;
    const line = known.get(key) ?? router.path(positionOf(fromId), positionOf(toId))?.line;
    if (!line) throw new AppError('demo-path', `data/demo-traffic.ts sails ${key}, but no water joins them.`);
    known.set(key, line);
    return line;
  };
}

async function writeDemo(file: string, options: DemoOptions): Promise<void> {
  await pipeline(Readable.from(inBlocks(options)), createWriteStream(file));
}

function* inBlocks(options: DemoOptions): Generator<string> {
  let block = [DEMO_COLUMNS];
  for (const row of demoTraffic(options)) {
    block.push(row);
    if (block.length < ROWS_A_WRITE) continue;
    yield `${block.join('\n')}\n`;
    block = [];
  }
  yield `${block.join('\n')}\n`;
}
