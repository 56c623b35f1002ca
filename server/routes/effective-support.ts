import type { CappedEvents, RouteEvent } from '../../shared/findings.ts';
import { InputError } from '../errors.ts';

/** How many events of one group count; null: no cap. */
export interface SupportCaps {
  /** Seizures that one report tells of. */
  readonly perReport: number | null;
  /** Seizures of one operation. */
  readonly perOperation: number | null;
  /** Voyages of one vessel. */
  readonly perVessel: number | null;
  /** Voyages that departed on one day (UTC). */
  readonly perDay: number | null;
}

/**
 * One of each, so that two events that count share neither report nor operation, neither vessel nor day. It is
 * the strictest reading of "independent" and a choice, not a measurement: `capped` shows what it costs.
 */
export const DEFAULT_SUPPORT_CAPS: SupportCaps = {
  perReport: 1,
  perOperation: 1,
  perVessel: 1,
  perDay: 1,
};

export interface EffectiveSupport {
  /** Events that count. */
  readonly support: number;
  /** The others, each under the first cap that was full. */
  readonly capped: CappedEvents;
}

type Capped = { -readonly [Cap in keyof CappedEvents]: number };

/** In the order in which an event that is left out is put down to one of them. */
const CAPS: readonly {
  readonly name: keyof CappedEvents;
  readonly option: keyof SupportCaps;
  readonly groupOf: (event: RouteEvent) => string | null;
}[] = [
  {
    name: 'report',
    option: 'perReport',
    groupOf: ({ kind, report }) => (kind === 'seizure' ? report : null),
  },
  {
    name: 'operation',
    option: 'perOperation',
    groupOf: ({ kind, operation }) => (kind === 'seizure' ? operation : null),
  },
  {
    name: 'vessel',
    option: 'perVessel',
    groupOf: ({ kind, vesselId }) => (kind === 'voyage' ? vesselId : null),
  },
  { name: 'day', option: 'perDay', groupOf: ({ kind, day }) => (kind === 'voyage' ? day : null) },
];

/**
 * How many events are left when those that hang together count only so often: several boats in one report, one
 * operation's three weeks, one vessel's daily ferry run, a fleet that sails on one day.
 *
 * Events are taken in the order of day and id, and each counts unless a group of its is full. The order is a
 * rule, so the answer is always the same, whatever order the events come in. It need not be the largest choice
 * of events that keeps to the caps, and is never more than that: where vessel A sails on two days and vessel B
 * on the first of them, A's first voyage shuts out both others. Because an event has at most two groups, the
 * largest choice has at most twice as many. A seizure without a report or operation, or a voyage of an unknown
 * vessel, has no such group.
 *
 * @param events  those that contain the sequence, each once; n of them, O(n log n)
 * @throws {InputError} `bad-perReport`, `bad-perOperation`, `bad-perVessel`, `bad-perDay`: a cap that is
 *   neither null nor a whole number of at least 1
 */
export function effectiveSupport(
  events: readonly RouteEvent[],
  caps: SupportCaps = DEFAULT_SUPPORT_CAPS,
): EffectiveSupport {
  return supportCounter(events, caps)(events.map((_, index) => index));
}

/**
 * Numbers the groups of events once, to count many choices of them.
 *
 * @returns `effectiveSupport` of the events with the given indexes, each given once
 * @throws {InputError} as `effectiveSupport`
 */
export function supportCounter(
  events: readonly RouteEvent[],
  caps: SupportCaps,
): (indexes: ArrayLike<number>) => EffectiveSupport {
  const groupings = CAPS.flatMap((cap) => grouping(cap.name, events.map(cap.groupOf), caps, cap.option));
  const order = inOrder(events);
  const rank = new Int32Array(events.length);
  order.forEach((index, at) => (rank[index] = at));
  let pass = 0;
  return (indexes) => {
    pass++;
    const capped: Capped = { report: 0, operation: 0, vessel: 0, day: 0 };
    let support = 0;
    const ranks = new Int32Array(indexes.length);
    for (let i = 0; i < ranks.length; i++) ranks[i] = rank[indexes[i] ?? 0] ?? 0;
    for (const at of ranks.sort()) {
      const event = order[at] ?? 0;
      const full = groupings.find((one) => one.isFull(event, pass));
      if (full) capped[full.name]++;
      else {
        support++;
        for (const one of groupings) one.take(event);
      }
    }
    return { support, capped };
  };
}

interface Grouping {
  readonly name: keyof CappedEvents;
  isFull(event: number, pass: number): boolean;
  /** After `isFull` of the same event. */
  take(event: number): void;
}

function grouping(
  name: keyof CappedEvents,
  groups: readonly (string | null)[],
  caps: SupportCaps,
  option: keyof SupportCaps,
): Grouping[] {
  const cap = caps[option];
  if (cap === null) return [];
  if (!Number.isSafeInteger(cap) || cap < 1) {
    throw new InputError(
      `bad-${option}`,
      `${option} must be a whole number of at least 1, or null for no cap; it is ${cap}.`,
    );
  }
  const numbers = new Map<string, number>();
  const groupOf = Int32Array.from(groups, (group) => {
    if (group === null) return -1;
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    return number;
  });
  const taken = new Int32Array(numbers.size);
  const takenInPass = new Int32Array(numbers.size);
  return [
    {
      name,
      isFull(event, pass) {
        const group = groupOf[event] ?? -1;
        if (group < 0) return false;
        if (takenInPass[group] !== pass) {
          takenInPass[group] = pass;
          taken[group] = 0;
        }
        return (taken[group] ?? 0) >= cap;
      },
      take(event) {
        const group = groupOf[event] ?? -1;
        if (group >= 0) taken[group] = (taken[group] ?? 0) + 1;
      },
    },
  ];
}

/** Indexes of events by day, then id. */
function inOrder(events: readonly RouteEvent[]): Int32Array {
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return Int32Array.from(
    events
      .map(({ day, id }, index) => ({ day, id, index }))
      .sort((a, b) => compare(a.day, b.day) || compare(a.id, b.id)),
    ({ index }) => index,
  );
}
