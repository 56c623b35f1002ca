import type { ReconciliationRow, SceneOpenEnd } from '../../shared/briefing.ts';
import type { Cluster, Route, RouteEvent, RunCell } from '../../shared/findings.ts';
import type { DataSet, Seizure } from '../../shared/model.ts';
import type { Atlas } from '../findings/atlas.ts';
import type { StepOf } from '../findings/features.ts';
import type { Network } from '../network/build.ts';

/** What published totals may say: the totals, and the cases beside them. */
export interface TotalsFound {
  readonly run: {
    readonly id: number;
    readonly startedAt: number;
    readonly dataHash: string;
    readonly findingsHash: string;
    readonly codeVersion: string;
    readonly seed: number;
    readonly draws: number;
  };
  readonly dataSets: ReadonlyMap<string, DataSet>;
  readonly reconciliation: readonly ReconciliationRow[];
  /** The cases that count beside the totals: of their operations and for the audience, whatever the filter. */
  readonly counted: readonly RouteEvent[];
  readonly isSynthetic: (eventId: string) => boolean;
}

/** All that a briefing may say: what one run found within the filter and for the audience of its request. */
export interface Found extends TotalsFound {
  /** Within the filter and for the audience, like all that follows. */
  readonly events: readonly RouteEvent[];
  /** Countries and territories of which nothing is known to the audience, whatever the filter. */
  readonly noData: readonly string[];
  /** Of ports as recorded: what the map shows. */
  readonly network: Pick<Network, 'nodes' | 'edges'>;
  /** Of the level asked for, like the routes: the steps of a route are its legs. */
  readonly steps: Network['edges'];
  /** Of the level asked for. */
  readonly routes: readonly Route[];
  readonly stepOf: StepOf;
  readonly cells: readonly RunCell[];
  /** Of a whole run only; none where anything is left out. */
  readonly clusters: readonly Cluster[];
  readonly openEnds: readonly SceneOpenEnd[];
  readonly seizures: ReadonlyMap<string, Seizure>;
  /** By vessel id; of the vessels of the evidence. */
  readonly vesselNames: ReadonlyMap<string, string>;
  readonly atlas: Atlas;
}
