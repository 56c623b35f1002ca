import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconArrowsExchange } from '@tabler/icons-react';
import type { PathsReply } from '../../shared/api.ts';
import { LEVELS, type Level } from '../../shared/vocabulary.ts';
import { ApiError, queries } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { NO_TOOLS, WAY_COSTS, type WaysView } from '../state-tools.ts';
import { isAsked, useWays } from '../ways.ts';
import { isFiltered } from './filters.tsx';
import { Answered, Failed } from './answered.tsx';
import { HelpLink } from './help-link.tsx';
import type { ListProps } from './list-states.tsx';
import { PlaceField } from './place-field.tsx';
import { CutList } from './ways-cut.tsx';
import { WayList } from './ways-list.tsx';

interface QuestionProps {
  readonly view: ListProps['view'];
  readonly change: ListProps['change'];
  readonly ask: (part: Partial<WaysView>) => void;
}

/** From where, to where, and what a leg costs. */
function Question({ view, change, ask }: QuestionProps) {
  const t = useT();
  const query = useQuery(queries.places(view.level));
  const places = query.data?.items;
  const { start, end, cost } = view.ways;
  return (
    <div className="tool-form">
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('ways.level')}
        value={view.level}
        // A place of one level is none of the other.
        onChange={(level: Level) => change({ level, ways: { ...NO_TOOLS.ways, cost } })}
        data={LEVELS.toReversed().map((value) => ({ value, label: t(`places.level.${value}`) }))}
      />
      {query.error && !places && <Failed error={query.error} retry={() => void query.refetch()} />}
      <div className="ways-ends">
        <PlaceField
          key={`start ${view.level}`}
          label={t('ways.from')}
          places={places}
          value={start}
          set={(id) => ask({ start: id })}
        />
        <Button
          className="ways-swap"
          variant="default"
          size="compact-sm"
          aria-label={t('ways.swap')}
          title={t('ways.swap')}
          onClick={() => ask({ start: end, end: start })}
        >
          <IconArrowsExchange size={16} aria-hidden="true" />
        </Button>
        <PlaceField
          key={`end ${view.level}`}
          label={t('ways.to')}
          places={places}
          value={end}
          set={(id) => ask({ end: id })}
        />
      </div>
      <div>
        <span className="filter-label">{t('ways.cost')}</span>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('ways.cost')}
          value={cost}
          onChange={(value) => ask({ cost: value })}
          data={WAY_COSTS.map((value) => ({ value, label: t(`ways.by.${value}`) }))}
        />
      </div>
    </div>
  );
}

function Answer({ view, open, change, show }: ListProps) {
  const t = useT();
  const query = useWays(view);
  const { start, end } = view.ways;
  if (start === null || end === null) return <p className="list-note">{t('ways.ask')}</p>;
  if (!isAsked(view.ways)) return <p className="list-note">{t('ways.same')}</p>;
  if (query.error instanceof ApiError && query.error.status === 400) {
    return <p className="list-note">{t('ways.unknown')}</p>;
  }
  return (
    <Answered query={query} rows={5}>
      {(data) => <Found {...{ view, open, change, show, data }} />}
    </Answered>
  );
}

function Found({ view, open, change, show, data }: Omit<ListProps, 'clear'> & { data: PathsReply }) {
  const t = useT();
  const ends = { from: data.from.name, to: data.to.name };
  return (
    <div className="tool-answer" aria-live="polite">
      {data.paths.length === 0 ? (
        <div className="ways-none">
          <p className="strong">{t('ways.none', ends)}</p>
          <p className="dim">{t('ways.noneWhy', ends)}</p>
        </div>
      ) : (
        <>
          <WayList
            ways={data.paths}
            cost={view.ways.cost}
            chosen={view.ways.chosen}
            choose={(chosen) => {
              change({ ways: { ...view.ways, chosen }, selection: null });
              if (chosen !== null) show();
            }}
          />
          <CutList cut={data.cut} ends={ends} level={view.level} open={open} />
        </>
      )}
      {data.unmeasured > 0 && <p className="dim">{t('ways.unmeasured', { count: data.unmeasured })}</p>}
      {isFiltered(view) && <p className="dim">{t('ways.filtered')}</p>}
    </div>
  );
}

/** The cheapest ways between two places over legs that are known, and what would cut them all. */
export function WaysTool(props: ListProps) {
  const t = useT();
  const { view, change } = props;
  return (
    <section className="tool-body" aria-label={t('tabs.ways')}>
      <p className="list-note">
        {t('ways.note')} <HelpLink section="ways" />
      </p>
      <Question
        view={view}
        change={change}
        ask={(part) => change({ ways: { ...view.ways, chosen: null, ...part } })}
      />
      <Answer {...props} />
    </section>
  );
}
