import { renderDeck } from '../../server/briefings/deck/deck.ts';
import { renderBrief } from '../../server/briefings/pages/brief.ts';
import { renderDossier } from '../../server/briefings/pages/dossier.ts';
import { panelOn, panelPng } from '../../server/briefings/render/panel.ts';
import type { Briefing, EvidenceRow, RouteRow } from '../../shared/briefing.ts';
import { exampleBriefing } from '../support/briefing.ts';

const MB = 1024 ** 2;
const rss = (): string => `${(process.memoryUsage().rss / MB).toFixed(0)} MB`;

/** Pages and slides of the example at 1x, 10x and 100x evidence, then fifty dossiers in a row. */
export async function bench(): Promise<void> {
  await warmUp(120);
  console.log('Pages and slides, fonts and base map read; limits: dossier 5 s, deck 10 s');
  const plain = await timed('brief without a map (baseline)', () => renderBrief(made(120), () => undefined));
  await timed('brief with its map', () => renderBrief(made(120), panelOn(made(120))), plain);
  for (const rows of [120, 1_200, 12_000]) {
    const briefing = made(rows);
    await timed(
      `dossier, ${String(rows)} rows of evidence`,
      () => renderDossier(briefing, panelOn(briefing)),
      plain,
    );
  }
  const png = await timed('map of a slide as PNG', () => Promise.resolve(panelPng(made(120))), plain);
  for (const rows of [120, 1_200, 12_000]) {
    await timed(
      `deck, ${String(rows)} rows of evidence`,
      () => renderDeck(made(rows), panelPng(made(120))),
      plain + png,
    );
  }
  const briefing = made(1_200);
  for (let count = 1; count <= 50; count++) {
    await renderDossier(briefing, panelOn(briefing));
    await renderDeck(briefing, panelPng(briefing));
    if ([10, 30, 50].includes(count)) console.log(`  ${String(count)} dossiers and decks in a row: ${rss()}`);
  }
}

/** Fonts, base map and code that is compiled on first use. */
async function warmUp(rows: number): Promise<void> {
  const briefing = made(rows);
  await renderDossier(briefing, panelOn(briefing));
  await renderDeck(briefing, panelPng(briefing));
}

async function timed(what: string, run: () => Promise<Buffer>, baseline?: number): Promise<number> {
  const from = performance.now();
  const { length } = await run();
  const ms = performance.now() - from;
  const ratio = baseline === undefined ? '' : `, ${(ms / baseline).toFixed(1)}x the baseline`;
  const rate = `${(length / MB / (ms / 1000)).toFixed(2)} MB/s`;
  console.log(`  ${what}: ${ms.toFixed(0)} ms, ${(length / 1024).toFixed(0)} KB, ${rate}, ${rss()}${ratio}`);
  return ms;
}

/** The example with as many rows of evidence and routes as wanted. */
function made(rows: number): Briefing {
  const base = exampleBriefing({ spec: { title: null } });
  const repeat = <T extends { readonly id: string }>(list: readonly T[], count: number): T[] =>
    Array.from({ length: count }, (_, i) => list[i % list.length]).flatMap((one, i) =>
      one ? [{ ...one, id: `${one.id}-${String(i)}` }] : [],
    );
  return {
    ...base,
    evidence: repeat<EvidenceRow>(base.evidence, rows),
    routes: repeat<RouteRow>(base.routes, Math.min(500, rows)),
  };
}
