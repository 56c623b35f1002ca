import type { GoodsFamily } from '../../../shared/drawing/palette.ts';
import type { Stroke } from '../../../shared/drawing/scales.ts';
import type { Language } from '../../../shared/languages.ts';
import type { Plurals } from './format.ts';

/** Outline of a cluster: chance explains it badly, or nothing was tested. */
export type ClusterSign = 'sure' | 'density';

/** What a figure says beside its data. `{…}` are filled in. */
export interface FigureWords {
  /** Titles that a figure has by itself: of a selection, of routes, of seizures alone. */
  readonly title: Readonly<Record<'routes' | 'seizures' | 'spots' | 'ports', string>>;
  readonly compass: Readonly<Record<'north' | 'south' | 'east' | 'west', string>>;
  readonly scaleAt: string;
  readonly originNotStated: string;
  readonly destinationNotStated: string;
  readonly synthetic: Readonly<Record<'all' | 'some', string>>;
  readonly groups: Readonly<
    Record<'lines' | 'certainty' | 'goods' | 'cells' | 'clusters' | 'places' | 'data', string>
  >;
  readonly routeRecurs: string;
  readonly routeOnce: string;
  readonly voyages: Plurals;
  readonly seizureLegs: Plurals;
  readonly direct: string;
  readonly selected: string;
  readonly stroke: Readonly<Record<Stroke, string>>;
  readonly goods: Readonly<Record<GoodsFamily, string>>;
  readonly seizureArea: string;
  readonly several: string;
  readonly cell: Readonly<Record<'hot' | 'cold' | 'none', string>>;
  readonly cluster: Readonly<Record<ClusterSign, string>>;
  readonly openEnd: string;
  readonly port: string;
  readonly place: string;
  readonly noData: string;
  readonly madeUp: string;
  readonly arrows: string;
  readonly drawn: Readonly<Record<'routes' | 'legs', string>>;
  readonly strongest: string;
  readonly nothing: string;
  readonly readQ: string;
  readonly readRecurs: string;
  readonly readCells: string;
  readonly coast: string;
  readonly projection: string;
}

const EN: FigureWords = {
  title: {
    routes: 'Trafficking routes and seizures',
    seizures: 'Seizures',
    spots: 'Where seizures cluster',
    ports: 'Ports and their traffic',
  },
  compass: { north: 'N', south: 'S', east: 'E', west: 'W' },
  scaleAt: 'Scale at {latitude}',
  originNotStated: 'Origin not stated',
  destinationNotStated: 'Destination not stated',
  synthetic: { all: 'Synthetic data', some: 'Includes synthetic data' },
  groups: {
    lines: 'Routes and legs',
    certainty: 'How sure',
    goods: 'Seizures, by goods',
    cells: 'Hot spots',
    clusters: 'Clusters',
    places: 'Places',
    data: 'Data',
  },
  routeRecurs: 'Route that recurs',
  routeOnce: 'Sequence seen once',
  voyages: { one: 'Voyages, one a leg', other: 'Voyages, 1 to {count} a leg' },
  seizureLegs: { one: 'Seizures, one a leg', other: 'Seizures, 1 to {count} a leg' },
  direct: 'By air, or way not known',
  selected: 'Selected, stops in order',
  stroke: { solid: 'Observed or stated', dashed: 'Inferred', dotted: 'Assumed' },
  goods: {
    cocaine: 'Cocaine',
    cannabis: 'Cannabis',
    otherDrugs: 'Other drugs',
    arms: 'Arms',
    cash: 'Cash',
    other: 'Other, unstated',
  },
  seizureArea: 'Known only to this area',
  several: 'Larger: several in one place',
  cell: { hot: 'More than chance', cold: 'Fewer than chance', none: 'Not significant' },
  cluster: { sure: 'Chance explains it badly', density: 'Close together, not tested' },
  openEnd: 'One end not stated',
  port: 'Port, by calls',
  place: 'Area, no port named',
  noData: 'No data: no report, no call',
  madeUp: 'Made up for demonstration',
  arrows: 'Arrowheads point the way of travel, each way on its right',
  drawn: { routes: '{shown} of {total} routes', legs: '{shown} of {total} legs' },
  strongest: 'Drawn at this scale: {list}, the best supported',
  nothing: 'Nothing to show here with these filters',
  readQ:
    'q: the share of false finds to expect among all called significant at that value; below 0.05 counts.',
  readRecurs:
    'A route recurs when at least two events that stand apart went that way; what was seen once is a case.',
  readCells:
    'Hot: more seizures than chance would give (Gi*, q below 0.05). Few reports can also mean little reporting.',
  coast: 'Coast: Natural Earth 1:10m',
  projection: 'Mercator',
};

