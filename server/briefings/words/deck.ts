import type { Language } from '../../../shared/languages.ts';
import type { Plurals } from './format.ts';

/** What the slides say beside what the pages say; values stand at `{name}`. */
export interface DeckWords {
  readonly claim: string;
  readonly surprising: Plurals;
  /** Follows `surprising`: how many of the routes rest on synthetic data alone. */
  readonly madeUp: Plurals;
  readonly clusters: string;
  /** Below a large number: no `{count}` in them. */
  readonly fact: Readonly<Record<'recur' | 'once' | 'cells' | 'seizures' | 'voyages', Plurals>>;
  readonly chart: string;
  readonly chartAlt: string;
  readonly slide: string;
  readonly notes: Readonly<Record<'says' | 'means' | 'limits' | 'sources' | 'about' | 'more', string>>;
}

const EN: DeckWords = {
  claim: '{recur}; best supported: {route}',
  surprising: {
    one: 'Of the {of} best supported routes, {count} goes far more often than its traffic explains',
    other: 'Of the {of} best supported routes, {count} go far more often than their traffic explains',
  },
  madeUp: {
    one: '; {count} rests on synthetic data alone',
    other: '; {count} rest on synthetic data alone',
  },
  clusters: 'Seizures cluster near {places}',
  fact: {
    recur: { one: 'route recurs', other: 'routes recur' },
    once: { one: 'sequence seen once', other: 'sequences seen once' },
    cells: { one: 'hot cell', other: 'hot cells' },
    seizures: { one: 'seizure', other: 'seizures' },
    voyages: { one: 'voyage', other: 'voyages' },
  },
  chart: 'Effective support',
  chartAlt: 'Bars: effective support of the routes of the table, by their number.',
  slide: 'Slide {slide} of {slides}',
  notes: {
    says: 'What the numbers say',
    means: 'What the numbers mean',
    limits: 'Limits',
    sources: 'Sources',
    about: 'Where this comes from',
    more: 'and {count} more sources',
  },
};

const ES: DeckWords = {
  claim: '{recur}; la de más respaldo: {route}',
  surprising: {
    one: 'De las {of} rutas con más respaldo, {count} se da mucho más a menudo de lo que explica su tráfico',
    other:
      'De las {of} rutas con más respaldo, {count} se dan mucho más a menudo de lo que explica su tráfico',
  },
  madeUp: {
    one: '; {count} se apoya solo en datos sintéticos',
    other: '; {count} se apoyan solo en datos sintéticos',
  },
  clusters: 'Las incautaciones se concentran cerca de {places}',
  fact: {
    recur: { one: 'ruta recurrente', other: 'rutas recurrentes' },
    once: { one: 'secuencia vista una vez', other: 'secuencias vistas una vez' },
    cells: { one: 'celda crítica', other: 'celdas críticas' },
    seizures: { one: 'incautación', other: 'incautaciones' },
    voyages: { one: 'viaje', other: 'viajes' },
  },
  chart: 'Respaldo efectivo',
  chartAlt: 'Barras: respaldo efectivo de las rutas de la tabla, por su número.',
  slide: 'Diapositiva {slide} de {slides}',
  notes: {
    says: 'Qué dicen los números',
    means: 'Qué significan los números',
    limits: 'Límites',
    sources: 'Fuentes',
    about: 'De dónde viene esto',
    more: 'y {count} fuentes más',
  },
};

const FR: DeckWords = {
  claim: '{recur}\u00a0; la mieux appuyée\u00a0: {route}',
  surprising: {
    one: 'Sur les {of} routes les mieux appuyées, {count} est suivie bien plus souvent que ne l’explique son trafic',
    other:
      'Sur les {of} routes les mieux appuyées, {count} sont suivies bien plus souvent que ne l’explique leur trafic',
  },
  madeUp: {
    one: '\u00a0; {count} repose uniquement sur des données synthétiques',
    other: '\u00a0; {count} reposent uniquement sur des données synthétiques',
  },
  clusters: 'Les saisies se concentrent près de {places}',
  fact: {
    recur: { one: 'route récurrente', other: 'routes récurrentes' },
    once: { one: 'séquence vue une fois', other: 'séquences vues une fois' },
    cells: { one: 'cellule chaude', other: 'cellules chaudes' },
    seizures: { one: 'saisie', other: 'saisies' },
    voyages: { one: 'voyage', other: 'voyages' },
  },
  chart: 'Appui effectif',
  chartAlt: 'Barres\u00a0: appui effectif des routes du tableau, par leur numéro.',
  slide: 'Diapositive {slide} sur {slides}',
  notes: {
    says: 'Ce que disent les chiffres',
    means: 'Ce que veulent dire les chiffres',
    limits: 'Limites',
    sources: 'Sources',
    about: 'D’où cela vient',
    more: 'et {count} autres sources',
  },
};

const NL: DeckWords = {
  claim: '{recur}; best gesteund: {route}',
  surprising: {
    one: 'Van de {of} best gesteunde routes wordt {count} veel vaker gevaren dan het verkeer verklaart',
    other: 'Van de {of} best gesteunde routes worden er {count} veel vaker gevaren dan het verkeer verklaart',
  },
  madeUp: {
    one: '; {count} rust alleen op synthetische gegevens',
    other: '; {count} rusten alleen op synthetische gegevens',
  },
  clusters: 'Inbeslagnames clusteren bij {places}',
  fact: {
    recur: { one: 'route keert terug', other: 'routes keren terug' },
    once: { one: 'reeks één keer gezien', other: 'reeksen één keer gezien' },
    cells: { one: 'hotspotcel', other: 'hotspotcellen' },
    seizures: { one: 'inbeslagname', other: 'inbeslagnames' },
    voyages: { one: 'reis', other: 'reizen' },
  },
  chart: 'Effectieve steun',
  chartAlt: 'Staven: effectieve steun van de routes in de tabel, naar hun nummer.',
  slide: 'Dia {slide} van {slides}',
  notes: {
    says: 'Wat de getallen zeggen',
    means: 'Wat de getallen betekenen',
    limits: 'Grenzen',
    sources: 'Bronnen',
    about: 'Waar dit vandaan komt',
    more: 'en nog {count} bronnen',
  },
};

export const DECK_WORDS: Readonly<Record<Language, DeckWords>> = { en: EN, es: ES, fr: FR, nl: NL };
