import type { Briefing } from '../../../shared/briefing.ts';
import { aboutData } from './about.ts';
import { featuresOf, type Geometry } from './features.ts';
import { boundsOf, type Coordinates } from './geometry.ts';

/**
 * What a figure draws as GeoJSON (RFC 7946): longitude before latitude, WGS 84 and so no `crs`, outer rings
 * counterclockwise, lines cut at the 180th meridian, `bbox`. The foreign member `leeward` says where it is from. An
 * end of a way that is not stated is a point at the end that is, with `unknown` saying which is not.
 */
export function toGeoJson(briefing: Briefing): string {
  const features = featuresOf(briefing).map(({ layer, id, name, geometry, properties }) => ({
    type: 'Feature',
    id,
    geometry,
    // The feature's id names its layer too; within the properties the record keeps its own.
    properties: { layer, name, ...properties },
  }));
  const bbox = boundsOf(features.flatMap(({ geometry }) => (geometry ? positionsOf(geometry) : [])));
  return `${JSON.stringify({
    type: 'FeatureCollection',
    ...(bbox === null ? {} : { bbox }),
    leeward: aboutData(briefing),
    features,
  })}\n`;
}

function positionsOf(geometry: Geometry): readonly Coordinates[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'LineString':
      return geometry.coordinates;
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat();
  }
}
