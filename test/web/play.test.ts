import { describe, expect, it } from 'vitest';
import { datedHow, daysBetween, daysIn, firstDays, stepDays } from '../../web/panels/play-steps.ts';
import { hasRoutes } from '../../web/playing.ts';
import { formatView, parseView } from '../../web/state.ts';

const span = { firstDay: '2024-03-15', lastDay: '2026-02-20' };
const NONE = { from: null, to: null };

// Days are read off a calendar: 2024 is a leap year, 2025 is not.
describe('the first days of play', () => {
  it('are a window of a measure that suits the span', () => {
    expect(firstDays(span, 'window')).toEqual({ from: '2024-03-01', to: '2024-05-31' });
    expect(firstDays({ ...span, lastDay: '2024-12-01' }, 'window').to).toBe('2024-03-31');
    expect(firstDays({ ...span, firstDay: '2004-02-29' }, 'window')).toEqual({
      from: '2004-02-01',
      to: '2005-01-31',
    });
  });
  it('are the first month when everything is added up', () => {
    expect(firstDays(span, 'cumulative')).toEqual({ from: null, to: '2024-03-31' });
  });
});

describe('a step', () => {
  it('starts from nothing chosen, and has nothing before that', () => {
    expect(stepDays(NONE, span, 'window', 1)).toEqual(firstDays(span, 'window'));
    expect(stepDays(NONE, span, 'window', -1)).toBeNull();
  });
  it('keeps whole months whole', () => {
    const days = { from: '2024-12-01', to: '2025-01-31' };
    expect(stepDays(days, span, 'window', 1)).toEqual({ from: '2025-01-01', to: '2025-02-28' });
    expect(stepDays(days, span, 'window', -10)).toEqual({ from: '2024-02-01', to: '2024-03-31' });
  });
  it('keeps the number of days of any other window', () => {
    const days = { from: '2025-01-31', to: '2025-02-09' };
    expect(stepDays(days, span, 'window', 1)).toEqual({ from: '2025-02-28', to: '2025-03-09' });
    expect(stepDays(days, span, 'window', -1)).toEqual({ from: '2024-12-31', to: '2025-01-09' });
  });
  it('moves only the end when everything is added up', () => {
    const days = { from: null, to: '2025-11-12' };
    expect(stepDays(days, span, 'cumulative', 1)).toEqual({ from: null, to: '2025-12-31' });
    expect(stepDays(days, span, 'cumulative', -1)).toEqual({ from: null, to: '2025-10-31' });
    expect(stepDays({ from: null, to: '2024-03-31' }, span, 'cumulative', -1)).toBeNull();
  });
  it('ends where all that is held ends', () => {
    expect(stepDays({ from: '2026-02-01', to: '2026-02-28' }, span, 'window', 1)).toBeNull();
    expect(stepDays({ from: '2025-12-01', to: null }, span, 'window', 1)).toBeNull();
    expect(stepDays({ from: null, to: '2026-02-28' }, span, 'cumulative', 1)).toBeNull();
    expect(stepDays({ from: '2024-03-01', to: '2024-03-31' }, span, 'window', -1)).toBeNull();
  });
});

describe('another way to move', () => {
  it('opens the start, or gives the window one', () => {
    const days = { from: '2025-01-01', to: '2025-03-31' };
    expect(daysIn('cumulative', days, span)).toEqual({ from: null, to: '2025-03-31' });
    expect(daysIn('window', { from: null, to: '2025-03-31' }, span)).toEqual(days);
    expect(daysIn('cumulative', { from: '2025-01-01', to: null }, span).to).toBe('2026-02-20');
    expect(daysIn('cumulative', NONE, span)).toEqual(NONE);
  });
  it('is kept in the address, and a broken one is named', () => {
    const { view, problems } = parseView('?t=2025-03-31&tm=cumulative');
    expect([view.timeMode, problems, formatView(view)]).toEqual([
      'cumulative',
      [],
      '?t=2025-03-31&tm=cumulative',
    ]);
    expect(parseView('?tm=backwards').problems).toEqual([{ part: 'time', value: 'backwards' }]);
    expect(parseView('').view.timeMode).toBe('window');
  });
});

describe('events that are dated roughly', () => {
  const events = [
    { earliest: '2025-03-04', latest: '2025-03-04', datePrecision: 'day' },
    { earliest: '2025-03-01', latest: '2025-03-31', datePrecision: 'month' },
    { earliest: '2025-01-01', latest: '2025-12-31', datePrecision: 'year' },
  ];
  it('are counted, and those that reach over an end of the dates', () => {
    expect(datedHow(events, { from: '2025-03-01', to: '2025-03-31' })).toEqual({
      all: 3,
      byMonth: 1,
      byYear: 1,
      over: 1,
    });
    expect(datedHow(events, { from: null, to: '2025-03-15' }).over).toBe(2);
    expect(datedHow(events, NONE).over).toBe(0);
  });
});

it('counts the days of a span with both its ends', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(3);
  expect(daysBetween('2025-01-01', '2025-12-31')).toBe(365);
});

it('shows routes while the dates stand or move slowly', () => {
  expect([hasRoutes(null), hasRoutes('slow'), hasRoutes('normal'), hasRoutes('fast')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
