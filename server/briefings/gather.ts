import type { Filter } from '../../shared/api.ts';
import type { BriefingSpec, Withheld } from '../../shared/briefing.ts';
import { inLanguage } from '../../shared/languages.ts';
import { mayBeShown } from '../../shared/vocabulary.ts';
import type { Database } from '../db/database.ts';
import { countriesWithoutData } from '../findings/no-data.ts';
import { parametersOfRun } from '../findings/parameters.ts';
import type { Snapshot } from '../findings/snapshot.ts';
import { readPublishedTotals } from '../operations/files.ts';
import { casesCounted, reconcile } from '../operations/reconcile.ts';
import { openEndOf } from '../seizures/open-end.ts';
import { vesselNames } from '../vessels/store.ts';
import type { Found, TotalsFound } from './found.ts';

function filterOf({ filter }: BriefingSpec): Filter {
  const { from, to, commodities, countries, dataSets } = filter;
  return {
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    commodity: [...commodities],
    country: [...countries],
    dataSet: [...dataSets],
  };
}

/** Reads the published totals beside the run's cases that the audience may see, whatever the filter; none is synthetic. */
export async function gatherTotals(
  now: Snapshot,
  { audience, language }: BriefingSpec,
): Promise<TotalsFound> {
  const totals = await readPublishedTotals();
  const cases = [...now.seizures.values()].filter(
    ({ id, marking }) => now.events.has(id) && mayBeShown(marking, audience) && !now.isSynthetic(id),
  );
  return {
    ...{ run: runOf(now), dataSets: now.dataSets, isSynthetic: now.isSynthetic },
    reconciliation: reconcile(totals, cases).map(({ notes, ...row }) => ({
      ...row,
      note: inLanguage(notes, language).words,
    })),
    counted: casesCounted(totals, cases).flatMap(({ id }) => now.events.get(id) ?? []),
  };
}

function runOf({ run }: Snapshot): Found['run'] {
  const { seed, shuffle } = parametersOfRun(run.parameters);
  return {
    id: run.id,
    startedAt: run.startedAt,
    dataHash: run.dataHash ?? '',
    findingsHash: run.findingsHash ?? '',
    codeVersion: run.codeVersion,
    seed,
    draws: shuffle.draws,
  };
}

/** Reads what a briefing may say: the latest run within the filter of its request, for its audience. */
export async function gather(db: Database, now: Snapshot, spec: BriefingSpec): Promise<Found> {
  const { atlas, gazetteer, seizures } = now;
  const within = now.view({ ...filterOf(spec), audience: spec.audience });
  const isWhole = within.events.length === now.events.size;
  const shown = new Set(within.events.map(({ id }) => id));
  const allowed = [...now.events.values()].filter(({ marking }) => mayBeShown(marking, spec.audience));
  const cases = [...seizures.values()].filter(({ marking }) => mayBeShown(marking, spec.audience));
  const vesselIds = spec.vesselNames ? within.events.flatMap(({ vesselId }) => vesselId ?? []) : [];
  return {
    ...(await gatherTotals(now, spec)),
    events: within.events,
    noData: countriesWithoutData(allowed, atlas),
    network: within.network('port'),
    steps: within.network(spec.level).edges,
    routes: await within.routes(spec.level),
    stepOf: within.stepOf(spec.level),
    cells: within.hotSpots('count').cells,
    // They rest on every seizure of the run, so a part of it has none.
    clusters: isWhole ? now.clusters : [],
    openEnds: cases.flatMap((seizure) =>
      shown.has(seizure.id) ? (openEndOf(seizure, gazetteer) ?? []) : [],
    ),
    seizures: new Map(cases.map((seizure) => [seizure.id, seizure])),
    vesselNames: await vesselNames(db, vesselIds),
    atlas,
  };
}

/** Seizures named to who exports; more would not be read. */
const IDS_NAMED = 100;

/**
 * What lies within the filter and is not for the audience, and how many events remain: said to who exports alone. Of
 * published totals, which no filter narrows, it is the cases that would count beside them.
 */
export async function withheldFrom(
  now: Snapshot,
  spec: BriefingSpec,
): Promise<Withheld & { readonly events: number }> {
  const events =
    spec.kind === 'totals'
      ? (await gatherTotals(now, { ...spec, audience: 'red' })).counted
      : now.view(filterOf(spec)).events;
  const hidden = events.filter(({ marking }) => !mayBeShown(marking, spec.audience));
  const seizures = hidden.filter(({ kind }) => kind === 'seizure');
  return {
    seizures: seizures.length,
    voyages: hidden.length - seizures.length,
    ids: seizures.slice(0, IDS_NAMED).map(({ id }) => id),
    vesselsRenamed: !spec.vesselNames,
    events: events.length - hidden.length,
  };
}
