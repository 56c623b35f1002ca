import type { Briefing } from '../../../shared/briefing.ts';
import { LIGHT } from '../../../shared/drawing/palette.ts';
import { aboutLine } from './about.ts';
import {
  FEATURE_LAYERS,
  featuresOf,
  type DataFeature,
  type FeatureLayer,
  type Geometry,
} from './features.ts';
import type { Coordinates } from './geometry.ts';
import { childElement, textElement, xmlDocument, xmlText, type XMLBuilder } from './xml.ts';

/** Folders by layer, in the words of the page. */
const FOLDERS: Readonly<Record<FeatureLayer, string>> = {
  selection: 'Selected',
  route: 'Routes',
  leg: 'Legs',
  cell: 'Hot spots',
  cluster: 'Clusters',
  seizure: 'Seizures',
  openEnd: 'One end not stated',
  place: 'Places',
};

/** `#rrggbb` and an opacity of 0 to 255 as KML writes colours: opacity, blue, green, red. */
function kmlColor(color: string, opacity = 255): string {
  const [, red = '00', green = '00', blue = '00'] = /^#(..)(..)(..)$/.exec(color) ?? [];
  return `${opacity.toString(16).padStart(2, '0')}${blue}${green}${red}`;
}

interface Style {
  readonly id: string;
  readonly color: string;
  /** Of lines, px. */
  readonly width?: number;
  readonly area?: boolean;
}
const STYLES: readonly Style[] = [
  { id: 'selection', color: kmlColor(LIGHT.selected), width: 5 },
  { id: 'route-recurs', color: kmlColor(LIGHT.route), width: 4 },
  { id: 'route-once', color: kmlColor(LIGHT.once), width: 2 },
  { id: 'leg', color: kmlColor(LIGHT.voyage), width: 2 },
  { id: 'leg-seizure', color: kmlColor(LIGHT.seizureLeg), width: 2 },
  { id: 'cell-hot', color: kmlColor(LIGHT.hot, 128), area: true },
  { id: 'cell-cold', color: kmlColor(LIGHT.cold, 128), area: true },
  { id: 'cell-none', color: kmlColor(LIGHT.cellLine, 26), area: true },
  { id: 'cluster', color: kmlColor(LIGHT.hot) },
  { id: 'seizure', color: kmlColor(LIGHT.seizureLeg) },
  { id: 'openEnd', color: kmlColor(LIGHT.once) },
  { id: 'place', color: kmlColor(LIGHT.port) },
];

function styleOf({ layer, properties }: DataFeature): string {
  if (layer === 'route') return properties['recurs'] === true ? 'route-recurs' : 'route-once';
  if (layer === 'leg') return Number(properties['voyageLegs']) > 0 ? 'leg' : 'leg-seizure';
  return layer === 'cell' ? `cell-${String(properties['class'])}` : layer;
}

/** What a figure draws as KML 2.2: a folder for each layer, numbers in each description and as data. */
export function toKml(briefing: Briefing): string {
  const root = xmlDocument('kml', { xmlns: 'http://www.opengis.net/kml/2.2' });
  const document = childElement(root, 'Document');
  textElement(document, 'name', briefing.spec.title ?? `Leeward ${briefing.about.code}`);
  textElement(document, 'description', asHtml(aboutLine(briefing)));
  STYLES.forEach((style) => addStyle(document, style));
  const features = featuresOf(briefing);
  for (const layer of FEATURE_LAYERS) {
    const own = features.filter((feature) => feature.layer === layer && feature.geometry !== null);
    if (own.length === 0) continue;
    const folder = childElement(document, 'Folder');
    textElement(folder, 'name', FOLDERS[layer]);
    own.forEach((feature) => addPlacemark(folder, feature));
  }
  return xmlText(root);
}

function addStyle(parent: XMLBuilder, { id, color, width, area }: Style): void {
  const style = childElement(parent, 'Style', { id });
  if (area) {
    textElement(childElement(style, 'LineStyle'), 'color', color);
    textElement(childElement(style, 'PolyStyle'), 'color', color);
  } else if (width === undefined) {
    textElement(childElement(style, 'IconStyle'), 'color', color);
  } else {
    const line = childElement(style, 'LineStyle');
    textElement(line, 'color', color);
    textElement(line, 'width', width);
  }
}

/** Viewers show a description as HTML, so a name with `<b>` in it is escaped once for that and once for XML. */
const asHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const valueText = (value: unknown): string =>
  Array.isArray(value) || (typeof value === 'object' && value !== null)
    ? JSON.stringify(value)
    : String(value);

function addPlacemark(folder: XMLBuilder, feature: DataFeature): void {
  const { name, geometry, properties } = feature;
  const placemark = childElement(folder, 'Placemark');
  textElement(placemark, 'name', name);
  const data = Object.entries(properties).filter(([, value]) => value !== null && value !== undefined);
  const lines = data.filter(([, value]) => typeof value !== 'object');
  textElement(
    placemark,
    'description',
    lines.map(([key, value]) => asHtml(`${key}: ${valueText(value)}`)).join('<br>'),
  );
  textElement(placemark, 'styleUrl', `#${styleOf(feature)}`);
  const extended = childElement(placemark, 'ExtendedData');
  for (const [key, value] of data)
    textElement(childElement(extended, 'Data', { name: key }), 'value', valueText(value));
  if (geometry) addGeometry(placemark, geometry);
}

const coordinatesText = (line: readonly Coordinates[]): string =>
  line.map(([longitude, latitude]) => `${longitude},${latitude}`).join(' ');

function addLine(parent: XMLBuilder, line: readonly Coordinates[]): void {
  const element = childElement(parent, 'LineString');
  textElement(element, 'tessellate', 1);
  textElement(element, 'coordinates', coordinatesText(line));
}

function addGeometry(parent: XMLBuilder, geometry: Geometry): void {
  switch (geometry.type) {
    case 'Point':
      textElement(childElement(parent, 'Point'), 'coordinates', coordinatesText([geometry.coordinates]));
      return;
    case 'LineString':
      addLine(parent, geometry.coordinates);
      return;
    case 'MultiLineString': {
      const many = childElement(parent, 'MultiGeometry');
      geometry.coordinates.forEach((line) => addLine(many, line));
      return;
    }
    case 'Polygon': {
      const ring = childElement(
        childElement(childElement(parent, 'Polygon'), 'outerBoundaryIs'),
        'LinearRing',
      );
      textElement(ring, 'coordinates', coordinatesText(geometry.coordinates[0] ?? []));
    }
  }
}
