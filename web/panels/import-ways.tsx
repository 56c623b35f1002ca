import { useId, useState } from 'react';
import type { ImportReply } from '../../shared/api-imports.ts';
import { REQUIRED_SEIZURE_COLUMNS, SEIZURE_COLUMNS, type SeizureColumn } from '../../shared/seizure-table.ts';
import { CONFIDENCES, DATE_ORDERS, DECIMAL_MARKS } from '../../shared/vocabulary.ts';
import { useT } from '../i18n/index.ts';
import type { Ways } from '../import-ways.ts';

interface Props {
  readonly checked: ImportReply;
  readonly ways: Ways;
  readonly say: (said: Partial<Ways>) => void;
}

const ANSWERS = {
  dateOrder: DATE_ORDERS.map((answer) => [answer, `imports.dateOrders.${answer}`] as const),
  decimalMark: DECIMAL_MARKS.map((answer) => [answer, `imports.decimalMarks.${answer}`] as const),
};

/** What a cell may say in two ways, asked once for the file; the answer can be changed. */
function Question({ kind, checked, ways, say }: Props & { kind: keyof typeof ANSWERS }) {
  const t = useT();
  const id = useId();
  const [example] = checked.questions.filter((one) => one.kind === kind);
  if (example === undefined && ways[kind] === null) return null;
  return (
    <fieldset className="import-question">
      <legend className="filter-label">{t(`imports.${kind}`)}</legend>
      {example && (
        <p className="dim">
          {t('imports.askedAt', { id: example.row, name: example.column, text: example.text })}
        </p>
      )}
      {ANSWERS[kind].map(([answer, label], at) => (
        <label key={answer}>
          <input
            type="radio"
            name={id}
            checked={ways[kind] === answer}
            onChange={() => say({ [kind]: answer })}
          />
          {t(label)}
          {example && <span className="dim"> {example.readings[at]}</span>}
        </label>
      ))}
    </fieldset>
  );
}

/** Which of our columns each of the file's is. */
function FileColumns({ checked, ways, say }: Props) {
  const t = useT();
  const label = (column: SeizureColumn): string => t(`imports.col.${column}`);
  const sorted = [...SEIZURE_COLUMNS].sort((a, b) => label(a).localeCompare(label(b)));
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('imports.fileColumn')}</th>
          <th scope="col">{t('imports.sample')}</th>
          <th scope="col">{t('imports.readTo')}</th>
        </tr>
      </thead>
      <tbody>
        {checked.columns.map(({ name, column, sample }) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td className="dim">{sample}</td>
            <td>
              <select
                className="text-field"
                aria-label={t('imports.columnIs', { name })}
                value={column ?? ''}
                onChange={({ currentTarget: { value } }) => {
                  const chosen = SEIZURE_COLUMNS.find((one) => one === value) ?? null;
                  // What another column was said to be is free to be this one.
                  const others = Object.entries(ways.columns).filter(
                    ([, said]) => said === null || said !== chosen,
                  );
                  say({ columns: { ...Object.fromEntries(others), [name]: chosen } });
                }}
              >
                <option value="">{t('imports.notRead')}</option>
                {sorted.map((one) => (
                  <option key={one} value={one}>
                    {label(one)}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Columns that must be there and are in no file of its own: what stands in all of its rows. */
function ForAllRows({ columns, ways, say }: { columns: readonly SeizureColumn[] } & Omit<Props, 'checked'>) {
  const t = useT();
  const id = useId();
  const put = (column: SeizureColumn, text: string): void => {
    if (text === (ways.forAll[column] ?? '')) return;
    const { [column]: _before, ...rest } = ways.forAll;
    say({ forAll: text === '' ? rest : { ...rest, [column]: text } });
  };
  return (
    <div className="import-all">
      {columns.map((column) => {
        const field = { id: `${id}${column}`, className: 'text-field' };
        return (
          <p key={column}>
            <label className="filter-label" htmlFor={field.id}>
              {t('imports.inAllRows', { name: t(`imports.col.${column}`) })}
            </label>
            {column === 'confidence' ? (
              <select
                {...field}
                value={ways.forAll.confidence ?? ''}
                onChange={(event) => put(column, event.currentTarget.value)}
              >
                <option value="">{t('imports.notSaid')}</option>
                {CONFIDENCES.map((word) => (
                  <option key={word} value={word}>
                    {t(CONFIDENCE_KEYS[word])}
                  </option>
                ))}
              </select>
            ) : (
              <input
                {...field}
                key={ways.forAll[column] ?? ''}
                autoComplete="off"
                maxLength={2000}
                defaultValue={ways.forAll[column] ?? ''}
                onBlur={(event) => put(column, event.currentTarget.value.trim())}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') put(column, event.currentTarget.value.trim());
                }}
              />
            )}
          </p>
        );
      })}
    </div>
  );
}

const CONFIDENCE_KEYS = {
  high: 'details.confidenceHigh',
  medium: 'details.confidenceMedium',
  low: 'details.confidenceLow',
} as const;

/** What an event or a line must have of its own. */
const OF_ITS_OWN: readonly SeizureColumn[] = ['record_id', 'quantity'];

/** How the file is read: its columns, and what its cells leave open. */
export function ImportWays(props: Props & { readonly asBefore: boolean }) {
  const t = useT();
  const { checked, ways, say, asBefore } = props;
  const [opened, setOpened] = useState(false);
  if (checked.columns.length === 0) return null;
  const there = new Set(checked.columns.map(({ column }) => column));
  const missing = REQUIRED_SEIZURE_COLUMNS.filter((column) => !there.has(column));
  const fillable = missing.filter((column) => !OF_ITS_OWN.includes(column));
  const read = checked.columns.filter(({ column }) => column !== null).length;
  const lacking = missing.filter((column) => ways.forAll[column] === undefined);
  const open = lacking.length > 0;
  return (
    <>
      <Question {...props} kind="dateOrder" />
      <Question {...props} kind="decimalMark" />
      <details
        className="import-ways"
        open={open || opened}
        onToggle={(event) => setOpened(event.currentTarget.open)}
      >
        <summary>{t('imports.columnsRead', { count: read, of: checked.columns.length })}</summary>
        {asBefore && <p>{t('imports.asBefore')}</p>}
        {open && (
          <p>{t('imports.missing', { names: lacking.map((one) => t(`imports.col.${one}`)).join(', ') })}</p>
        )}
        <ForAllRows columns={fillable} ways={ways} say={say} />
        <FileColumns {...props} />
      </details>
    </>
  );
}

/** Cells that are written in another way than here, and how each was taken. */
export function ReadAsTold({ cells }: { cells: ImportReply['readAs'] }) {
  const t = useT();
  if (cells.length === 0) return null;
  return (
    <details className="import-unknown">
      <summary>{t('imports.readAs', { count: cells.length })}</summary>
      <ul>
        {cells.map(({ row, column, text, as }) => (
          <li key={`${row} ${column}`}>
            {t('imports.readAsAt', { id: row, name: column, text, value: as })}
          </li>
        ))}
      </ul>
    </details>
  );
}
