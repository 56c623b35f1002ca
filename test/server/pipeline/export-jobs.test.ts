import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { exportJobs } from '../../../server/pipeline/export-jobs.ts';
import { exampleBriefing } from '../../support/briefing.ts';
import { tempFolder } from '../../support/files.ts';

const DAY_MS = 86_400_000;

it('keeps a file for a day, whoever made it, and then forgets it', async () => {
  const folder = tempFolder();
  let now = Date.now();
  const rendered = { bytes: new Uint8Array([1, 2, 3]), mediaType: 'image/png', extension: 'png' };
  const jobs = exportJobs(folder, {
    now: () => now,
    log: () => undefined,
    // Rendering has its own tests; here it is the keeping.
    thread: { render: () => Promise.resolve(rendered), stop: () => Promise.resolve() },
  });
  const older = path.join(folder, 'of-an-earlier-start');
  writeFileSync(older, 'x');
  utimesSync(older, new Date(now - 1.1 * DAY_MS), new Date(now - 1.1 * DAY_MS));
  const { id } = jobs.start(exampleBriefing(), 'png', undefined);
  await new Promise<void>((resolve) => {
    jobs.watch(id, ({ state }) => {
      if (state === 'done') resolve();
    });
  });
  await jobs.sweep();
  expect([existsSync(older), readdirSync(folder), jobs.find(id).bytes]).toEqual([false, [id], 3]);
  now += 1.1 * DAY_MS;
  await jobs.sweep();
  expect(readdirSync(folder)).toEqual([]);
  expect(() => jobs.find(id)).toThrow(`There is no export ${id}.`);
  await jobs.stop();
});
