import { useQuery } from '@tanstack/react-query';
import type { Facets } from '../../shared/api.ts';
import { filterOf, queries } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { usePlaying } from '../playing.ts';
import type { PageView } from '../state.ts';
import { dayWords, number, spanWords } from '../words.ts';
import { datedHow } from './play-steps.ts';
import type { Bins } from './timeline-bins.ts';

interface NotesProps {
  readonly days: Pick<PageView, 'from' | 'to'>;
  readonly how: ReturnType<typeof datedHow>;
  readonly unit: Bins['unit'];
  /** The days move, and are said. */
  readonly playing: boolean;
}

function Notes({ days: { from, to }, how, unit, playing }: NotesProps) {
  const t = useT();
  const rough = how.byMonth + how.byYear;
  return (
    <>
      {playing && from !== null && to !== null && <strong>{spanWords(t, from, to, 'short')}</strong>}{' '}
      {playing && from === null && to !== null && <strong>{t('play.until', { day: dayWords(to) })}</strong>}
      {how.all > 0 && (
        <span title={t('play.roughWhy')}>
          {rough === 0
            ? t('play.allExact', { count: how.all, value: number(how.all) })
            : t('play.rough', {
                count: rough,
                value: number(rough),
                all: number(how.all),
                month: number(how.byMonth),
                year: number(how.byYear),
              })}{' '}
          {how.over > 0 && t('play.over', { count: how.over, value: number(how.over) })} {t('play.undated')}
        </span>
      )}{' '}
      <span>{unit === 'year' ? t('timeline.byYear') : t('timeline.byMonth')}</span>
    </>
  );
}

/**
 * How roughly dated seizures are treated, and what the bars are. As high as the most that can stand there: were it to
 * grow with the dates, all that lies above would move away from under the pointer, and the map with it.
 */
export function TimelineNotes({
  view,
  facets,
  unit,
}: {
  view: PageView;
  facets: Facets;
  unit: Bins['unit'];
}) {
  const pace = usePlaying();
  const seizures = useQuery(queries.seizures(filterOf(view))).data;
  const how = datedHow(seizures?.features.map(({ properties }) => properties) ?? [], view);
  const all = facets.months.reduce((sum, month) => sum + month.seizures, 0);
  const most = { all, byMonth: all, byYear: all, over: all };
  return (
    <div className="timeline-notes-box">
      <p className="timeline-notes">
        <Notes days={view} how={how} unit={unit} playing={pace !== null} />
      </p>
      <p className="timeline-notes timeline-notes-most" aria-hidden="true">
        <Notes days={{ from: facets.firstDay, to: facets.lastDay }} how={most} unit={unit} playing />
      </p>
    </div>
  );
}
