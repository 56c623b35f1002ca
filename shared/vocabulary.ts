/** Closed lists. Each is a fact about the domain, so both the database checks and the page read them here. */

export const PLACE_KINDS = [
  'port',
  'harbour',
  'marina',
  'anchorage',
  'airport',
  'city',
  'island',
  'country',
  'region',
  'sea-area',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Kinds that are a point where a vessel can lie; every other kind is an area. */
export const PORT_KINDS = ['port', 'harbour', 'marina', 'anchorage'] as const satisfies readonly PlaceKind[];

export const COMMODITIES = [
  'cocaine',
  'cannabis',
  'heroin',
  'synthetic',
  'firearm',
  'firearm_part',
  'ammunition',
  'cash',
  'wildlife',
  'other',
] as const;
export type Commodity = (typeof COMMODITIES)[number];

export const UNITS = ['kg', 'piece', 'round', 'usd'] as const;
export type Unit = (typeof UNITS)[number];

export const MEANS_OF_TRANSPORT = [
  'container',
  'cargo vessel',
  'bulk',
  'fishing',
  'go-fast',
  'semi-submersible',
  'pleasure craft',
  'passenger vessel',
  'air',
  'road',
  'rail',
  'post',
  'person',
  'unknown',
] as const;
export type MeansOfTransport = (typeof MEANS_OF_TRANSPORT)[number];

/** How the goods moved, coarse enough to decide how a leg is drawn: only `sea` legs follow the water. */
export const MODES = ['sea', 'air', 'land', 'unknown'] as const;
export type Mode = (typeof MODES)[number];

/** Surest first. stated: a source says so. inferred: derived, and we can say how. assumed: neither. observed: AIS saw it. */
export const CERTAINTIES = ['observed', 'stated', 'inferred', 'assumed'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

const byRank = (pick: (...ranks: number[]) => number, certainties: readonly Certainty[]): Certainty =>
  CERTAINTIES[pick(...certainties.map((certainty) => CERTAINTIES.indexOf(certainty)))] ?? 'assumed';

/** The weakest of at least one certainty: a chain is as sure as its least sure link. */
export const weakest = (...certainties: readonly Certainty[]): Certainty => byRank(Math.max, certainties);

/** The surest of at least one certainty. */
export const surest = (...certainties: readonly Certainty[]): Certainty => byRank(Math.min, certainties);

export const POINT_ROLES = ['origin', 'departure', 'call', 'transit', 'seizure', 'destination'] as const;
export type PointRole = (typeof POINT_ROLES)[number];

export const DATE_PRECISIONS = ['day', 'month', 'year'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** How sure the record is, as who wrote it says. */
export const CONFIDENCES = ['high', 'medium', 'low'] as const;

/** Which of two numbers before a year is the day: 3/4/2025. */
export const DATE_ORDERS = ['day-first', 'month-first'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** What parts the whole from the rest of a number: 1.7 or 1,7. */
export const DECIMAL_MARKS = ['point', 'comma'] as const;
export type DecimalMark = (typeof DECIMAL_MARKS)[number];

export const LOCATION_PRECISIONS = ['port', 'city', 'region', 'country', 'sea-area'] as const;
export type LocationPrecision = (typeof LOCATION_PRECISIONS)[number];

/** The level at which places are compared: as recorded, or rolled up to the country or territory. */
export const LEVELS = ['port', 'territory'] as const;
export type Level = (typeof LEVELS)[number];

/** How a hot spot came to be over the periods; the terms of emerging hot spot analysis. */
export const EMERGING_CLASSES = [
  'new',
  'consecutive',
  'intensifying',
  'persistent',
  'diminishing',
  'sporadic',
  'oscillating',
  'historical',
  'none',
] as const;
export type EmergingClass = (typeof EMERGING_CLASSES)[number];

/** poisson-scan: against port calls. space-time-scan: in place and time at once. density: close together, untested. */
export const CLUSTER_METHODS = ['poisson-scan', 'space-time-scan', 'density'] as const;
export type ClusterMethod = (typeof CLUSTER_METHODS)[number];

/** interrupted: the program ended while it ran. */
export const RUN_STATES = ['running', 'done', 'failed', 'cancelled', 'interrupted'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** The steps of an analysis, in order. */
export const ANALYSIS_STEPS = [
  'read',
  'network',
  'routes',
  'significance',
  'shuffle',
  'stability',
  'hot-spots',
  'emerging',
  'clusters',
  'places',
  'water',
  'save',
] as const;
export type AnalysisStep = (typeof ANALYSIS_STEPS)[number];

/** What an analysis could not find or left out; the page and the command line say each in words. */
export const RUN_NOTES = [
  'too-few-draws',
  'too-few-periods',
  'no-dated-seizure',
  'seizures-in-several-periods',
  'no-port-calls',
  'seizures-without-port-calls',
  'seizures-not-placed',
  'too-few-seizures',
] as const;
export type RunNoteCode = (typeof RUN_NOTES)[number];

/** What analysts write: what they know, or what they think may be so. */
export const NOTE_KINDS = ['note', 'hypothesis'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** How a hypothesis stands. */
export const HYPOTHESIS_STATES = ['open', 'supported', 'rejected'] as const;
export type HypothesisState = (typeof HYPOTHESIS_STATES)[number];

/** What a note can be pinned to. */
export const PINNED_KINDS = [
  'route',
  'edge',
  'port',
  'cell',
  'cluster',
  'seizure',
  'area',
  'position',
] as const;

/** What the published totals of an operation count. headline: seizures once more, as the headline has them. */
export const PUBLISHED_ITEMS = [
  'instances',
  'headline',
  'firearms',
  'firearm_parts',
  'assault_rifles',
  'ammunition_rounds',
  'cocaine_kg',
  'cannabis_kg',
  'arrests',
] as const;
export type PublishedItem = (typeof PUBLISHED_ITEMS)[number];

/** How exact a published total is: "over 500" is more than 500, "some 350" about 350. */
export const QUALIFIERS = ['exactly', 'more-than', 'about'] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** Traffic Light Protocol 2.0 (FIRST, 2022), least restricted first. */
export const MARKINGS = ['clear', 'green', 'amber', 'amber-strict', 'red'] as const;
export type Marking = (typeof MARKINGS)[number];

/** May something of this marking be shown to an audience cleared for `audience`? */
export const mayBeShown = (marking: Marking, audience: Marking): boolean =>
  MARKINGS.indexOf(marking) <= MARKINGS.indexOf(audience);

/** The most restricted of some markings; of none, `clear`. */
export const highestMarking = (markings: Iterable<Marking>): Marking =>
  MARKINGS[Math.max(0, ...[...markings].map((one) => MARKINGS.indexOf(one)))] ?? 'clear';