const ES: FigureWords = {
  title: {
    routes: 'Rutas de tráfico e incautaciones',
    seizures: 'Incautaciones',
    spots: 'Dónde se concentran las incautaciones',
    ports: 'Los puertos y su tráfico',
  },
  compass: { north: 'N', south: 'S', east: 'E', west: 'O' },
  scaleAt: 'Escala a {latitude}',
  originNotStated: 'Origen no declarado',
  destinationNotStated: 'Destino no declarado',
  synthetic: { all: 'Datos sintéticos', some: 'Incluye datos sintéticos' },
  groups: {
    lines: 'Rutas y tramos',
    certainty: 'Grado de certeza',
    goods: 'Incautaciones, por mercancía',
    cells: 'Zonas críticas',
    clusters: 'Conglomerados',
    places: 'Lugares',
    data: 'Datos',
  },
  routeRecurs: 'Ruta que se repite',
  routeOnce: 'Secuencia vista una vez',
  voyages: { one: 'Viajes, uno por tramo', other: 'Viajes, de 1 a {count} por tramo' },
  seizureLegs: { one: 'Incautaciones, una por tramo', other: 'Incautaciones, de 1 a {count} por tramo' },
  direct: 'Por aire, o camino desconocido',
  selected: 'Selección, paradas en orden',
  stroke: { solid: 'Observado o declarado', dashed: 'Inferido', dotted: 'Supuesto' },
  goods: {
    cocaine: 'Cocaína',
    cannabis: 'Cannabis',
    otherDrugs: 'Otras drogas',
    arms: 'Armas',
    cash: 'Dinero en efectivo',
    other: 'Otra, no declarada',
  },
  seizureArea: 'Solo se conoce esta zona',
  several: 'Mayor: varias en un mismo lugar',
  cell: { hot: 'Más que por azar', cold: 'Menos que por azar', none: 'No significativo' },
  cluster: { sure: 'El azar lo explica mal', density: 'Próximas entre sí, sin prueba' },
  openEnd: 'Un extremo no declarado',
  port: 'Puerto, por escalas',
  place: 'Zona, sin puerto nombrado',
  noData: 'Sin datos: ni informes ni escalas',
  madeUp: 'Inventados para demostración',
  arrows: 'Las flechas indican el sentido del viaje; cada sentido, a su derecha',
  drawn: { routes: '{shown} de {total} rutas', legs: '{shown} de {total} tramos' },
  strongest: 'Dibujado a esta escala: {list}, lo mejor respaldado',
  nothing: 'Nada que mostrar aquí con estos filtros',
  readQ:
    'q: proporción de hallazgos falsos que cabe esperar entre los llamados significativos a ese valor; cuenta por debajo de 0,05.',
  readRecurs:
    'Una ruta se repite cuando al menos dos hechos independientes entre sí siguieron ese camino; lo visto una vez es un caso.',
  readCells:
    'Zona crítica: más incautaciones de las que daría el azar (Gi*, q inferior a 0,05). Pocas pueden deberse también a que se informa poco.',
  coast: 'Costa: Natural Earth 1:10m',
  projection: 'Mercator',
};

const FR: FigureWords = {
  title: {
    routes: 'Routes du trafic et saisies',
    seizures: 'Saisies',
    spots: 'Où les saisies se concentrent',
    ports: 'Les ports et leur trafic',
  },
  compass: { north: 'N', south: 'S', east: 'E', west: 'O' },
  scaleAt: 'Échelle à {latitude}',
  originNotStated: 'Origine non déclarée',
  destinationNotStated: 'Destination non déclarée',
  synthetic: { all: 'Données synthétiques', some: 'Comprend des données synthétiques' },
  groups: {
    lines: 'Routes et tronçons',
    certainty: 'Degré de certitude',
    goods: 'Saisies, par marchandise',
    cells: 'Points chauds',
    clusters: 'Agrégats',
    places: 'Lieux',
    data: 'Données',
  },
  routeRecurs: 'Route qui se répète',
  routeOnce: 'Séquence vue une fois',
  voyages: { one: 'Voyages, un par tronçon', other: 'Voyages, de 1 à {count} par tronçon' },
  seizureLegs: { one: 'Saisies, une par tronçon', other: 'Saisies, de 1 à {count} par tronçon' },
  direct: 'Par air, ou chemin inconnu',
  selected: 'Sélection, étapes dans l’ordre',
  stroke: { solid: 'Observé ou déclaré', dashed: 'Déduit', dotted: 'Supposé' },
  goods: {
    cocaine: 'Cocaïne',
    cannabis: 'Cannabis',
    otherDrugs: 'Autres drogues',
    arms: 'Armes',
    cash: 'Argent liquide',
    other: 'Autre, non déclarée',
  },
  seizureArea: 'Connue à cette zone près',
  several: 'Plus grand : plusieurs au même lieu',
  cell: { hot: 'Plus que le hasard', cold: 'Moins que le hasard', none: 'Non significatif' },
  cluster: { sure: 'Le hasard l’explique mal', density: 'Proches entre elles, non testé' },
  openEnd: 'Une extrémité non déclarée',
  port: 'Port, selon ses escales',
  place: 'Zone, sans port nommé',
  noData: 'Sans données : ni rapport ni escale',
  madeUp: 'Inventées pour démonstration',
  arrows: 'Les flèches indiquent le sens du voyage ; chaque sens est à sa droite',
  drawn: { routes: '{shown} routes sur {total}', legs: '{shown} tronçons sur {total}' },
  strongest: 'Dessiné à cette échelle : {list}, les mieux étayés',
  nothing: 'Rien à montrer ici avec ces filtres',
  readQ:
    'q : part de fausses trouvailles à attendre parmi celles dites significatives à cette valeur ; compte au-dessous de 0,05.',
  readRecurs:
    'Une route se répète quand au moins deux faits indépendants l’un de l’autre ont suivi ce chemin ; ce qui n’a été vu qu’une fois est un cas.',
  readCells:
    'Point chaud : plus de saisies que n’en donnerait le hasard (Gi*, q sous 0,05). Peu de saisies peut aussi vouloir dire peu de rapports.',
  coast: 'Côtes : Natural Earth 1:10m',
  projection: 'Mercator',
};

