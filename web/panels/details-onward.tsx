import { useEffect, useState } from 'react';
import type { PlaceRef, PortDetail } from '../../shared/api.ts';
import { useT } from '../i18n/index.ts';
import { chooseOnward, clearOnward, pointOnward, useChosenOnward, wayKey, type Onward } from '../onward.ts';
import { percentWords } from '../words.ts';
import { PlaceLink, type Open } from './parts.tsx';
import { HelpLink } from './help-link.tsx';

interface WayHere extends Onward {
  readonly next: PortDetail['onward'][number][];
}

/** What happened after each way here, in the order the server gives: wherever from, then each that differs. */
function waysHere(at: PlaceRef, onward: PortDetail['onward']): WayHere[] {
  const ways = new Map<string, WayHere>();
  for (const row of onward) {
    const key = wayKey({ at, cameFrom: row.cameFrom });
    const way = ways.get(key) ?? { at, cameFrom: row.cameFrom, next: [] };
    way.next.push(row);
    ways.set(key, way);
  }
  return [...ways.values()];
}

/** Ways here shown before the reader asks for more. */
const WAYS_SHOWN = 8;

function Way({ way, chosen, open }: { way: WayHere; chosen: boolean; open: Open }) {
  const t = useT();
  const names = way.cameFrom.map(({ name }) => name);
  const count = way.next.reduce((sum, row) => sum + row.count, 0);
  return (
    <li
      className={chosen ? 'onward onward-chosen' : 'onward'}
      onPointerEnter={() => pointOnward(way)}
      onPointerLeave={() => pointOnward(null)}
      onFocus={() => pointOnward(way)}
      onBlur={() => pointOnward(null)}
    >
      <button type="button" className="onward-name" aria-pressed={chosen} onClick={() => chooseOnward(way)}>
        {names.length === 0
          ? t('details.onwardAny')
          : t('details.onwardAfter', {
              places: names.reduce((from, to) => t('details.onwardThen', { from, to })),
            })}{' '}
        <span className="dim">{t('details.onwardOf', { count })}</span>
      </button>
      <span>
        {way.next.map(({ to, probability: share }, at) => (
          <span key={to.id}>
            {at > 0 && ', '}
            {t('details.onwardTo', { percent: percentWords(share) })} <PlaceLink place={to} open={open} />
          </span>
        ))}
      </span>
    </li>
  );
}

/** Where vessels went next, after each way here; a row that is pointed at or chosen is drawn on the map. */
export function WhereNext({ port, open }: { port: PortDetail; open: Open }) {
  const t = useT();
  const [all, setAll] = useState(false);
  const chosen = useChosenOnward();
  useEffect(() => () => void clearOnward(), []);
  const ways = waysHere(port, port.onward);
  const shown = all ? ways : ways.slice(0, WAYS_SHOWN);
  return (
    <>
      <p className="dim">{t('details.onwardShow')}</p>
      <ul className="plain-list onwards">
        {shown.map((way) => (
          <Way
            key={wayKey(way)}
            way={way}
            chosen={chosen !== null && wayKey(chosen) === wayKey(way)}
            open={open}
          />
        ))}
      </ul>
      {ways.length > shown.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t('details.onwardMore', { count: ways.length - shown.length })}
        </button>
      )}
      {ways.length > 1 && <p className="dim">{t('details.onwardNote')}</p>}
      <HelpLink section="onward" />
    </>
  );
}
