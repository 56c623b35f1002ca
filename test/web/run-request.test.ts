import { describe, expect, it } from 'vitest';
import { parametersOf } from '../../server/findings/parameters.ts';
import { analysisRequestSchema } from '../../shared/api.ts';
import {
  CAP_FIELDS,
  fieldOfPath,
  NUMBER_FIELDS,
  requestOf,
  RUN_FIELDS,
  USUAL_FORM,
  type RunField,
} from '../../web/run-request.ts';
import { shareDone } from '../../web/run-progress.ts';

const FIELDS: readonly RunField[] = [...NUMBER_FIELDS, ...CAP_FIELDS];
const asked = (field: RunField, value: number) =>
  CAP_FIELDS.some((cap) => cap === field) ? { caps: { [field]: value } } : { [field]: value };

describe('what the form asks of an analysis', () => {
  it('changes nothing while nothing is changed', () => {
    const usual = requestOf(USUAL_FORM);
    expect(usual).toEqual({
      request: {
        seed: 1,
        draws: 999,
        longestRoute: 6,
        cellResolution: 4,
        maxUncertaintyKm: 100,
        periodMonths: 12,
        caps: { perReport: 1, perOperation: 1, perVessel: 1, perDay: 1 },
      },
    });
    // The server's own defaults, so that the two cannot drift apart.
    expect('request' in usual && parametersOf(usual.request)).toEqual(parametersOf({}));
  });

  it.each(FIELDS)('takes for %s what the server takes, to the bounds', (field) => {
    const { from, to } = RUN_FIELDS[field];
    for (const value of [from, to]) {
      expect(analysisRequestSchema.safeParse(asked(field, value)).success, String(value)).toBe(true);
      expect(requestOf({ ...USUAL_FORM, [field]: String(value) }), String(value)).toHaveProperty('request');
    }
    for (const value of [from - 1, to + 1]) {
      expect(analysisRequestSchema.safeParse(asked(field, value)).success, String(value)).toBe(false);
      expect(requestOf({ ...USUAL_FORM, [field]: String(value) }), String(value)).toEqual({ bad: [field] });
    }
  });

  it('names every field that cannot be sent', () => {
    expect(
      requestOf({ ...USUAL_FORM, seed: '', draws: '9.5', perDay: 'x', maxUncertaintyKm: '1e2' }),
    ).toEqual({ bad: ['seed', 'draws', 'maxUncertaintyKm', 'perDay'] });
  });

  it('sends no limit as null, and a decimal comma as a number', () => {
    expect(requestOf({ ...USUAL_FORM, perVessel: null, maxUncertaintyKm: ' 62,5 ' })).toMatchObject({
      request: { maxUncertaintyKm: 62.5, caps: { perVessel: null, perDay: 1 } },
    });
  });

  it('knows the parameters of a kept run by the field that sets them', () => {
    const request = {
      seed: 2,
      draws: 500,
      longestRoute: 3,
      caps: { perReport: 2, perOperation: 2, perVessel: 2, perDay: 2 },
      cellResolution: 5,
      maxUncertaintyKm: 50,
      periodMonths: 6,
    };
    const paths = (value: unknown, path = ''): Map<string, unknown> =>
      typeof value === 'object' && value !== null
        ? new Map(
            Object.entries(value).flatMap(([key, part]) => [
              ...paths(part, path === '' ? key : `${path}.${key}`),
            ]),
          )
        : new Map([[path, value]]);
    const [usual, changed] = [paths(parametersOf({})), paths(parametersOf(request))];
    const differ = [...changed.keys()].filter((path) => usual.get(path) !== changed.get(path));
    expect(new Set(differ.map(fieldOfPath))).toEqual(new Set(FIELDS));
    expect(fieldOfPath('scan.maxDays')).toBeUndefined();
  });
});

describe('how far a run is', () => {
  // Twelve steps; the third is half done: (2 + 0.5) / 12.
  it('counts the steps begun and the part of the one under way', () => {
    expect(shareDone({ done: 0, of: 1 }, 1, 0)).toBe(0);
    expect(shareDone({ done: 500, of: 1000 }, 3, 0)).toBeCloseTo(2.5 / 12, 12);
    expect(shareDone({ done: 1, of: 1 }, 12, 0.9)).toBe(1);
  });
  it('never goes back, and takes nothing out of nothing for nothing', () => {
    expect(shareDone({ done: 0, of: 1 }, 3, 0.4)).toBe(0.4);
    expect(shareDone({ done: 0, of: 0 }, 1, 0)).toBe(0);
  });
});
