import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { parsePosition } from '../../shared/coordinates.ts';
import { destination, KM_PER_NAUTICAL_MILE, type Position } from '../../shared/geo.ts';
import { finishArea, keepArea, rectangle, startDrawing, stopDrawing, useDrawing } from '../drawing.ts';
import { useT } from '../i18n/index.ts';
import { isSimple } from '../map/simple-polygon.ts';
import { MOST_CORNERS } from '../state-map-tools.ts';
import { AreaReport } from './area-report.tsx';
import type { ToolProps } from './tool-props.ts';

/** Corners of the circle that stands for "within so far of here". */
const CIRCLE_CORNERS = 48;
const MOST_RADIUS_NM = 500;

function DrawButtons() {
  const t = useT();
  const drawing = useDrawing();
  const isOn = (mode: string): boolean => drawing?.mode === mode;
  return (
    <>
      <div className="tool-actions">
        {(['polygon', 'rectangle'] as const).map((mode) => (
          <Button
            key={mode}
            size="compact-sm"
            variant={isOn(mode) ? 'filled' : 'default'}
            aria-pressed={isOn(mode)}
            onClick={() => (isOn(mode) ? stopDrawing() : startDrawing(mode))}
          >
            {t(`area.${mode}`)}
          </Button>
        ))}
        {drawing?.mode === 'polygon' && drawing.points.length > 2 && (
          <Button size="compact-sm" variant="default" onClick={() => finishArea()}>
            {t('area.finish')}
          </Button>
        )}
      </div>
      <p className="dim" role="status">
        {drawing?.mode === 'polygon'
          ? t('area.polygonHow', { count: drawing.points.length })
          : drawing?.mode === 'rectangle'
            ? t('area.rectangleHow')
            : ''}
      </p>
    </>
  );
}

function Typed() {
  const t = useT();
  const id = useId();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const take = (): void => {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const corners: Position[] = [];
    for (const line of lines) {
      const at = parsePosition(line, t('unit.compass'));
      if (!at || Math.abs(at[1]) > 85) {
        setWrong(t('area.wrongLine', { line: line.trim() }));
        return;
      }
      corners.push(at);
    }
    const [a, b] = corners;
    const ring = corners.length === 2 && a && b ? rectangle(a, b) : corners;
    if (ring.length < 3 || ring.length > MOST_CORNERS) setWrong(t('area.wrongCount', { most: MOST_CORNERS }));
    else if (!isSimple(ring)) setWrong(t('area.crosses'));
    else keepArea(ring);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <label className="filter-label" htmlFor={id}>
        {t('area.typed')}
      </label>
      <textarea
        id={id}
        className="text-area"
        rows={4}
        value={text}
        placeholder={t('area.example')}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : `${id}-wrong`}
        spellCheck={false}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setWrong(null);
        }}
      />
      {wrong !== null && (
        <p className="field-error" id={`${id}-wrong`} role="alert">
          {wrong}
        </p>
      )}
      <Button type="submit" size="compact-sm" variant="default" disabled={text.trim() === ''}>
        {t('area.use')}
      </Button>
    </form>
  );
}

function Around({ from }: { from: NonNullable<ToolProps['from']> }) {
  const t = useT();
  const id = useId();
  const [text, setText] = useState('25');
  const nm = Number(text.replace(',', '.'));
  const wrong = !(nm > 0 && nm <= MOST_RADIUS_NM);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong) return;
        const corner = (_: unknown, i: number): Position =>
          destination(from.position, (i * 360) / CIRCLE_CORNERS, nm * KM_PER_NAUTICAL_MILE);
        keepArea(Array.from({ length: CIRCLE_CORNERS }, corner));
      }}
    >
      <label className="filter-label" htmlFor={id}>
        {t('area.around', { name: from.label })}
      </label>
      <div className="tool-fields">
        <input
          id={id}
          className="text-field text-short"
          inputMode="decimal"
          value={text}
          aria-invalid={wrong}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <span className="dim">{t('map.nm')}</span>
        <Button type="submit" size="compact-sm" variant="default" disabled={wrong}>
          {t('area.use')}
        </Button>
      </div>
    </form>
  );
}

/** Draws an area, or takes it typed or around what is selected, and reports what lies in it. */
export function AreaPanel(props: ToolProps) {
  const t = useT();
  const { view, change, from } = props;
  const { area } = view;
  // The area that is to be replaced; another one, once drawn, is reported on.
  const [again, setAgain] = useState<readonly Position[] | null>(null);
  if (area === null || again === area) {
    return (
      <>
        <p className="dim">{t('area.note')}</p>
        <DrawButtons />
        {from && <Around from={from} />}
        <Typed />
        {area !== null && (
          <Button size="compact-sm" variant="subtle" onClick={() => setAgain(null)}>
            {t('area.backToReport')}
          </Button>
        )}
      </>
    );
  }
  if (!isSimple(area)) {
    return (
      <>
        <p role="alert">{t('area.crosses')}</p>
        <Button size="compact-sm" variant="default" onClick={() => change({ area: null })}>
          {t('area.clear')}
        </Button>
      </>
    );
  }
  return <AreaReport {...props} area={area} redraw={() => setAgain(area)} />;
}
