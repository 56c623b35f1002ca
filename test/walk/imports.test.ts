import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actions, endpoints } from '../../shared/api.ts';
import type { ImportReply } from '../../shared/api-imports.ts';
import { newServerDatabase } from '../support/database.ts';
import { leewardStarted, type Served, type Settings } from '../support/leeward.ts';
import { SEIZURE_HEADER, seizureRow } from '../support/seizures.ts';

// Seizure reports as an analyst hands them in over HTTP, beside the public cases, on both databases.

const folder = mkdtempSync(path.join(tmpdir(), 'leeward-imports-'));

/** Four cases, the third and the fourth with a fault; the second has a place that is not known. */
const FILE = [
  SEIZURE_HEADER,
  seizureRow({ record_id: 'I1', notes: 'two\r\nlines' }),
  seizureRow({ record_id: 'I2', departure: 'Nowhere Cay' }),
  seizureRow({ record_id: 'I3', quantity: 'about 12' }),
  seizureRow({ record_id: 'I4', commodity: 'cocain' }),
  '',
].join('\r\n');

describe.each(['embedded', 'server'] as const)('imports on the %s database', (kind) => {
  let settings: Settings = {};
  let dispose = (): Promise<void> => Promise.resolve();
  let served: Served;
  let corrected = '';

  const send = async (
    body: string,
    headers: Readonly<Record<string, string>> = { 'Content-Type': 'application/json' },
  ): Promise<{ status: number; body: unknown }> => {
    const reply = await fetch(`${served.address}api/imports/seizures`, { method: 'POST', headers, body });
    return { status: reply.status, body: await reply.json() };
  };
  const taken = async (request: object): Promise<ImportReply> => {
    const { status, body } = await send(JSON.stringify(request));
    expect(status, JSON.stringify(body)).toBe(200);
    return actions.importSeizures.output.parse(body);
  };
  /** Marking and mass of each case taken in, by its record. */
  const imported = async (): Promise<(string | number | null)[][]> => {
    const reply = await fetch(`${served.address}api/seizures?dataSet=imported`);
    return endpoints.seizures.output
      .parse(await reply.json())
      .features.map(({ properties: { recordId, marking, massKg } }) => [recordId, marking, massKg])
      .sort();
  };
  const seizuresHeld = async (): Promise<number> => {
    const reply = await fetch(`${served.address}api/seizures?limit=1`);
    return endpoints.seizures.output.parse(await reply.json()).total;
  };

  beforeAll(async () => {
    if (kind === 'embedded') settings = { LEEWARD_DATA: folder };
    else {
      const { url, drop } = await newServerDatabase();
      settings = { DATABASE_URL: url };
      dispose = drop;
    }
    served = await leewardStarted(settings, ['--no-demo']);
  }, 400_000);

  afterAll(async () => {
    await served.stop();
    await dispose();
    if (kind === 'embedded') rmSync(folder, { recursive: true, force: true });
  });

  it('says of each fault where it is, what is wrong, what to write and what can be edited', async () => {
    expect(await taken({ text: FILE, name: 'C:\\reports\\october.csv' })).toEqual({
      name: 'october.csv',
      dataSet: 'imported',
      rows: 4,
      seizures: 2,
      new: 2,
      heldAlready: 0,
      commodityLines: 2,
      faults: 2,
      rejects: [
        {
          // The text in the row of I1 goes over two lines.
          row: 5,
          column: 'quantity',
          value: 'about 12',
          reason: 'the quantity is not a number',
          fix: 'Write digits only, such as 772.4; the words of the source go into quantity_as_reported.',
          edit: { column: 'quantity', text: 'about 12' },
        },
        {
          row: 6,
          column: 'commodity',
          value: 'cocain',
          reason: 'not a word of the list',
          fix: expect.stringContaining('Write "cocaine"') as string,
          edit: { column: 'commodity', text: 'cocain' },
        },
      ],
      unresolved: [{ row: 4, column: 'departure', text: 'Nowhere Cay' }],
      columns: SEIZURE_HEADER.split(',').map((name) => ({
        name,
        column: name,
        sample: expect.any(String) as string,
      })),
      readAs: [],
      questions: [],
      text: null,
      batchId: null,
      runId: null,
    });
  });

  it('reads a file of other columns and ways of writing once what is open has been said', async () => {
    const text = [
      'Ref;Fecha;País;Lugar;Droga;Cantidad;Fuente;Officer',
      'X1;3/4/2025;Barbados;Bridgetown;Cocaine;2,083 pounds;Police release;PC 12',
      'X2;nuit du 29 juin 2025;Saint Lucia;Castries;cannabis;1000 g;Police release;',
    ].join('\n');
    const first = await taken({ text, name: 'mixed.csv' });
    expect(first).toMatchObject({ rows: 0, seizures: 0, faults: 1 });
    expect(first.rejects).toMatchObject([
      { row: 1, column: 'confidence', edit: { column: null, text: text.split('\n')[0] } },
    ]);
    expect(first.columns).toEqual([
      { name: 'Ref', column: 'record_id', sample: 'X1' },
      { name: 'Fecha', column: 'date', sample: '3/4/2025' },
      { name: 'País', column: 'country', sample: 'Barbados' },
      { name: 'Lugar', column: 'place', sample: 'Bridgetown' },
      { name: 'Droga', column: 'commodity', sample: 'Cocaine' },
      { name: 'Cantidad', column: 'quantity', sample: '2,083 pounds' },
      { name: 'Fuente', column: 'source_title', sample: 'Police release' },
      { name: 'Officer', column: null, sample: 'PC 12' },
    ]);
    const forAll = { confidence: 'medium' };
    const asked = await taken({ text, name: 'mixed.csv', forAll });
    expect(asked).toMatchObject({ rows: 2, seizures: 1, faults: 2 });
    expect(asked.questions).toEqual([
      {
        kind: 'dateOrder',
        row: 2,
        column: 'Fecha',
        text: '3/4/2025',
        readings: ['2025-04-03', '2025-03-04'],
      },
      { kind: 'decimalMark', row: 2, column: 'Cantidad', text: '2,083 pounds', readings: ['2083', '2.083'] },
    ]);
    expect(asked.rejects.map(({ column, edit }) => [column, edit])).toEqual([
      ['Fecha', { column: 'Fecha', text: '3/4/2025' }],
      ['Cantidad', { column: 'Cantidad', text: '2,083 pounds' }],
    ]);
    const said = { forAll, dateOrder: 'day-first', decimalMark: 'point' };
    const sound = await taken({ text, name: 'mixed.csv', ...said });
    expect(sound).toMatchObject({ seizures: 2, new: 2, faults: 0, questions: [] });
    expect(sound.readAs).toEqual([
      { row: 2, column: 'Fecha', text: '3/4/2025', as: '2025-04-03' },
      { row: 2, column: 'Cantidad', text: '2,083 pounds', as: '944.83290671 kg' },
      { row: 3, column: 'Fecha', text: 'nuit du 29 juin 2025', as: '2025-06-29/2025-06-30' },
      { row: 3, column: 'Cantidad', text: '1000 g', as: '1 kg' },
    ]);
    // What is said of columns that are not there is a fault too, and not passed over.
    const wrong = await taken({ text, name: 'mixed.csv', ...said, columns: { Datum: 'date' } });
    expect(wrong.rejects).toMatchObject([
      { column: 'Datum', reason: expect.stringContaining('no column of that name') as string },
    ]);
    const none = await send(JSON.stringify({ text, columns: { Fecha: 'when' } }));
    expect(none).toMatchObject({ status: 400 });
    expect(await seizuresHeld()).toBe(124);
  });

  it('writes nothing while anything is at fault', async () => {
    const refused = await send(JSON.stringify({ text: FILE, name: 'october.csv', commit: true }));
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'rows-refused', detail: 'october.csv: 2 faults; nothing was imported.' },
    });
    expect(await seizuresHeld()).toBe(124);
  });

  it('puts corrections in, and leaves every other byte as it was', async () => {
    const corrections = [
      { row: 5, column: 'quantity', value: '12' },
      { row: 6, column: 'commodity', value: 'cocaine' },
    ];
    const reply = await taken({ text: FILE, name: 'october.csv', corrections });
    expect(reply).toMatchObject({ seizures: 4, new: 4, faults: 0, rejects: [], commodityLines: 4 });
    corrected = reply.text ?? '';
    const [untouched] = FILE.split('"I3"');
    expect(corrected.startsWith(untouched ?? '')).toBe(true);
    expect(corrected.split('\r\n').slice(4)).toEqual([
      'I3,1,2025-06-29,day,2025-06-29,2025-06-29,Barbados,Bridgetown,13.1,-59.63,3,,,cocaine,12,kg,,,,,,,,,,,,,,Police release,Royal Barbados Police,,https://example.org/1,high,',
      'I4,1,2025-06-29,day,2025-06-29,2025-06-29,Barbados,Bridgetown,13.1,-59.63,3,,,cocaine,12.5,kg,,,,,,,,,,,,,,Police release,Royal Barbados Police,,https://example.org/1,high,',
      '',
    ]);
    expect(await seizuresHeld()).toBe(124);
  });

  it('adds them as one batch, analyses, and adds nothing the second time', async () => {
    const added = await taken({ text: corrected, name: 'october.csv', marking: 'green', commit: true });
    expect(added).toMatchObject({ new: 4, heldAlready: 0, runId: 2 });
    expect(added.batchId).not.toBeNull();
    expect(await seizuresHeld()).toBe(128);
    expect(await imported()).toEqual([
      ['I1', 'green', 12.5],
      ['I2', 'green', 12.5],
      ['I3', 'green', 12],
      ['I4', 'green', 12.5],
    ]);
    // The stream ends with the run.
    const told = await (await fetch(`${served.address}api/runs/2/progress`)).text();
    expect(told).toContain('"state":"done"');
    const facets = await fetch(`${served.address}api/facets`);
    expect(endpoints.facets.output.parse(await facets.json()).dataSets).toContainEqual(
      expect.objectContaining({ id: 'imported', synthetic: false, seizures: 4 }),
    );

    const again = await taken({ text: corrected, name: 'october.csv', marking: 'amber', commit: true });
    expect(again).toMatchObject({ new: 0, heldAlready: 4, batchId: null, runId: null });
    expect(await seizuresHeld()).toBe(128);
  });

  it('takes another marking later, each record keeps its own; another report of a known number is a fault', async () => {
    const text = [SEIZURE_HEADER, seizureRow({ record_id: 'I5' }), ''].join('\n');
    expect(await taken({ text, marking: 'red', commit: true })).toMatchObject({ name: 'cases.csv', new: 1 });
    expect((await imported()).map(([, marking]) => marking)).toEqual([
      'green',
      'green',
      'green',
      'green',
      'red',
    ]);
    const other = [SEIZURE_HEADER, seizureRow({ record_id: 'I5', quantity: '99' })].join('\n');
    expect((await taken({ text: other })).rejects).toMatchObject([
      { row: 2, column: 'record_id', value: 'I5', edit: { column: 'record_id', text: 'I5' } },
    ]);
  });

  it('gives the line to be edited where the rows cannot be told apart', async () => {
    const text = `${SEIZURE_HEADER}\nI6,1,2025\n`;
    const { rejects } = await taken({ text });
    expect(rejects).toMatchObject([
      {
        row: 2,
        reason: `3 fields where the header has ${String(SEIZURE_HEADER.split(',').length)}`,
        edit: { column: null, text: 'I6,1,2025' },
      },
    ]);
    const whole = seizureRow({ record_id: 'I6' });
    const corrections = [{ row: 2, column: null, value: whole }];
    expect(await taken({ text, corrections })).toMatchObject({
      faults: 0,
      new: 1,
      text: `${SEIZURE_HEADER}\n${whole}\n`,
    });
    const renamed = text.replace('quantity,', 'quantiti,');
    expect((await taken({ text: renamed })).rejects).toMatchObject([{ row: 2, edit: { column: null } }]);
    const header = [SEIZURE_HEADER.replace(',quantity,', ',quantiti,'), whole].join('\n');
    expect((await taken({ text: header })).rejects).toMatchObject([
      { row: 1, column: 'quantity', edit: { column: null, text: header.split('\n')[0] } },
    ]);
  });

  it('counts every fault, and lists the first', async () => {
    const rows = Array.from({ length: 300 }, (_, i) =>
      seizureRow({ record_id: `F${String(i)}`, unit: 'tons' }),
    );
    const reply = await taken({ text: [SEIZURE_HEADER, ...rows].join('\n') });
    expect([reply.faults, reply.rejects.length]).toEqual([300, 201]);
    expect(reply.rejects.at(-1)).toMatchObject({
      row: null,
      edit: null,
      reason: '100 more faults are not listed',
    });
  });

  it.each([
    ['', 'there is nothing in it'],
    ['PK\u0003\u0004', expect.stringContaining('this is ') as string],
    ['\n\n', 'the file holds only blank lines'],
  ])('finds fault with the whole of %j', async (text, reason) => {
    expect(await taken({ text })).toMatchObject({
      faults: 1,
      rejects: [{ row: null, reason, edit: null }],
    });
  });

  it('takes no more than 20 MB, and says so', async () => {
    const much = JSON.stringify({ text: 'x'.repeat(20_000_001) });
    expect(await send(much)).toMatchObject({ status: 413, body: { code: 'text-too-large' } });
    const tooMuch = JSON.stringify({ text: 'x'.repeat(41_000_001) });
    expect(await send(tooMuch)).toMatchObject({ status: 413, body: { code: 'request-too-large' } });
  });

  it('refuses a correction of what is not there', async () => {
    const corrections = [{ row: 99, column: 'quantity', value: '1' }];
    expect(await send(JSON.stringify({ text: FILE, corrections }))).toMatchObject({
      status: 400,
      body: { code: 'correction-misplaced' },
    });
  });

  it.each(['text/plain', 'text/csv', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'takes nothing from a page of another site, which can send %s',
    async (type) => {
      const text = [SEIZURE_HEADER, seizureRow({ record_id: 'X1' })].join('\n');
      const body = JSON.stringify({ text, commit: true });
      expect(await send(body, { 'Content-Type': type })).toMatchObject({
        status: 400,
        body: { code: 'not-json' },
      });
      // What a browser asks before it sends JSON for another site is answered without leave.
      const asked = await fetch(`${served.address}api/imports/seizures`, {
        method: 'OPTIONS',
        headers: { Origin: 'https://example.org', 'Access-Control-Request-Method': 'POST' },
      });
      expect(asked.headers.get('access-control-allow-origin')).toBeNull();
      expect(await seizuresHeld()).toBe(129);
    },
  );
});
