import type { Language } from '../../../shared/languages.ts';
import type { Plurals } from './format.ts';

/** What the panel of published totals says beside what the pages say; values stand at `{name}`. */
export interface TotalsWords {
  readonly title: string;
  /** What is counted, with the span of its dates, and without where no case is dated. */
  readonly scope: Readonly<Record<'dated' | 'undated', string>>;
  readonly cases: Plurals;
  readonly gap: Readonly<Record<'unknown' | 'none' | 'short' | 'over', string>>;
  readonly notTold: string;
  readonly statedByNone: string;
  readonly statedBy: Plurals;
  readonly twoCounts: string;
  readonly ratio: string;
  readonly readBars: string;
  readonly readLoaded: string;
  readonly leftOut: Plurals;
}

const EN: TotalsWords = {
  title: 'Published totals beside loaded cases',
  scope: {
    dated: 'Every loaded case of each operation, {span}; no filter applies',
    undated: 'Every loaded case of each operation; no filter applies',
  },
  cases: {
    one: '{count} case of this operation is loaded',
    other: '{count} cases of this operation are loaded',
  },
  gap: { unknown: 'not known', none: 'none', short: '{value} not loaded', over: '{value} more loaded' },
  notTold: 'Cases do not tell it apart',
  statedByNone: 'No case states a number',
  statedBy: { one: '{count} of {of} cases states a number', other: '{count} of {of} cases state a number' },
  twoCounts:
    'One release, two counts: {instances} seizures in its text, {headline} in its headline. They are the same work and are never added up.',
  ratio:
    '{item}: {now} against {before} in {operation}, {ratio} times as many, between {low} and {high} (exact 95% interval; p\u00a0{p}), if effort was equal. The release does not say that it was.',
  readBars:
    'Each bar has a scale of its own. Open at its right: more was published than the number says; dashed: about as much. Without a bar: no loaded case tells the number.',
  readLoaded:
    'Loaded is what the cases held here add up to; synthetic ones never count, and what no case states is not nought. Totals are never added to cases.',
  leftOut: {
    one: 'Left out for want of room: {count} of {of} totals. The data of the same run hold all of them.',
    other: 'Left out for want of room: {count} of {of} totals. The data of the same run hold all of them.',
  },
};

const ES: TotalsWords = {
  title: 'Totales publicados junto a los casos cargados',
  scope: {
    dated: 'Todos los casos cargados de cada operación, {span}; sin filtro',
    undated: 'Todos los casos cargados de cada operación; sin filtro',
  },
  cases: {
    one: 'Hay {count} caso cargado de esta operación',
    other: 'Hay {count} casos cargados de esta operación',
  },
  gap: { unknown: 'no se conoce', none: 'ninguna', short: '{value} sin cargar', over: '{value} de más' },
  notTold: 'Los casos no lo distinguen',
  statedByNone: 'Ningún caso indica un número',
  statedBy: {
    one: '{count} de {of} casos indica un número',
    other: '{count} de {of} casos indican un número',
  },
  twoCounts:
    'Un comunicado, dos recuentos: {instances} incautaciones en el texto, {headline} en el titular. Son el mismo trabajo y nunca se suman.',
  ratio:
    '{item}: {now} frente a {before} en {operation}, {ratio} veces la cifra anterior, entre {low} y {high} (intervalo exacto del 95\u00a0%; p\u00a0{p}), si el esfuerzo fue igual. El comunicado no dice que lo fuera.',
  readBars:
    'Cada barra tiene su propia escala. Abierta a la derecha: se publicó más de lo que dice el número; a trazos: una cifra aproximada. Sin barra: ningún caso cargado da el número.',
  readLoaded:
    'Lo cargado es la suma de los casos que hay aquí; los sintéticos nunca cuentan, y lo que ningún caso indica no es cero. Los totales nunca se suman a los casos.',
  leftOut: {
    one: 'Por falta de espacio falta {count} de {of} totales. Los datos del mismo análisis los tienen todos.',
    other:
      'Por falta de espacio faltan {count} de {of} totales. Los datos del mismo análisis los tienen todos.',
  },
};

