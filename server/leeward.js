#!/usr/bin/env node
// Runs the command line, or, in a worker thread, the analysis: the sources are TypeScript, joined beforehand
// where that is possible and loaded one by one where it is not.
import { isMainThread } from 'node:worker_threads';
import { bundled } from './bundle.js';

process.setSourceMapsEnabled(true);
const joined = await bundled(isMainThread ? 'cli' : 'worker');
if (joined === null) {
  const { register } = await import('tsx/esm/api');
  register();
}
await import(joined ?? (isMainThread ? './cli.ts' : './findings/worker.ts'));
