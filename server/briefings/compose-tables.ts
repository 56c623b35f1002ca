import type {
  BriefingSpec,
  EvidenceRow,
  LegRow,
  PeriodRow,
  RouteRow,
  SpotRow,
} from '../../shared/briefing.ts';
import type { Route, RouteEvent } from '../../shared/findings.ts';
import { distanceKm } from '../../shared/geo.ts';
import { PORT_KINDS } from '../../shared/vocabulary.ts';
import { edgeProperties, howSynthetic, routeProperties } from '../findings/features.ts';
import { centreOf } from '../hotspots/grid.ts';
import { massKg } from '../seizures/features.ts';
import type { Found } from './found.ts';
import { pseudonym } from './words/vessel.ts';

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/** The routes by effective support, those that recur first. */
export function routeRows({ routes, atlas, stepOf, isSynthetic }: Found): RouteRow[] {
  return [...routes]
    .filter(({ places }) => places.length > 1)
    .sort(
      (a, b) => Number(b.recurs) - Number(a.recurs) || b.effectiveSupport - a.effectiveSupport || byId(a, b),
    )
    .map((route) => {
      const { certainty, distanceKm: km } = routeProperties(route, atlas, stepOf, isSynthetic);
      const { id, seizures, voyages, vessels, independentEvents, effectiveSupport } = route;
      const { recurs, firstDay, lastDay, significance, shuffle, rankRange } = route;
      return {
        ...{ id, seizures, voyages, vessels, independentEvents, effectiveSupport, recurs, certainty },
        ...{ firstDay, lastDay, distanceKm: km },
        places: route.places.map(atlas.nameOf),
        synthetic: howSynthetic(route.evidence, isSynthetic),
        legsModel: significance && {
          expected: significance.expected,
          p: significance.p,
          q: significance.q,
        },
        callsModel: shuffle && {
          expected: shuffle.expected,
          p: shuffle.p,
          q: shuffle.q,
          pError: shuffle.pError,
          draws: shuffle.draws,
        },
        rank: rankRange && { rank: rankRange.rank, best: rankRange.best, worst: rankRange.worst },
      };
    });
}

/** The cells that are hot or cold, the surest first, each with the nearest port that has a name. */
export function spotRows({ cells, atlas }: Found): SpotRow[] {
  const ports = atlas.places.filter(({ kind }) => (PORT_KINDS as readonly string[]).includes(kind));
  return cells
    .flatMap((cell): SpotRow[] => {
      if (cell.class === 'none') return [];
      const centre = centreOf(cell.cell);
      const near = ports.reduce<{ name: string; km: number }>(
        (best, { name, position }) => {
          const km = distanceKm(centre, position);
          return km < best.km ? { name, km } : best;
        },
        { name: '', km: Infinity },
      );
      return [
        {
          ...{ cell: cell.cell, centre, near: near.name, class: cell.class, z: cell.z, q: cell.q },
          nearKm: Number.isFinite(near.km) ? Math.round(near.km) : 0,
          ...{ count: cell.count, kg: cell.kg, emerging: cell.emerging },
          per1000Calls: cell.rate?.per1000Calls ?? null,
        },
      ];
    })
    .sort((a, b) => a.q - b.q || b.z - a.z || (a.cell < b.cell ? -1 : 1));
}

/** Every leg, those that seizures went along first; for a dossier those of its route. */
export function legRows(found: Found, route: Route | null): LegRow[] {
  const ofRoute = route?.places.slice(1).map((to, i) => `${route.places[i] ?? ''}~${to}`);
  const { network, steps, atlas, isSynthetic } = found;
  return (ofRoute ? steps : network.edges)
    .filter(({ id, from, to }) => from !== to && (ofRoute === undefined || ofRoute.includes(id)))
    .map((edge) => {
      const { fromName, toName, distanceKm: km, synthetic } = edgeProperties(edge, atlas, isSynthetic);
      const { id, voyageLegs, seizureLegs, vessels, certainty } = edge;
      return {
        ...{ id, from: fromName, to: toName, voyageLegs, seizureLegs, vessels, certainty, synthetic },
        distanceKm: km,
      };
    })
    .sort((a, b) => b.seizureLegs - a.seizureLegs || b.voyageLegs - a.voyageLegs || byId(a, b));
}

/**
 * The evidence of a route, or every seizure, first days first. A vessel that merely sailed the same way is accused
 * of nothing: it stands by a pseudonym unless names were asked for and may be given.
 */
export function evidenceRows(spec: BriefingSpec, found: Found, route: Route | null): EvidenceRow[] {
  const wanted = route === null ? null : new Set(route.evidence);
  const events = found.events
    .filter(({ id, kind }) => (wanted === null ? kind === 'seizure' : wanted.has(id)))
    .sort((a, b) => (a.day === b.day ? byId(a, b) : a.day < b.day ? -1 : 1));
  const pseudonyms = new Map<string, number>();
  const vesselOf = ({ vesselId }: RouteEvent): string | null => {
    if (vesselId === null) return null;
    const number = pseudonyms.get(vesselId) ?? pseudonyms.size + 1;
    pseudonyms.set(vesselId, number);
    return spec.vesselNames ? (found.vesselNames.get(vesselId) ?? null) : pseudonym(spec.language, number);
  };
  return events.map((event, i) => {
    const seizure = found.seizures.get(event.id);
    const dataSet = found.dataSets.get(event.dataSet);
    const common = {
      ...{ kind: event.kind, day: event.day, lastDay: event.lastDay, certainties: event.certainties },
      ...{ commodities: event.commodities, marking: event.marking },
      synthetic: found.isSynthetic(event.id),
    };
    const places = event.places.map(found.atlas.nameOf);
    if (!seizure) {
      return {
        ...common,
        // A voyage's own id names its vessel.
        id: spec.vesselNames ? event.id : `voyage-${String(i + 1)}`,
        datePrecision: 'day',
        places,
        massKg: null,
        quantities: [],
        vessel: vesselOf(event),
        source: { title: dataSet?.title ?? event.dataSet, publisher: '', date: '', url: '' },
      };
    }
    return {
      ...common,
      id: seizure.id,
      datePrecision: seizure.date.precision,
      places: places.length > 0 ? places : [seizure.place.text],
      massKg: massKg(seizure.lines),
      quantities: seizure.lines
        .map(({ quantityAsReported }) => quantityAsReported)
        .filter((text) => text !== ''),
      vessel: spec.vesselNames ? seizure.vesselName : null,
      source: seizure.source,
    };
  });
}

/** Seizures and kilograms of each commodity by year; what is not dated to a year stands under none. */
export function overTime(evidence: readonly EvidenceRow[], found: Found): PeriodRow[] {
  const rows = new Map<string, PeriodRow>();
  for (const { id, day, lastDay } of evidence) {
    const seizure = found.seizures.get(id);
    if (!seizure) continue;
    const period = day.slice(0, 4) === lastDay.slice(0, 4) ? day.slice(0, 4) : null;
    for (const commodity of new Set(seizure.lines.map((line) => line.commodity))) {
      const key = `${period ?? ''}|${commodity}`;
      const before = rows.get(key) ?? { period, commodity, seizures: 0, kg: 0 };
      const kg = massKg(seizure.lines.filter((line) => line.commodity === commodity)) ?? 0;
      rows.set(key, {
        ...before,
        seizures: before.seizures + 1,
        kg: Math.round((before.kg + kg) * 1000) / 1000,
      });
    }
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
