import { expect, it } from 'vitest';
import { arrangeSeizures, namesInFile, OWN_LAYOUT } from '../../../server/seizures/arrange.ts';
import { columnMeant } from '../../../server/seizures/header-words.ts';
import { SEIZURE_COLUMNS } from '../../../shared/seizure-table.ts';

const tableOf = (columns: readonly string[], ...rows: readonly (readonly string[])[]) => ({
  file: 'f.csv',
  columns,
  rows: rows.map((cells) => Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? '']))),
  lines: rows.map((_, i) => i + 2),
});

it('leaves a table in our columns as it is', () => {
  const table = tableOf(['record_id', 'date'], ['R1', '2025']);
  expect(arrangeSeizures(table, OWN_LAYOUT).table).toBe(table);
});

it('knows columns by their names in four languages, whatever case, accents and signs', () => {
  expect(
    ['Fecha', 'PAÍS', 'Quantité', 'Lieu de saisie', "Numéro d'affaire", 'Zaaknummer', 'Vessel name'].map(
      columnMeant,
    ),
  ).toEqual(['date', 'country', 'quantity', 'place', 'record_id', 'record_id', 'vessel_name']);
  expect(['type', 'origin', 'name', 'port'].map(columnMeant)).toEqual([null, null, null, null]);
  expect(SEIZURE_COLUMNS.map(columnMeant)).toEqual(SEIZURE_COLUMNS);
});

it('puts a table into our columns: what is said before what has our name before what is known', () => {
  const table = tableOf(
    ['Fecha', 'date', 'Ref', 'Officer', 'Peso'],
    ['1/2/2025', '2025-02-01', 'A', 'x', ''],
  );
  const {
    table: arranged,
    columns,
    rejects,
  } = arrangeSeizures(table, {
    columns: { Officer: null, Ref: 'record_id' },
    forAll: { confidence: 'medium', quantity: '5' },
  });
  expect(rejects).toEqual([]);
  expect(columns).toEqual([
    { name: 'Fecha', column: null },
    { name: 'date', column: 'date' },
    { name: 'Ref', column: 'record_id' },
    { name: 'Officer', column: null },
    { name: 'Peso', column: 'quantity' },
  ]);
  expect(arranged.columns).toEqual(['Fecha', 'date', 'record_id', 'quantity', 'confidence']);
  expect(arranged.rows).toEqual([
    { Fecha: '1/2/2025', date: '2025-02-01', record_id: 'A', quantity: '5', confidence: 'medium' },
  ]);
  const nameOf = namesInFile({ columns });
  expect(['record_id', 'quantity', 'confidence'].map(nameOf)).toEqual(['Ref', 'Peso', 'confidence']);
});

it('drops a column of one of our names when another is said to be it', () => {
  const table = tableOf(['date', 'When'], ['old', '2025']);
  const { table: arranged } = arrangeSeizures(table, { columns: { When: 'date' }, forAll: {} });
  expect([arranged.columns, arranged.rows]).toEqual([['date'], [{ date: '2025' }]]);
});

it('says what a layout has that the table has not, and one of ours given twice', () => {
  const table = tableOf(['A', 'B'], ['1', '2']);
  const columns = { A: 'date', B: 'date', C: 'place' } as const;
  expect(arrangeSeizures(table, { columns, forAll: {} }).rejects).toEqual([
    {
      ...{ file: 'f.csv', row: 1, column: 'B', value: null },
      ...{ reason: 'both this and "A" are to be date', fix: 'Choose one of the two.' },
    },
    {
      ...{ file: 'f.csv', row: 1, column: 'C', value: null },
      ...{ reason: 'the file has no column of that name; found: A, B', fix: 'Name one that it has.' },
    },
  ]);
});
