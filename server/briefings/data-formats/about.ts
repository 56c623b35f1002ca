import type { Briefing, BriefingAbout } from '../../../shared/briefing.ts';
import { MARKING_TEXT } from '../words/format.ts';

/** What stands before each row of a CSV table. `synthetic` is of all that went in; `evidenceSynthetic` of the row. */
export const ABOUT_COLUMNS = [
  { name: 'run', kind: 'number' },
  { name: 'dataHash', kind: 'text' },
  { name: 'code', kind: 'text' },
  { name: 'marking', kind: 'text' },
  { name: 'synthetic', kind: 'code' },
] as const;

export type AboutColumn = (typeof ABOUT_COLUMNS)[number]['name'];

/** The cells of {@link ABOUT_COLUMNS}. */
export const aboutCells = (about: BriefingAbout): (string | number)[] => [
  about.runId,
  about.dataHash,
  about.code,
  MARKING_TEXT[about.marking],
  about.synthetic,
];

/** Where a file comes from, as machines read it: the foreign member of GeoJSON. */
export function aboutData({ spec, about }: Briefing): Readonly<Record<string, unknown>> {
  return {
    code: about.code,
    run: about.runId,
    runStartedAt: about.runStartedAt,
    dataHash: about.dataHash,
    findingsHash: about.findingsHash,
    codeVersion: about.codeVersion,
    marking: MARKING_TEXT[about.marking],
    synthetic: about.synthetic,
    cutOff: about.cutOff,
    period: about.period,
    dataSets: about.dataSets,
    title: spec.title,
    level: spec.level,
    filter: spec.filter,
  };
}

/** Where a file comes from in one English line, for formats that have one text for it. */
export function aboutLine({ about }: Briefing): string {
  const synthetic = { all: 'Synthetic data. ', some: 'Partly synthetic data. ', none: '' }[about.synthetic];
  const cutOff = about.cutOff === null ? '' : ` Data up to ${about.cutOff}.`;
  return (
    `${MARKING_TEXT[about.marking]}. ${synthetic}Leeward, figure ${about.code}, run ${about.runId}, ` +
    `data ${about.dataHash.slice(0, 12)}.${cutOff}`
  );
}
