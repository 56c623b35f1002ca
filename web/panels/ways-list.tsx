import type { PathsReply } from '../../shared/api.ts';
import { useT } from '../i18n/index.ts';
import type { WayCost } from '../state-tools.ts';
import { pointAtWay } from '../ways.ts';
import { distanceWords } from '../words.ts';
import { figure } from '../words-spots.ts';

type Way = PathsReply['paths'][number];

function WayRow(props: { way: Way; number: number; cost: WayCost; on: boolean; choose(): void }) {
  const t = useT();
  const { way, number, cost, on } = props;
  const legs = way.places.length - 1;
  // Legs in a row cost the sum of 1 / passages, so this is their mean, the rare ones counting most.
  const mean = legs / way.cost;
  const passages = t('ways.passages', { count: mean, value: figure(mean) });
  return (
    <li>
      <button
        type="button"
        className={on ? 'way way-on' : 'way'}
        aria-pressed={on}
        onClick={props.choose}
        onPointerEnter={() => pointAtWay(number)}
        onFocus={() => pointAtWay(number)}
      >
        <span className="stop-mark" aria-hidden="true">
          {number}
        </span>
        <span className="way-places">{way.places.map(({ name }) => name).join(' → ')}</span>
        <span className="way-facts">
          {distanceWords(t, way.distanceKm)} {'· '}
          {t('ways.legs', { count: legs })}
          {cost === 'flow' && ` · ${legs === 1 ? passages : t('ways.flow', { passages })}`}
        </span>
      </button>
    </li>
  );
}

/** Ways, the cheapest first; the map draws the one pointed at, and the one chosen. */
export function WayList(props: {
  ways: readonly Way[];
  cost: WayCost;
  chosen: number | null;
  choose(way: number | null): void;
}) {
  const t = useT();
  return (
    <section>
      <h2 className="tool-title">{t(`ways.title.${props.cost}`, { count: props.ways.length })}</h2>
      <ol
        className="way-list"
        onPointerLeave={() => pointAtWay(null)}
        onBlur={() => pointAtWay(null)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          pointAtWay(null);
          props.choose(null);
        }}
      >
        {props.ways.map((way, i) => (
          <WayRow
            key={way.places.map(({ id }) => id).join('>')}
            way={way}
            number={i + 1}
            cost={props.cost}
            on={props.chosen === i + 1}
            choose={() => props.choose(props.chosen === i + 1 ? null : i + 1)}
          />
        ))}
      </ol>
    </section>
  );
}
