import type { Face } from '../figure/drawing.ts';
import { artifact, newPage, rule, CONTENT_BOTTOM, INK, PAGE, type Sheet } from './sheet.ts';
import { drawLine, linesOf, STYLES, type TextStyle } from './text.ts';

/** A cell: its text, and how it differs from the others. */
export interface Cell {
  readonly text: string;
  readonly face?: Face;
  readonly color?: string;
}

export interface Column {
  readonly head: string;
  /** Points, with the space to the next column. */
  readonly width: number;
  readonly align?: 'left' | 'right';
}

export interface TableSpec {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | Cell)[])[];
  readonly x?: number;
  /** Lines that a cell may have before it is shortened. */
  readonly maxLines?: number;
  /** What the table holds, for who hears it. */
  readonly summary: string;
}

/** Space between columns, points: part of each column's width. */
export const COLUMN_SPACE = 8;
const PAD = 1.3;

interface LaidRow {
  readonly cells: readonly {
    readonly lines: readonly string[];
    readonly style: TextStyle;
    readonly text: string;
  }[];
  readonly height: number;
}

function layRow(
  sheet: Sheet,
  columns: readonly Column[],
  row: readonly (string | Cell)[],
  base: TextStyle,
  maxLines: number,
): LaidRow {
  const cells = columns.map((column, index) => {
    const given = row[index] ?? '';
    const cell: Cell = typeof given === 'string' ? { text: given } : given;
    const style: TextStyle = { ...base, face: cell.face ?? base.face, color: cell.color ?? base.color };
    return {
      text: cell.text,
      style,
      lines: linesOf(sheet, cell.text, style, column.width - COLUMN_SPACE, maxLines),
    };
  });
  const lines = Math.max(1, ...cells.map((cell) => cell.lines.length));
  return { cells, height: lines * base.leading + 2 * PAD };
}

const headOf = (sheet: Sheet, spec: TableSpec): LaidRow =>
  layRow(
    sheet,
    spec.columns,
    spec.columns.map(({ head }) => head),
    STYLES.head,
    3,
  );

const rowsOf = (sheet: Sheet, spec: TableSpec): LaidRow[] =>
  spec.rows.map((row) => layRow(sheet, spec.columns, row, STYLES.cell, spec.maxLines ?? 3));

/** Height of a table that is on one page, points. */
export const tableHeight = (sheet: Sheet, spec: TableSpec): number =>
  headOf(sheet, spec).height + rowsOf(sheet, spec).reduce((sum, { height }) => sum + height, 0);

/** Draws a table from the next line on; on each page that it goes on to, its head is drawn again. */
export function drawTable(sheet: Sheet, spec: TableSpec): void {
  const x = spec.x ?? PAGE.left;
  const width = spec.columns.reduce((sum, column) => sum + column.width, 0) - COLUMN_SPACE;
  const head = headOf(sheet, spec);
  const table = sheet.doc.struct('Table', { alt: spec.summary });
  sheet.root.add(table);
  if (sheet.y + head.height + 24 > CONTENT_BOTTOM) newPage(sheet);
  drawRow(sheet, spec.columns, head, x, table, 'TH');
  rule(sheet, x, sheet.y, width, INK.quiet);
  for (const row of rowsOf(sheet, spec)) {
    if (sheet.y + row.height > CONTENT_BOTTOM) {
      newPage(sheet);
      // Heard once, at the start of the table; seen on every page.
      artifact(
        sheet,
        () => {
          drawCells(sheet, spec.columns, head, x);
        },
        'Pagination',
      );
      sheet.y += head.height;
      rule(sheet, x, sheet.y, width, INK.quiet);
    }
    drawRow(sheet, spec.columns, row, x, table, 'TD');
    rule(sheet, x, sheet.y, width, INK.hair);
  }
  table.end();
}

const columnX = (columns: readonly Column[], x: number, index: number): number =>
  columns.slice(0, index).reduce((sum, column) => sum + column.width, x);

function drawCell(sheet: Sheet, columns: readonly Column[], row: LaidRow, x: number, index: number): void {
  const cell = row.cells[index];
  const column = columns[index];
  if (!cell || !column) return;
  // Heads stand on the rule, cells hang from it.
  const unused =
    cell.style.size === STYLES.head.size ? row.height - 2 * PAD - cell.lines.length * cell.style.leading : 0;
  const top = sheet.y + PAD + unused;
  cell.lines.forEach((line, at) => {
    drawLine(sheet, line, cell.style, {
      x: columnX(columns, x, index),
      y: top + at * cell.style.leading,
      width: column.width - COLUMN_SPACE,
      align: column.align ?? 'left',
    });
  });
}

function drawCells(sheet: Sheet, columns: readonly Column[], row: LaidRow, x: number): void {
  columns.forEach((_, index) => {
    drawCell(sheet, columns, row, x, index);
  });
}

function drawRow(
  sheet: Sheet,
  columns: readonly Column[],
  row: LaidRow,
  x: number,
  table: PDFKit.PDFStructureElement,
  tag: 'TH' | 'TD',
): void {
  const { doc } = sheet;
  const tr = doc.struct('TR');
  table.add(tr);
  columns.forEach((column, index) => {
    // The typings do not know of scope yet.
    const options = tag === 'TH' ? { title: column.head, scope: 'Column' } : {};
    const cell = doc.struct(tag, options, () => {
      drawCell(sheet, columns, row, x, index);
    });
    tr.add(cell);
  });
  tr.end();
  sheet.y += row.height;
}
