import type { Position } from './geo.ts';
import type { Language } from './languages.ts';
import type { Day } from './model.ts';
import type {
  Certainty,
  ClusterMethod,
  Commodity,
  DatePrecision,
  EmergingClass,
  Level,
  Marking,
  PlaceKind,
} from './vocabulary.ts';

/**
 * What an export is made of. A briefing is data alone: everything that is drawn or said, composed once from one
 * run. Rendering is a pure function of it, so the same briefing gives the same bytes, and a figure can be made
 * again after the data have moved on.
 */

export const BRIEFING_KINDS = ['figure', 'totals', 'brief', 'dossier', 'deck', 'data'] as const;
/**
 * figure: a map. totals: a figure of the published totals of operations beside what is loaded. brief: one page on a
 * region. dossier: pages on one route. deck: slides. data: the tables alone.
 */
export type BriefingKind = (typeof BRIEFING_KINDS)[number];

export const BRIEFING_FORMATS = {
  figure: ['png', 'svg', 'pdf'],
  totals: ['png', 'svg', 'pdf'],
  brief: ['pdf'],
  dossier: ['pdf'],
  deck: ['pptx'],
  data: ['csv', 'xlsx', 'geojson', 'kml', 'graphml', 'gpx'],
} as const satisfies Readonly<Record<BriefingKind, readonly string[]>>;
export type BriefingFormat = (typeof BRIEFING_FORMATS)[BriefingKind][number];

/** Media types as registered with IANA; GPX has none that is registered, its own is what programs know. */
export const MEDIA_TYPES: Readonly<Record<BriefingFormat, string>> = {
  png: 'image/png',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json',
  kml: 'application/vnd.google-earth.kml+xml',
  graphml: 'application/xml',
  gpx: 'application/gpx+xml',
};

export const DATA_TABLES = ['routes', 'legs', 'hotspots', 'evidence', 'overTime', 'reconciliation'] as const;
/** A table of a briefing that can stand in a file of its own. */
export type DataTable = (typeof DATA_TABLES)[number];

export const FIGURE_SIZES = ['screen', 'slide', 'a4', 'a3'] as const;
/** screen 1440x900, slide 1920x1080, A4 landscape 3508x2480 and A3 landscape 4961x3508 (300 dpi), px. */
export type FigureSize = (typeof FIGURE_SIZES)[number];

export const SCENE_LAYERS = ['routes', 'legs', 'hotspots', 'clusters', 'seizures', 'ports'] as const;
export type SceneLayer = (typeof SCENE_LAYERS)[number];

/** West, south, east, north; degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** The wider Caribbean from Yucatán to Trinidad. */
export const WHOLE_REGION: Bounds = [-90, 7.5, -58, 25.5];

/** How much of some evidence is synthetic. */
export type SyntheticShare = 'all' | 'some' | 'none';

export interface BriefingFilter {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly commodities: readonly Commodity[];
  readonly countries: readonly string[];
  readonly dataSets: readonly string[];
}

/** What was asked for: all that decides a briefing, beside the run. */
export interface BriefingSpec {
  readonly kind: BriefingKind;
  readonly language: Language;
  readonly theme: 'light' | 'dark';
  readonly size: FigureSize;
  /** null: around what is selected, else the whole region. */
  readonly bounds: Bounds | null;
  readonly level: Level;
  readonly layers: readonly SceneLayer[];
  readonly filter: BriefingFilter;
  readonly selection: {
    readonly kind: 'route' | 'edge' | 'port' | 'cell' | 'cluster' | 'seizure';
    readonly id: string;
  } | null;
  /** null: the title that the kind has by itself. At most 500 characters. */
  readonly title: string | null;
  readonly subtitle: string | null;
  /** Who may read it: nothing marked higher goes in. */
  readonly audience: Marking;
  /** Vessels by name; else by pseudonym. Only for an audience of `amber` or higher. */
  readonly vesselNames: boolean;
}

/** Where every number comes from; printed on each figure and page. */
export interface BriefingAbout {
  /** `LW-XXXX-XXXX`: makes the same bytes again. */
  readonly code: string;
  readonly runId: number;
  readonly runStartedAt: string;
  readonly dataHash: string;
  readonly findingsHash: string;
  readonly codeVersion: string;
  /** Last day of any event that went in; null: none did. */
  readonly cutOff: Day | null;
  /** First and last day of the events that went in; null: none did. */
  readonly period: { readonly from: Day; readonly to: Day } | null;
  readonly events: { readonly seizures: number; readonly voyages: number };
  readonly dataSets: readonly {
    readonly id: string;
    readonly title: string;
    readonly synthetic: boolean;
    readonly events: number;
  }[];
  readonly synthetic: SyntheticShare;
  /** The highest marking of what went in. */
  readonly marking: Marking;
  /** Random draws and seed of its tests, for the words below the figures. */
  readonly seed: number;
  readonly draws: number;
}

