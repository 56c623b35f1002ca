import { expect, it } from 'vitest';
import { labelIn } from '../../shared/drawing/label-words.ts';
import { LABELS } from '../../shared/drawing/labels.ts';
import { inLanguage } from '../../web/place-words.ts';

const reply = () => ({
  runId: 1,
  features: [
    {
      id: 'TT~KN',
      geometry: { type: 'LineString', coordinates: [[1, 2]] },
      properties: {
        id: 'TT~KN',
        from: 'TT',
        to: 'KN',
        fromName: 'Trinidad and Tobago',
        toName: 'Saint Kitts',
      },
    },
  ],
  places: [
    { id: 'DO', name: 'Dominican Republic' },
    { id: 'KNBAS', name: 'Basseterre' },
  ],
  vessel: { id: '7', name: 'DO' },
});

it('names countries and territories in the language of the reader, and ports as charts do', () => {
  const spanish = inLanguage('es', reply());
  expect(spanish.features[0]?.properties).toMatchObject({
    fromName: 'Trinidad y Tobago',
    toName: 'San Cristóbal y Nieves',
  });
  expect(spanish.places.map(({ name }) => name)).toEqual(['República Dominicana', 'Basseterre']);
  expect(spanish.vessel.name).toBe('DO');
  expect(inLanguage('fr', reply()).places[0]?.name).toBe('République dominicaine');
  expect(inLanguage('nl', reply()).features[0]?.properties.fromName).toBe('Trinidad en Tobago');
  expect(inLanguage('en', reply())).toEqual(reply());
});

it('names seas, countries and islands of the base map', () => {
  expect(labelIn('es', 'Caribbean Sea')).toBe('Mar Caribe');
  expect(labelIn('fr', 'Saint Lucia')).toBe('Sainte-Lucie');
  expect(labelIn('nl', 'Canary Islands')).toBe('Canarische Eilanden');
  expect(labelIn('en', 'Caribbean Sea')).toBe('Caribbean Sea');
  // Named alike everywhere.
  expect(labelIn('fr', 'Bequia')).toBe('Bequia');
});

it.each(['es', 'fr', 'nl'] as const)('leaves no sea in English in %s but where charts do', (language) => {
  const seas = LABELS.filter(([kind]) => kind === 'sea').map(([, name]) => name);
  const same = seas.filter((name) => labelIn(language, name) === name);
  expect(same).toEqual(language === 'nl' ? ['Windward Passage'] : []);
});
