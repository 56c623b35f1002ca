import { InputError } from '../errors.ts';

/** How raw fixes are cleaned. */
export interface CleanOptions {
  /** Implied speed between two fixes that no vessel reaches, knots. */
  readonly maxSpeedKnots: number;
  /** A move shorter than this is never called a jump, km: GPS noise over one second is not a speed. */
  readonly minJumpKm: number;
  /** Consecutive fixes that agree with each other before a jump is taken as a new start and not as an outlier. */
  readonly newStartFixes: number;
}

/** What counts as a port call. */
export interface CallOptions {
  /** Entry radius, km; a port with a wider extent of its own uses that. */
  readonly enterKm: number;
  /** Exit radius, km; must not be under `enterKm`. A widened port keeps the same margin between the two. */
  readonly exitKm: number;
  /** A fix slower than this is a stop, knots. */
  readonly stopSpeedKnots: number;
  /** A stay this long is a call even where no fix is a stop, hours. */
  readonly minStayHours: number;
}

/** How calls become legs. */
export interface LegOptions {
  /** A passage with a longer stretch without a fix is `inferred`, else `observed`; hours. */
  readonly observedGapHours: number;
}

/** How legs become voyages. */
export interface VoyageOptions {
  /** A longer stay between two legs starts a new voyage, hours. */
  readonly maxStayHours: number;
  /** A leg with a longer stretch without a fix stands as a voyage of its own, hours. */
  readonly maxGapHours: number;
}

export interface TrackOptions {
  readonly clean: CleanOptions;
  readonly calls: CallOptions;
  readonly legs: LegOptions;
  readonly voyages: VoyageOptions;
}

/**
 * The fastest vessel in commercial service, the ferry Francisco, was built for 58 kn (Incat hull 069, 2013);
 * 60 kn is therefore the highest speed between two fixes that is believed.
 */
const DEFAULT_CLEAN_OPTIONS: CleanOptions = { maxSpeedKnots: 60, minJumpKm: 1, newStartFixes: 3 };

/**
 * The inter-island setting. 3 km covers a small harbour and its anchorage and 1 km more keeps a vessel at
 * anchor on the rim from coming and going. Below 0.5 kn a vessel under way could not steer, so it lies
 * moored or at anchor. A vessel that crosses the whole 8 km of the exit circle faster than 4.3 kn is out
 * within the hour, so an hour inside is no passing by.
 */
export const DEFAULT_CALL_OPTIONS: CallOptions = {
  enterKm: 3,
  exitKm: 4,
  stopSpeedKnots: 0.5,
  minStayHours: 1,
};

/**
 * Call options as given, the rest at their defaults.
 *
 * @throws {InputError} `bad-<option>` for one that cannot be
 */
export function callOptions(given: Partial<CallOptions>): CallOptions {
  const options = { ...DEFAULT_CALL_OPTIONS, ...given };
  const { enterKm, exitKm, stopSpeedKnots, minStayHours } = options;
  const checks: [keyof CallOptions, boolean, string][] = [
    ['enterKm', enterKm > 0 && enterKm <= 100, 'km above 0 and at most 100'],
    [
      'exitKm',
      exitKm >= enterKm && exitKm <= 200,
      `km, at least the entry radius of ${enterKm} and at most 200`,
    ],
    ['stopSpeedKnots', stopSpeedKnots >= 0 && stopSpeedKnots <= 10, 'knots from 0 to 10'],
    ['minStayHours', minStayHours > 0 && minStayHours <= 1000, 'hours above 0 and at most 1000'],
  ];
  for (const [name, good, wanted] of checks) {
    if (!good) throw new InputError(`bad-${name}`, `${name} takes ${wanted}; it is ${options[name]}.`);
  }
  return options;
}

/**
 * Six hours at the 8 to 10 kn of a small trader is 50 to 60 nautical miles, less than the detour to a third
 * island on most passages between neighbours, so a passage seen at least that often was very likely direct.
 */
export const DEFAULT_LEG_OPTIONS: LegOptions = { observedGapHours: 6 };

/**
 * 72 h: a small trader waits out a weekend in port and sails on with cargo of the same journey. The same
 * bound for silence: after three days unseen nothing says that what follows is the journey before.
 */
export const DEFAULT_VOYAGE_OPTIONS: VoyageOptions = { maxStayHours: 72, maxGapHours: 72 };

export const DEFAULT_TRACK_OPTIONS: TrackOptions = {
  clean: DEFAULT_CLEAN_OPTIONS,
  calls: DEFAULT_CALL_OPTIONS,
  legs: DEFAULT_LEG_OPTIONS,
  voyages: DEFAULT_VOYAGE_OPTIONS,
};
