import { readFileSync } from 'node:fs';

/** The header of data/seizures.csv. */
export const [SEIZURE_HEADER = ''] = readFileSync('data/seizures.csv', 'utf8').split('\r\n');

/** One sound seizure row in the columns of data/seizures.csv with the given cells; every cell in quotation marks. */
export function seizureRow(cells: Readonly<Record<string, string>>): string {
  const whole: Readonly<Record<string, string>> = {
    record_id: 'T1',
    line_no: '1',
    date: '2025-06-29',
    date_precision: 'day',
    date_earliest: '2025-06-29',
    date_latest: '2025-06-29',
    country: 'Barbados',
    place: 'Bridgetown',
    lat: '13.1',
    lon: '-59.63',
    position_uncertainty_km: '3',
    commodity: 'cocaine',
    quantity: '12.5',
    unit: 'kg',
    source_title: 'Police release',
    source_publisher: 'Royal Barbados Police',
    source_url: 'https://example.org/1',
    confidence: 'high',
    ...cells,
  };
  return SEIZURE_HEADER.split(',')
    .map((column) => `"${(whole[column] ?? '').replaceAll('"', '""')}"`)
    .join(',');
}
