import { Button, SegmentedControl } from '@mantine/core';
import { KM_PER_NAUTICAL_MILE, lengthKm } from '../../shared/geo.ts';
import { COORDINATE_STYLES, setCoordinateStyle, useCoordinateStyle } from '../coordinates.ts';
import { startDrawing, stopDrawing, useDrawing } from '../drawing.ts';
import { useT } from '../i18n/index.ts';
import { measuredParts } from '../map/derive-tools.ts';
import { MOST_MEASURED } from '../state-map-tools.ts';
import { bearingWords, number, positionWords } from '../words.ts';
import { PositionField } from './position-field.tsx';
import type { ToolProps } from './tool-props.ts';

const nautical = (km: number): string => {
  const nm = km / KM_PER_NAUTICAL_MILE;
  return number(nm, nm < 100 ? 1 : 0);
};
const metric = (km: number): string => number(km, km < 100 ? 1 : 0);

/** How positions are written, everywhere on the page. */
export function CoordinateChoice() {
  const t = useT();
  const style = useCoordinateStyle();
  return (
    <div>
      <span className="filter-label">{t('coordinates.label')}</span>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('coordinates.label')}
        value={style}
        onChange={setCoordinateStyle}
        data={COORDINATE_STYLES.map((value) => ({ value, label: t(`coordinates.${value}`) }))}
      />
    </div>
  );
}

function Parts({ measure }: Pick<ToolProps['view'], 'measure'>) {
  const t = useT();
  const total = lengthKm(measure);
  return (
    <table className="rows rows-still measured">
      <caption className="visually-hidden">{t('measure.caption')}</caption>
      <thead>
        <tr>
          {(['to', 'bearing', 'nm', 'km'] as const).map((name) => (
            <th key={name} scope="col" className={name === 'to' ? undefined : 'numeric'}>
              {t(`measure.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>{measure[0] && positionWords(measure[0])}</td>
          <td className="numeric dim" colSpan={3}>
            {t('measure.start')}
          </td>
        </tr>
        {measuredParts(measure).map((part, i) => (
          <tr key={`${i} ${part.to.join()}`}>
            <td>{positionWords(part.to)}</td>
            <td className="numeric">{bearingWords(part.bearingDeg)}</td>
            <td className="numeric">{nautical(part.km)}</td>
            <td className="numeric">{metric(part.km)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t('measure.total')}
          </th>
          <td className="numeric">{nautical(total)}</td>
          <td className="numeric">{metric(total)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** Distances along positions, clicked on the map or typed: great circles, each part and in all, with bearings. */
export function MeasurePanel({ view, change, from }: ToolProps) {
  const t = useT();
  const { measure } = view;
  const drawing = useDrawing()?.mode === 'measure';
  const full = measure.length >= MOST_MEASURED;
  const add = (at: (typeof measure)[number]): void => {
    if (!full) change({ measure: [...measure, at] });
  };
  return (
    <>
      <p className="dim">{t('measure.note')}</p>
      <div className="tool-actions">
        <Button
          size="compact-sm"
          variant={drawing ? 'filled' : 'default'}
          aria-pressed={drawing}
          onClick={() => (drawing ? stopDrawing() : startDrawing('measure'))}
        >
          {drawing ? t('measure.clicking') : t('measure.click')}
        </Button>
        {measure.length > 0 && (
          <>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => change({ measure: measure.slice(0, -1) })}
            >
              {t('measure.back')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => change({ measure: [] })}>
              {t('measure.clear')}
            </Button>
          </>
        )}
      </div>
      <div aria-live="polite">
        {measure.length > 0 ? <Parts measure={measure} /> : <p className="dim">{t('measure.none')}</p>}
        {full && <p className="dim">{t('measure.full', { count: MOST_MEASURED })}</p>}
      </div>
      {from && (
        <Button className="tool-from" size="compact-sm" variant="default" onClick={() => add(from.position)}>
          {t('measure.addSelected', { name: from.label })}
        </Button>
      )}
      <PositionField label={t('measure.typed')} action={t('measure.add')} take={add} />
      <CoordinateChoice />
    </>
  );
}
