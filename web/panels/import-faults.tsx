import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import type { ImportFault, ImportReply } from '../../shared/api-imports.ts';
import { useT } from '../i18n/index.ts';
import { changeDraft, editKey, type ImportDraft } from '../import-draft.ts';
import type { Ways } from '../import-ways.ts';

interface RowProps {
  readonly fault: ImportFault;
  readonly edits: ImportDraft['edits'];
  readonly forAll: Ways['forAll'];
}

/** The cell or line as it stands, to be corrected; what cannot be corrected here says so. */
function Correction({ fault: { row, column, edit }, edits, forAll }: RowProps) {
  const t = useT();
  if (edit === null || row === null) {
    const said = column !== null && column in forAll;
    return <span className="dim">{t(said ? 'imports.inAll' : 'imports.inFile')}</span>;
  }
  const key = editKey({ row, column: edit.column });
  const name =
    edit.column === null
      ? t('imports.lineOf', { id: row })
      : t('imports.valueOf', { id: row, name: edit.column });
  return (
    <input
      className="text-field import-value"
      aria-label={name}
      autoComplete="off"
      spellCheck={false}
      value={edits.get(key) ?? edit.text}
      onChange={(event) => {
        const { value } = event.currentTarget;
        const rest = new Map(edits);
        rest.delete(key);
        changeDraft({ edits: value === edit.text ? rest : rest.set(key, value) });
      }}
    />
  );
}

function FaultRow(props: RowProps) {
  const t = useT();
  const { fault } = props;
  const { row, column, reason, fix } = fault;
  return (
    <tr className={fault.edit?.column === null ? 'import-line' : undefined}>
      <th scope="row">{row === null ? t('imports.wholeFile') : String(row)}</th>
      <td>{column !== null && <code>{column}</code>}</td>
      <td>
        <Correction {...props} />
      </td>
      {/* In the words of the reader of tables, which are English in every language. */}
      <td lang="en">
        <p>{reason}</p>
        <p className="dim">{fix}</p>
      </td>
    </tr>
  );
}

interface Props {
  readonly checked: ImportReply;
  readonly edits: ImportDraft['edits'];
  readonly forAll: Ways['forAll'];
  readonly busy: boolean;
  readonly again: () => void;
}

/** What is at fault, row by row, corrected where it stands. */
export function ImportFaults({ checked, edits, forAll, busy, again }: Props) {
  const t = useT();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    again();
  };
  return (
    <form className="import-faults" onSubmit={submit}>
      <h3>{t('imports.faults', { count: checked.faults })}</h3>
      <p className="dim">{t('imports.faultsLead')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('imports.row')}</th>
            <th scope="col">{t('imports.column')}</th>
            <th scope="col">{t('imports.value')}</th>
            <th scope="col">{t('imports.why')}</th>
          </tr>
        </thead>
        <tbody>
          {checked.rejects.map((fault, at) => (
            <FaultRow key={at} fault={fault} edits={edits} forAll={forAll} />
          ))}
        </tbody>
      </table>
      {/* Not switched off while it works: the focus would be lost. */}
      <Button type="submit" variant="filled" size="sm" aria-disabled={busy} data-disabled={busy}>
        {busy ? t('imports.checking') : t('imports.again')}
      </Button>
    </form>
  );
}
