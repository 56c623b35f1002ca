import type { Briefing } from '../../../../shared/briefing.ts';
import { exampleBriefing } from '../../../support/briefing.ts';

/** Names as a hostile or careless source writes them. */
export const FORMULA = '=HYPERLINK("http://x.example","Road Town")';
export const MARKUP = '<b>&"\'Порт-оф-Спейн</b>\nline two';
export const CUT = 'a;=1+1';

/** The example with those names for its places, routes and sources, and a control character in its title. */
export function hostileBriefing(): Briefing {
  const usual = exampleBriefing();
  const renamed = (name: string): string =>
    ({ 'Road Town': FORMULA, 'Port of Spain': MARKUP, Basseterre: CUT })[name] ?? name;
  return exampleBriefing({
    spec: { title: 'Title \u0007 <&> Ж' },
    scene: {
      places: usual.scene.places.map((place) => ({ ...place, name: renamed(place.name) })),
    },
    routes: usual.routes.map((row) => ({ ...row, places: row.places.map(renamed) })),
    legs: usual.legs.map((row) => ({ ...row, from: renamed(row.from), to: renamed(row.to) })),
    evidence: usual.evidence.map((row, i) => ({
      ...row,
      places: row.places.map(renamed),
      quantities: i === 0 ? ['-5 kg', '@SUM(A1)'] : row.quantities,
      source: { ...row.source, title: i === 0 ? '\t=cmd|calc' : row.source.title },
    })),
    spots: usual.spots.map((row) => ({ ...row, near: renamed(row.near) })),
  });
}
