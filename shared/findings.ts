import type { Position } from './geo.ts';
import type { Day } from './model.ts';
import type {
  Certainty,
  ClusterMethod,
  Commodity,
  EmergingClass,
  Level,
  Marking,
  Mode,
  RunNoteCode,
} from './vocabulary.ts';

/** One independent observation that goods or a vessel went through places in this order. */
export interface RouteEvent {
  /** Seizure id or voyage id. */
  readonly id: string;
  readonly kind: 'seizure' | 'voyage';
  readonly dataSet: string;
  readonly vesselId: string | null;
  /** Voyage: day of departure. Seizure: earliest day. */
  readonly day: Day;
  readonly lastDay: Day;
  readonly commodities: readonly Commodity[];
  /** Country of the seizure, and of each place passed. */
  readonly countries: readonly string[];
  readonly mode: Mode;
  /** Place ids in order of travel; none when the event names no place that is known. */
  readonly places: readonly string[];
  /** Certainty of the step from `places[i]` to `places[i + 1]`; one shorter than `places`. */
  readonly certainties: readonly Certainty[];
  /** What published it: several seizures of one report are one piece of news. null: a voyage. */
  readonly report: string | null;
  /** The operation that a seizure was part of; null: none stated, or a voyage. */
  readonly operation: string | null;
  /** Who may see it: that of the seizure, or of the voyage's data set. */
  readonly marking: Marking;
}

/** A node of the network: a place, with what passes it. */
export interface NetworkNode {
  readonly placeId: string;
  readonly voyageLegsIn: number;
  readonly voyageLegsOut: number;
  readonly seizureLegsIn: number;
  readonly seizureLegsOut: number;
}

/** A directed edge: legs from one place to another added up, the two kinds of evidence kept apart. */
export interface NetworkEdge {
  /** `FROM~TO`. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly voyageLegs: number;
  readonly seizureLegs: number;
  readonly vessels: number;
  readonly mode: Mode;
  /** The best of its evidence: observed before stated before inferred before assumed. */
  readonly certainty: Certainty;
  /** The best of its seizures alone; null without any. */
  readonly seizureCertainty: Certainty | null;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Distinct event ids, sorted. */
  readonly evidence: readonly string[];
  /** Is each of its events synthetic? Where it was not worked out, the evidence tells. */
  readonly allSynthetic?: boolean;
}

/** A sequence of places with the events that contain it. Recurs only from two independent events on. */
export interface Route {
  /** Stable across runs: `<level>:A>B>C`. */
  readonly id: string;
  readonly level: Level;
  readonly places: readonly string[];
  readonly seizures: number;
  readonly voyages: number;
  readonly vessels: number;
  /** Different seizures plus voyages of different days. */
  readonly independentEvents: number;
  /** Independent events left when no report, operation, vessel or day counts more often than its cap. */
  readonly effectiveSupport: number;
  /** Events that each cap left out of `effectiveSupport`. */
  readonly capped: CappedEvents;
  /** From two on in `effectiveSupport`. */
  readonly recurs: boolean;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Event ids, sorted. */
  readonly evidence: readonly string[];
  /** null: not tested (why, in the run's notes). */
  readonly significance: RouteSignificance | null;
  /** The second null model, which takes the calls at each place as given and not the legs; null: not tested. */
  readonly shuffle: RouteShuffle | null;
  /** How far the route's rank depends on single cases, countries and data sets; null: not ranked. */
  readonly rankRange: RankRange | null;
}

/** Events left out by each cap, in the order in which the caps are applied. */
export interface CappedEvents {
  readonly report: number;
  readonly operation: number;
  readonly vessel: number;
  readonly day: number;
}

/** How often a sequence appears when the same calls are dealt anew to the same voyages (seeded Monte Carlo). */
export interface RouteShuffle {
  readonly model: 'shuffle';
  readonly observed: number;
  /** Mean over the draws. */
  readonly expected: number;
  /** (1 + draws with at least as many) / (1 + draws). */
  readonly p: number;
  /** Monte Carlo standard error of `p`. */
  readonly pError: number;
  /** Benjamini-Hochberg over all observed paths of the same length, of p given that the path appears at all. */
  readonly q: number;
  readonly tested: number;
  readonly draws: number;
}

