import type { Evidence } from '../../shared/api.ts';
import type { RouteEvent } from '../../shared/findings.ts';
import type { DataSet, Seizure } from '../../shared/model.ts';
import { massKg } from '../seizures/features.ts';
import type { Atlas } from './atlas.ts';

export interface EvidenceContext {
  readonly atlas: Atlas;
  readonly dataSets: ReadonlyMap<string, DataSet>;
  readonly seizures: ReadonlyMap<string, Seizure>;
  /** Name, or else MMSI, by vessel id. */
  readonly vesselNames: ReadonlyMap<string, string>;
}

/**
 * What a finding rests on, latest first. A real vessel that merely sailed the same way is not accused of
 * anything: beside a route it stands as "Vessel 1", "Vessel 2" in this list, without its identity. Only
 * synthetic vessels keep their names.
 */
export function evidenceOf(events: readonly RouteEvent[], context: EvidenceContext): Evidence[] {
  const { atlas, dataSets, seizures, vesselNames } = context;
  const pseudonyms = new Map<string, string>();
  const latestFirst = [...events].sort((a, b) =>
    a.lastDay === b.lastDay ? (a.id < b.id ? -1 : 1) : a.lastDay < b.lastDay ? 1 : -1,
  );
  return latestFirst.map((event, i) => {
    const dataSet = dataSets.get(event.dataSet);
    const synthetic = dataSet?.synthetic ?? false;
    const common = {
      kind: event.kind,
      dataSet: event.dataSet,
      synthetic,
      day: event.day,
      lastDay: event.lastDay,
      commodities: [...event.commodities],
      places: event.places.map((id) => atlas.ref(id)),
      certainties: [...event.certainties],
    };
    const seizure = seizures.get(event.id);
    if (seizure) {
      return {
        ...common,
        id: event.id,
        title: `${seizure.recordId}: ${seizure.place.text}`,
        vesselId: null,
        massKg: massKg(seizure.lines),
        source: [seizure.source.publisher, seizure.source.date].filter((part) => part !== '').join(', '),
      };
    }
    const vesselId = event.vesselId ?? event.id;
    if (!pseudonyms.has(vesselId)) pseudonyms.set(vesselId, `Vessel ${String(pseudonyms.size + 1)}`);
    const pseudonym = pseudonyms.get(vesselId) ?? '';
    return {
      ...common,
      id: synthetic ? event.id : `voyage-${String(i + 1)}`,
      title: synthetic ? (vesselNames.get(vesselId) ?? pseudonym) : pseudonym,
      vesselId: synthetic ? event.vesselId : null,
      massKg: null,
      source: dataSet?.title ?? event.dataSet,
    };
  });
}
