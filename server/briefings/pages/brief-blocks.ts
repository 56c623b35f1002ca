import { hotSpots, otherLimits, seizuresSynthetic, syntheticLimit } from '../statements.ts';
import { groupedItems, hotSpotRows, routeCells } from '../table-rows.ts';
import { markedHeading, undrawnWords } from '../words/about.ts';
import { clean } from '../words/clean.ts';
import { fill } from '../words/format.ts';
import { PAGE_WORDS } from '../words/pages.ts';
import { CONTENT_WIDTH, PAGE, type Sheet } from './sheet.ts';
import { COLUMN_SPACE, drawTable, tableHeight, type TableSpec } from './table.ts';
import { linesOf, STYLES, write } from './text.ts';

/** A part of the page whose height is known before it is written. */
export interface Block {
  /** Points. */
  readonly height: number;
  readonly write: () => void;
}

const COLUMN_GAP = 18;
const LEFT_WIDTH = 220;
const RIGHT_WIDTH = CONTENT_WIDTH - LEFT_WIDTH - COLUMN_GAP;
const RIGHT = PAGE.left + LEFT_WIDTH + COLUMN_GAP;

/** How much is shown: rows of routes, of hot spots and of published totals, lines of a cell, lines of the limits. */
export interface Give {
  readonly routes: number;
  readonly spots: number;
  readonly items: number;
  readonly cellLines: number;
  readonly limitLines: number;
}

/** Routes, then hot spots and what the numbers cannot say, beside the published totals of operations. */
export function blocksBelow(sheet: Sheet, give: Give): Block[] {
  const { briefing } = sheet;
  const spots = spotsBlock(sheet, give);
  if (briefing.reconciliation.length === 0) {
    return [
      routesBlock(sheet, give),
      beside(sheet, spots, limitsBlock(sheet, RIGHT, RIGHT_WIDTH, give.limitLines)),
    ];
  }
  const left = below(sheet, spots, limitsBlock(sheet, PAGE.left, LEFT_WIDTH, give.limitLines));
  return [routesBlock(sheet, give), beside(sheet, left, itemsBlock(sheet, give))];
}

/** Points between two blocks of a column. */
const STACKED = 7;

/** Two blocks, one below the other. */
function below(sheet: Sheet, upper: Block, lower: Block): Block {
  return {
    height: upper.height + STACKED + lower.height,
    write: () => {
      upper.write();
      sheet.y += STACKED;
      lower.write();
    },
  };
}

/** Two blocks next to each other. */
function beside(sheet: Sheet, left: Block, right: Block): Block {
  const height = Math.max(left.height, right.height);
  return {
    height,
    write: () => {
      const top = sheet.y;
      left.write();
      sheet.y = top;
      right.write();
      sheet.y = top + height;
    },
  };
}

/** A heading and a table, or what is said where there is none; a note below. */
function tableBlock(sheet: Sheet, title: string, spec: TableSpec, empty: string, note?: string): Block {
  const x = spec.x ?? PAGE.left;
  const width = spec.columns.reduce((sum, column) => sum + column.width, 0) - COLUMN_SPACE;
  const headHeight = linesOf(sheet, title, STYLES.h3, width, 2).length * STYLES.h3.leading + 2;
  const noteHeight =
    note === undefined ? 0 : linesOf(sheet, note, STYLES.small, width, 2).length * STYLES.small.leading + 3;
  const body = spec.rows.length === 0 ? STYLES.cell.leading + 2 : tableHeight(sheet, spec);
  return {
    height: headHeight + body + noteHeight,
    write: () => {
      write(sheet, 'H2', title, STYLES.h3, { x, width, maxLines: 2, after: 2 });
      if (spec.rows.length === 0) write(sheet, 'P', empty, STYLES.cell, { x, width, after: 2 });
      else drawTable(sheet, spec);
      if (note === undefined) return;
      sheet.y += 3;
      write(sheet, 'P', note, STYLES.small, { x, width, maxLines: 2 });
    },
  };
}

function routesBlock(sheet: Sheet, { routes: count, cellLines }: Give): Block {
  const { briefing } = sheet;
  const { language } = briefing.spec;
  const { column, heading, none } = PAGE_WORDS[language];
  const rows = briefing.routes.slice(0, count).map((route) => routeCells(language, route));
  const columns = [
    { head: column.route, width: CONTENT_WIDTH - 264 + COLUMN_SPACE },
    { head: column.support, width: 52, align: 'right' },
    { head: column.seizuresVoyages, width: 76, align: 'right' },
    { head: column.expected, width: 46, align: 'right' },
    { head: column.chance, width: 90 },
  ] as const;
  return tableBlock(
    sheet,
    heading.routes,
    { columns, rows, maxLines: cellLines, summary: heading.routes },
    none.routes,
  );
}

function spotsBlock(sheet: Sheet, give: Give): Block {
  const { language } = sheet.briefing.spec;
  const { column, heading, none } = PAGE_WORDS[language];
  const title = markedHeading(language, heading.spots, seizuresSynthetic(sheet.briefing));
  const rows = hotSpotRows(language, hotSpots(sheet.briefing.spots).slice(0, give.spots));
  const columns = [
    { head: column.near, width: LEFT_WIDTH - 150 + COLUMN_SPACE },
    { head: column.seizuresShort, width: 46, align: 'right' },
    { head: 'q', width: 44 },
    { head: column.course, width: 60 },
  ] as const;
  return tableBlock(
    sheet,
    title,
    { columns, rows, maxLines: give.cellLines, summary: heading.spots },
    none.spots,
  );
}

/** Published totals of the operation; of more than one, of each in turn. */
function itemsBlock(sheet: Sheet, { cellLines, items }: Give): Block {
  const { briefing } = sheet;
  const { language } = briefing.spec;
  const { column, heading, reconciled } = PAGE_WORDS[language];
  const shown = briefing.reconciliation.slice(0, items);
  const columns = [
    { head: column.item, width: RIGHT_WIDTH - 183 + COLUMN_SPACE },
    { head: column.published, width: 61, align: 'right' },
    { head: column.before, width: 36, align: 'right' },
    { head: column.loaded, width: 42, align: 'right' },
    { head: column.gap, width: 44, align: 'right' },
  ] as const;
  const operations = [...new Set(shown.map(({ operation }) => clean(operation)))].join(', ');
  const [first] = shown;
  return tableBlock(
    sheet,
    fill(heading.reconciliation, { operation: operations }),
    { columns, rows: groupedItems(language, shown), x: RIGHT, maxLines: cellLines, summary: operations },
    '',
    first && fill(reconciled, { publisher: clean(first.source.publisher), date: clean(first.source.date) }),
  );
}

function limitsBlock(sheet: Sheet, x: number, width: number, maxLines: number): Block {
  const { heading } = PAGE_WORDS[sheet.briefing.spec.language];
  const { briefing } = sheet;
  const text = [
    ...syntheticLimit(briefing),
    ...undrawnWords(briefing),
    ...otherLimits(briefing, 'short'),
  ].join(' ');
  const lines = linesOf(sheet, text, STYLES.small, width, maxLines).length;
  return {
    height: STYLES.h3.leading + 1 + lines * STYLES.small.leading,
    write: () => {
      write(sheet, 'H2', heading.limits, STYLES.h3, { x, width, maxLines: 1, after: 1 });
      write(sheet, 'P', text, STYLES.small, { x, width, maxLines });
    },
  };
}
