/** How the timeline moves: a window of days of one length, or all from the start to a moving end. */
export const TIME_MODES = ['window', 'cumulative'] as const;
export type TimeMode = (typeof TIME_MODES)[number];

/** The part of the view that says how the dates move; the dates themselves are the filter's. */
export interface TimeView {
  readonly timeMode: TimeMode;
}

/** Dates move as a window of one length. */
export const USUAL_TIME: TimeView = { timeMode: 'window' };

/**
 * Reads `tm` from an address. The reverse of {@link timeParts}.
 *
 * @param fail  told of a text that cannot be read
 */
export function parseTime(query: URLSearchParams, fail: (part: 'time', value: string) => void): TimeView {
  const text = query.get('tm');
  const timeMode = TIME_MODES.find((mode) => mode === text);
  if (text !== null && timeMode === undefined) fail('time', text);
  return { timeMode: timeMode ?? USUAL_TIME.timeMode };
}

/** The same as parts of an address: key, text, and the text that may be left out. */
export const timeParts = ({ timeMode }: TimeView): [key: string, text: string, usual: string][] => [
  ['tm', timeMode, USUAL_TIME.timeMode],
];