/** Rank by effective support among the routes of a level, 1 the first; ties share the better rank. */
export interface RankRange {
  readonly rank: number;
  readonly best: number;
  readonly worst: number;
  /** What was left out for the worst rank; null: no removal makes it worse. */
  readonly worstWithout: LeftOut | null;
  /** Routes ranked. */
  readonly of: number;
}

export interface LeftOut {
  readonly kind: 'seizure' | 'country' | 'data-set';
  readonly id: string;
}

/** How surprising a route's support is under the stated null model. Frequent and surprising are two things. */
export interface RouteSignificance {
  /** `hypa`: hypergeometric ensemble over the legs' volumes (LaRock et al. 2020). */
  readonly model: 'hypa';
  readonly observed: number;
  readonly expected: number;
  /** P(X >= observed). */
  readonly p: number;
  /** Benjamini-Hochberg over all tested paths of the same length. */
  readonly q: number;
  readonly tested: number;
}

/** A cell of the hot spot grid. */
export interface HotSpotCell {
  /** H3 index. */
  readonly cell: string;
  /** Seizures, each spread over the cells its uncertainty covers; may be fractional. */
  readonly count: number;
  /** Kilograms spread the same way; seizures without a stated mass add nothing. */
  readonly kg: number;
  /** Gi* as a z-score, its two-sided normal p, and Benjamini-Hochberg q over all cells tested. */
  readonly z: number;
  readonly p: number;
  readonly q: number;
  readonly class: 'hot' | 'cold' | 'none';
  readonly boundary: readonly Position[];
  readonly evidence: readonly string[];
}

/** A cell with its course over time and its traffic, which are worked out for whole runs. */
export interface RunCell extends HotSpotCell {
  /** How it came to be over the periods; null: not classed (why, in the run's notes). */
  readonly emerging: EmergingClass | null;
  /** Port calls known at places in the cell: the exposure; null: not counted. */
  readonly calls: number | null;
  /** Seizures placed in the cell against its calls; null: no call is known, or not counted. */
  readonly rate: CallRate | null;
}

/** A cell as a run keeps it: its boundary follows from its index. */
export type StoredCell = Omit<RunCell, 'boundary'>;

/** Seizures per 1,000 port calls with the exact 95 % interval. */
export interface CallRate {
  readonly per1000Calls: number;
  readonly low: number;
  readonly high: number;
}

/** A group of seizures that lie closer together than chance, or than the rest. */
export interface Cluster {
  /** `<method>:<number>`, most unlikely or largest first. */
  readonly id: string;
  readonly method: ClusterMethod;
  readonly centre: Position;
  readonly radiusKm: number;
  /** null: of all time. */
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  readonly cases: number;
  /** What the null model expects there; null for a density group, which tests nothing. */
  readonly expected: number | null;
  /** Rate inside over rate outside; of a space-time cluster, which knows no rate, observed over expected. */
  readonly relativeRisk: number | null;
  readonly logLikelihoodRatio: number | null;
  /** Monte Carlo p of the most likely cluster being as strong, and its standard error. */
  readonly p: number | null;
  readonly pError: number | null;
  readonly draws: number | null;
  /** Seizure ids, sorted. */
  readonly evidence: readonly string[];
}

/** How a place lies in the network of a run, and how its seizures stand to its traffic. */
export interface PlaceFinding {
  readonly level: Level;
  readonly placeId: string;
  readonly strengthIn: number;
  readonly strengthOut: number;
  readonly betweenness: number;
  readonly pageRank: number;
  /** 1 the largest community; 0: the place stands alone. */
  readonly community: number;
  /** Seizures made at the place; of a territory, by its authorities. */
  readonly seizures: number;
  readonly calls: number;
  /** null: no call is known. */
  readonly rate: CallRate | null;
}

/** What an analysis could not find or left out, and how many it concerns. */
export interface RunNote {
  readonly code: RunNoteCode;
  readonly count: number;
}