const FR: TotalsWords = {
  title: 'Totaux publiés à côté des cas chargés',
  scope: {
    dated: 'Tous les cas chargés de chaque opération, {span}\u00a0; aucun filtre',
    undated: 'Tous les cas chargés de chaque opération\u00a0; aucun filtre',
  },
  cases: {
    one: '{count} cas de cette opération est chargé',
    other: '{count} cas de cette opération sont chargés',
  },
  gap: { unknown: 'inconnu', none: 'aucun', short: '{value} non chargés', over: '{value} de plus' },
  notTold: 'Les cas ne le distinguent pas',
  statedByNone: 'Aucun cas n’indique de nombre',
  statedBy: {
    one: '{count} cas sur {of} indique un nombre',
    other: '{count} cas sur {of} indiquent un nombre',
  },
  twoCounts:
    'Un communiqué, deux comptes\u00a0: {instances} saisies dans le texte, {headline} dans le titre. C’est le même travail et ils ne s’additionnent jamais.',
  ratio:
    '{item}\u00a0: {now} contre {before} lors de {operation}, soit {ratio} fois autant, entre {low} et {high} (intervalle exact à 95\u00a0%\u00a0; p\u00a0{p}), à effort égal. Le communiqué ne dit pas qu’il l’était.',
  readBars:
    'Chaque barre a sa propre échelle. Ouverte à droite\u00a0: il a été publié plus que ne dit le nombre\u00a0; en tirets\u00a0: un nombre approché. Sans barre\u00a0: aucun cas chargé ne donne le nombre.',
  readLoaded:
    'Ce qui est chargé est la somme des cas tenus ici\u00a0; les cas synthétiques ne comptent jamais, et ce qu’aucun cas n’indique n’est pas zéro. Les totaux ne s’ajoutent jamais aux cas.',
  leftOut: {
    one: 'Faute de place, {count} total sur {of} manque. Les données de la même analyse les ont tous.',
    other: 'Faute de place, {count} totaux sur {of} manquent. Les données de la même analyse les ont tous.',
  },
};

const NL: TotalsWords = {
  title: 'Gepubliceerde totalen naast geladen zaken',
  scope: {
    dated: 'Alle geladen zaken van elke operatie, {span}; zonder filter',
    undated: 'Alle geladen zaken van elke operatie; zonder filter',
  },
  cases: {
    one: 'Van deze operatie is {count} zaak geladen',
    other: 'Van deze operatie zijn {count} zaken geladen',
  },
  gap: { unknown: 'niet bekend', none: 'geen', short: '{value} niet geladen', over: '{value} meer geladen' },
  notTold: 'Zaken onderscheiden het niet',
  statedByNone: 'Geen zaak noemt een getal',
  statedBy: {
    one: '{count} van {of} zaken noemt een getal',
    other: '{count} van {of} zaken noemen een getal',
  },
  twoCounts:
    'Eén bericht, twee tellingen: {instances} inbeslagnames in de tekst, {headline} in de kop. Het is hetzelfde werk en wordt nooit opgeteld.',
  ratio:
    '{item}: {now} tegen {before} bij {operation}, {ratio} keer zoveel, tussen {low} en {high} (exact 95%-interval; p\u00a0{p}), bij gelijke inzet. Het bericht zegt niet dat die gelijk was.',
  readBars:
    'Elke balk heeft een eigen schaal. Open aan de rechterkant: er is meer gepubliceerd dan het getal zegt; gestreept: ongeveer zoveel. Zonder balk: geen geladen zaak noemt het getal.',
  readLoaded:
    'Geladen is wat de zaken hier samen zijn; synthetische tellen nooit mee, en wat geen zaak noemt is niet nul. Totalen worden nooit bij zaken opgeteld.',
  leftOut: {
    one: 'Uit plaatsgebrek ontbreekt {count} van {of} totalen. De gegevens van dezelfde analyse hebben ze alle.',
    other:
      'Uit plaatsgebrek ontbreken {count} van {of} totalen. De gegevens van dezelfde analyse hebben ze alle.',
  },
};

/** The words of the panel of published totals in each language. */
export const TOTALS_WORDS: Readonly<Record<Language, TotalsWords>> = { en: EN, es: ES, fr: FR, nl: NL };