export interface SceneLeg {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly line: readonly Position[];
  readonly voyageLegs: number;
  readonly seizureLegs: number;
  /** The best of all its evidence, and of its seizures alone. */
  readonly certainty: Certainty;
  readonly seizureCertainty: Certainty | null;
  readonly synthetic: boolean;
  /** false: a great circle, its way is not known. */
  readonly overWater: boolean;
}

export interface SceneRoute {
  readonly id: string;
  /** One line for each step, in order of travel. */
  readonly lines: readonly (readonly Position[])[];
  readonly overWater: readonly boolean[];
  readonly certainty: Certainty;
  readonly recurs: boolean;
  readonly independentEvents: number;
  readonly effectiveSupport: number;
  readonly synthetic: SyntheticShare;
}

export interface SceneCell {
  readonly cell: string;
  readonly boundary: readonly Position[];
  readonly class: 'hot' | 'cold' | 'none';
  readonly count: number;
  readonly q: number;
  readonly emerging: EmergingClass | null;
}

export interface SceneCluster {
  readonly id: string;
  readonly method: ClusterMethod;
  readonly centre: Position;
  readonly radiusKm: number;
  readonly cases: number;
  readonly p: number | null;
}

export interface SceneSeizure {
  readonly id: string;
  readonly position: Position;
  readonly uncertaintyKm: number;
  readonly commodities: readonly Commodity[];
  readonly synthetic: boolean;
}

/** A seizure of which a source states one end of the way and not the other: never a line from a guessed place. */
export interface SceneOpenEnd {
  readonly seizureId: string;
  /** The place that is stated. */
  readonly placeId: string;
  readonly placeName: string;
  readonly position: Position;
  /** What is not stated: the arrow comes from nowhere named, or goes there. */
  readonly unknown: 'origin' | 'destination';
  readonly commodities: readonly Commodity[];
  readonly certainty: Certainty;
}

export interface ScenePlace {
  readonly id: string;
  readonly name: string;
  readonly kind: PlaceKind;
  readonly position: Position;
  readonly radiusKm: number;
  /** Voyage and seizure legs that end or start here: the busiest are named first. */
  readonly weight: number;
}

/** The way of what is selected, over everything else. */
export interface SceneSelection {
  readonly name: string;
  readonly steps: readonly {
    readonly line: readonly Position[];
    readonly certainty: Certainty;
    readonly overWater: boolean;
  }[];
  /** Each once. */
  readonly places: readonly ScenePlace[];
  /** Of a case: its stops that are places, numbered as its record lists them; left out: the rank in `places`. */
  readonly stops?: readonly { readonly placeId: string; readonly number: number }[];
  /** The number of the seizure itself, which stands at `position`. */
  readonly seizedAs?: number;
  readonly position: Position | null;
  readonly radiusKm: number;
}

/** All that a map shows, strongest first in each list; a layer that is not asked for is empty. */
export interface Scene {
  readonly bounds: Bounds;
  readonly legs: readonly SceneLeg[];
  readonly routes: readonly SceneRoute[];
  readonly cells: readonly SceneCell[];
  readonly clusters: readonly SceneCluster[];
  readonly seizures: readonly SceneSeizure[];
  readonly openEnds: readonly SceneOpenEnd[];
  readonly places: readonly ScenePlace[];
  /** Territories with neither a seizure nor a port call, ISO alpha-2: hatched, for no data is not no seizures. */
  readonly noData: readonly string[];
  readonly selection: SceneSelection | null;
}

export interface NullModel {
  readonly expected: number;
  readonly p: number;
  readonly q: number;
}

/** A row of the table of routes, by effective support. */
export interface RouteRow {
  readonly id: string;
  readonly places: readonly string[];
  readonly seizures: number;
  readonly voyages: number;
  readonly vessels: number;
  readonly independentEvents: number;
  readonly effectiveSupport: number;
  readonly recurs: boolean;
  readonly certainty: Certainty;
  readonly synthetic: SyntheticShare;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly distanceKm: number;
  /** HYPA, given the traffic on its legs; null: not tested. */
  readonly legsModel: NullModel | null;
  /** Shuffled calls; null: not tested. */
  readonly callsModel: (NullModel & { readonly pError: number; readonly draws: number }) | null;
  readonly rank: { readonly rank: number; readonly best: number; readonly worst: number } | null;
}

