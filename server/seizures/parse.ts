import type { CommodityLine, Day, Reject, Seizure } from '../../shared/model.ts';
import { showValue, type Table, type Unresolved } from '../../shared/table.ts';
import { COMMODITIES, type Marking } from '../../shared/vocabulary.ts';
import type { Gazetteer } from '../ports/gazetteer.ts';
import { EVENT_COLUMNS } from './columns.ts';
import { conventionsOf, NOTHING_SAID, type Said } from './conventions.ts';
import { readEvent } from './event-fields.ts';
import {
  cellsOf,
  type Cells,
  type Question,
  type ReadAs,
  type Reading,
  readQuantity,
  readWord,
} from './fields.ts';
import { RejectList } from './reject-list.ts';
import { commodityOf } from './written-words.ts';
import { isPlainNumber, unitOf } from './written-numbers.ts';

export interface ParsedSeizures {
  readonly seizures: Seizure[];
  readonly rejects: Reject[];
  /** How many faults there are, listed in `rejects` or only counted there. */
  readonly faults: number;
  readonly unresolved: Unresolved[];
  /** Cells that are not written as this project writes them, and how each was taken; at most {@link MOST_TOLD}. */
  readonly readAs: ReadAs[];
  /** Cells that can be read in two ways, each a fault too; at most {@link MOST_TOLD}. */
  readonly questions: Question[];
}

type ReadTable = Pick<Table, 'file' | 'rows' | 'lines'>;

interface MarkedSet {
  readonly id: string;
  readonly marking: Marking;
}

const MAX_ID_LENGTH = 100;
/** Cells told one by one: whoever reads them looks for a kind, not for each. */
const MOST_TOLD = 1000;

interface KeyedRow {
  readonly index: number;
  readonly line: number;
  readonly lineNo: number;
}

interface SeizureRecord {
  readonly recordId: string;
  readonly rows: KeyedRow[];
  /** Line of the file of each `line_no`. */
  readonly lineOfNo: Map<number, number>;
  /** A row's key has a fault. */
  refused: boolean;
}

/**
 * Reads the rows of a seizure table (columns of `data/seizures.csv`) into seizures, one for each `record_id`,
 * with their commodity lines in the order of `line_no`. A record of which any row has a fault is left out
 * whole, for half an event would be another event. Never throws for what a row holds.
 *
 * @param table    columns already checked against {@link REQUIRED_SEIZURE_COLUMNS}; n rows
 * @param dataSet  its id is the first part of each seizure's id, its marking that of rows without one
 * @param today    an event that lies wholly after it is a fault; null: none is
 * @returns seizures in order of first row; at most 200 rejects and one that counts the rest;
 *   texts that name a place, country or means of transport not known
 */
export function parseSeizures(
  table: ReadTable,
  dataSet: MarkedSet,
  gazetteer: Gazetteer,
  said: Said = NOTHING_SAID,
  today: Day | null = null,
): ParsedSeizures {
  const rejects = new RejectList();
  const seizures: Seizure[] = [];
  const unresolved: Unresolved[] = [];
  const readAs: ReadAs[] = [];
  const questions: Question[] = [];
  const reading: Reading = {
    conventions: conventionsOf(table.rows, said),
    today,
    report: rejects.add,
    readAs: (found) => readAs.length < MOST_TOLD && readAs.push(found),
    ask: (question) => questions.length < MOST_TOLD && questions.push(question),
  };
  for (const record of recordsOf(table, reading)) {
    const seizure = readRecord(table, record, { dataSet, gazetteer, rejects, reading, unresolved });
    if (seizure) seizures.push(seizure);
  }
  const faults = rejects.count;
  return { seizures, rejects: rejects.list(table.file), faults, unresolved, readAs, questions };
}

