import type { Briefing } from '../../../shared/briefing.ts';
import type { DrawMap } from '../../../server/briefings/pages/map.ts';
import type { Piece } from '../../support/pdf.ts';

/** Stands for the map: a plain ground with one word. */
export const plainMap: DrawMap = (doc, { x, y, width, height }) => {
  doc.rect(x, y, width, height).fill('#e3eef5');
  doc.font('regular').fontSize(8).fillColor('#000000');
  doc.text('MAP', x + 10, y + 20, { lineBreak: false, baseline: 'alphabetic' });
};

/** Texts that break what trusts its input: long, unbroken, with controls, markup, other scripts, both directions. */
export const HOSTILE = {
  title: `${'Long title that goes on about the corridor '.repeat(12).slice(0, 440)} <b>&amp; "x"</b>`,
  word: 'W'.repeat(300),
  cyrillic: 'Жёлтый Буревестник',
  greek: 'Άγιος Νικόλαος',
  mixed: 'one\ntwo\r\n\u0000three\u202Eevil\u0007 שלום <script>',
} as const;

/** How a code is said in each language: the whole of it stands on whatever is exported. */
export const CODE_SAID = {
  en: 'Figure code LW-7K2M-Q4XD',
  es: 'Código de figura LW-7K2M-Q4XD',
  fr: 'Code de figure LW-7K2M-Q4XD',
  nl: 'Figuurcode LW-7K2M-Q4XD',
} as const;

/** What makes the words of foot and head as long as they get: the widest marking, long dates, a late run. */
export const WIDE = {
  runId: 123_456,
  runStartedAt: '2026-09-30T08:30:00.000Z',
  cutOff: '2025-09-30',
  period: { from: '2022-09-29', to: '2025-09-30' },
  marking: 'amber-strict',
} as const;

/** Names that our font has no letters for, where names come from data, and one that it has. */
export function foreign(briefing: Briefing): Briefing {
  const names = ['中国 Quay', 'محمد علي', 'Жёлтый порт', '🚢'];
  const named = <T extends object>(key: keyof T, all: readonly T[]): T[] =>
    all.map((one, i) => ({ ...one, [key]: names[i % names.length] }));
  return {
    ...briefing,
    scene: { ...briefing.scene, places: named('name', briefing.scene.places) },
    routes: briefing.routes.map((route) => ({
      ...route,
      places: route.places.map((_, i) => names[i] ?? ''),
    })),
    spots: named('near', briefing.spots),
    legs: briefing.legs.map((leg) => ({ ...leg, from: '中国 Quay', to: 'محمد علي' })),
    evidence: briefing.evidence.map((row) => ({
      ...row,
      places: names,
      vessel: row.vessel === null ? null : 'محمد علي',
      quantities: ['🚢'],
      source: { title: '中国', publisher: 'محمد', date: '2025', url: 'https://example.org/中' },
    })),
    reconciliation: briefing.reconciliation.map((row) => ({
      ...row,
      operation: '中国',
      beforeOperation: row.before === null ? null : 'محمد',
      note: '🚢',
      source: { title: '中国', publisher: 'محمد', date: '2025', url: 'https://example.org/中' },
    })),
  };
}

/** How what stands for a letter is explained. */
export const UNDRAWN_SAID = {
  en: '[?]: letters that our font does not have; the data of the same run hold them.',
  es: '[?]: letras que nuestra tipografía no tiene; están en los datos del mismo análisis.',
  fr: '[?] : lettres que notre police n’a pas ; elles sont dans les données de la même analyse.',
  nl: '[?]: letters die ons lettertype niet heeft; ze staan in de gegevens van dezelfde analyse.',
} as const;

/** A briefing with hostile texts wherever a text comes from outside. */
export function hostile(briefing: Briefing): Briefing {
  const { title, word, cyrillic, greek, mixed } = HOSTILE;
  const [first] = briefing.routes;
  return {
    ...briefing,
    spec: { ...briefing.spec, title, subtitle: mixed },
    about: {
      ...briefing.about,
      dataSets: briefing.about.dataSets.map((set) => ({ ...set, title: `${set.title} ${word}` })),
    },
    routes: first ? [{ ...first, places: [word, mixed, greek] }, ...briefing.routes] : [],
    spots: briefing.spots.map((spot) => ({ ...spot, near: `${spot.near} ${word}` })),
    legs: briefing.legs.map((leg) => ({ ...leg, from: word, to: mixed })),
    evidence: briefing.evidence.map((row) => ({
      ...row,
      places: [word, ...row.places],
      vessel: cyrillic,
      quantities: [mixed, word],
      source: { title, publisher: word, date: mixed, url: `https://example.org/${word}` },
    })),
    reconciliation: briefing.reconciliation.map((row) => ({ ...row, item: word, operation: mixed })),
  };
}

/**
 * Pairs of texts of a page of which the letters would touch: each is taken as wide as it is drawn, from a fifth of
 * its size below its baseline to seven tenths above, which is as far as capitals reach.
 */
export function overlaps(page: readonly Piece[]): [string, string][] {
  const boxes = page.map(({ text, x, y, width, size }) => ({
    text,
    left: x + 0.2,
    right: x + width - 0.2,
    low: y - size * 0.2,
    high: y + size * 0.7,
  }));
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.low < b.high && b.low < a.high)
      .map((b): [string, string] => [a.text, b.text]),
  );
}

/** Texts that leave the margins of A4: 48 points at the sides, 20 above and below. */
export const outside = (page: readonly Piece[]): string[] =>
  page
    .filter(({ x, y, width }) => x < 47.5 || x + width > 595.28 - 47.5 || y < 10 || y > 841.89 - 20)
    .map(({ text }) => text);