export interface SpotRow {
  readonly cell: string;
  readonly centre: Position;
  /** The nearest place with a name, and how far its middle is. */
  readonly near: string;
  readonly nearKm: number;
  readonly class: 'hot' | 'cold';
  readonly count: number;
  readonly kg: number;
  readonly z: number;
  readonly q: number;
  readonly emerging: EmergingClass | null;
  readonly per1000Calls: number | null;
}

export interface LegRow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly voyageLegs: number;
  readonly seizureLegs: number;
  readonly vessels: number;
  readonly distanceKm: number;
  readonly certainty: Certainty;
  readonly synthetic: boolean;
}

/** One event behind a route, or a seizure of the region. */
export interface EvidenceRow {
  readonly id: string;
  readonly kind: 'seizure' | 'voyage';
  readonly day: Day;
  readonly lastDay: Day;
  readonly datePrecision: DatePrecision;
  /** Places in order of travel as resolved; of a seizure without a way, where it was made, as written. */
  readonly places: readonly string[];
  readonly certainties: readonly Certainty[];
  readonly commodities: readonly Commodity[];
  readonly massKg: number | null;
  readonly quantities: readonly string[];
  /** A pseudonym such as "Vessel 3", or the name where names are allowed; null: none known. */
  readonly vessel: string | null;
  readonly source: {
    readonly title: string;
    readonly publisher: string;
    readonly date: string;
    readonly url: string;
  };
  readonly synthetic: boolean;
  readonly marking: Marking;
}

/** Seizures and kilograms of one commodity in one period. */
export interface PeriodRow {
  /** `YYYY` or `YYYY-MM`; null: no period is stated finely enough. */
  readonly period: string | null;
  readonly commodity: Commodity;
  readonly seizures: number;
  readonly kg: number;
}

/** A published figure of an operation beside what is held of it. */
export interface ReconciliationRow {
  readonly operation: string;
  /** A key of the catalogue: `instances`, `headline`, `firearms`, `firearm_parts`, `assault_rifles`, `cocaine_kg` … */
  readonly item: string;
  readonly published: number;
  /** "over 500" is at least: `more-than`. */
  readonly qualifier: 'exactly' | 'more-than' | 'about';
  readonly unit: string;
  /** The same item of the operation before, where the source compares; null: none. */
  readonly before: number | null;
  /** The name of that operation; null: none is given. */
  readonly beforeOperation: string | null;
  /** What is loaded; null: nothing comparable is. */
  readonly loaded: number | null;
  /** published - loaded; null with a null `loaded`. */
  readonly gap: number | null;
  /** Loaded cases of the operation; synthetic ones never count. */
  readonly cases: number;
  /** How many of them state a number of this item; null: no loaded case can, for cases do not tell it apart. */
  readonly stating: number | null;
  readonly source: {
    readonly title: string;
    readonly publisher: string;
    readonly date: string;
    readonly url: string;
  };
  readonly note: string;
}

/** A number that the briefing states; what "2 figures changed" compares. */
export interface Claim {
  /** Stable: `routes.recurring`, `reconciliation.CALYPSO 2.instances.published`, `route.support` … */
  readonly id: string;
  readonly value: number;
}

/** A claim whose value is another in the latest run. null: it was, or is, not stated. */
export interface ChangedClaim {
  readonly id: string;
  readonly old: number | null;
  readonly now: number | null;
}

/** What a lower audience does not get to see: said to who exports, never in what is exported. */
export interface Withheld {
  readonly seizures: number;
  readonly voyages: number;
  /** Ids of the seizures left out, first 100. */
  readonly ids: readonly string[];
  /** Vessel names given as pseudonyms. */
  readonly vesselsRenamed: boolean;
}

export interface Briefing {
  readonly spec: BriefingSpec;
  readonly about: BriefingAbout;
  readonly scene: Scene;
  /** By effective support; for a dossier the one route, for others at most 500. */
  readonly routes: readonly RouteRow[];
  readonly routesTotal: { readonly recurring: number; readonly once: number };
  readonly spots: readonly SpotRow[];
  readonly legs: readonly LegRow[];
  /** Dossier: all evidence of its route. Others: the seizures. */
  readonly evidence: readonly EvidenceRow[];
  readonly overTime: readonly PeriodRow[];
  readonly reconciliation: readonly ReconciliationRow[];
  readonly claims: readonly Claim[];
}
