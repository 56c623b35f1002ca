import type { RouteDetail } from '../../shared/api.ts';
import { useT } from '../i18n/index.ts';
import { number } from '../words.ts';
import { useCountryName, useDataSetTitle } from './names.ts';
import { Figures, Section, type Open } from './parts.tsx';
import { HelpLink } from './help-link.tsx';

const CAPS = ['report', 'operation', 'vessel', 'day'] as const;

/** Why a route is said to recur or not. */
export function RecursWhy({ route }: { route: RouteDetail }) {
  const t = useT();
  if (route.recurs) return t('support.effectiveWhy', { count: route.effectiveSupport });
  return route.independentEvents > 1
    ? t('support.onceTogether', { count: route.independentEvents })
    : t('words.onceWhy');
}

/** What the synthetic events are of a route's: all, what makes it recur, or some. */
function syntheticWord({ recurs, independentEvents, syntheticEvents }: RouteDetail): 'all' | 'only' | 'some' {
  const real = independentEvents - syntheticEvents;
  if (real === 0) return 'all';
  return recurs && real === 1 ? 'only' : 'some';
}

/** How often a route is seen: events, those that count, and what each limit left out. */
export function Support({ route }: { route: RouteDetail }) {
  const t = useT();
  const { capped } = route;
  const seen = [
    t('details.seizures', { count: route.seizures }),
    t('details.voyages', { count: route.voyages }),
    t('details.vessels', { count: route.vessels }),
  ];
  const left = CAPS.filter((cap) => capped[cap] > 0);
  return (
    <Section title={t('details.support')} aside={<HelpLink section="support" />}>
      <Figures
        items={[
          [t('support.effective'), number(route.effectiveSupport)],
          [t('details.eventsLabel'), number(route.independentEvents)],
        ]}
      />
      <p className="seen-in">{seen.join(', ')}</p>
      {route.syntheticEvents > 0 && (
        <p className="strong">
          {t(`support.synthetic.${syntheticWord(route)}`, {
            synthetic: number(route.syntheticEvents),
            all: number(route.independentEvents),
          })}
        </p>
      )}
      {left.length === 0 ? (
        <p className="dim">{t('support.nothingLeftOut')}</p>
      ) : (
        <>
          <p className="dim">{t('support.leftOut')}</p>
          <ul className="left-out">
            {left.map((cap) => (
              <li key={cap}>{t(`support.${cap}`, { count: capped[cap] })}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Lowest({
  without,
  open,
}: {
  without: NonNullable<NonNullable<RouteDetail['rankRange']>['worstWithout']>;
  open: Open;
}) {
  const t = useT();
  const country = useCountryName();
  const dataSet = useDataSetTitle();
  const { kind, id } = without;
  if (kind === 'country') return t('support.lowestCountry', { name: country(id) });
  if (kind === 'data-set') return t('support.lowestDataSet', { name: dataSet(id) });
  return (
    <>
      {t('support.lowestSeizure')}{' '}
      <button type="button" className="link" onClick={() => open({ kind: 'seizure', id })}>
        {t('support.lowestSeizureLink')}
      </button>
      {'.'}
    </>
  );
}

/** The rank of a route and how far it hangs on single cases, countries and data sets; the range also as a line. */
export function Rank({ route, filtered, open }: { route: RouteDetail; filtered: boolean; open: Open }) {
  const t = useT();
  const range = route.rankRange;
  return (
    <Section title={t('support.rankTitle')} aside={<HelpLink section="rank" />}>
      {range === null ? (
        <p className="dim">{filtered ? t('support.filtered') : t('support.notRanked')}</p>
      ) : (
        <>
          <p className="verdict">{t('support.rank', { rank: number(range.rank), of: number(range.of) })}</p>
          <RangeLine {...range} />
          <p className="dim">
            {range.best === range.worst
              ? t('support.rankFixed')
              : t('support.rankRange', { best: number(range.best), worst: number(range.worst) })}{' '}
            {range.worstWithout && <Lowest without={range.worstWithout} open={open} />}
          </p>
        </>
      )}
    </Section>
  );
}

/** All ranks as a line, first to the left; the range as a bar on it, the rank as a dot. The words say the same. */
function RangeLine({ rank, best, worst, of }: NonNullable<RouteDetail['rankRange']>) {
  const at = (one: number): number => (of <= 1 ? 50 : ((one - 1) / (of - 1)) * 100);
  return (
    <div className="range-line" aria-hidden="true">
      <span>{number(1)}</span>
      <svg width="100%" height="14">
        <line className="range-all" x1="0" x2="100%" y1="7" y2="7" />
        <line className="range-bar" x1={`${at(best)}%`} x2={`${at(worst)}%`} y1="7" y2="7" />
        <circle className="range-dot" cx={`${at(rank)}%`} cy="7" r="4.5" />
      </svg>
      <span>{number(of)}</span>
    </div>
  );
}
