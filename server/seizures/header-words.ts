import { SEIZURE_COLUMNS, type SeizureColumn } from '../../shared/seizure-table.ts';
import { plainName } from '../ports/names.ts';

/**
 * What other tables call a column, in English, Spanish, French and Dutch, as `plainName` writes it. Words that may
 * mean two of ours ("type", "origin", "name") are not here: those are for a person to say.
 */
const WORDS: Readonly<Partial<Record<SeizureColumn, string>>> = {
  record_id:
    'id, case id, case no, case number, case ref, case reference, reference, ref, seizure id, numero de caso, caso, referencia, numero d affaire, dossier, reference du dossier, zaaknummer, dossiernummer, kenmerk',
  line_no: 'line, line number, linea, ligne, regel, regelnummer',
  date: 'seizure date, date of seizure, fecha, fecha de incautacion, date de saisie, date de la saisie, datum, datum inbeslagname',
  date_precision: 'precision of date',
  country: 'territory, pais, territorio, pays, territoire, land, gebied',
  place:
    'place of seizure, location, seizure location, lugar, lugar de incautacion, lieu, lieu de saisie, lieu de la saisie, plaats, locatie',
  commodity:
    'goods, drug, drug type, substance, mercancia, droga, sustancia, marchandise, drogue, produit, goederen, drugs, stof',
  quantity: 'amount, weight, seized quantity, cantidad, peso, quantite, poids, hoeveelheid, gewicht',
  unit: 'units, unit of measure, unidad, unite, eenheid',
  quantity_as_reported: 'quantity as stated, reported quantity',
  lat: 'latitude, latitud, breedtegraad',
  lon: 'longitude, long, lng, longitud, lengtegraad',
  position: 'coordinates, coordenadas, posicion, coordonnees, coordinaten, positie',
  position_uncertainty_km: 'uncertainty km, radius km, incertidumbre km, incertitude km, onzekerheid km',
  locode: 'un locode, unlocode',
  agencies:
    'agency, seizing agency, agencia, agencias, organismo, agence, agences, service, dienst, diensten',
  transport:
    'means of transport, conveyance, medio de transporte, transporte, moyen de transport, vervoer, vervoermiddel',
  vessel_name:
    'vessel, ship, name of vessel, ship name, buque, nombre del buque, navire, nom du navire, schip, naam schip',
  vessel_flag: 'flag, flag state, bandera, pavillon, vlag',
  concealment: 'concealment method, hiding place, ocultacion, ocultamiento, dissimulation, cache, verberging',
  departure:
    'port of departure, departed from, puerto de salida, salida, port de depart, depart, haven van vertrek, vertrek',
  transit: 'ports of call, via, transito, escalas, escales, doorvoer',
  destination:
    'port of destination, destino, puerto de destino, port de destination, bestemming, haven van bestemming',
  arrests: 'arrested, number of arrests, detenidos, detenciones, arrestations, aanhoudingen, arrestaties',
  operation: 'operation name, operacion, operatie',
  source_title: 'source, title, fuente, titulo de la fuente, titre, titre de la source, bron, titel bron',
  source_publisher: 'publisher, published by, editor, publicado por, editeur, uitgever',
  source_date: 'date of source, publication date, fecha de publicacion, date de publication, publicatiedatum',
  source_url: 'url, link, source link, enlace, lien, koppeling',
  confidence: 'reliability, confianza, fiabilidad, confiance, fiabilite, betrouwbaarheid',
  tlp: 'marking, tlp marking, marcado, marquage, markering',
  notes:
    'note, remarks, comments, comment, narrative, notas, observaciones, comentarios, remarques, observations, commentaires, opmerkingen, toelichting',
};

const BY_WORD: ReadonlyMap<string, SeizureColumn> = new Map(
  SEIZURE_COLUMNS.flatMap((column) =>
    [column, ...(WORDS[column]?.split(', ') ?? [])].map((word): [string, SeizureColumn] => [
      plainName(word),
      column,
    ]),
  ),
);

/** The column that a table's own name for one means, whatever its case and accents; null when none is known. */
export const columnMeant = (name: string): SeizureColumn | null =>
  BY_WORD.get(plainName(name.replace(/['’]/g, ' '))) ?? null;
