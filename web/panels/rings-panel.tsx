import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { destination, KM_PER_NAUTICAL_MILE, type Position } from '../../shared/geo.ts';
import { startDrawing, stopDrawing, useDrawing } from '../drawing.ts';
import { useT } from '../i18n/index.ts';
import { LARGEST_RING, MOST_RINGS, parseRings, USUAL_RINGS, type RingsView } from '../state-map-tools.ts';
import { distanceWords, positionWords } from '../words.ts';
import { CoordinateChoice } from './measure-panel.tsx';
import { PositionField } from './position-field.tsx';
import type { ToolProps } from './tool-props.ts';

/** West, south, east, north of the widest ring. */
export function ringBounds({ centre, nm }: RingsView): [number, number, number, number] {
  const km = (nm.at(-1) ?? 0) * KM_PER_NAUTICAL_MILE;
  const edge = (bearing: number): Position => destination(centre, bearing, km);
  return [edge(270)[0], edge(180)[1], edge(90)[0], edge(0)[1]];
}

function Distances({ rings, set }: { rings: RingsView; set: (nm: readonly number[]) => void }) {
  const t = useT();
  const id = useId();
  const [text, setText] = useState(rings.nm.join(' '));
  const parts = text
    .trim()
    .split(/[\s;]+/)
    .map((part) => part.replace(',', '.'));
  const wrong = parseRings(parts) === null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const nm = parseRings(parts);
        if (nm) set(nm);
      }}
    >
      <label className="filter-label" htmlFor={id}>
        {t('rings.distances')}
      </label>
      <div className="tool-fields">
        <input
          id={id}
          className="text-field"
          value={text}
          inputMode="decimal"
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" size="compact-sm" disabled={wrong}>
          {t('rings.draw')}
        </Button>
      </div>
      {wrong && (
        <p className="field-error" id={`${id}-wrong`}>
          {t('rings.wrong', { count: MOST_RINGS, most: LARGEST_RING })}
        </p>
      )}
    </form>
  );
}

/** Circles of known distance around a port or any position. */
export function RingsPanel({ view, change, from, fit }: ToolProps) {
  const t = useT();
  const { rings } = view;
  const drawing = useDrawing()?.mode === 'rings';
  const around = (centre: Position): void => {
    const next = { centre, nm: rings?.nm ?? USUAL_RINGS };
    change({ rings: next });
    fit(ringBounds(next));
  };
  return (
    <>
      <p className="dim">{t('rings.note')}</p>
      <div className="tool-actions">
        {from && (
          <Button size="compact-sm" variant="default" onClick={() => around(from.position)}>
            {t('rings.around', { name: from.label })}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant={drawing ? 'filled' : 'default'}
          aria-pressed={drawing}
          onClick={() => (drawing ? stopDrawing() : startDrawing('rings'))}
        >
          {drawing ? t('rings.clicking') : t('rings.click')}
        </Button>
      </div>
      {rings && (
        <>
          <dl className="facts">
            <div>
              <dt>{t('rings.centre')}</dt>
              <dd>{positionWords(rings.centre)}</dd>
            </div>
            {rings.nm.map((nm, i) => (
              <div key={nm}>
                <dt>{t('rings.ring', { number: i + 1 })}</dt>
                <dd>{distanceWords(t, nm * KM_PER_NAUTICAL_MILE)}</dd>
              </div>
            ))}
          </dl>
          <Distances key={rings.nm.join()} rings={rings} set={(nm) => change({ rings: { ...rings, nm } })} />
          <div className="tool-actions">
            <Button size="compact-sm" variant="default" onClick={() => fit(ringBounds(rings))}>
              {t('rings.show')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => change({ rings: null })}>
              {t('rings.clear')}
            </Button>
          </div>
        </>
      )}
      <PositionField label={t('rings.typed')} action={t('rings.draw')} take={around} />
      <CoordinateChoice />
    </>
  );
}
