import type { Briefing } from '../../shared/briefing.ts';
import { undrawn } from '../../shared/drawing/letters.ts';
import { namedSources } from './sources.ts';

/**
 * The letters that our font does not have in all that is made of a briefing, each once, in order: names in cases are in
 * any script. Of data files none, for they hold every text as it is.
 */
export const undrawnIn = (briefing: Briefing): string[] => [
  ...new Set([...wordsOn(briefing), ...wordsInNotes(briefing)].flatMap(undrawn)),
];

/** Whether its pages or slides have such letters, notes left aside. */
export const isPartlyDrawn = (briefing: Briefing): boolean =>
  wordsOn(briefing).some((text) => undrawn(text).length > 0);

/** The notes of slides name sources, which the slides do not. */
const wordsInNotes = (briefing: Briefing): string[] =>
  briefing.spec.kind === 'deck' ? textsIn(namedSources(briefing).named) : [];

function wordsOn(briefing: Briefing): string[] {
  const { spec, about, scene, routes, spots, legs, evidence, reconciliation } = briefing;
  const { kind, title, subtitle } = spec;
  if (kind === 'data') return [];
  const own = [title ?? '', subtitle ?? '', ...about.dataSets.map((set) => set.title)];
  const totals = textsIn(reconciliation);
  if (kind === 'totals') return [...own, ...totals];
  const { places, openEnds, selection } = scene;
  const chosen = selection === null ? [] : [selection.name, ...selection.places.map(({ name }) => name)];
  const map = [...places.map(({ name }) => name), ...openEnds.map(({ placeName }) => placeName), ...chosen];
  if (kind === 'figure') return [...own, ...map];
  const tables = [...routes.flatMap((route) => route.places), ...spots.map(({ near }) => near)];
  const all = [...own, ...map, ...tables, ...totals];
  if (kind === 'brief' || kind === 'deck') return all;
  return [...all, ...legs.flatMap(({ from, to }) => [from, to]), ...textsIn(evidence)];
}

/** Every text in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
