import type {
  BriefingSpec,
  EvidenceRow,
  LegRow,
  PeriodRow,
  RouteRow,
  SpotRow,
} from '../../shared/briefing.ts';
import type { Route, RouteEvent } from '../../shared/findings.ts';
import { distanceKm, type Position } from '../../shared/geo.ts';
import type { Language } from '../../shared/languages.ts';
import { PORT_KINDS } from '../../shared/vocabulary.ts';
import { edgeProperties, howSynthetic, routeProperties } from '../findings/features.ts';
import { centreOf } from '../hotspots/grid.ts';
import { massKg } from '../seizures/features.ts';
import type { Found } from './found.ts';
import { nameIn } from './words/format.ts';
import { pseudonym } from './words/vessel.ts';

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/** Gives the names of places by their ids, in the language of the reader. */
const namer =
  (language: Language, { atlas }: Found) =>
  (id: string): string =>
    nameIn(language, { id, name: atlas.nameOf(id) });

/** The routes by effective support, those that recur first. */
export function routeRows({ language }: Pick<BriefingSpec, 'language'>, found: Found): RouteRow[] {
  const { routes, atlas, stepOf, isSynthetic } = found;
  const nameOf = namer(language, found);
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
        places: route.places.map(nameOf),
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

/** What lies farther than this from every port has no name, only a position; as on the page. */
const NEAR_KM = 100;

/** The port of the network that is nearest: a cell is called by the same port on the page. None is near: no name. */
function nearestPort(
  at: Position,
  { network, atlas }: Found,
): { readonly name: string; readonly km: number } {
  let best = { name: '', km: NEAR_KM };
  for (const { placeId } of network.nodes) {
    const { kind, name } = atlas.ref(placeId);
    if (!(PORT_KINDS as readonly string[]).includes(kind)) continue;
    const km = distanceKm(at, atlas.anchor(placeId));
    if (km < best.km) best = { name, km };
  }
  return best.name === '' ? { name: '', km: 0 } : best;
}

/** The cells that are hot or cold, the surest first, each with the port that the page calls it by. */
export function spotRows(found: Found): SpotRow[] {
  return found.cells
    .flatMap((cell): SpotRow[] => {
      if (cell.class === 'none') return [];
      const centre = centreOf(cell.cell);
      const near = nearestPort(centre, found);
      return [
        {
          ...{ cell: cell.cell, centre, near: near.name, class: cell.class, z: cell.z, q: cell.q },
          nearKm: Math.round(near.km),
          ...{ count: cell.count, kg: cell.kg, emerging: cell.emerging },
          per1000Calls: cell.rate?.per1000Calls ?? null,
        },
      ];
    })
    .sort((a, b) => a.q - b.q || b.z - a.z || (a.cell < b.cell ? -1 : 1));
}

/** Every leg, those that seizures went along first; for a dossier those of its route. */
export function legRows(
  { language }: Pick<BriefingSpec, 'language'>,
  found: Found,
  route: Route | null,
): LegRow[] {
  const nameOf = namer(language, found);
  const ofRoute = route?.places.slice(1).map((to, i) => `${route.places[i] ?? ''}~${to}`);
  const { network, steps, atlas, isSynthetic } = found;
  return (ofRoute ? steps : network.edges)
    .filter(({ id, from, to }) => from !== to && (ofRoute === undefined || ofRoute.includes(id)))
    .map((edge) => {
      const { distanceKm: km, synthetic } = edgeProperties(edge, atlas, isSynthetic);
      const { id, voyageLegs, seizureLegs, vessels, certainty } = edge;
      return {
        ...{ id, voyageLegs, seizureLegs, vessels, certainty, synthetic, distanceKm: km },
        ...{ from: nameOf(edge.from), to: nameOf(edge.to) },
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
  const nameOf = namer(spec.language, found);
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
    const places = event.places.map(nameOf);
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
