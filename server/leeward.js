#!/usr/bin/env node
// Runs the command line, or, in a worker thread, what the thread was started for: the sources are TypeScript, joined beforehand
// where that is possible and loaded one by one where it is not.
import { isMainThread, workerData } from 'node:worker_threads';
import { bundled } from './bundle.js';

process.setSourceMapsEnabled(true);
const SOURCES = { cli: './cli.ts', findings: './findings/worker.ts', briefings: './briefings/worker.ts' };
/** @type {keyof typeof SOURCES} */
const entry = isMainThread ? 'cli' : workerData;
const joined = await bundled(entry);
if (joined === null) {
  const { register } = await import('tsx/esm/api');
  register();
}
await import(joined ?? SOURCES[entry]);
