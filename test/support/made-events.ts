import type { Seizure } from '../../shared/model.ts';

/** Numbers from 0 up to 1, the same for the same seed (Park and Miller's minimal standard generator). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** A made-up seizure of `number` kg of cocaine at one of 150 places; every ninth has none, every tenth a vague one. */
export function madeSeizure(id: string, number: number): Seizure {
  const at = (number * 37) % 150;
  const placed = number % 9 !== 0;
  return {
    id,
    recordId: id,
    date: { precision: 'day', earliest: '2024-01-01', latest: '2024-01-01' },
    country: null,
    place: {
      text: '',
      placeId: null,
      position: placed ? [-80 + (at % 15) * 1.3, 10 + Math.floor(at / 15) * 1.1] : null,
      uncertaintyKm: placed ? (number % 10 === 0 ? 400 : 1 + (at % 4) * 15) : null,
      precision: placed ? 'port' : null,
      atSea: false,
    },
    agencies: [],
    transport: 'unknown',
    transportAsReported: '',
    mode: 'sea',
    vesselName: null,
    vesselFlag: null,
    concealment: null,
    arrests: null,
    operation: null,
    source: { title: '', publisher: '', date: '', url: '' },
    confidence: 'low',
    notes: '',
    lines: [{ lineNo: 1, commodity: 'cocaine', quantity: number, unit: 'kg', quantityAsReported: '' }],
    routePoints: [],
    marking: 'clear',
  };
}
