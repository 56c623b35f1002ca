import { distanceKm, KM_PER_NAUTICAL_MILE, type Position } from '../shared/geo.ts';

/**
 * Synthetic traffic for the demonstration: a fleet of small inter-island and coastal vessels over twelve
 * months, as AIS rows in the MarineCadastre shape, so that it takes the same way in as real data. It is
 * made up: no vessel, name, number or voyage in it is real, and it is labelled synthetic wherever it shows.
 *
 * The services are invented but of the kinds that sail there: ferries, small freighters, fishing boats and
 * yachts. One of them sails Port of Spain, Basseterre, Road Town, the order of the 772 kg case of December
 * 2025, so that the demonstration shows how a case seen once turns into a route that recurs.
 */
export interface DemoOptions {
  readonly seed: number;
  /** First instant, UTC epoch milliseconds. */
  readonly startAt: number;
  readonly days: number;
  positionOf(placeId: string): Position;
  /** The way over water between two ports. */
  pathBetween(fromId: string, toId: string): readonly Position[];
}

/** The columns of the rows that {@link demoTraffic} yields. */
export const DEMO_COLUMNS =
  'MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,Width,Draft,Cargo,TransceiverClass';

interface Service {
  readonly kind: 'ferry' | 'freighter' | 'fishing' | 'yacht';
  readonly vessels: number;
  /** The order of one voyage; the vessel then lies at the last port, which starts the next. */
  readonly calls: readonly string[];
  readonly knots: number;
  /** Shortest and longest stay at a port of call, hours. */
  readonly stayHours: readonly [number, number];
  /** Shortest and longest lay-up between voyages, hours. */
  readonly layUpHours: readonly [number, number];
  /** Chance that a voyage leaves out a port of call, so that routes vary as they do. */
  readonly skip: number;
}

const FERRY = { kind: 'ferry', knots: 22, stayHours: [1, 3], layUpHours: [80, 110], skip: 0.05 } as const;
const FREIGHTER = {
  kind: 'freighter',
  knots: 9.5,
  stayHours: [2, 30],
  layUpHours: [76, 260],
  skip: 0.2,
} as const;
const FISHING = {
  kind: 'fishing',
  knots: 7.5,
  stayHours: [2, 10],
  layUpHours: [90, 300],
  skip: 0.3,
} as const;
const YACHT = { kind: 'yacht', knots: 6.5, stayHours: [6, 60], layUpHours: [100, 700], skip: 0.35 } as const;

const SERVICES: readonly Service[] = [
  { ...FREIGHTER, vessels: 2, calls: ['TTPOS', 'KNBAS', 'VGRAD', 'TTPOS'], skip: 0.1 },
  { ...FREIGHTER, vessels: 3, calls: ['TTPOS', 'GDSTG', 'VCKTN', 'LCCAS', 'TTPOS'] },
  { ...FREIGHTER, vessels: 3, calls: ['BBBGI', 'VCKTN', 'GDSTG', 'TTPOS', 'BBBGI'] },
  { ...FREIGHTER, vessels: 2, calls: ['GYGEO', 'TTPOS', 'BBBGI', 'GYGEO'] },
  { ...FREIGHTER, vessels: 3, calls: ['DMRSU', 'GPPTP', 'AGSJO', 'KNBAS', 'DMRSU'] },
  { ...FREIGHTER, vessels: 3, calls: ['PRSJU', 'VGRAD', 'SXPHI', 'KNBAS', 'PRSJU'] },
  { ...FREIGHTER, vessels: 3, calls: ['CWWIL', 'AWORJ', 'CWWIL', 'BQKRA', 'CWWIL'] },
  { ...FREIGHTER, vessels: 3, calls: ['CWWIL', 'DOHAI', 'PRSJU', 'CWWIL'] },
  { ...FREIGHTER, vessels: 2, calls: ['COCTG', 'JMKIN', 'HTPAP', 'COCTG'] },
  { ...FREIGHTER, vessels: 3, calls: ['JMKIN', 'KYGEC', 'JMMBJ', 'JMKIN'] },
  { ...FREIGHTER, vessels: 3, calls: ['USMIA', 'HTCAP', 'HTPAX', 'USMIA'] },
  { ...FREIGHTER, vessels: 3, calls: ['USMIA', 'BSNAS', 'BSFPO', 'USMIA'] },
  { ...FREIGHTER, vessels: 2, calls: ['BSNAS', 'TCGDT', 'HTCAP', 'BSNAS'] },
  { ...FREIGHTER, vessels: 2, calls: ['DOSDQ', 'HTPAP', 'JMKIN', 'DOSDQ'] },
  { ...FREIGHTER, vessels: 2, calls: ['PAMIT', 'COADZ', 'JMKIN', 'PAMIT'] },
  { ...FERRY, vessels: 2, calls: ['GPPTP', 'DMRSU', 'MQFDF', 'LCCAS', 'MQFDF', 'GPPTP'] },
  { ...FERRY, vessels: 2, calls: ['VGRAD', 'VICHA', 'VGRAD'] },
  { ...FERRY, vessels: 1, calls: ['SXPHI', 'BQ-FORT-BAY', 'SXPHI'] },
  { ...FERRY, vessels: 1, calls: ['TTPOS', 'TTSCA', 'TTPOS'] },
  { ...FISHING, vessels: 3, calls: ['VECUP', 'GDSTG', 'VECUP'] },
  { ...FISHING, vessels: 3, calls: ['JMKIN', 'HTJEE', 'JMKIN'] },
  { ...FISHING, vessels: 2, calls: ['SRPBM', 'GYGEO', 'TTPOS', 'SRPBM'] },
  { ...YACHT, vessels: 3, calls: ['GDSTG', 'LCCAS', 'MQFDF', 'AGSJO', 'SXPHI', 'VGRAD'] },
  { ...YACHT, vessels: 2, calls: ['VGRAD', 'PRSJU', 'DOPOP', 'TCGDT', 'BSNAS'] },
];