/** The rows of each record, in order of first row. */
function recordsOf(table: ReadTable, reading: Reading): SeizureRecord[] {
  const numbered = table.rows.some((row) => row['line_no'] !== undefined);
  const records = new Map<string, SeizureRecord>();
  table.rows.forEach((row, index) => {
    const line = table.lines[index] ?? index + 2;
    const cells = cellsOf(row, table.file, line, reading);
    const recordId = cells.cell('record_id');
    if (recordId === '' || recordId.length > MAX_ID_LENGTH) {
      const reason = recordId === '' ? 'empty' : `longer than ${MAX_ID_LENGTH} characters`;
      const fix = 'Give every row the id of its record, such as S001; rows of one event share it.';
      cells.fault('record_id', recordId, reason, fix);
      return;
    }
    const record: SeizureRecord = records.get(recordId) ?? {
      recordId,
      rows: [],
      lineOfNo: new Map(),
      refused: false,
    };
    records.set(recordId, record);
    const lineNo = numbered ? readLineNo(cells, record) : record.rows.length + 1;
    if (lineNo === null) record.refused = true;
    else record.lineOfNo.set(lineNo, line);
    record.rows.push({ index, line, lineNo: lineNo ?? 0 });
  });
  return [...records.values()];
}

function readLineNo(cells: Cells, { recordId, lineOfNo }: SeizureRecord): number | null {
  const text = cells.cell('line_no');
  if (!/^[1-9]\d{0,5}$/.test(text)) {
    const fix = 'Number the commodity rows of a record 1, 2, 3 and so on.';
    cells.fault('line_no', text, text === '' ? 'empty' : 'not a whole number of 1 or more', fix);
    return null;
  }
  const twin = lineOfNo.get(Number(text));
  if (twin === undefined) return Number(text);
  const reason = `record_id ${showValue(recordId)} with this line_no is already in row ${twin}`;
  cells.fault('line_no', text, reason, 'Remove one of the two rows, or give them different numbers.');
  return null;
}

interface Sink {
  readonly dataSet: MarkedSet;
  readonly gazetteer: Gazetteer;
  readonly rejects: RejectList;
  readonly reading: Reading;
  readonly unresolved: Unresolved[];
}

function readRecord(
  table: ReadTable,
  { recordId, rows, refused }: SeizureRecord,
  { dataSet, gazetteer, rejects, reading, unresolved }: Sink,
): Seizure | null {
  const [first] = rows;
  if (!first) return null;
  const before = rejects.count;
  const event = readEvent(cellsIn(table, first, reading), gazetteer, dataSet.marking);
  const lines = rows.flatMap((row) => readLine(cellsIn(table, row, reading), row.lineNo) ?? []);
  for (const row of rows.slice(1)) checkAgreement(table, first, row, reading);
  if (refused || event === null || rejects.count > before) return null;
  unresolved.push(...event.unresolved.map((entry) => ({ row: first.line, ...entry })));
  lines.sort((a, b) => a.lineNo - b.lineNo);
  return { id: `${dataSet.id}:${recordId}`, recordId, ...event.fields, lines };
}

function cellsIn(table: ReadTable, row: KeyedRow, reading: Reading): Cells {
  return cellsOf(table.rows[row.index] ?? {}, table.file, row.line, reading);
}

function readLine(cells: Cells, lineNo: number): CommodityLine | null {
  const commodity = readWord(cells, 'commodity', COMMODITIES, commodityOf);
  const quantity = readQuantity(cells, commodity);
  if (commodity === undefined || quantity === undefined) return null;
  const { value, unit } = quantity;
  return { lineNo, commodity, quantity: value, unit, quantityAsReported: asReported(cells) };
}

/** The words of the source: those of their own column, else the quantity where it is more than a number. */
function asReported({ cell }: Cells): string {
  const [words, quantity, unit] = [cell('quantity_as_reported'), cell('quantity'), cell('unit')];
  if (words !== '' || quantity === '') return words;
  if (!isPlainNumber(quantity)) return quantity;
  return unitOf(unit)?.factor === 1 ? '' : `${quantity} ${unit}`;
}

function checkAgreement(table: ReadTable, first: KeyedRow, row: KeyedRow, reading: Reading): void {
  const one = cellsIn(table, first, reading);
  const other = cellsIn(table, row, reading);
  for (const column of EVENT_COLUMNS) {
    if (one.cell(column) === other.cell(column)) continue;
    const reason = `differs from row ${first.line} of the same record_id, which has "${showValue(one.cell(column))}"`;
    const fix = 'Make the two rows agree, or give the second event a record_id of its own.';
    other.fault(column, other.cell(column), reason, fix);
  }
}
