import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useId, useState, type DragEvent } from 'react';
import {
  OPTIONAL_SEIZURE_COLUMNS,
  REQUIRED_SEIZURE_COLUMNS,
  SEIZURE_COLUMNS,
} from '../../shared/seizure-table.ts';
import { useT } from '../i18n/index.ts';
import { saveText, textOf, type Unreadable } from '../use-import.ts';

/** Names for what has no file of its own; the same in every language. */
const PASTED = 'pasted.csv';
const EMPTY = 'cases.csv';

type Take = (name: string, text: string) => void;

/** Takes a file that is dropped or chosen. */
function FileDrop({ take }: { take: Take }) {
  const t = useT();
  const [over, setOver] = useState(false);
  const [bad, setBad] = useState<{ name: string; why: Unreadable } | null>(null);
  const read = async (file: File | undefined): Promise<void> => {
    setOver(false);
    if (!file) return;
    const read = await textOf(file);
    if ('why' in read) setBad({ name: file.name, why: read.why });
    else take(file.name, read.text);
  };
  const drag = (event: DragEvent): void => {
    event.preventDefault();
    setOver(event.type === 'dragover');
  };
  return (
    <>
      <div
        className={over ? 'import-drop import-over' : 'import-drop'}
        onDragOver={drag}
        onDragLeave={drag}
        onDrop={(event) => {
          event.preventDefault();
          void read(event.dataTransfer.files[0]);
        }}
      >
        <IconFileUpload size={26} stroke={1.4} aria-hidden="true" />
        <p>{t('imports.drop')}</p>
        <label className="import-choose">
          {t('imports.choose')}
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            className="visually-hidden"
            onChange={(event) => {
              const { currentTarget } = event;
              const file = currentTarget.files?.[0];
              // The same file, corrected meanwhile, can be chosen again.
              void read(file).finally(() => (currentTarget.value = ''));
            }}
          />
        </label>
      </div>
      {bad && (
        <p className="field-error" role="alert">
          {bad.name}: {t(`imports.${bad.why}`)}
        </p>
      )}
    </>
  );
}

/** Takes rows that are pasted, at once, or typed. */
function Paste({ take }: { take: Take }) {
  const t = useT();
  const id = useId();
  const [text, setText] = useState('');
  return (
    <form
      className="import-paste"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') take(PASTED, text);
      }}
    >
      <label className="filter-label" htmlFor={id}>
        {t('imports.paste')}
      </label>
      <textarea
        id={id}
        className="text-area import-text"
        rows={5}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain');
          if (text !== '' || !pasted.includes('\n')) return;
          event.preventDefault();
          take(PASTED, pasted);
        }}
      />
      {text.trim() !== '' && (
        <Button type="submit" size="compact-md" variant="default">
          {t('imports.check')}
        </Button>
      )}
    </form>
  );
}

/** Which columns the table has, and one to fill in. */
function Columns() {
  const t = useT();
  const names = (columns: readonly string[]) => columns.map((name) => <code key={name}>{name}</code>);
  const header = SEIZURE_COLUMNS.join(',');
  return (
    <details className="import-columns">
      <summary>{t('imports.columns')}</summary>
      <p>{t('imports.columnsNeeded')}</p>
      <p className="import-names">{names(REQUIRED_SEIZURE_COLUMNS)}</p>
      <p>{t('imports.columnsMore')}</p>
      <p className="import-names">{names(OPTIONAL_SEIZURE_COLUMNS)}</p>
      <button type="button" className="link" onClick={() => saveText(EMPTY, `${header}\r\n`)}>
        {t('imports.empty')}
      </button>
    </details>
  );
}

/** Where cases come from: a file, or rows that are pasted. */
export function ImportSource({ take }: { take: Take }) {
  return (
    <>
      <FileDrop take={take} />
      <Paste take={take} />
      <Columns />
    </>
  );
}
