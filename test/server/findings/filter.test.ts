import { describe, expect, it } from 'vitest';
import { filterEvents, isWholeRun } from '../../../server/findings/filter.ts';
import { highestMarking, MARKINGS, mayBeShown } from '../../../shared/vocabulary.ts';
import { event } from '../routes/events.ts';

const events = MARKINGS.map((marking) => ({ ...event('seizure', marking, '2025-01-01', 'A>B'), marking }));
const ids = (audience?: (typeof MARKINGS)[number]): string[] =>
  filterEvents(events, audience === undefined ? {} : { audience }).map(({ id }) => id);

describe('the audience of a filter', () => {
  it('leaves out what is marked higher', () => {
    expect(ids('clear')).toEqual(['clear']);
    expect(ids('green')).toEqual(['clear', 'green']);
    expect(ids('amber')).toEqual(['clear', 'green', 'amber']);
    expect(ids('amber-strict')).toEqual(['clear', 'green', 'amber', 'amber-strict']);
    expect(ids('red')).toEqual([...MARKINGS]);
    expect(ids()).toEqual([...MARKINGS]);
  });

  it('makes a part of the run of all but the highest', () => {
    expect([isWholeRun({}), isWholeRun({ audience: 'red' }), isWholeRun({ audience: 'amber' })]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('orders the markings as TLP 2.0 does', () => {
    expect(highestMarking(['green', 'amber-strict', 'clear'])).toBe('amber-strict');
    expect(highestMarking([])).toBe('clear');
    expect(mayBeShown('amber-strict', 'amber')).toBe(false);
  });
});
