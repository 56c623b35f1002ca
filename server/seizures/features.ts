import type { SeizureProperties } from '../../shared/api.ts';
import type { SceneOpenEnd } from '../../shared/briefing.ts';
import type { CommodityLine, DataSet, Seizure } from '../../shared/model.ts';

/** Sum of the kilograms that lines state, to the gram; null when none states any. */
export function massKg(lines: readonly Pick<CommodityLine, 'quantity' | 'unit'>[]): number | null {
  const stated = lines.flatMap(({ unit, quantity }) =>
    unit === 'kg' && quantity !== null ? [quantity] : [],
  );
  return stated.length === 0 ? null : Math.round(stated.reduce((a, b) => a + b) * 1000) / 1000;
}

/** The data set of a seizure: its id is `<data set>:<record id>`. */
export function dataSetOf({ id, recordId }: Pick<Seizure, 'id' | 'recordId'>): string {
  return id.slice(0, -recordId.length - 1);
}

/** A seizure as lists and the map read it, with the end of its way where only one is stated. */
export function seizureProperties(
  seizure: Seizure,
  dataSets: ReadonlyMap<string, DataSet>,
  openEnd: SceneOpenEnd | null,
): SeizureProperties {
  const { id, recordId, date, place, country, operation, confidence, marking, lines } = seizure;
  const dataSet = dataSetOf(seizure);
  return {
    id,
    recordId,
    dataSet,
    synthetic: dataSets.get(dataSet)?.synthetic ?? false,
    earliest: date.earliest,
    latest: date.latest,
    datePrecision: date.precision,
    country,
    placeText: place.text,
    uncertaintyKm: place.uncertaintyKm,
    locationPrecision: place.precision,
    atSea: place.atSea,
    commodities: [...new Set(lines.map(({ commodity }) => commodity))],
    massKg: massKg(lines),
    operation,
    confidence,
    marking,
    openEnd: openEnd && openEndProperties(openEnd),
  };
}

function openEndProperties(end: SceneOpenEnd): NonNullable<SeizureProperties['openEnd']> {
  const { placeId, placeName, position, unknown, certainty } = end;
  return { placeId, placeName, position: [position[0], position[1]], unknown, certainty };
}
