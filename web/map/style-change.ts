import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../../shared/drawing/palette.ts';
import { CHANGES, CLEAR_Q, type ChangeKind, type LegChange } from '../compare/change.ts';
import { collection, type Drawn } from './derive.ts';
import { grow, is } from './style-parts.ts';

/** Orange to purple after ColorBrewer's PuOr (Brewer 2002), told apart by all kinds of colour vision. */
const COLORS: Readonly<Record<Palette['theme'], Readonly<Record<ChangeKind, string>>>> = {
  dark: { onlyA: '#ff9a2e', more: '#ffd19a', same: '#93a7b4', fewer: '#c8bcf5', onlyB: '#9a7bff' },
  light: { onlyA: '#a34a00', more: '#e08a2e', same: '#6f7a82', fewer: '#9183c4', onlyB: '#4c1d86' },
};
/** The colour of a change. */
export const changeColor = (theme: Palette['theme'], kind: ChangeKind): string => COLORS[theme][kind];

/** Width of the smallest and of the largest difference, px at zoom 7; what does not differ has the least. */
const WIDTH = { least: 1.2, most: 6 };

/** Legs by how they changed: the wider, the larger the difference; what chance explains is drawn weakly. */
export function drawChanges(changes: readonly LegChange[]): Drawn {
  const most = Math.max(...changes.map(({ difference }) => Math.abs(difference)), 1e-9);
  return collection(
    changes.flatMap(({ id, kind, q, difference, overWater, lines }) =>
      lines.map((coordinates) => {
        const width = WIDTH.least + (WIDTH.most - WIDTH.least) * Math.sqrt(Math.abs(difference) / most);
        const clear = q < CLEAR_Q;
        return {
          type: 'Feature' as const,
          geometry: { type: 'LineString' as const, coordinates },
          properties: {
            id,
            kind,
            width: overWater ? width : Math.min(width, 2),
            offset: 0.8 + width / 2,
            size: Math.min(1, (width * 1.1 + 5) / 12),
            opacity: (clear ? 0.95 : 0.5) * (overWater ? 1 : 0.6),
            weight: Math.abs(difference) + (clear ? most : 0),
          },
        };
      }),
    ),
  );
}

/** Lines coloured by change, on a casing, with the way they lead. */
export function changeLayers(palette: Palette): LayerSpecification[] {
  const color = [
    'match',
    ['get', 'kind'],
    ...CHANGES.filter((kind) => kind !== 'same').flatMap((kind) => [kind, changeColor(palette.theme, kind)]),
    changeColor(palette.theme, 'same'),
  ] as unknown as ExpressionSpecification;
  const layout = { 'line-cap': 'round', 'line-join': 'round', 'line-sort-key': ['get', 'weight'] } as const;
  return [
    {
      id: 'change-casing-line',
      type: 'line',
      source: 'change',
      filter: ['!', is('kind', 'same')] as FilterSpecification,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.sea,
        'line-width': grow('width', 2),
        'line-offset': grow('offset'),
        'line-opacity': 0.5,
      },
    },
    {
      // By this beginning the pointer knows a leg.
      id: 'legs-change',
      type: 'line',
      source: 'change',
      layout: layout as unknown as Record<string, never>,
      paint: {
        'line-color': color,
        'line-width': grow('width'),
        'line-offset': grow('offset'),
        'line-opacity': ['get', 'opacity'],
      },
    },
    {
      id: 'change-arrows',
      type: 'symbol',
      source: 'change',
      filter: ['!', is('kind', 'same')] as FilterSpecification,
      layout: {
        'symbol-placement': 'line-center',
        'icon-image': 'arrow',
        'icon-rotation-alignment': 'map',
        'icon-keep-upright': false,
        'icon-size': grow('size'),
      },
      paint: { 'icon-color': color, 'icon-opacity': ['get', 'opacity'] },
    },
  ];
}
