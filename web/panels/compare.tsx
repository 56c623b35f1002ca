import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ComparisonReply } from '../../shared/api.ts';
import { filterOf, queries } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { NO_FILTERS } from '../state.ts';
import { MAP_COMPARED, type CompareView, type ComparedSide } from '../state-tools.ts';
import { number, probability } from '../words.ts';
import { figure, rangeWords, ratioWords } from '../words-spots.ts';
import { canMap } from '../compare/told.ts';
import { Answered } from './answered.tsx';
import { CompareForm } from './compare-form.tsx';
import { CompareTable } from './compare-table.tsx';
import { isFiltered } from './filters.tsx';
import { HelpLink } from './help-link.tsx';
import type { ListProps } from './list-states.tsx';

const isGiven = ({ from, to, operation }: ComparedSide): boolean =>
  from !== null || to !== null || operation !== null;
const same = (a: ComparedSide, b: ComparedSide): boolean =>
  a.from === b.from && a.to === b.to && a.operation === b.operation;

/** What keeps a comparison from being made; null: nothing. */
export function missing({ a, b }: CompareView): 'ask' | 'same' | 'order' | null {
  if (!isGiven(a) || !isGiven(b)) return 'ask';
  const turned = [a, b].some(({ from, to }) => from !== null && to !== null && from > to);
  if (turned) return 'order';
  return same(a, b) ? 'same' : null;
}

/** Shows the two periods on the map, or puts the map back. */
function OnMap({ compare, set }: { compare: CompareView; set(compare: CompareView): void }) {
  const t = useT();
  return (
    <div className="list-switches" role="group" aria-label={t('compareMap.show')}>
      <span className="dim">{t('compareMap.show')}</span>
      {MAP_COMPARED.map((mode) => {
        const on = compare.onMap === mode;
        return (
          <Button
            key={mode}
            variant={on ? 'filled' : 'default'}
            size="compact-xs"
            aria-pressed={on}
            onClick={() => set({ ...compare, onMap: on ? null : mode })}
          >
            {t(`compareMap.mode.${mode}`)}
          </Button>
        );
      })}
    </div>
  );
}

function Answer({ view, open, change }: ListProps) {
  const t = useT();
  const { compare } = view;
  const lacks = missing(compare);
  const query = useQuery({ ...queries.comparison(filterOf(view), compare), enabled: lacks === null });
  if (lacks !== null) return <p className="list-note">{t(`compare.${lacks}`)}</p>;
  return (
    <Answered query={query} rows={6}>
      {(data) => <Found {...{ view, open, change, data }} />}
    </Answered>
  );
}

function Found(props: Pick<ListProps, 'view' | 'open' | 'change'> & { data: ComparisonReply }) {
  const t = useT();
  const { view, open, change, data } = props;
  const { compare } = view;
  const { total } = data;
  return (
    <div className="tool-answer" aria-live="polite">
      <p className="verdict verdict-strong">
        {t('compare.total', {
          a: t('details.seizures', { count: total.a }),
          b: number(total.b),
          words: ratioWords(t, total),
        })}
      </p>
      {total.ratio !== null && total.low !== null && total.high !== null && total.p !== null && (
        <p className="dim">
          {t(data.effort === 'stated' ? 'compare.totalRate' : 'compare.totalRatio', {
            ratio: figure(total.ratio),
            range: rangeWords(t, { low: total.low, high: total.high }),
            p: probability(t, total.p),
          })}
        </p>
      )}
      {canMap(compare) && <OnMap compare={compare} set={(next) => change({ compare: next })} />}
      <ul className="run-notes">
        <li>{t(data.effort === 'stated' ? 'compare.effortStated' : 'compare.effortUnknown')}</li>
        {data.inBoth > 0 && (
          <li>{t('compare.inBoth', { count: data.inBoth, value: number(data.inBoth) })}</li>
        )}
        {isFiltered({ ...view, ...NO_DATES }) && <li>{t('compare.filtered')}</li>}
        {(view.from !== null || view.to !== null) && <li>{t('compare.ownDates')}</li>}
      </ul>
      <CompareTable reply={data} by={compare.by} open={open} />
    </div>
  );
}
const NO_DATES = { from: NO_FILTERS.from, to: NO_FILTERS.to };

/** Two periods, or two operations, side by side: what differs more than counting alone explains. */
export function CompareTool(props: ListProps) {
  const t = useT();
  return (
    <section className="tool-body" aria-label={t('tabs.compare')}>
      <p className="list-note">
        {t('compare.note')} <HelpLink section="ratio" />
      </p>
      <CompareForm compare={props.view.compare} set={(compare) => props.change({ compare })} />
      <Answer {...props} />
    </section>
  );
}
