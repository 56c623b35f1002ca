import type { ComparisonReply } from '../../shared/api.ts';
import { COMMODITIES } from '../../shared/vocabulary.ts';
import { translate, useT } from '../i18n/index.ts';
import type { Selection } from '../state.ts';
import type { ComparedBy } from '../state-tools.ts';
import { number, probability } from '../words.ts';
import { figure, rangeWords, ratioWords } from '../words-spots.ts';
import { ForestAxis, ForestRow } from './forest.tsx';
import { forestScale, type ForestScale } from './forest-scale.ts';
import type { Open } from './parts.tsx';
import { countColumn, SortableTable, type Column } from './table.tsx';

type Row = ComparisonReply['rows'][number];

/** A row's name; goods come as codes. */
function nameOf(row: Row, by: ComparedBy): string {
  const goods = by === 'commodity' ? COMMODITIES.find((one) => one === row.id) : undefined;
  return goods ? translate(`commodity.${goods}`) : row.name;
}

function RatioCell({ row }: { row: Row }) {
  const t = useT();
  const { ratio, low, high } = row;
  const range =
    low !== null && high !== null
      ? rangeWords(t, { low, high })
      : low !== null
        ? t('compare.atLeast', { low: figure(low) })
        : t('compare.noRange');
  return (
    <>
      {ratio === null ? t('compare.noRatio') : figure(ratio)}
      <span className="under">{range}</span>
    </>
  );
}

const chanceColumn = (): Column<Row> => ({
  key: 'q',
  title: translate('compare.chance'),
  numeric: true,
  width: '76px',
  value: (row) => row.q,
  cell: (row) => (
    <>
      {row.p === null
        ? translate('words.notTested')
        : translate('compare.p', { p: probability(translate, row.p) })}
      {row.q !== null && (
        <span className="under">{translate('compare.q', { q: probability(translate, row.q) })}</span>
      )}
    </>
  ),
});

const columnsFor = (by: ComparedBy, scale: ForestScale): Column<Row>[] => [
  {
    key: 'name',
    title: translate(`compare.by.${by}`),
    value: (row) => nameOf(row, by),
    cell: (row) => (
      <>
        <span className="row-title">{nameOf(row, by)}</span>
        <span className="row-sub">{ratioWords(translate, row)}</span>
      </>
    ),
  },
  countColumn('a', translate('compare.a'), '36px', (row) => row.a),
  countColumn('b', translate('compare.b'), '36px', (row) => row.b),
  {
    key: 'ratio',
    title: translate('compare.ratio'),
    numeric: true,
    width: '104px',
    value: (row) => row.ratio,
    cell: (row) => <RatioCell row={row} />,
  },
  {
    key: 'plot',
    title: translate('compare.plot'),
    head: <ForestAxis scale={scale} />,
    minor: true,
    width: '128px',
    value: (row) => row.ratio,
    cell: (row) => <ForestRow scale={scale} row={row} />,
  },
  chanceColumn(),
];

/** What a row of each kind opens; goods are nowhere in particular. */
const OPENS: Partial<Record<ComparedBy, Selection['kind']>> = {
  country: 'port',
  place: 'port',
  route: 'route',
};

/** A row for each thing compared: counts, their ratio with its interval, drawn and in words. */
export function CompareTable(props: { reply: ComparisonReply; by: ComparedBy; open: Open }) {
  const t = useT();
  const { reply, by, open } = props;
  const kind = OPENS[by];
  const scale = forestScale([reply.total, ...reply.rows]);
  if (reply.rows.length === 0) return <p className="dim">{t('compare.nothing')}</p>;
  return (
    <>
      <SortableTable
        key={by}
        caption={t('compare.caption')}
        columns={columnsFor(by, scale)}
        rows={reply.rows}
        idOf={(row) => row.id}
        selectedId={null}
        {...(kind ? { onOpen: (row: Row) => open({ kind, id: row.id }) } : {})}
        first={{ key: 'q', down: false }}
      />
      <p className="dim">{t('compare.tested', { count: reply.tested, value: number(reply.tested) })}</p>
    </>
  );
}