/** AIS ship types (ITU-R M.1371) and hull lengths, metres, of each kind. */
const HULL = {
  ferry: { shipType: 60, lengthMetres: 38 },
  freighter: { shipType: 70, lengthMetres: 48 },
  fishing: { shipType: 30, lengthMetres: 19 },
  yacht: { shipType: 36, lengthMetres: 14 },
} as const;

const HOUR_MS = 3_600_000;
/** Reports every half hour under way and every two hours at berth: enough to see each call and passage. */
const UNDERWAY_HOURS = 0.5;
const BERTH_HOURS = 2;
/** Chance that a passage is not heard: receivers are sparse out there. */
const UNHEARD = 0.04;

/** All rows of the fleet, vessel by vessel, without the header. The same options give the same rows. */
export function* demoTraffic(options: DemoOptions): Generator<string> {
  let number = 0;
  for (const service of SERVICES) {
    for (let i = 0; i < service.vessels; i++) {
      number += 1;
      yield* sail(service, number, options);
    }
  }
}

function* sail(service: Service, number: number, options: DemoOptions): Generator<string> {
  const random = mulberry32(options.seed + number * 7919);
  const between = ([low, high]: readonly [number, number]): number => low + random() * (high - low);
  const endAt = options.startAt + options.days * 24 * HOUR_MS;
  const row = rowWriter(service, number);
  let at = options.startAt + Math.floor(random() * 96) * HOUR_MS;
  let here = service.calls[0] ?? '';

  function* lie(hours: number): Generator<string> {
    const until = Math.min(at + hours * HOUR_MS, endAt);
    const [lon, lat] = options.positionOf(here);
    for (; at < until; at += BERTH_HOURS * HOUR_MS) {
      yield row(at, [lon + (random() - 0.5) * 0.002, lat + (random() - 0.5) * 0.002], random() * 0.2);
    }
    at = until;
    yield row(at, [lon, lat], 0.1);
  }

  while (at < endAt) {
    yield* lie(between(service.layUpHours));
    const [, ...calls] = service.calls;
    for (const [i, next] of calls.entries()) {
      const last = i === calls.length - 1;
      if (next === here || (!last && random() < service.skip) || at >= endAt) continue;
      const knots = service.knots * (0.9 + 0.2 * random());
      const heard = random() >= UNHEARD;
      const path = options.pathBetween(here, next);
      for (const [hours, position] of alongPath(path, knots)) {
        const then = at + hours * HOUR_MS;
        if (heard && then < endAt) yield row(then, position, knots);
      }
      at += passageHours(path, knots) * HOUR_MS;
      here = next;
      if (at < endAt && !last) yield* lie(between(service.stayHours));
    }
    // A yacht ends its cruise far from where it began and sails it back the same way next time.
    const home = service.calls[0] ?? '';
    if (here !== home && at < endAt) {
      yield* lie(between(service.layUpHours));
      at += passageHours(options.pathBetween(here, home), service.knots) * HOUR_MS;
      here = home;
    }
  }
}

function passageHours(path: readonly Position[], knots: number): number {
  let km = 0;
  for (let i = 1; i < path.length; i++) km += distanceKm(path[i - 1] ?? [0, 0], path[i] ?? [0, 0]);
  return km / KM_PER_NAUTICAL_MILE / knots;
}

/** Hours since departure and position, each half hour on the way, the ends left out. */
function* alongPath(path: readonly Position[], knots: number): Generator<[number, Position]> {
  const stepKm = knots * KM_PER_NAUTICAL_MILE * UNDERWAY_HOURS;
  let next = stepKm;
  let done = 0;
  for (let i = 1; i < path.length; i++) {
    const a = path[i - 1] ?? [0, 0];
    const b = path[i] ?? [0, 0];
    const km = distanceKm(a, b);
    for (; next < done + km; next += stepKm) {
      const share = (next - done) / km;
      const position: Position = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
      yield [(next / stepKm) * UNDERWAY_HOURS, position];
    }
    done += km;
  }
}

/** MMSIs begin with 200: no country has that number, so none of them is anybody's. */
function rowWriter(service: Service, number: number) {
  const { shipType, lengthMetres } = HULL[service.kind];
  const mmsi = String(200_000_000 + number);
  const name = `SYNTHETIC ${service.kind.toUpperCase()} ${String(number).padStart(2, '0')}`;
  return (at: number, [lon, lat]: Position, knots: number): string =>
    `${mmsi},${new Date(at).toISOString().slice(0, 19)},${lat.toFixed(5)},${lon.toFixed(5)},` +
    `${knots.toFixed(1)},,511,${name},,,${String(shipType)},,${String(lengthMetres)},,,,A`;
}

/** Uniform numbers from 0 up to but not 1, the same for the same seed (mulberry32, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
