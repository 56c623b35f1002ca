import { expect, test } from 'vitest';
import { makeAtlas } from '../../../server/findings/atlas.ts';
import { seizureSteps } from '../../../server/findings/features.ts';
import type { Place, RoutePoint } from '../../../shared/model.ts';
import type { Certainty } from '../../../shared/vocabulary.ts';

const port = (id: string, longitude: number): Place => ({
  id,
  name: id,
  kind: 'port',
  country: null,
  locode: id,
  position: [longitude, 0],
  radiusKm: 1,
  gatewayId: null,
  aliases: [],
  source: 'made for this test',
});
const pointAt = (seq: number, placeId: string | null, certainty: Certainty = 'stated'): RoutePoint => ({
  seq,
  role: 'call',
  text: placeId ?? 'the islands',
  placeId,
  certainty,
  reason: null,
});
// The water path goes by a point off the straight line; it is known one way and used both ways.
const path = { fromPlaceId: 'AAAAA', toPlaceId: 'BBBBB', distanceKm: 120 };
const atlas = makeAtlas(
  [port('AAAAA', 0), port('BBBBB', 1), port('CCCCC', 2)],
  [
    {
      ...path,
      line: [
        [0, 0],
        [0.5, 0.2],
        [1, 0],
      ],
    },
  ],
);

test('a step is as sure as its weaker end, and follows the water path backwards too', () => {
  const routePoints = [pointAt(1, 'BBBBB'), pointAt(2, 'AAAAA', 'inferred')];
  const line = [
    [1, 0],
    [0.5, 0.2],
    [0, 0],
  ];
  expect(seizureSteps({ mode: 'sea', routePoints }, atlas)).toEqual([
    { line, certainty: 'inferred', overWater: true },
  ]);
});

test('a point without a place makes the step over it inferred; the same place twice is no step', () => {
  const routePoints = [pointAt(1, 'AAAAA'), pointAt(2, 'AAAAA'), pointAt(3, null), pointAt(4, 'CCCCC')];
  const steps = seizureSteps({ mode: 'air', routePoints }, atlas);
  expect(steps.map(({ certainty, overWater }) => [certainty, overWater])).toEqual([['inferred', false]]);
  expect([steps[0]?.line[0], steps[0]?.line.at(-1)]).toEqual([
    [0, 0],
    [2, 0],
  ]);
});
