import type { Briefing } from '../../../shared/briefing.ts';
import type { Position } from '../../../shared/geo.ts';
import { aboutLine } from './about.ts';
import { placeNames } from './features.ts';
import { boundsOf, cutAtDateLine, rounded, type Coordinates } from './geometry.ts';
import { childElement, textElement, xmlDocument, xmlText, type XMLBuilder } from './xml.ts';

interface Track {
  readonly name: string;
  readonly description: string;
  readonly type: 'selection' | 'route' | 'leg';
  readonly steps: readonly (readonly Position[])[];
}

/**
 * What a figure draws as GPX 1.1: a track for what is selected and for each route, its steps in order, then one for each leg; a waypoint for
 * each place, and for each end of a way whose other end is not stated. The lines are likely ways over water, not
 * courses that anyone sailed, and say so.
 */
export function toGpx(briefing: Briefing): string {
  const root = xmlDocument('gpx', {
    version: '1.1',
    creator: 'Leeward',
    xmlns: 'http://www.topografix.com/GPX/1/1',
  });
  const tracks = [...selectedTrack(briefing), ...routeTracks(briefing), ...legTracks(briefing)].map(
    (track) => ({
      ...track,
      segments: track.steps.flatMap(cutAtDateLine),
    }),
  );
  const { places, openEnds } = briefing.scene;
  const points = [...places, ...openEnds].map(({ position }) => rounded(position));
  addMetadata(root, briefing, [...points, ...tracks.flatMap(({ segments }) => segments.flat())]);
  for (const { position, name, kind } of places) {
    addPoint(root, 'wpt', rounded(position), [
      ['name', name],
      ['type', kind],
    ]);
  }
  for (const { position, placeName, unknown, seizureId } of openEnds) {
    const about = `${seizureId}: ${unknown} not stated`;
    addPoint(root, 'wpt', rounded(position), [
      ['name', placeName],
      ['desc', about],
      ['type', 'open end'],
    ]);
  }
  tracks.forEach((track, i) => addTrack(root, track, i + 1));
  return xmlText(root);
}

/** In the order that the schema asks for. */
function addMetadata(root: XMLBuilder, briefing: Briefing, positions: readonly Coordinates[]): void {
  const metadata = childElement(root, 'metadata');
  textElement(metadata, 'name', briefing.spec.title ?? `Leeward ${briefing.about.code}`);
  textElement(metadata, 'desc', aboutLine(briefing));
  textElement(metadata, 'time', briefing.about.runStartedAt);
  textElement(metadata, 'keywords', briefing.about.code);
  const bounds = boundsOf(positions.map(gpxPosition));
  if (bounds === null) return;
  const [west, south, east, north] = bounds.map(String);
  childElement(metadata, 'bounds', {
    minlat: south ?? '',
    minlon: west ?? '',
    maxlat: north ?? '',
    maxlon: east ?? '',
  });
}

/** GPX has longitudes from -180 up to, but not, 180. */
const gpxPosition = ([longitude, latitude]: Coordinates): Coordinates => [
  longitude === 180 ? -180 : longitude,
  latitude,
];

function addPoint(
  parent: XMLBuilder,
  element: 'wpt' | 'trkpt',
  position: Coordinates,
  texts: readonly (readonly [name: string, text: string])[],
): void {
  const [longitude, latitude] = gpxPosition(position);
  const point = childElement(parent, element, { lat: String(latitude), lon: String(longitude) });
  for (const [name, text] of texts) textElement(point, name, text);
}

const NOT_SAILED = 'A likely way, not a recorded course.';

function selectedTrack({ scene: { selection } }: Briefing): Track[] {
  if (selection === null || selection.steps.length === 0) return [];
  const { name, steps } = selection;
  return [{ name, description: NOT_SAILED, type: 'selection', steps: steps.map(({ line }) => line) }];
}

function routeTracks({ scene, routes }: Briefing): Track[] {
  const rowOf = new Map(routes.map((row) => [row.id, row]));
  return scene.routes.map(({ id, lines, effectiveSupport, independentEvents, recurs }) => ({
    name: rowOf.get(id)?.places.join(' > ') ?? id,
    description: `${recurs ? 'Recurs' : 'Seen once'}: effective support ${effectiveSupport}, events ${independentEvents}. ${NOT_SAILED}`,
    type: 'route',
    steps: lines,
  }));
}

function legTracks(briefing: Briefing): Track[] {
  const names = placeNames(briefing);
  return briefing.scene.legs.map(({ from, to, line, voyageLegs, seizureLegs }) => ({
    name: `${names.get(from) ?? from} > ${names.get(to) ?? to}`,
    description: `Passages: ${voyageLegs} of voyages, ${seizureLegs} of seizures. ${NOT_SAILED}`,
    type: 'leg',
    steps: [line],
  }));
}

function addTrack(
  root: XMLBuilder,
  { name, description, type, segments }: Track & { readonly segments: readonly (readonly Coordinates[])[] },
  number: number,
): void {
  const track = childElement(root, 'trk');
  textElement(track, 'name', name);
  textElement(track, 'desc', description);
  textElement(track, 'number', number);
  textElement(track, 'type', type);
  for (const segment of segments) {
    const element = childElement(track, 'trkseg');
    for (const position of segment) addPoint(element, 'trkpt', position, []);
  }
}
