import type { ReconciliationRow } from '../../shared/briefing.ts';
import type { CommodityLine, Seizure } from '../../shared/model.ts';
import type { Commodity, PublishedItem, Unit } from '../../shared/vocabulary.ts';
import { rateRatio } from '../statistics/rate-ratio.ts';
import type { PublishedTotal } from './parse.ts';

/** A row of the reconciliation, its item one of the list, its note in every language. */
export interface ReconciledTotal extends Omit<ReconciliationRow, 'note'>, Pick<PublishedTotal, 'notes'> {
  readonly item: PublishedItem;
}

/** What a case states of an item; null: the case states no number of it. */
type Measure = (seizure: Seizure) => number | null;

const sumOf =
  (commodity: Commodity, unit: Unit): Measure =>
  ({ lines }) => {
    const stated = lines.flatMap((line: CommodityLine) =>
      line.commodity === commodity && line.unit === unit && line.quantity !== null ? [line.quantity] : [],
    );
    return stated.length === 0 ? null : stated.reduce((a, b) => a + b);
  };
const one: Measure = () => 1;

/** How each item is taken from a case. null: a case does not say it (kinds of firearm are not told apart). */
const MEASURES: Readonly<Record<PublishedItem, Measure | null>> = {
  instances: one,
  headline: one,
  firearms: sumOf('firearm', 'piece'),
  firearm_parts: sumOf('firearm_part', 'piece'),
  assault_rifles: null,
  ammunition_rounds: sumOf('ammunition', 'round'),
  cocaine_kg: sumOf('cocaine', 'kg'),
  cannabis_kg: sumOf('cannabis', 'kg'),
  arrests: ({ arrests }) => arrests,
};

/**
 * Sets published totals beside what is loaded of the same operation. A case counts once, whatever it names its
 * operation beside; what no case states stays unknown and is not nought; totals are never added up.
 *
 * @param totals    as {@link parseTotals} gives them; t of them
 * @param seizures  n cases, any operation or none, each id once or more
 * @returns t rows in the same order; `gap` is published minus loaded, to the gram
 */
export function reconcile(
  totals: readonly PublishedTotal[],
  seizures: readonly Seizure[],
): ReconciledTotal[] {
  const cases = casesByOperation(seizures);
  return totals.map((total) => {
    const own = cases.get(plain(total.operation)) ?? [];
    const measure = MEASURES[total.item];
    const stated = measure === null ? [] : own.map(measure).filter((amount) => amount !== null);
    // No case of an operation is nought instances of it, but says nothing of what there was.
    const known = stated.length > 0 || measure === one;
    const loaded = known ? toGram(stated.reduce((a, b) => a + b, 0)) : null;
    const { operation, item, published, qualifier, unit, before, beforeOperation, source, notes } = total;
    return {
      operation,
      item,
      published,
      qualifier,
      unit,
      before,
      beforeOperation,
      loaded,
      gap: loaded === null ? null : toGram(published - loaded),
      source,
      notes,
      cases: own.length,
      stating: measure === null ? null : stated.length,
    };
  });
}

/** The cases that a reconciliation with these totals counts, each once. */
export function casesCounted(
  totals: readonly PublishedTotal[],
  seizures: readonly Seizure[],
): readonly Seizure[] {
  const cases = casesByOperation(seizures);
  return [...new Set(totals.flatMap(({ operation }) => cases.get(plain(operation)) ?? []))];
}

/**
 * What was published against the operation before, if effort was equal, with its exact 95 % interval and two-sided p;
 * null where none is given to compare with, and of kilograms, which are not events.
 */
export function ratioOf({
  published,
  before,
  unit,
}: Pick<ReconciliationRow, 'published' | 'before' | 'unit'>) {
  if (before === null || unit === 'kg') return null;
  const { ratio, low, high, p } = rateRatio(
    { count: published, effort: null },
    { count: before, effort: null },
  );
  return ratio === null || low === null || high === null || p === null ? null : { ratio, low, high, p };
}

const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toUpperCase();
/** To three decimal places; sums of decimal fractions leave crumbs. */
const toGram = (amount: number): number => Math.round(amount * 1000) / 1000;

/** Each case once under each operation it names (`;` between several). */
function casesByOperation(seizures: readonly Seizure[]): ReadonlyMap<string, readonly Seizure[]> {
  const found = new Map<string, Map<string, Seizure>>();
  for (const seizure of seizures) {
    for (const name of (seizure.operation ?? '').split(';').map(plain)) {
      if (name === '') continue;
      const own = found.get(name) ?? new Map<string, Seizure>();
      found.set(name, own.set(seizure.id, seizure));
    }
  }
  return new Map([...found].map(([name, own]) => [name, [...own.values()]]));
}
