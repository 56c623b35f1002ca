import { describe, expect, it } from 'vitest';
import { DEFAULT_SUPPORT_CAPS, effectiveSupport } from '../../../server/routes/effective-support.ts';
import type { SupportCaps } from '../../../server/routes/effective-support.ts';
import { findRoutes, DEFAULT_ROUTE_OPTIONS } from '../../../server/routes/sequences.ts';
import type { RouteEvent } from '../../../shared/findings.ts';
import { event } from './events.ts';

const NO_CAPS: SupportCaps = { perReport: null, perOperation: null, perVessel: null, perDay: null };
const none = { report: 0, operation: 0, vessel: 0, day: 0 };

type More = Parameters<typeof event>[4];
const seizure = (id: string, day: string, more: More = {}): RouteEvent =>
  event('seizure', id, day, 'A>B', more);
const voyage = (id: string, day: string, vesselId: string | null): RouteEvent =>
  event('voyage', id, day, 'A>B', { vesselId });

// All expectations counted by hand.
describe('effectiveSupport', () => {
  it('counts several boats in one report once', () => {
    const boats = ['s1', 's2', 's3'].map((id) => seizure(id, '2025-12-08', { report: 'release 7' }));
    expect(effectiveSupport(boats)).toEqual({ support: 1, capped: { ...none, report: 2 } });
  });

  it("counts an operation's three weeks once, and what lies outside it as well", () => {
    const weeks = ['2025-12-01', '2025-12-09', '2025-12-17'].map((day, i) =>
      seizure(`s${i}`, day, { report: `release ${i}`, operation: 'CALYPSO 2' }),
    );
    const other = seizure('s9', '2025-12-10', { report: 'release 9' });
    expect(effectiveSupport([...weeks, other])).toEqual({ support: 2, capped: { ...none, operation: 2 } });
  });

  it("counts one vessel's daily run once, however many days", () => {
    const runs = Array.from({ length: 30 }, (_, i) =>
      voyage(`v${i}`, `2025-11-${String(i + 1).padStart(2, '0')}`, 'ferry'),
    );
    expect(effectiveSupport(runs)).toEqual({ support: 1, capped: { ...none, vessel: 29 } });
    expect(effectiveSupport(runs, { ...DEFAULT_SUPPORT_CAPS, perVessel: 5 })).toEqual({
      support: 5,
      capped: { ...none, vessel: 25 },
    });
  });

  it('counts a fleet that sails on one day once', () => {
    const fleet = ['a', 'b', 'c', 'd'].map((vessel) => voyage(`v-${vessel}`, '2025-11-01', vessel));
    expect(effectiveSupport(fleet)).toEqual({ support: 1, capped: { ...none, day: 3 } });
  });

  it('puts what is left out down to the first full cap: report, operation, vessel, day', () => {
    const both = { report: 'r', operation: 'o' };
    expect(effectiveSupport([seizure('s1', '2025-01-01', both), seizure('s2', '2025-01-02', both)])).toEqual({
      support: 1,
      capped: { ...none, report: 1 },
    });
    const sameDay = [voyage('v1', '2025-01-01', 'x'), voyage('v2', '2025-01-01', 'x')];
    expect(effectiveSupport(sameDay)).toEqual({ support: 1, capped: { ...none, vessel: 1 } });
  });

  it('applies reports and operations to seizures, vessels and days to voyages', () => {
    const seizures = ['s1', 's2'].map((id) => seizure(id, '2025-01-01', { vesselId: 'x' }));
    expect(effectiveSupport([...seizures, voyage('v1', '2025-01-01', 'x')]).support).toBe(3);
  });

  it('does not take unknown vessels, reports or operations for the same one', () => {
    const voyages = [voyage('v1', '2025-01-01', null), voyage('v2', '2025-01-02', null)];
    const seizures = [seizure('s1', '2025-01-01'), seizure('s2', '2025-01-01')];
    expect(effectiveSupport([...voyages, ...seizures])).toEqual({ support: 4, capped: none });
  });

  it('takes events by day, then id, in whatever order they come; fewer than the most that could be', () => {
    // a1 (vessel a, 1st) shuts out a2 (same vessel) and b1 (same day), although a2 and b1 could both count.
    const events = [
      voyage('b1', '2025-01-01', 'b'),
      voyage('a2', '2025-01-02', 'a'),
      voyage('a1', '2025-01-01', 'a'),
    ];
    const expected = { support: 1, capped: { ...none, vessel: 1, day: 1 } };
    expect(effectiveSupport(events)).toEqual(expected);
    expect(effectiveSupport([...events].reverse())).toEqual(expected);
  });

  it('is never more than the largest choice that keeps to the caps, and at least half of it', () => {
    // Every set of at most 3 x 3 voyages of vessels a, b, c on three days, against trying every choice.
    const all = ['a', 'b', 'c'].flatMap((vessel, i) =>
      [1, 2, 3].map((day) => voyage(`v${(i * 5 + day * 7) % 11}-${vessel}${day}`, `2025-01-0${day}`, vessel)),
    );
    const most = (events: readonly RouteEvent[]): number => {
      const [first, ...rest] = events;
      if (!first) return 0;
      const apart = rest.filter(({ day, vesselId }) => day !== first.day && vesselId !== first.vesselId);
      return Math.max(most(rest), 1 + most(apart));
    };
    for (let set = 0; set < 2 ** all.length; set++) {
      const events = all.filter((_, i) => set & (1 << i));
      const { support, capped } = effectiveSupport(events);
      const best = most(events);
      expect(support <= best && 2 * support >= best).toBe(true);
      expect(support + capped.vessel + capped.day).toBe(events.length);
    }
  });

  it('counts everything without caps, and nothing in nothing', () => {
    const events = [voyage('v1', '2025-01-01', 'x'), voyage('v2', '2025-01-01', 'x')];
    expect(effectiveSupport(events, NO_CAPS)).toEqual({ support: 2, capped: none });
    expect(effectiveSupport([])).toEqual({ support: 0, capped: none });
  });

  it('refuses caps that are not whole numbers of at least 1', () => {
    for (const option of ['perReport', 'perOperation', 'perVessel', 'perDay'] as const) {
      for (const cap of [0, -1, 1.5, NaN, Infinity]) {
        expect(() => effectiveSupport([], { ...DEFAULT_SUPPORT_CAPS, [option]: cap })).toThrow(
          expect.objectContaining({ name: 'InputError', code: `bad-${option}` }),
        );
      }
    }
  });
});

