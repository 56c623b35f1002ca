import { latLngToCell } from 'h3-js';
import type { CallRate } from '../../shared/findings.ts';
import type { Position } from '../../shared/geo.ts';
import { InputError } from '../errors.ts';
import { rateInterval } from '../statistics/poisson-interval.ts';

/** A place or a cell, with what was seized there and what traffic is known to have called. */
export interface RateUnit {
  readonly id: string;
  readonly cases: number;
  readonly calls: number;
}

export interface SeizureRate extends RateUnit {
  /** null: no traffic is known here, so there is no rate; never 0 or infinite for that. */
  readonly per1000Calls: number | null;
  /** Exact 95% interval of the rate; null with it. */
  readonly low: number | null;
  readonly high: number | null;
  readonly note: 'no-traffic-known' | null;
}

/**
 * Seizures per 1,000 port calls, each with its exact 95% interval (Garwood), the calls taken as known.
 *
 * The interval is for counting few cases and for nothing else: not for calls that no vessel reported, and not
 * for cases of one operation, which come together and make the true interval wider.
 *
 * @param units  in any order, each id once
 * @returns ascending by id
 * @throws {InputError} `bad-cases` or `bad-calls` for what is no whole number of 0 or more, `unit-duplicate`
 */
export function ratesOf(units: readonly RateUnit[]): SeizureRate[] {
  const sorted = [...units].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return sorted.map(({ id, cases, calls }, i) => {
    if (sorted[i - 1]?.id === id) throw new InputError('unit-duplicate', `Unit ${id} is given twice.`);
    for (const [name, value] of Object.entries({ cases, calls })) {
      if (Number.isSafeInteger(value) && value >= 0) continue;
      throw new InputError(
        `bad-${name}`,
        `Unit ${id}: ${name} must be a whole number, 0 or more; it is ${value}.`,
      );
    }
    if (calls === 0)
      return { id, cases, calls, per1000Calls: null, low: null, high: null, note: 'no-traffic-known' };
    const { rate, low, high } = rateInterval(cases, calls / 1000);
    return { id, cases, calls, per1000Calls: rate, low, high, note: null };
  });
}

/**
 * Cases and port calls added up by the H3 cell they lie in, for {@link ratesOf}: each case whole in the cell of
 * its best position, as a rate needs whole counts.
 *
 * @param cases       one position a case
 * @param calls       places with the calls known there
 * @param resolution  H3 resolution, 0 to 15
 * @returns every cell with a case or a call, ascending
 */
export function cellUnits(
  cases: readonly Position[],
  calls: readonly { readonly position: Position; readonly calls: number }[],
  resolution: number,
): RateUnit[] {
  if (!(Number.isInteger(resolution) && resolution >= 0 && resolution <= 15)) {
    throw new InputError(
      'bad-resolution',
      `resolution must be a whole number from 0 to 15; it is ${resolution}.`,
    );
  }
  const units = new Map<string, { cases: number; calls: number }>();
  const at = ([lon, lat]: Position): { cases: number; calls: number } => {
    const cell = latLngToCell(lat, lon, resolution);
    const unit = units.get(cell) ?? { cases: 0, calls: 0 };
    units.set(cell, unit);
    return unit;
  };
  for (const position of cases) at(position).cases++;
  for (const place of calls) at(place.position).calls += place.calls;
  return [...units].map(([id, unit]) => ({ id, ...unit })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A rate with its interval as it is kept; null: no traffic is known. */
export function callRate(rate: SeizureRate | undefined): CallRate | null {
  if (!rate) return null;
  const { per1000Calls, low, high } = rate;
  return per1000Calls === null || low === null || high === null ? null : { per1000Calls, low, high };
}
