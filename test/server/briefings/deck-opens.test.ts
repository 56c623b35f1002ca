import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { renderDeck } from '../../../server/briefings/deck/deck.ts';
import type { Briefing } from '../../../shared/briefing.ts';
import { exampleBriefing } from '../../support/briefing.ts';
import { piecesOf, textOf } from '../../support/pdf.ts';
import { LANGUAGES } from '../../../shared/languages.ts';
import { CODE_SAID, foreign, hostile, overlaps, UNDRAWN_SAID, WIDE } from './pages.ts';

const MAP = PNG.sync.write(new PNG({ width: 160, height: 90, fill: true }));

/** Opens a deck in LibreOffice and gives it back as PDF. */
async function converted(briefing: Briefing): Promise<Buffer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'leeward-deck-'));
  try {
    const file = path.join(folder, 'deck.pptx');
    writeFileSync(file, await renderDeck(briefing, MAP));
    // A profile of its own: two LibreOffices of one profile wait for each other.
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file];
    await promisify(execFile)('soffice', args, { timeout: 150_000 });
    return readFileSync(path.join(folder, 'deck.pdf'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('a deck in LibreOffice', () => {
  it('opens as three slides with their titles, tables and marking', async () => {
    const pdf = await converted(exampleBriefing({ spec: { kind: 'deck', language: 'es', title: null } }));
    const pages = await textOf(pdf);
    expect(pages).toHaveLength(3);
    expect(pages[0]).toContain(
      '1 ruta es recurrente; la de más respaldo: [En parte sintético] Port of Spain › Basseterre › Road Town',
    );
    expect(pages[1]).toContain('De las 2 rutas con más respaldo, 1 se da mucho más a menudo');
    expect(pages[1]).toContain('Respaldo efectivo');
    expect(pages[2]).toContain('Las incautaciones se concentran cerca de Road Town');
    for (const figure of ['402', '119', '332', '21', '772']) expect(pages[2]).toContain(figure);
    for (const page of pages) expect(page.match(/TLP:AMBER/g)).toHaveLength(2);
    expect((await piecesOf(pdf)).flatMap(overlaps)).toEqual([]);
  });

  it.each(LANGUAGES)('shows the whole code on every page in %s, and nothing over it', async (language) => {
    const spec = { kind: 'deck', language, title: null } as const;
    const pdf = await converted(foreign(exampleBriefing({ spec, about: WIDE })));
    for (const page of await textOf(pdf)) {
      expect(page).toContain(CODE_SAID[language]);
      expect(page).toContain(UNDRAWN_SAID[language].replaceAll('\u00a0', ' '));
    }
    const pieces = await piecesOf(pdf);
    expect(pieces.flatMap(overlaps)).toEqual([]);
    // 7.5 inches high: nothing leaves it below.
    expect(Math.min(...pieces.flat().map(({ y }) => y))).toBeGreaterThan(4);
  });

  it('opens with hostile texts, and nothing overlaps', async () => {
    const pages = await piecesOf(await converted(hostile(exampleBriefing({ spec: { kind: 'deck' } }))));
    expect(pages).toHaveLength(3);
    expect(pages.flatMap(overlaps)).toEqual([]);
  });
});
