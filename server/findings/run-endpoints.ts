import type { Router } from 'express';
import { actions, endpoints, streams, type Run } from '../../shared/api.ts';
import type { Database } from '../db/database.ts';
import { InputError, NotFoundError } from '../errors.ts';
import { mountGet, mountPost, mountStream } from '../http/mount.ts';
import { centreOf } from '../hotspots/grid.ts';
import type { Changes } from './changes.ts';
import { compareRuns, type ComparedRun } from './compare-runs.ts';
import type { RunJobs } from './run-jobs.ts';
import { findRun, listRuns, type StoredRun } from './run-store.ts';
import type { Snapshot } from './snapshot.ts';
import { cellsOfRun, clustersOfRun, routesOfRun } from './store.ts';

/** Runs: listed, looked at, started, watched, cancelled and compared. */
export function mountRuns(
  router: Router,
  database: Database,
  snapshot: () => Promise<Snapshot>,
  jobs: RunJobs,
): void {
  mountGet(
    router,
    endpoints.runs,
  )(async ({ query }) => {
    const { items, total } = await listRuns(database, query.limit, query.offset);
    return { items: items.map(runReply), total };
  });
  mountGet(router, endpoints.run)(async ({ params }) => runReply(await runOf(database, params.id)));
  mountPost(router, actions.startRun)(async ({ body }) => ({ runId: await jobs.start(body) }));
  mountPost(
    router,
    actions.cancelRun,
  )(async ({ params }) => {
    await runOf(database, params.id);
    await jobs.cancel(params.id);
    return runReply(await runOf(database, params.id));
  });
  mountStream(
    router,
    streams.runProgress,
  )(async ({ params: { id } }, send, end) => {
    const { state, note } = await runOf(database, id);
    const stop = jobs.watch(id, (progress) => {
      send(progress);
      if (progress.state !== 'running') end();
    });
    if (stop) return stop;
    send({ runId: id, state, step: null, done: 1, of: 1, note });
    end();
    return () => undefined;
  });
  mountComparison(router, database, snapshot);
}

function mountComparison(router: Router, database: Database, snapshot: () => Promise<Snapshot>): void {
  mountGet(
    router,
    endpoints.compareRuns,
  )(async ({ params, query }) => {
    const newer = await doneRun(database, params.id);
    const older = await doneRun(database, query.older);
    const { atlas, gazetteer } = await snapshot();
    const changed = compareRuns(await compared(database, older), await compared(database, newer));
    const route = <R extends { readonly places: readonly string[] }>(one: R) => ({
      ...one,
      places: one.places.flatMap((id) => (gazetteer.byId(id) ? [atlas.ref(id)] : [])),
    });
    const cell = <C extends { readonly cell: string }>(one: C) => ({ ...one, centre: centreOf(one.cell) });
    return {
      older: runReply(older),
      newer: runReply(newer),
      sameFindings: older.findingsHash === newer.findingsHash,
      sameData: changed.sameData,
      sameVersion: changed.sameVersion,
      parameters: changed.parameters.map(({ path, old, new: now }) => ({
        path,
        old: old ?? null,
        new: now ?? null,
      })),
      routes: eachChange(changed.routes, route),
      cells: eachChange(changed.cells, cell),
      clusters: eachChange(changed.clusters, (one) => ({
        ...one,
        old: one.old && { ...one.old, members: [...one.old.members] },
        new: one.new && { ...one.new, members: [...one.new.members] },
      })),
    };
  });
}

function eachChange<T, R>({ appeared, vanished, moved, unchanged }: Changes<T>, turn: (one: T) => R) {
  return { appeared: appeared.map(turn), vanished: vanished.map(turn), moved: moved.map(turn), unchanged };
}

async function compared(database: Database, run: StoredRun): Promise<ComparedRun> {
  const clusters = await clustersOfRun(database, run.id);
  return {
    dataHash: run.dataHash ?? '',
    codeVersion: run.codeVersion,
    parameters: run.parameters,
    routes: await routesOfRun(database, run.id),
    cells: await cellsOfRun(database, run.id),
    // A density group is no test and has no p, so there is nothing to compare but its members.
    clusters: clusters.map(({ id, method, evidence, p }) => ({
      id,
      kind: method,
      members: evidence,
      p: p ?? 1,
    })),
  };
}

async function runOf(database: Database, id: number): Promise<StoredRun> {
  const run = await findRun(database, id);
  if (!run) throw new NotFoundError('no-run', `There is no run ${String(id)}.`);
  return run;
}

async function doneRun(database: Database, id: number): Promise<StoredRun> {
  const run = await runOf(database, id);
  if (run.state === 'done') return run;
  throw new InputError(
    'run-not-done',
    `Run ${String(id)} is ${run.state}; only runs that are done can be compared.`,
  );
}

function runReply({ batches: _batches, ...run }: StoredRun): Run {
  return { ...run, startedAt: new Date(run.startedAt).toISOString(), notes: [...run.notes] };
}
