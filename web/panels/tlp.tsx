import type { Marking } from '../../shared/vocabulary.ts';
import { markingText } from '../words-export.ts';

/** A marking in the letters and colours of TLP 2.0 (FIRST, 2022), which are the same on every ground. */
export function Tlp({ marking }: { marking: Marking }) {
  return <span className={`tlp tlp-${marking}`}>{markingText(marking)}</span>;
}
