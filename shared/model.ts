import type { Position } from './geo.ts';
import type {
  CONFIDENCES,
  Certainty,
  Commodity,
  DatePrecision,
  LocationPrecision,
  Marking,
  MeansOfTransport,
  Mode,
  PlaceKind,
  PointRole,
  Unit,
} from './vocabulary.ts';

/** ISO 8601 day, `YYYY-MM-DD`, UTC. */
export type Day = string;
/** UTC epoch milliseconds. */
export type Instant = number;

/** A row of the gazetteer: a port (a point where vessels lie) or an area with a radius. */
export interface Place {
  /** UN/LOCODE where there is one; else country code and a slug, `VG-JOST-VAN-DYKE`; areas: `TT`, `KN-NEVIS`, `SEA-MONA-PASSAGE`. */
  readonly id: string;
  readonly name: string;
  readonly kind: PlaceKind;
  /** ISO 3166-1 alpha-2 of the country or territory; null for a sea area. */
  readonly country: string | null;
  readonly locode: string | null;
  readonly position: Position;
  /** How far the true place may lie from `position`, km. Ports: the harbour's own extent (1 to 3). */
  readonly radiusKm: number;
  /** Areas: the port at which lines to the area are drawn to end; null: the nearest one, or none. */
  readonly gatewayId: string | null;
  /** Other names, any language, as written. */
  readonly aliases: readonly string[];
  readonly source: string;
}

export interface Vessel {
  /** `mmsi:316001234`, or `call:<name-slug>` where a manifest gives no MMSI. */
  readonly id: string;
  readonly mmsi: string | null;
  readonly imo: string | null;
  readonly callSign: string | null;
  readonly name: string | null;
  readonly flag: string | null;
  /** AIS ship type number, 0 to 99; null when not given. */
  readonly shipType: number | null;
  readonly lengthMetres: number | null;
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
}

export interface PortCall {
  readonly id: string;
  readonly vesselId: string;
  readonly placeId: string;
  readonly arrivedAt: Instant;
  readonly departedAt: Instant;
  /** How many fixes the call rests on; 0 when a manifest reports it. */
  readonly fixes: number;
  /** observed: AIS. stated: a port's own list of calls. */
  readonly certainty: Certainty;
}

export interface Leg {
  readonly id: string;
  readonly vesselId: string;
  readonly voyageId: string;
  readonly fromPlaceId: string;
  readonly toPlaceId: string;
  readonly departedAt: Instant;
  readonly arrivedAt: Instant;
  /** Longest stretch without a fix on the passage, hours; null when the calls come from a manifest. */
  readonly gapHours: number | null;
  /** observed: no gap longer than the limit. inferred: the passage was partly or wholly unseen. */
  readonly certainty: Certainty;
}

/** Consecutive legs of one vessel taken as one journey. */
export interface Voyage {
  readonly id: string;
  readonly vesselId: string;
  readonly placeIds: readonly string[];
  readonly departedAt: Instant;
  readonly arrivedAt: Instant;
}

export interface CommodityLine {
  readonly lineNo: number;
  readonly commodity: Commodity;
  /** null: the source does not state it. Never zero for unknown. */
  readonly quantity: number | null;
  readonly unit: Unit;
  readonly quantityAsReported: string;
}

export interface RoutePoint {
  readonly seq: number;
  readonly role: PointRole;
  /** As the source writes it. */
  readonly text: string;
  /** null: named, but not in the gazetteer, or too vague ("the islands"). */
  readonly placeId: string | null;
  readonly certainty: Certainty;
  /** Why the certainty is what it is, in words, where it is not simply stated. */
  readonly reason: string | null;
}

export interface Source {
  readonly title: string;
  readonly publisher: string;
  /** As the source gives it: a day, a month, a year or empty. */
  readonly date: string;
  readonly url: string;
}

/** One event: an officially reported taking of goods. */
export interface Seizure {
  /** `<data set>:<record id>`. */
  readonly id: string;
  readonly recordId: string;
  readonly date: { readonly precision: DatePrecision; readonly earliest: Day; readonly latest: Day };
  /** ISO alpha-2 of the seizing or nearest country; null when not stated. */
  readonly country: string | null;
  readonly place: {
    readonly text: string;
    readonly placeId: string | null;
    readonly position: Position | null;
    /** Radius, km; null with a null position. */
    readonly uncertaintyKm: number | null;
    readonly precision: LocationPrecision | null;
    readonly atSea: boolean;
  };
  readonly agencies: readonly string[];
  readonly transport: MeansOfTransport;
  readonly transportAsReported: string;
  readonly mode: Mode;
  readonly vesselName: string | null;
  readonly vesselFlag: string | null;
  readonly concealment: string | null;
  /** Persons arrested, a count; null: not stated; 0: the source says none. */
  readonly arrests: number | null;
  readonly operation: string | null;
  readonly source: Source;
  readonly confidence: (typeof CONFIDENCES)[number];
  readonly notes: string;
  /** Who may see it. */
  readonly marking: Marking;
  readonly lines: readonly CommodityLine[];
  /** In order of travel; never empty elements invented: an unknown transit is left out and said in `reason`. */
  readonly routePoints: readonly RoutePoint[];
}

export interface DataSet {
  /** `reported`, `demo`, or the name given at import. */
  readonly id: string;
  readonly title: string;
  readonly synthetic: boolean;
  /** That of its movements, and of its seizures where they carry none of their own. */
  readonly marking: Marking;
}

/** A row the reader refuses: enough for a customs officer to find it and put it right. */
export interface Reject {
  readonly file: string;
  /** 1-based line of the file, header included; null when it is the whole file. */
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
  readonly fix: string;
}
