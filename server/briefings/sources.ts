import type { Briefing, EvidenceRow } from '../../shared/briefing.ts';

/** Sources named in the notes of slides. Our choice: what is still read. */
const MOST_NAMED = 30;

/** Where the numbers were published, each place once, as many as are named; and how many more there are. */
export function namedSources({ reconciliation, evidence }: Briefing): {
  readonly named: EvidenceRow['source'][];
  readonly more: number;
} {
  const all = new Map(
    [...reconciliation, ...evidence].map(({ source }) => [
      [source.title, source.publisher, source.date, source.url].join('\n'),
      source,
    ]),
  );
  const once = [...all].flatMap(([key, source]) => (key.trim() === '' ? [] : [source]));
  return { named: once.slice(0, MOST_NAMED), more: Math.max(0, once.length - MOST_NAMED) };
}
