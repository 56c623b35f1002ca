import { describe, expect, it } from 'vitest';
import { renderDossier } from '../../../server/briefings/pages/dossier.ts';
import { periodsBetween } from '../../../server/briefings/pages/chart.ts';
import type { EvidenceRow } from '../../../shared/briefing.ts';
import { LANGUAGES, type Language } from '../../../shared/languages.ts';
import { exampleBriefing } from '../../support/briefing.ts';
import { openPdf, piecesOf, textOf } from '../../support/pdf.ts';
import { HOSTILE, hostile, outside, overlaps, plainMap } from './pages.ts';

const dossier = (language: Language = 'en', title: string | null = null) =>
  exampleBriefing({ spec: { kind: 'dossier', language, title } });

/** Rows of evidence as many as wanted, each with its own id. */
function manyRows(count: number): EvidenceRow[] {
  const [first] = exampleBriefing().evidence;
  if (!first) throw new Error('The example has evidence');
  return Array.from({ length: count }, (_, index) => ({ ...first, id: `reported:R${String(index + 1)}` }));
}

describe('a dossier', () => {
  it.each<[Language, string[]]>([
    [
      'en',
      [
        'This route recurs: 4 events that stand apart from each other went this way, of 9 events in all (1 seizure, 8 voyages, 2 vessels).',
        'How often, and how surprising',
        '7 March 2025',
        'Firearm parts',
      ],
    ],
    [
      'es',
      [
        'Esta ruta es recurrente: la siguieron 4 hechos independientes entre sí, de 9 hechos en total (1 incautación, 8 viajes, 2 embarcaciones).',
        'Sorprendente, dado el tráfico',
        'Cocaína',
        'Incautación',
      ],
    ],
    [
      'fr',
      [
        'Cette route est récurrente : 4 faits indépendants les uns des autres ont suivi ce chemin, sur 9 faits en tout (1 saisie, 8 voyages, 2 navires).',
        'Éléments de preuve',
        'Cocaïne',
        'déduit',
      ],
    ],
    [
      'nl',
      [
        'Deze route keert terug: 4 voorvallen die los van elkaar staan gingen deze weg, van 9 voorvallen in totaal (1 inbeslagname, 8 reizen, 2 vaartuigen).',
        'Eerst gezien',
        'Cocaïne',
        'afgeleid',
      ],
    ],
  ])('says what it says in %s, its accents right', async (language, texts) => {
    const all = (await textOf(await renderDossier(dossier(language), plainMap))).join(' ');
    for (const text of texts) expect(all).toContain(text);
  });

  it('gives each statistic with its value and its meaning', async () => {
    const all = (await textOf(await renderDossier(dossier(), plainMap))).join(' ');
    for (const said of [
      'Port of Spain › Basseterre › Road Town',
      '4 (of 9 events in all)',
      'Expected 1.2; p < 0.001; q = 0.002',
      'Expected 0.6; p = 0.001; q = 0.016',
      '999 draws; p is good to ± 0.001',
      'Rank 1; between 1 and 2',
      'Neither is the probability that the route is used',
      '997 km (538 nm)',
      '754 km (407 nm)',
      'Vessel 1',
      'Vessels are given by pseudonym',
      '8 – 9 Dec 2025',
      '772.4 kg',
      'auto-sears, number not stated',
      'Caribbean Customs operation seizes rising number of illegal firearms',
    ])
      expect(all).toContain(said);
  });

  it('says only how many stand apart where all do', async () => {
    const whole = dossier();
    const routes = whole.routes.map((route) => ({ ...route, effectiveSupport: 9 }));
    const all = (await textOf(await renderDossier({ ...whole, routes }, plainMap))).join(' ');
    expect(all).toContain(
      'This route recurs: 9 events that stand apart from each other went this way (1 seizure, 8 voyages, 2 vessels). •',
    );
  });

  it.each<[Language, string, string, string]>([
    [
      'en',
      'Recurs · Partly synthetic • This route recurs: 3 events that stand apart from each other went this way, of 43 events in all (1 seizure, 42 voyages, 2 vessels). The others share a report, operation, vessel or day with them and are not counted again. • Synthetic, made up to show the method: 42 of its 43 events. Such events prove nothing; without them it was seen once.',
      'Synthetic, made up to show the method: 41 of its 43 events. Such events prove nothing.',
      'without them it was seen once',
    ],
    [
      'es',
      'Sintéticos, inventados para mostrar el método: 42 de sus 43 hechos. Tales hechos no demuestran nada; sin ellos, se vio una vez.',
      'Sintéticos, inventados para mostrar el método: 41 de sus 43 hechos. Tales hechos no demuestran nada.',
      'sin ellos, se vio una vez',
    ],
    [
      'fr',
      'Synthétiques, inventés pour montrer la méthode : 42 de ses 43 faits. De tels faits ne prouvent rien ; sans eux, elle a été vue une fois.',
      'Synthétiques, inventés pour montrer la méthode : 41 de ses 43 faits. De tels faits ne prouvent rien.',
      'sans eux, elle a été vue une fois',
    ],
    [
      'nl',
      'Synthetisch, verzonnen om de methode te tonen: 42 van de 43 voorvallen. Zulke voorvallen bewijzen niets; zonder die is ze één keer gezien.',
      'Synthetisch, verzonnen om de methode te tonen: 41 van de 43 voorvallen. Zulke voorvallen bewijzen niets.',
      'zonder die is ze één keer gezien',
    ],
  ])(
    'says how many of its events are synthetic and what is left without them in %s',
    async (language, said, some, without) => {
      const whole = dossier(language);
      const [route] = whole.routes;
      if (!route) throw new Error('The example has a route');
      const counts = { seizures: 1, voyages: 42, independentEvents: 43, effectiveSupport: 3 };
      const evidence = manyRows(43).map((row, i) => ({ ...row, synthetic: i > 0 }));
      const briefing = { ...whole, routes: [{ ...route, ...counts }], evidence };
      const all = (await textOf(await renderDossier(briefing, plainMap))).join(' ').replaceAll('\u00a0', ' ');
      expect(all).toContain(said);
      // Of two that are not, no one can say so.
      const two = { ...briefing, evidence: evidence.map((row, i) => ({ ...row, synthetic: i > 1 })) };
      const less = (await textOf(await renderDossier(two, plainMap))).join(' ').replaceAll('\u00a0', ' ');
      expect(less).toContain(some);
      expect(less).not.toContain(without);
    },
  );

  it('calls a sequence seen once a case', async () => {
    const base = dossier();
    const [, once] = base.routes;
    const briefing = { ...base, routes: once ? [once] : [] };
    const all = (await textOf(await renderDossier(briefing, plainMap))).join(' ');
    expect(all).toContain('Seen once');
    expect(all).toContain('A case, not yet a route: 1 event went this way (1 seizure, 0 voyages)');
    expect(all).toContain('Too few voyages pass these places for a test');
    expect(all).toContain('Not ranked');
  });

  it('repeats head, marking and place in the whole on every page of 10,000 rows, and says where it stops', async () => {
    const briefing = { ...dossier(), evidence: manyRows(10_000) };
    const pages = await textOf(await renderDossier(briefing, plainMap));
    expect(pages.length).toBeGreaterThan(40);
    expect(pages.length).toBeLessThan(120);
    const evidence = pages.filter((page) => page.includes('reported:R'));
    for (const page of evidence) {
      expect(page).toContain('Date Event Places in order Goods Vessel Source');
    }
    pages.forEach((page, index) => {
      expect(page).toContain(`Page ${String(index + 1)} of ${String(pages.length)}`);
      expect(page.match(/TLP:AMBER/g)).toHaveLength(2);
    });
    const all = pages.join(' ');
    expect(all).toContain('Shown: 2,000 of 10,000. The rest is in the data file of this dossier.');
    expect(all).toContain('reported:R2000');
    expect(all).not.toContain('reported:R2001');
  });

  it('tags headings of every part in order, with bookmarks for them', async () => {
    const pdf = await openPdf(await renderDossier(dossier(), plainMap));
    const parts = [
      'Legs',
      'How often, and how surprising',
      'Goods over time',
      'Vessels',
      'Evidence',
      'Limits',
      'Sources',
    ];
    expect((await pdf.getOutline()).map(({ title }) => title)).toEqual(parts);
    let roles = '';
    for (let number = 1; number <= pdf.numPages; number++) {
      roles += JSON.stringify(await (await pdf.getPage(number)).getStructTree());
    }
    expect(roles.match(/"role":"H1"/g)).toHaveLength(1);
    expect(roles.match(/"role":"H2"/g)).toHaveLength(parts.length);
    // The map and the bars.
    expect(roles.match(/"role":"Figure"/g)).toHaveLength(2);
    await pdf.destroy();
  });

  it('embeds every font it uses, as a subset', async () => {
    const bytes = (await renderDossier(dossier(), plainMap)).toString('latin1');
    const fonts = [...bytes.matchAll(/\/BaseFont \/(\S+)/g)].map(([, name = '']) => name);
    expect(new Set(fonts.map((name) => name.replace(/^[A-Z]{6}\+/, '')))).toEqual(
      new Set(['NotoSans-Regular', 'NotoSans-SemiBold', 'NotoSans-Bold']),
    );
    expect(fonts.every((name) => /^[A-Z]{6}\+/.test(name))).toBe(true);
    expect(bytes.match(/\/FontFile2 /g)).toHaveLength(3);
  });

  it('gives the same bytes twice, and no date but that of the run', async () => {
    const [one, two] = [await renderDossier(dossier(), plainMap), await renderDossier(dossier(), plainMap)];
    expect(one.equals(two)).toBe(true);
    const dates = one.toString('latin1').match(/D:\d{14}Z/g);
    expect(new Set(dates)).toEqual(new Set(['D:20260312083000Z']));
  });

  it.each(LANGUAGES)('overlaps nothing and leaves no margin with hostile texts in %s', async (language) => {
    const bytes = await renderDossier(hostile(dossier(language)), plainMap);
    const pages = await piecesOf(bytes);
    expect(pages.flatMap(overlaps)).toEqual([]);
    expect(pages.flatMap(outside)).toEqual([]);
    expect((await textOf(bytes)).join(' ')).toContain(HOSTILE.cyrillic);
  });

  it('says of each part that there is none', async () => {
    const empty = exampleBriefing({
      spec: { kind: 'dossier', title: null },
      about: { dataSets: [] },
      routes: [],
      legs: [],
      evidence: [],
      overTime: [],
      reconciliation: [],
    });
    const all = (await textOf(await renderDossier(empty, plainMap))).join(' ');
    for (const none of [
      'The route is not in this run.',
      'No legs found.',
      'No goods are reported.',
      'No vessel is known.',
      'No evidence found.',
      'No sources found.',
    ])
      expect(all).toContain(none);
  });
});

describe('the periods of a chart', () => {
  it('go on where nothing was seized', () => {
    expect(periodsBetween('2022', '2025')).toEqual(['2022', '2023', '2024', '2025']);
    expect(periodsBetween('2024-11', '2025-02')).toEqual(['2024-11', '2024-12', '2025-01', '2025-02']);
    expect(periodsBetween('2025', '2025')).toEqual(['2025']);
  });
});
