import type { SourceSpecification, StyleSpecification } from 'maplibre-gl';

const hasNothing = (source: SourceSpecification | undefined): boolean =>
  source?.type === 'geojson' &&
  typeof source.data === 'object' &&
  source.data.type === 'FeatureCollection' &&
  source.data.features.length === 0;

/**
 * A style without the layers that have nothing to draw: each would cost the map a tile for every part of the view and
 * a message to its worker and back. The fence is filled by the page itself.
 */
export function leanStyle(style: StyleSpecification): StyleSpecification {
  return {
    ...style,
    layers: style.layers.filter(
      (layer) => !('source' in layer) || layer.source === 'fence' || !hasNothing(style.sources[layer.source]),
    ),
  };
}
