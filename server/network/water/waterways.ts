import type { Position } from '../../../shared/geo.ts';

/** A named passage that the land polygons close, or a river they do not open: followed as drawn. */
export interface Waterway {
  readonly name: string;
  /** From one mouth inland; straight between positions, so its length falls short of the real bends. */
  readonly line: readonly Position[];
  /** Which ends lie in open water and join it to the sea. */
  readonly mouths: 'first' | 'both';
}

/**
 * Waterways the wider Caribbean's traffic depends on and that Natural Earth land, without lakes and rivers,
 * leaves closed. Positions are set by hand from general geography, good to a few km. A port nearer to one of these
 * positions than to the sea joins the waterway there.
 */
export const WATERWAYS: readonly Waterway[] = [
  {
    name: 'Panama Canal',
    // Limon Bay, Gatun Locks, Gatun Lake, Gamboa, Pedro Miguel, Miraflores, Balboa reach, Bay of Panama.
    line: [
      [-79.92, 9.37],
      [-79.92, 9.27],
      [-79.83, 9.18],
      [-79.7, 9.12],
      [-79.61, 9.02],
      [-79.59, 8.99],
      [-79.55, 8.93],
      [-79.5, 8.83],
    ],
    mouths: 'both',
  },
  {
    name: 'Mississippi River',
    // Southwest Pass, Head of Passes, Venice, Port Sulphur, Belle Chasse, New Orleans, Laplace, Baton Rouge.
    line: [
      [-89.43, 28.88],
      [-89.25, 29.15],
      [-89.35, 29.27],
      [-89.68, 29.47],
      [-89.98, 29.85],
      [-90.06, 29.95],
      [-90.48, 30.05],
      [-91.2, 30.44],
    ],
    mouths: 'first',
  },
  {
    name: 'Orinoco River',
    // Boca Grande, Curiapo, Barrancas, Puerto Ordaz, Ciudad Bolivar.
    line: [
      [-60.45, 8.75],
      [-61.0, 8.55],
      [-62.18, 8.7],
      [-62.72, 8.33],
      [-63.55, 8.14],
    ],
    mouths: 'first',
  },
  {
    name: 'Demerara River',
    // Off the bar, Georgetown, Linden.
    line: [
      [-58.12, 6.93],
      [-58.17, 6.82],
      [-58.2, 6.4],
      [-58.3, 6.0],
    ],
    mouths: 'first',
  },
  {
    name: 'Calcasieu Ship Channel',
    // Off Cameron, Cameron, Calcasieu Lake, Lake Charles.
    line: [
      [-93.35, 29.7],
      [-93.34, 29.79],
      [-93.3, 30.02],
      [-93.25, 30.22],
    ],
    mouths: 'first',
  },
  {
    name: 'Gironde',
    // Off Royan, Pauillac, Bec d'Ambes, Bordeaux.
    line: [
      [-1.3, 45.6],
      [-1.0, 45.55],
      [-0.74, 45.2],
      [-0.56, 45.03],
      [-0.55, 44.86],
    ],
    mouths: 'first',
  },
  {
    name: 'Elbe',
    // Mouth north of Cuxhaven, Brunsbuttel, Gluckstadt, Wedel, Hamburg.
    line: [
      [8.3, 54.0],
      [8.75, 53.88],
      [9.15, 53.88],
      [9.4, 53.8],
      [9.68, 53.57],
      [9.95, 53.54],
    ],
    mouths: 'first',
  },
  {
    name: 'Western Scheldt',
    // Off Vlissingen, Terneuzen, Hansweert, Doel, Antwerp.
    line: [
      [3.3, 51.45],
      [3.57, 51.42],
      [3.82, 51.35],
      [4.0, 51.43],
      [4.25, 51.32],
      [4.38, 51.23],
    ],
    mouths: 'first',
  },
  {
    name: 'St Lawrence Seaway',
    // Ile d'Orleans, Quebec, Trois-Rivieres, Sorel, Montreal, Beauharnois, Valleyfield, Cornwall, Massena,
    // Prescott, Brockville, Alexandria Bay, Kingston, Lake Ontario, Toronto.
    line: [
      [-70.3, 47.3],
      [-70.75, 46.97],
      [-71.2, 46.82],
      [-72.54, 46.33],
      [-73.11, 46.05],
      [-73.53, 45.52],
      [-73.9, 45.31],
      [-74.13, 45.22],
      [-74.72, 45.01],
      [-74.9, 44.98],
      [-75.5, 44.71],
      [-75.68, 44.58],
      [-75.92, 44.34],
      [-76.45, 44.2],
      [-76.8, 43.85],
      [-79.37, 43.63],
    ],
    mouths: 'first',
  },
];
