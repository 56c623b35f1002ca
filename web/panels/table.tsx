import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { collator } from '../../shared/formats.ts';
import { locale, useT } from '../i18n/index.ts';
import { number } from '../words.ts';

/** One column: what it shows and what it sorts by. Null sorts last both ways. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly value: (row: Row) => number | string | null;
  readonly cell: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  readonly width?: string;
  /** Drawn in the head under the title. */
  readonly head?: ReactNode;
  /** Gives way first where there is little room. */
  readonly minor?: boolean;
}

interface Sort {
  readonly key: string;
  readonly down: boolean;
}

/** A column of whole numbers. */
export function countColumn<Row>(
  key: string,
  title: string,
  width: string,
  value: (row: Row) => number,
): Column<Row> {
  return { key, title, numeric: true, width, value, cell: (row) => number(value(row)) };
}

/** Rows in the order of one column; ties keep the order they came in. */
export function sortRows<Row>(rows: readonly Row[], column: Column<Row> | undefined, down: boolean): Row[] {
  if (!column) return [...rows];
  const order = collator(locale());
  return [...rows].sort((a, b) => {
    const [x, y] = [column.value(a), column.value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    const less = typeof x === 'number' && typeof y === 'number' ? x - y : order.compare(String(x), String(y));
    return down ? -less : less;
  });
}

const PAGE = 100;

/** Moves the focus between rows with the arrow keys, Home and End. */
function walkRows(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button.row-open')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (at < 0 || target === undefined) return;
  event.preventDefault();
  buttons[Math.max(0, Math.min(buttons.length - 1, target))]?.focus();
}

const classOf = <Row,>({ numeric, minor }: Column<Row>): string | undefined =>
  [numeric && 'numeric', minor && 'minor'].filter(Boolean).join(' ') || undefined;

function Heading<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>;
  sort: Sort;
  onSort(sort: Sort): void;
}) {
  const t = useT();
  const active = sort.key === column.key;
  const Icon = sort.down ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      style={{ width: column.width }}
      className={classOf(column)}
      aria-sort={active ? (sort.down ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        title={t('list.sortBy', { name: column.title })}
        onClick={() => onSort({ key: column.key, down: active ? !sort.down : column.numeric === true })}
      >
        {column.title}
        {active && <Icon size={12} stroke={2.2} aria-hidden="true" />}
      </button>
      {column.head}
    </th>
  );
}

/** A sortable table whose rows open; the twin of a layer of the map. */
export function SortableTable<Row>(props: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  idOf(row: Row): string;
  selectedId: string | null;
  /** Without it rows do not open. */
  onOpen?(row: Row): void;
  /** The pointer or the focus is on a row, or on none. */
  onHover?(row: Row | null): void;
  first: Sort;
}) {
  const t = useT();
  const [sort, setSort] = useState(props.first);
  const [limit, setLimit] = useState(PAGE);
  const column = props.columns.find((one) => one.key === sort.key);
  const rows = sortRows(props.rows, column, sort.down).slice(0, limit);
  return (
    <>
      <table className={props.onOpen ? 'rows' : 'rows rows-still'}>
        <caption className="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((one) => (
              <Heading key={one.key} column={one} sort={sort} onSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody
          onKeyDown={walkRows}
          onPointerLeave={() => props.onHover?.(null)}
          onBlur={() => props.onHover?.(null)}
        >
          {rows.length === 0 && (
            <tr>
              <td className="rows-none dim" colSpan={props.columns.length}>
                {t('list.noRows')}
              </td>
            </tr>
          )}
          {rows.map((row) => {
            const id = props.idOf(row);
            return (
              <tr
                key={id}
                className={id === props.selectedId ? 'selected' : undefined}
                onClick={() => props.onOpen?.(row)}
                onPointerEnter={() => props.onHover?.(row)}
                onFocus={() => props.onHover?.(row)}
              >
                {props.columns.map((one, at) => (
                  <td key={one.key} className={classOf(one)}>
                    {at === 0 && props.onOpen ? (
                      <button
                        type="button"
                        className="row-open"
                        aria-current={id === props.selectedId ? 'true' : undefined}
                      >
                        {one.cell(row)}
                      </button>
                    ) : (
                      one.cell(row)
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <footer className="rows-foot">
        <span>{t('list.shown', { shown: number(rows.length), total: number(props.rows.length) })}</span>
        {rows.length < props.rows.length && (
          <Button variant="subtle" size="compact-xs" onClick={() => setLimit(limit + PAGE)}>
            {t('list.more')}
          </Button>
        )}
      </footer>
    </>
  );
}
