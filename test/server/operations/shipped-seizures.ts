import { makeGazetteer } from '../../../server/ports/gazetteer.ts';
import { parseSeizures } from '../../../server/seizures/parse.ts';
import type { Seizure } from '../../../shared/model.ts';
import { readRows, ROOT, shippedPlaces } from '../ports/shipped.ts';

/** The cases the project ships, of any operation. */
export function shippedSeizures(): Seizure[] {
  const rows = readRows(new URL('data/seizures.csv', ROOT));
  const table = { file: 'seizures.csv', rows, lines: rows.map((_, i) => i + 2) };
  const reported = { id: 'reported', marking: 'clear' } as const;
  return parseSeizures(table, reported, makeGazetteer(shippedPlaces().places)).seizures;
}
