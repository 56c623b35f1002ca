import type { Language } from '../../../shared/languages.ts';
import type { Certainty, Commodity, EmergingClass } from '../../../shared/vocabulary.ts';

type Words<K extends string> = Readonly<Record<Language, Readonly<Record<K, string>>>>;

/** Goods as the page calls them. */
export const COMMODITY_WORDS: Words<Commodity> = {
  en: {
    cocaine: 'Cocaine',
    cannabis: 'Cannabis',
    heroin: 'Heroin',
    synthetic: 'Synthetic drugs',
    firearm: 'Firearms',
    firearm_part: 'Firearm parts',
    ammunition: 'Ammunition',
    cash: 'Cash',
    wildlife: 'Wildlife',
    other: 'Other goods',
  },
  es: {
    cocaine: 'Cocaína',
    cannabis: 'Cannabis',
    heroin: 'Heroína',
    synthetic: 'Drogas sintéticas',
    firearm: 'Armas de fuego',
    firearm_part: 'Piezas de armas',
    ammunition: 'Municiones',
    cash: 'Dinero en efectivo',
    wildlife: 'Vida silvestre',
    other: 'Otras mercancías',
  },
  fr: {
    cocaine: 'Cocaïne',
    cannabis: 'Cannabis',
    heroin: 'Héroïne',
    synthetic: 'Drogues de synthèse',
    firearm: 'Armes à feu',
    firearm_part: 'Pièces d’armes',
    ammunition: 'Munitions',
    cash: 'Argent liquide',
    wildlife: 'Espèces sauvages',
    other: 'Autres marchandises',
  },
  nl: {
    cocaine: 'Cocaïne',
    cannabis: 'Cannabis',
    heroin: 'Heroïne',
    synthetic: 'Synthetische drugs',
    firearm: 'Vuurwapens',
    firearm_part: 'Wapenonderdelen',
    ammunition: 'Munitie',
    cash: 'Contant geld',
    wildlife: 'Wilde dieren en planten',
    other: 'Andere goederen',
  },
};

/** How sure a step is, as the page says it. */
export const CERTAINTY_WORDS: Words<Certainty> = {
  en: {
    observed: 'Observed',
    stated: 'Stated',
    inferred: 'Inferred',
    assumed: 'Assumed',
  },
  es: {
    observed: 'Observado',
    stated: 'Declarado',
    inferred: 'Inferido',
    assumed: 'Supuesto',
  },
  fr: {
    observed: 'Observé',
    stated: 'Déclaré',
    inferred: 'Déduit',
    assumed: 'Supposé',
  },
  nl: {
    observed: 'Waargenomen',
    stated: 'Vermeld',
    inferred: 'Afgeleid',
    assumed: 'Aangenomen',
  },
};

/** How a hot spot came to be, as the page says it. */
export const EMERGING_WORDS: Words<EmergingClass> = {
  en: {
    new: 'New',
    consecutive: 'Consecutive',
    intensifying: 'Intensifying',
    persistent: 'Persistent',
    diminishing: 'Diminishing',
    sporadic: 'Sporadic',
    oscillating: 'Oscillating',
    historical: 'Historical',
    none: 'No pattern',
  },
  es: {
    new: 'Nueva',
    consecutive: 'Consecutiva',
    intensifying: 'En intensificación',
    persistent: 'Persistente',
    diminishing: 'En disminución',
    sporadic: 'Esporádica',
    oscillating: 'Oscilante',
    historical: 'Histórica',
    none: 'Sin patrón',
  },
  fr: {
    new: 'Nouveau',
    consecutive: 'Consécutif',
    intensifying: 'En hausse',
    persistent: 'Persistant',
    diminishing: 'En baisse',
    sporadic: 'Sporadique',
    oscillating: 'Oscillant',
    historical: 'Historique',
    none: 'Sans motif',
  },
  nl: {
    new: 'Nieuw',
    consecutive: 'Aaneengesloten',
    intensifying: 'Toenemend',
    persistent: 'Blijvend',
    diminishing: 'Afnemend',
    sporadic: 'Sporadisch',
    oscillating: 'Wisselend',
    historical: 'Voorbij',
    none: 'Geen patroon',
  },
};

/** Items of an operation's published totals; one that is not here is said by its key. */
export const ITEM_WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    instances: 'Seizures (text)',
    headline: 'Seizures (headline)',
    firearms: 'Firearms',
    firearm_parts: 'Firearm parts',
    assault_rifles: 'Assault rifles',
    ammunition_rounds: 'Rounds of ammunition',
    cocaine_kg: 'Cocaine, kg',
    cannabis_kg: 'Cannabis, kg',
    arrests: 'Arrests',
  },
  es: {
    instances: 'Incautaciones (texto)',
    headline: 'Incautaciones (titular)',
    firearms: 'Armas de fuego',
    firearm_parts: 'Piezas de armas',
    assault_rifles: 'Fusiles de asalto',
    ammunition_rounds: 'Cartuchos',
    cocaine_kg: 'Cocaína, kg',
    cannabis_kg: 'Cannabis, kg',
    arrests: 'Detenciones',
  },
  fr: {
    instances: 'Saisies (texte)',
    headline: 'Saisies (titre)',
    firearms: 'Armes à feu',
    firearm_parts: 'Pièces d’armes',
    assault_rifles: 'Fusils d’assaut',
    ammunition_rounds: 'Cartouches',
    cocaine_kg: 'Cocaïne, kg',
    cannabis_kg: 'Cannabis, kg',
    arrests: 'Arrestations',
  },
  nl: {
    instances: 'Inbeslagnames (tekst)',
    headline: 'Inbeslagnames (kop)',
    firearms: 'Vuurwapens',
    firearm_parts: 'Wapenonderdelen',
    assault_rifles: 'Aanvalsgeweren',
    ammunition_rounds: 'Patronen',
    cocaine_kg: 'Cocaïne, kg',
    cannabis_kg: 'Cannabis, kg',
    arrests: 'Aanhoudingen',
  },
};

/** What a certainty rests on, as the page says it. */
export const CERTAINTY_MEANING: Words<Certainty> = {
  en: {
    observed: 'AIS saw vessels on every step.',
    stated: 'A source says so for every step.',
    inferred: 'A step was derived from other facts; the record says how.',
    assumed: 'A step is neither stated nor derived.',
  },
  es: {
    observed: 'El AIS vio embarcaciones en cada paso.',
    stated: 'Una fuente lo dice de cada paso.',
    inferred: 'Un paso se dedujo de otros hechos; el registro dice cómo.',
    assumed: 'Un paso no está declarado ni deducido.',
  },
  fr: {
    observed: 'L’AIS a vu des navires à chaque étape.',
    stated: 'Une source le dit de chaque étape.',
    inferred: 'Une étape a été déduite d’autres faits ; la fiche dit comment.',
    assumed: 'Une étape n’est ni déclarée ni déduite.',
  },
  nl: {
    observed: 'AIS zag vaartuigen op elke stap.',
    stated: 'Een bron zegt het van elke stap.',
    inferred: 'Een stap is afgeleid uit andere feiten; het record zegt hoe.',
    assumed: 'Een stap is vermeld noch afgeleid.',
  },
};
