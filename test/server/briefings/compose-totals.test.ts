import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { composeTotals } from '../../../server/briefings/compose-totals.ts';
import type { TotalsFound } from '../../../server/briefings/found.ts';
import type { BriefingSpec } from '../../../shared/briefing.ts';
import type { RouteEvent } from '../../../shared/findings.ts';
import { exampleBriefing } from '../../support/briefing.ts';

const { spec, reconciliation } = exampleBriefing({ spec: { kind: 'totals', audience: 'red' } });
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const counted = (id: string, day: string, marking: RouteEvent['marking']): RouteEvent => ({
  ...{
    id,
    kind: 'seizure',
    dataSet: 'reported',
    vesselId: null,
    day,
    lastDay: day,
    commodities: ['cocaine'],
  },
  ...{ countries: ['VG'], mode: 'sea', places: [], certainties: [], report: null, operation: 'CALYPSO 2' },
  marking,
});
const found: TotalsFound = {
  run: { id: 7, startedAt: 0, dataHash: 'd', findingsHash: 'f', codeVersion: '1', seed: 1, draws: 999 },
  dataSets: new Map([
    ['reported', { id: 'reported', title: 'Public cases', synthetic: false, marking: 'clear' }],
  ]),
  reconciliation,
  counted: [counted('S001', '2025-12-08', 'clear'), counted('S002', '2025-11-24', 'amber')],
  isSynthetic: () => false,
};
const compose = (asked: Partial<BriefingSpec> = {}, of: Partial<TotalsFound> = {}) =>
  composeTotals({ ...spec, ...asked }, { ...found, ...of }, hash);

describe('a panel of published totals', () => {
  it('is marked and dated as the cases that count beside them', () => {
    const { about } = compose();
    expect(about).toMatchObject({
      marking: 'amber',
      cutOff: '2025-12-08',
      period: { from: '2025-11-24', to: '2025-12-08' },
      events: { seizures: 2, voyages: 0 },
      dataSets: [{ id: 'reported', title: 'Public cases', synthetic: false, events: 2 }],
    });
    expect(compose({}, { counted: found.counted.slice(0, 1) }).about.marking).toBe('clear');
  });

  it('stands without any case: nothing is dated, and it is marked clear', () => {
    const { about, reconciliation: rows } = compose({}, { counted: [] });
    expect([about.cutOff, about.period, about.marking, about.dataSets]).toEqual([null, null, 'clear', []]);
    expect(rows).toHaveLength(6);
  });

  it('has one code, whatever the map shows and the filter leaves in', () => {
    const other = compose({
      bounds: [-70, 10, -60, 20],
      layers: [],
      level: 'territory',
      vesselNames: true,
      filter: { from: '2025-01-01', to: null, commodities: ['cash'], countries: ['VG'], dataSets: [] },
      selection: { kind: 'port', id: 'VGRAD' },
    });
    expect(other).toEqual(compose());
    expect(compose({ size: 'a3' }).about.code).not.toBe(other.about.code);
  });

  it('claims its own numbers and no others', () => {
    expect(compose().claims.slice(0, 4)).toEqual([
      { id: 'published.CALYPSO 2.instances', value: 402 },
      { id: 'loaded.CALYPSO 2.instances', value: 4 },
      { id: 'published.CALYPSO 2.headline', value: 500 },
      { id: 'loaded.CALYPSO 2.headline', value: 4 },
    ]);
    // Six totals, of which three have a loaded number.
    expect(compose().claims).toHaveLength(9);
  });

  it('is refused where no totals are known, and says where they go', () => {
    expect(() => compose({}, { reconciliation: [] })).toThrow(/totals .* data\/operations\.csv/);
  });
});
