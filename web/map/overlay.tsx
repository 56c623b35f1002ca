import { IconBulb, IconNote } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { bearingDeg, distanceKm, type Position } from '../../shared/geo.ts';
import { useDrawing, type Drawing } from '../drawing.ts';
import { useT } from '../i18n/index.ts';
import { bearingWords, distanceWords } from '../words.ts';
import { gatherPins } from './gather-pins.ts';
import type { MapHandle } from './map-view.tsx';

/** The notes that stand at one place of the map. */
export interface Pin {
  readonly key: string;
  readonly position: Position;
  readonly label: string;
  readonly notes: number;
  /** Whether any of them is a hypothesis. */
  readonly hypothesis: boolean;
  readonly open: () => void;
}

/** Draws again whenever the map moves, at most once a frame. */
function useMoves(map: MapHandle): void {
  const [, redraw] = useState(0);
  useEffect(() => {
    let frame = 0;
    const stop = map.watch(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => redraw((count) => count + 1));
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [map]);
}

/** Corners so far, and the line that the next click would add. */
function Draft({
  map,
  drawing,
  measured,
}: {
  map: MapHandle;
  drawing: Drawing;
  measured: Position | undefined;
}) {
  const t = useT();
  const { mode, points, pointer } = drawing;
  const spot = (at: Position): string => {
    const { x, y } = map.project(at);
    return `${x},${y}`;
  };
  const from = mode === 'measure' ? measured : points.at(-1);
  const [first] = points;
  const tip = pointer && map.project(pointer);
  const box = mode === 'rectangle' && first && pointer ? [map.project(first), map.project(pointer)] : null;
  const [a, b] = box ?? [];
  return (
    <svg className="draft" aria-hidden="true">
      {a && b && (
        <rect
          x={Math.min(a.x, b.x)}
          y={Math.min(a.y, b.y)}
          width={Math.abs(a.x - b.x)}
          height={Math.abs(a.y - b.y)}
        />
      )}
      {mode === 'polygon' && points.length > 0 && (
        <polygon points={[...points, ...(pointer ? [pointer] : [])].map(spot).join(' ')} />
      )}
      {mode === 'measure' && from && pointer && <polyline points={[from, pointer].map(spot).join(' ')} />}
      {points.map((at) => {
        const { x, y } = map.project(at);
        return <circle key={at.join()} cx={x} cy={y} r={at === first && points.length > 2 ? 6 : 4} />;
      })}
      {mode !== 'rectangle' && from && pointer && tip && (
        <text x={tip.x + 14} y={tip.y - 10}>
          {`${distanceWords(t, distanceKm(from, pointer))}  ${bearingWords(bearingDeg(from, pointer))}`}
        </text>
      )}
    </svg>
  );
}

/** What lies on the map but is not of it: the pins of notes, and what is being drawn. */
export function Overlay({
  map,
  pins,
  listAll,
  measured,
}: {
  map: MapHandle;
  pins: readonly Pin[];
  /** Opens the list of all notes. */
  listAll: () => void;
  measured: Position | undefined;
}) {
  const t = useT();
  const drawing = useDrawing();
  useMoves(map);
  const groups = gatherPins(
    pins.flatMap((pin) => {
      const { x, y, seen } = map.project(pin.position);
      return seen ? [{ pin, x, y }] : [];
    }),
  );
  return (
    <div className="overlay">
      <div role="group" aria-label={t('notebook.pins')} hidden={pins.length === 0}>
        {groups.map(({ x, y, pins: [first, ...others] }) => {
          if (!first) return null;
          const all = [first, ...others];
          const Icon = all.some(({ hypothesis }) => hypothesis) ? IconBulb : IconNote;
          const count = all.reduce((sum, { notes }) => sum + notes, 0);
          const name = t('notebook.pin', { count, label: all.map(({ label }) => label).join('; ') });
          return (
            <button
              key={first.key}
              type="button"
              className="pin"
              style={{ transform: `translate(${x}px, ${y}px) translate(-50%, calc(-100% - 14px))` }}
              aria-label={name}
              title={name}
              // Of several things the notebook tells which.
              onClick={others.length === 0 ? first.open : listAll}
            >
              <Icon size={15} stroke={2} aria-hidden="true" />
              {count > 1 && <span aria-hidden="true">{count}</span>}
            </button>
          );
        })}
      </div>
      {drawing && <Draft map={map} drawing={drawing} measured={measured} />}
    </div>
  );
}