const NL: FigureWords = {
  title: {
    routes: 'Smokkelroutes en inbeslagnames',
    seizures: 'Inbeslagnames',
    spots: 'Waar inbeslagnames samenkomen',
    ports: 'Havens en hun verkeer',
  },
  compass: { north: 'N', south: 'Z', east: 'O', west: 'W' },
  scaleAt: 'Schaal op {latitude}',
  originNotStated: 'Herkomst niet vermeld',
  destinationNotStated: 'Bestemming niet vermeld',
  synthetic: { all: 'Synthetische gegevens', some: 'Bevat synthetische gegevens' },
  groups: {
    lines: 'Routes en trajecten',
    certainty: 'Hoe zeker',
    goods: 'Inbeslagnames, naar goederen',
    cells: 'Hotspots',
    clusters: 'Clusters',
    places: 'Plaatsen',
    data: 'Gegevens',
  },
  routeRecurs: 'Route die terugkeert',
  routeOnce: 'Reeks, één keer gezien',
  voyages: { one: 'Reizen, één per traject', other: 'Reizen, 1 tot {count} per traject' },
  seizureLegs: { one: 'Inbeslagnames, één per traject', other: 'Inbeslagnames, 1 tot {count} per traject' },
  direct: 'Door de lucht, of weg onbekend',
  selected: 'Gekozen, haltes op volgorde',
  stroke: { solid: 'Waargenomen of vermeld', dashed: 'Afgeleid', dotted: 'Aangenomen' },
  goods: {
    cocaine: 'Cocaïne',
    cannabis: 'Cannabis',
    otherDrugs: 'Andere drugs',
    arms: 'Wapens',
    cash: 'Contant geld',
    other: 'Anders, niet vermeld',
  },
  seizureArea: 'Alleen tot dit gebied bekend',
  several: 'Groter: meer op één plaats',
  cell: { hot: 'Meer dan toeval', cold: 'Minder dan toeval', none: 'Niet significant' },
  cluster: { sure: 'Toeval verklaart het slecht', density: 'Dicht bijeen, niet getoetst' },
  openEnd: 'Eén einde niet vermeld',
  port: 'Haven, naar bezoeken',
  place: 'Gebied, geen haven genoemd',
  noData: 'Geen gegevens: geen melding of bezoek',
  madeUp: 'Verzonnen ter demonstratie',
  arrows: 'Pijlpunten wijzen de reisrichting; elke richting loopt aan haar rechterkant',
  drawn: { routes: '{shown} van {total} routes', legs: '{shown} van {total} trajecten' },
  strongest: 'Getekend op deze schaal: {list}, het best gesteund',
  nothing: 'Niets te tonen hier met deze filters',
  readQ:
    'q: het deel valse vondsten dat te verwachten is onder alles wat bij die waarde significant heet; onder 0,05 telt.',
  readRecurs:
    'Een route keert terug als minstens twee voorvallen die los van elkaar staan die weg gingen; wat één keer is gezien, is een zaak.',
  readCells:
    'Hotspot: meer inbeslagnames dan het toeval zou geven (Gi*, q onder 0,05). Weinig kan ook betekenen dat er weinig gemeld wordt.',
  coast: 'Kust: Natural Earth 1:10m',
  projection: 'Mercator',
};

/** The words of figures in each language. */
export const FIGURE_WORDS: Readonly<Record<Language, FigureWords>> = { en: EN, es: ES, fr: FR, nl: NL };