describe('findRoutes with caps', () => {
  const atPorts = { ...DEFAULT_ROUTE_OPTIONS, level: 'port' as const };
  const daily = Array.from({ length: 9 }, (_, i) =>
    event('voyage', `f${i}`, `2025-01-0${i + 1}`, 'A>B', { vesselId: 'ferry' }),
  );

  it("shows a vessel's daily run, and does not say it recurs", () => {
    expect(findRoutes(daily, atPorts)).toMatchObject([
      {
        id: 'port:A>B',
        independentEvents: 9,
        effectiveSupport: 1,
        capped: { ...none, vessel: 8 },
        recurs: false,
      },
    ]);
    expect(findRoutes(daily, { ...atPorts, caps: NO_CAPS })[0]).toMatchObject({
      effectiveSupport: 9,
      capped: none,
      recurs: true,
    });
  });

  it('orders by effective support before independent events', () => {
    const two = ['x', 'y'].map((vesselId, i) =>
      event('voyage', `o${i}`, `2025-02-0${i + 1}`, 'C>D', { vesselId }),
    );
    expect(findRoutes([...daily, ...two], atPorts).map(({ id }) => id)).toEqual(['port:C>D', 'port:A>B']);
  });

  it('refuses a cap of zero', () => {
    expect(() => findRoutes(daily, { ...atPorts, caps: { ...NO_CAPS, perDay: 0 } })).toThrow(
      expect.objectContaining({ code: 'bad-perDay' }),
    );
  });
});
