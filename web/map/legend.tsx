import { useMemo } from 'react';
import { useT } from '../i18n/index.ts';
import type { ViewState } from '../state.ts';
import { groupedData } from './grouped-data.ts';
import { groupLines } from './group-told.ts';
import { ICON_BOX } from './icons.ts';
import { leftOut, legendEntries, type LegendEntry } from './legend-entries.ts';
import { arrowCorners, hexagonCorners, legendSign, SIGN, wedgeCorners, type Shape } from './legend-sign.ts';
import { countsText, entriesOf, LEGEND_GROUPS, legendText } from './legend-text.ts';
import { paletteOf } from '../../shared/drawing/palette.ts';
import { countryWords } from '../words.ts';
import { useMapZoom } from './map-zoom.ts';
import type { MapData, PortGroup } from './types.ts';
import { useStable } from './use-stable.ts';
import './legend.css';

/** The middle of a sign, for those that are no lines. */
const CENTRE = `${SIGN.width / 2 - 10} 0 20 ${SIGN.height}`;

const points = (corners: readonly [number, number][]): string => corners.map((at) => at.join(',')).join(' ');

function Sign({ shape }: { shape: Shape }) {
  const [x, y] = [SIGN.width / 2, SIGN.height / 2];
  if (shape.shape === 'hexagon') {
    return (
      <polygon
        points={points(hexagonCorners())}
        fill={shape.fill}
        fillOpacity={shape.opacity}
        stroke={shape.line}
      />
    );
  }
  if (shape.shape === 'wedge')
    return <polygon points={points(wedgeCorners(shape.widths))} fill={shape.color} />;
  if (shape.shape === 'path') {
    const size = shape.size ?? ICON_BOX;
    return (
      <path
        d={shape.path}
        transform={`translate(${x - size / 2} ${y - size / 2}) scale(${size / ICON_BOX})`}
        fill="none"
        stroke={shape.color}
        strokeWidth={shape.width}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    );
  }
  if (shape.shape === 'text') {
    return (
      <text x={x} y={y + 3.2} textAnchor="middle" fontSize={9} fontWeight={600} fill={shape.color}>
        {shape.text}
      </text>
    );
  }
  if (shape.shape === 'circle') {
    return (
      <circle
        cx={x}
        cy={y}
        r={shape.radius}
        fill={shape.fill ?? 'none'}
        fillOpacity={shape.opacity ?? 1}
        stroke={shape.line ?? 'none'}
        strokeWidth={1.2}
        strokeDasharray={shape.dash?.join(' ')}
        strokeLinecap={(shape.dash?.[0] ?? 1) < 0.1 ? 'round' : 'butt'}
      />
    );
  }
  return (
    <>
      <line
        x1={2}
        x2={SIGN.width - 2}
        y1={y}
        y2={y}
        stroke={shape.color}
        strokeWidth={shape.width}
        strokeOpacity={shape.opacity ?? 1}
        strokeDasharray={shape.dash?.join(' ')}
        strokeLinecap={shape.dash && (shape.dash[0] ?? 1) > 1 ? 'butt' : 'round'}
      />
      {shape.arrow && <polygon points={points(arrowCorners(shape.width))} fill={shape.color} />}
    </>
  );
}

/** Which ports are drawn as one: what the pointer says on the map, for those who use none. */
function Groups({ groups }: { groups: readonly PortGroup[] }) {
  const t = useT();
  if (groups.length === 0) return null;
  return (
    <details>
      <summary>{t('map.legend.grouped', { count: groups.length })}</summary>
      <ul>
        {groups.map((group) => (
          <li key={group.ports[0]?.id}>{groupLines(group, t, Infinity).slice(1).join('. ')}</li>
        ))}
      </ul>
    </details>
  );
}

/** Of which countries nothing is known, for those who do not see the hatch. */
function NoData({ entries }: { entries: readonly LegendEntry[] }) {
  const t = useT();
  const found = entries.find((entry) => entry.kind === 'noData');
  if (!found) return null;
  const names = found.countries.map((code) => countryWords(t, code)).sort((a, b) => a.localeCompare(b));
  return (
    <details>
      <summary>{t('map.legend.noDataOf', { count: names.length })}</summary>
      <p>{names.join(', ')}</p>
    </details>
  );
}

/** Says what each sign on the map means, and nothing that is not on it. */
export function Legend({ view, data: given }: { view: ViewState; data: MapData }) {
  const t = useT();
  const stable = useStable(given);
  const { layers, allClusters, communities, weight } = view;
  const zoom = useMapZoom() ?? view.zoom;
  const data = useMemo(
    () => groupedData({ layers, communities }, stable, zoom),
    [layers, communities, stable, zoom],
  );
  const entries = useMemo(
    () => legendEntries({ layers, allClusters, communities, weight, zoom }, data),
    [layers, allClusters, communities, weight, zoom, data],
  );
  const palette = paletteOf(view.theme);
  const counts = countsText(leftOut(view, data, zoom), t);
  const hasLines = entries.some(({ kind }) => kind === 'legVoyage' || kind === 'routeRecurs');
  return (
    <section className={`legend legend-${view.theme}`} aria-label={t('map.legend.title')}>
      {LEGEND_GROUPS.map(({ id, kinds }) => {
        const group = entriesOf(entries, kinds);
        if (group.length === 0) return null;
        return (
          <div key={id} className={`legend-group legend-${id}`}>
            <h3>{t(`map.legend.${id}`)}</h3>
            <ul>
              {group.map((entry) => (
                <li key={legendText(entry, t)} className={`legend-${entry.kind}`}>
                  <svg
                    width={SIGN.width}
                    height={SIGN.height}
                    viewBox={id === 'lines' || id === 'certainty' ? undefined : CENTRE}
                    aria-hidden="true"
                  >
                    {legendSign(entry, palette).map((shape, i) => (
                      <Sign key={i} shape={shape} />
                    ))}
                  </svg>
                  {legendText(entry, t)}
                </li>
              ))}
            </ul>
            {id === 'places' && <Groups groups={[...(data.network?.grouping?.groups.values() ?? [])]} />}
            {id === 'places' && <NoData entries={group} />}
            {id === 'lines' && counts !== '' && <p>{t('map.legend.strongest', { counts })}.</p>}
            {id === 'lines' && hasLines && (
              <p>
                {t('map.legend.direction')}. {t('map.legend.fades')}.
              </p>
            )}
          </div>
        );
      })}
    </section>
  );
}
