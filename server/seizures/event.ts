import type { RouteEvent } from '../../shared/findings.ts';
import type { Place, RoutePoint, Seizure } from '../../shared/model.ts';
import { surest, weakest, type Certainty } from '../../shared/vocabulary.ts';
import type { Gazetteer } from '../ports/gazetteer.ts';
import { dataSetOf } from './features.ts';
import { mergePlaces } from './same-place.ts';

interface Stop {
  readonly place: Place;
  readonly certainty: Certainty;
}

/**
 * The sequence of places a seizure is evidence of, for mining: its resolved points in order of travel, and the
 * place of the seizure unless that is at sea. A point that is not known, or a number left out of `seq`, breaks
 * the sequence, so that no leg is made past it; the longest unbroken part is used, the first of equals. Next to
 * each other, one place twice, a place and an area around it, and an airport and its town are one
 * ({@link mergePlaces}). A step is as sure as the less sure of its ends.
 *
 * @returns an event with no place when no point resolves, with one place (and no step) when nothing else is
 *   known: it still counts for when, what and where it happened
 */
export function eventFromSeizure(seizure: Seizure, gazetteer: Gazetteer): RouteEvent {
  const runs = runsOf(seizure, gazetteer).map((run) => mergeRun(run, gazetteer));
  const longest = runs.reduce<readonly Stop[]>((best, run) => (run.length > best.length ? run : best), []);
  const countries = [seizure.country, ...longest.map(({ place }) => place.country)];
  return {
    id: seizure.id,
    kind: 'seizure',
    dataSet: dataSetOf(seizure),
    vesselId: null,
    day: seizure.date.earliest,
    lastDay: seizure.date.latest,
    commodities: [...new Set(seizure.lines.map((line) => line.commodity))],
    countries: [...new Set(countries.filter((country) => country !== null))],
    mode: seizure.mode,
    places: longest.map(({ place }) => place.id),
    certainties: longest
      .slice(1)
      .map((stop, i) => weakest(stop.certainty, longest[i]?.certainty ?? 'assumed')),
    report: reportOf(seizure),
    operation: operationOf(seizure),
    marking: seizure.marking,
  };
}

/** The operations a seizure was part of, in one order however the source gives them. */
function operationOf({ operation }: Seizure): string | null {
  const names = (operation ?? '').split(';').map((name) => name.trim());
  return (
    [...new Set(names)]
      .filter((name) => name !== '')
      .sort()
      .join('; ') || null
  );
}

/** What published a seizure: the first of its addresses, or publisher, title and date where there is none. */
function reportOf({ source: { url, publisher, title, date } }: Seizure): string {
  const [first = ''] = url.split(';');
  return first.trim() === '' ? [publisher, title, date].join(' | ') : first.trim();
}

function runsOf(seizure: Seizure, gazetteer: Gazetteer): Stop[][] {
  const runs: Stop[][] = [[]];
  let seq: number | null = null;
  for (const point of [...seizure.routePoints].sort((a, b) => a.seq - b.seq)) {
    if (seq !== null && point.seq !== seq + 1) runs.push([]);
    seq = point.seq;
    if (point.role === 'seizure' && seizure.place.atSea) continue;
    const stop = stopOf(point, gazetteer);
    if (stop) runs.at(-1)?.push(stop);
    else runs.push([]);
  }
  return runs;
}

function stopOf(point: RoutePoint, gazetteer: Gazetteer): Stop | null {
  const place = point.placeId === null ? null : gazetteer.byId(point.placeId);
  return place && { place, certainty: point.certainty };
}

function mergeRun(run: readonly Stop[], gazetteer: Gazetteer): Stop[] {
  const merged: Stop[] = [];
  for (const stop of run) {
    let next = stop;
    // What is kept may in turn be one with the stop before: Kingston, Jamaica, Kingston.
    for (let last = merged.at(-1); last; last = merged.at(-1)) {
      const kept = mergeStops(last, next, gazetteer);
      if (kept === null) break;
      merged.pop();
      next = kept;
    }
    merged.push(next);
  }
  return merged;
}

function mergeStops(a: Stop, b: Stop, gazetteer: Gazetteer): Stop | null {
  const place = mergePlaces(a.place, b.place, gazetteer);
  if (place === null) return null;
  if (a.place.id === b.place.id) return { place, certainty: surest(a.certainty, b.certainty) };
  return place.id === a.place.id ? a : b;
}
