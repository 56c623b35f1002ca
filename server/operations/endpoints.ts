import type { Router } from 'express';
import { endpoints } from '../../shared/api.ts';
import type { OperationsReply, PublishedTotalReply } from '../../shared/api-operations.ts';
import type { Seizure } from '../../shared/model.ts';
import { mayBeShown } from '../../shared/vocabulary.ts';
import { mountGet } from '../http/mount.ts';
import { readPublishedTotals } from './files.ts';
import { ratioOf, reconcile, type ReconciledTotal } from './reconcile.ts';

/** The run that answers are of, and its cases that are not synthetic. */
interface LoadedCases {
  readonly runId: number;
  readonly seizures: readonly Seizure[];
}

/** Mounts the published totals of operations, each beside what the loaded cases of that operation add up to. */
export function mountOperations(router: Router, loaded: () => Promise<LoadedCases>): void {
  mountGet(
    router,
    endpoints.operations,
  )(async ({ query: { audience } }) => {
    const { runId, seizures } = await loaded();
    const shown = seizures.filter(({ marking }) => audience === undefined || mayBeShown(marking, audience));
    const rows = reconcile(await readPublishedTotals(), shown);
    return { runId, items: byOperation(rows) };
  });
}

function byOperation(rows: readonly ReconciledTotal[]): OperationsReply['items'] {
  const names = [...new Set(rows.map(({ operation }) => operation))];
  return names.map((operation) => {
    const own = rows.filter((row) => row.operation === operation);
    return { operation, cases: own[0]?.cases ?? 0, totals: own.map(totalReply) };
  });
}

function totalReply({ operation: _, cases: __, ...row }: ReconciledTotal): PublishedTotalReply {
  return { ...row, source: { ...row.source }, notes: { ...row.notes }, ratio: ratioOf(row) };
}
