import './export.css';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { LANGUAGE_NAMES } from '../../shared/languages.ts';
import { queries, type BriefingsReply } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { parseFigure } from '../state-page.ts';
import type { PageView } from '../state.ts';
import { momentWords } from '../words-runs.ts';
import { FigureDetail } from './figure-detail.tsx';
import { Empty, Failed, Loading } from './answered.tsx';
import { Sheet } from './sheet.tsx';
import { useRouteName } from './names.ts';
import { Tlp } from './tlp.tsx';

/** Listed at first, and as many as one request may bring. */
const FIRST = 50;
const ALL = 1000;

/** A code as they look; the same in every language. */
const EXAMPLE = 'LW-1A2B-3C4D';

interface Props {
  readonly view: PageView;
  readonly change: (change: Partial<PageView>) => void;
  readonly close: () => void;
}

/** A field for a code that was read off a figure. */
function CodeField({ open }: { open(code: string): void }) {
  const t = useT();
  const id = useId();
  const [text, setText] = useState('');
  const [bad, setBad] = useState(false);
  return (
    <form
      className="figures-find"
      onSubmit={(event) => {
        event.preventDefault();
        const code = parseFigure(text);
        setBad(code === null);
        if (code !== null) open(code);
      }}
    >
      <label className="filter-label" htmlFor={id}>
        {t('figures.find')}
      </label>
      <div className="figures-look">
        <input
          id={id}
          className="text-field"
          autoComplete="off"
          spellCheck={false}
          placeholder={EXAMPLE}
          value={text}
          aria-invalid={bad}
          aria-describedby={bad ? `${id}-why` : undefined}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setBad(false);
          }}
        />
        <Button type="submit" size="compact-md" variant="default">
          {t('figures.look')}
        </Button>
      </div>
      {bad && (
        <p id={`${id}-why`} className="field-error" role="alert">
          {t('figures.findWrong')}
        </p>
      )}
    </form>
  );
}

function Row(props: { one: BriefingsReply['items'][number]; chosen: boolean; open(code: string): void }) {
  const t = useT();
  const { code, kind, title, language, route, marking, runId, madeAt } = props.one;
  const routeName = useRouteName();
  const about = [
    ...[t(`export.kind.${kind}`), t('runs.name', { id: runId }), momentWords(madeAt)],
    LANGUAGE_NAMES[language],
  ];
  return (
    <li>
      <button
        type="button"
        className="figures-row"
        aria-current={props.chosen ? 'true' : undefined}
        onClick={() => props.open(code)}
      >
        <span className="figures-name">
          {title ?? (route === null ? t(`figures.noTitle.${kind}`) : routeName(route))}
        </span>
        <span className="figures-sub">
          <code>{code}</code>
          <Tlp marking={marking} />
        </span>
        <span className="figures-sub dim">{about.join(' · ')}</span>
      </button>
    </li>
  );
}

/** What was exported: looked up by its code, made again, and compared with the latest run. */
export function Figures({ view, change, close }: Props) {
  const t = useT();
  const [limit, setLimit] = useState(FIRST);
  const query = useQuery(queries.briefings(limit));
  const items = query.data?.items ?? [];
  const open = (code: string): void => change({ page: 'figures', figure: code });
  return (
    <Sheet title={t('figures.title')} lead={t('figures.lead')} close={close}>
      <div className="exported">
        <div className="figures-side">
          <CodeField open={open} />
          {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
          {!query.data && !query.error && <Loading rows={5} />}
          {query.data && items.length === 0 && <Empty text={t('figures.none')} />}
          <ul className="figures-list" aria-label={t('figures.list')}>
            {items.map((one) => (
              <Row key={one.code} one={one} chosen={one.code === view.figure} open={open} />
            ))}
          </ul>
          {query.data && items.length < query.data.total && limit < ALL && (
            <Button variant="subtle" size="compact-sm" onClick={() => setLimit(ALL)}>
              {t('figures.more')}
            </Button>
          )}
        </div>
        {view.figure === null ? (
          items.length > 0 && <Empty text={t('figures.choose')} />
        ) : (
          <FigureDetail key={view.figure} code={view.figure} change={change} />
        )}
      </div>
    </Sheet>
  );
}
