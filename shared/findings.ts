import type { Position } from './geo.ts';
import type { Day } from './model.ts';
import type { Certainty, Commodity, Level, Mode } from './vocabulary.ts';

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
  readonly recurs: boolean;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Event ids, sorted. */
  readonly evidence: readonly string[];
  /** null: not tested (why, in the run's notes). */
  readonly significance: RouteSignificance | null;
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
