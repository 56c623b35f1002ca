import type { Briefing, SceneLeg, ScenePlace, Scene } from '../../shared/briefing.ts';

/** Places of the example, west to east in no order; positions to two decimals. */
const PLACES: readonly ScenePlace[] = [
  { id: 'TTPOS', name: 'Port of Spain', kind: 'port', position: [-61.52, 10.65], radiusKm: 2, weight: 26 },
  { id: 'KNBAS', name: 'Basseterre', kind: 'port', position: [-62.71, 17.29], radiusKm: 2, weight: 24 },
  { id: 'VGRAD', name: 'Road Town', kind: 'port', position: [-64.61, 18.42], radiusKm: 1, weight: 17 },
  { id: 'LC', name: 'Saint Lucia', kind: 'country', position: [-60.98, 13.9], radiusKm: 30, weight: 2 },
];

const [SPAIN, BASSETERRE, ROAD_TOWN] = [
  [-61.52, 10.65],
  [-62.71, 17.29],
  [-64.61, 18.42],
] as const;

const LEGS: readonly SceneLeg[] = [
  {
    id: 'TTPOS~KNBAS',
    from: 'TTPOS',
    to: 'KNBAS',
    line: [SPAIN, [-62.0, 13.0], BASSETERRE],
    voyageLegs: 12,
    seizureLegs: 1,
    certainty: 'observed',
    seizureCertainty: 'stated',
    synthetic: true,
    overWater: true,
  },
  {
    id: 'KNBAS~VGRAD',
    from: 'KNBAS',
    to: 'VGRAD',
    line: [BASSETERRE, [-63.6, 17.8], ROAD_TOWN],
    voyageLegs: 8,
    seizureLegs: 1,
    certainty: 'observed',
    seizureCertainty: 'inferred',
    synthetic: true,
    overWater: true,
  },
  {
    id: 'VGRAD~KNBAS',
    from: 'VGRAD',
    to: 'KNBAS',
    line: [ROAD_TOWN, [-63.6, 17.8], BASSETERRE],
    voyageLegs: 0,
    seizureLegs: 1,
    certainty: 'assumed',
    seizureCertainty: 'assumed',
    synthetic: false,
    overWater: true,
  },
];

const hexagon = (longitude: number, latitude: number): [number, number][] =>
  Array.from({ length: 7 }, (_, i) => [
    longitude + 0.25 * Math.cos((i * Math.PI) / 3),
    latitude + 0.25 * Math.sin((i * Math.PI) / 3),
  ]);

const RELEASE = {
  title: 'Caribbean Customs operation seizes rising number of illegal firearms',
  publisher: 'World Customs Organization',
  date: '2026-03-11',
  url: 'https://www.wcoomd.org/',
};

/** The scene of the example: 3 legs, 2 routes of which one recurs, 2 cells, 3 seizures, 1 open end, 4 places. */
export const EXAMPLE_SCENE: Scene = {
  bounds: [-67, 10, -58, 19],
  legs: LEGS,
  routes: [
    {
      id: 'port:TTPOS>KNBAS>VGRAD',
      lines: [
        [SPAIN, [-62.0, 13.0], BASSETERRE],
        [BASSETERRE, [-63.6, 17.8], ROAD_TOWN],
      ],
      overWater: [true, true],
      certainty: 'inferred',
      recurs: true,
      independentEvents: 9,
      effectiveSupport: 4,
      synthetic: 'some',
    },
    {
      id: 'port:VGRAD>KNBAS',
      lines: [[ROAD_TOWN, [-63.6, 17.8], BASSETERRE]],
      overWater: [true],
      certainty: 'assumed',
      recurs: false,
      independentEvents: 1,
      effectiveSupport: 1,
      synthetic: 'none',
    },
  ],
  cells: [
    {
      cell: '844ca0bffffffff',
      boundary: hexagon(-64.6, 18.4),
      class: 'hot',
      count: 7,
      q: 0.002,
      emerging: 'new',
    },
    {
      cell: '844ca29ffffffff',
      boundary: hexagon(-60.4, 13.2),
      class: 'cold',
      count: 0,
      q: 0.03,
      emerging: null,
    },
  ],
  clusters: [
    { id: 'poisson-scan:1', method: 'poisson-scan', centre: [-64.6, 18.4], radiusKm: 40, cases: 7, p: 0.001 },
  ],
  seizures: [
    {
      id: 'reported:S001',
      position: [-64.5, 18.2],
      uncertaintyKm: 60,
      commodities: ['cocaine'],
      synthetic: false,
    },
    {
      // A place and no way: the Saint Lucia firearm parts.
      id: 'reported:S002',
      position: [-60.98, 13.9],
      uncertaintyKm: 30,
      commodities: ['firearm', 'firearm_part'],
      synthetic: false,
    },
    {
      id: 'reported:S078',
      position: [-61.0, 14.01],
      uncertaintyKm: 1,
      commodities: ['firearm', 'ammunition'],
      synthetic: false,
    },
  ],
  openEnds: [
    {
      seizureId: 'reported:S003',
      placeId: 'FR',
      placeName: 'France',
      position: [2.4, 46.6],
      unknown: 'origin',
      commodities: ['cocaine'],
      certainty: 'stated',
    },
  ],
  places: PLACES,
  noData: ['BB'],
  selection: null,
};

/** A small briefing made by hand: figure, English, light, A4. Whole parts may be replaced. */
export function exampleBriefing(
  overrides: Partial<Omit<Briefing, 'spec' | 'about' | 'scene'>> & {
    spec?: Partial<Briefing['spec']>;
    about?: Partial<Briefing['about']>;
    scene?: Partial<Scene>;
  } = {},
): Briefing {
  const { spec, about, scene, ...rest } = overrides;
  return {
    spec: {
      kind: 'figure',
      language: 'en',
      theme: 'light',
      size: 'a4',
      bounds: [-67, 10, -58, 19],
      level: 'port',
      layers: ['routes', 'legs', 'hotspots', 'clusters', 'seizures', 'ports'],
      filter: { from: null, to: null, commodities: [], countries: [], dataSets: [] },
      selection: null,
      title: 'Trinidad to the Virgin Islands',
      subtitle: null,
      audience: 'amber',
      vesselNames: false,
      ...spec,
    },
    about: {
      code: 'LW-7K2M-Q4XD',
      runId: 12,
      runStartedAt: '2026-03-12T08:30:00.000Z',
      dataHash: '30393795d66fc2a85c3cc7350271bd8e429dc8f7a58b452e64f4aa8d1efeae87',
      findingsHash: '981b2f96ed6ee00d779ec3989b1b9187c77a4492cf17b42009c899b397fb56df',
      codeVersion: '0.2.0',
      cutOff: '2025-12-12',
      period: { from: '2022-08-22', to: '2025-12-12' },
      events: { seizures: 4, voyages: 20 },
      dataSets: [
        { id: 'reported', title: 'Public cases', synthetic: false, events: 4 },
        { id: 'demo', title: 'Synthetic demo traffic, 2025', synthetic: true, events: 20 },
      ],
      synthetic: 'some',
      marking: 'amber',
      seed: 1,
      draws: 999,
      ...about,
    },
    scene: { ...EXAMPLE_SCENE, ...(spec?.bounds ? { bounds: spec.bounds } : {}), ...scene },
    routes: [
      {
        id: 'port:TTPOS>KNBAS>VGRAD',
        places: ['Port of Spain', 'Basseterre', 'Road Town'],
        seizures: 1,
        voyages: 8,
        vessels: 2,
        independentEvents: 9,
        effectiveSupport: 4,
        recurs: true,
        certainty: 'inferred',
        synthetic: 'some',
        firstDay: '2025-01-07',
        lastDay: '2025-12-09',
        distanceKm: 996.5,
        legsModel: { expected: 1.2, p: 0.0004, q: 0.0021 },
        callsModel: { expected: 0.6, p: 0.001, q: 0.016, pError: 0.001, draws: 999 },
        rank: { rank: 1, best: 1, worst: 2 },
      },
      {
        id: 'port:VGRAD>KNBAS',
        places: ['Road Town', 'Basseterre'],
        seizures: 1,
        voyages: 0,
        vessels: 0,
        independentEvents: 1,
        effectiveSupport: 1,
        recurs: false,
        certainty: 'assumed',
        synthetic: 'none',
        firstDay: '2022-10-17',
        lastDay: '2022-10-17',
        distanceKm: 242.1,
        legsModel: null,
        callsModel: null,
        rank: null,
      },
    ],
    routesTotal: { recurring: 1, once: 1 },
    spots: [
      {
        cell: '844ca0bffffffff',
        centre: [-64.6, 18.4],
        near: 'Road Town',
        nearKm: 2.3,
        class: 'hot',
        count: 7,
        kg: 1544,
        z: 4.2,
        q: 0.002,
        emerging: 'new',
        per1000Calls: 20.6,
      },
      {
        cell: '844ca29ffffffff',
        centre: [-60.4, 13.2],
        near: 'Bridgetown',
        nearKm: 84,
        class: 'cold',
        count: 0,
        kg: 0,
        z: -3.1,
        q: 0.03,
        emerging: null,
        per1000Calls: null,
      },
    ],
    legs: [
      {
        id: 'TTPOS~KNBAS',
        from: 'Port of Spain',
        to: 'Basseterre',
        voyageLegs: 12,
        seizureLegs: 1,
        vessels: 2,
        distanceKm: 754.3,
        certainty: 'observed',
        synthetic: true,
      },
      {
        id: 'KNBAS~VGRAD',
        from: 'Basseterre',
        to: 'Road Town',
        voyageLegs: 8,
        seizureLegs: 1,
        vessels: 2,
        distanceKm: 242.1,
        certainty: 'observed',
        synthetic: true,
      },
      {
        id: 'VGRAD~KNBAS',
        from: 'Road Town',
        to: 'Basseterre',
        voyageLegs: 0,
        seizureLegs: 1,
        vessels: 0,
        distanceKm: 242.1,
        certainty: 'assumed',
        synthetic: false,
      },
    ],
    evidence: [
      {
        id: 'reported:S001',
        kind: 'seizure',
        day: '2025-12-08',
        lastDay: '2025-12-09',
        datePrecision: 'day',
        places: ['Trinidad', 'Saint Kitts and Nevis', 'British Virgin Islands'],
        certainties: ['stated', 'stated', 'stated'],
        commodities: ['cocaine'],
        massKg: 772.4,
        quantities: ['772 kg (WCO) / 772.4 kg (police)'],
        vessel: null,
        source: RELEASE,
        synthetic: false,
        marking: 'clear',
      },
      {
        id: 'reported:S002',
        kind: 'seizure',
        day: '2025-11-24',
        lastDay: '2025-12-12',
        datePrecision: 'year',
        places: ['Saint Lucia (port or airport not stated)'],
        certainties: [],
        commodities: ['firearm', 'firearm_part'],
        massKg: null,
        quantities: ['several seizures; weapons broken down', 'auto-sears, number not stated'],
        vessel: null,
        source: RELEASE,
        synthetic: false,
        marking: 'clear',
      },
      {
        id: 'demo:V17',
        kind: 'voyage',
        day: '2025-03-04',
        lastDay: '2025-03-07',
        datePrecision: 'day',
        places: ['Port of Spain', 'Basseterre', 'Road Town'],
        certainties: ['observed', 'observed'],
        commodities: [],
        massKg: null,
        quantities: [],
        vessel: 'Vessel 1',
        source: { title: 'Synthetic demo traffic, 2025', publisher: 'Leeward', date: '2025', url: '' },
        synthetic: true,
        marking: 'clear',
      },
    ],
    overTime: [
      { period: '2022', commodity: 'firearm', seizures: 1, kg: 0 },
      { period: '2025', commodity: 'cocaine', seizures: 2, kg: 772.4 },
      { period: '2025', commodity: 'firearm', seizures: 1, kg: 0 },
    ],
    reconciliation: CALYPSO_2,
    claims: [
      { id: 'routes.recurring', value: 1 },
      { id: 'routes.once', value: 1 },
      { id: 'reconciliation.CALYPSO 2.instances.published', value: 402 },
    ],
    ...rest,
  };
}

const published = (
  item: string,
  count: number,
  unit: string,
  rest: Partial<Briefing['reconciliation'][number]> = {},
): Briefing['reconciliation'][number] => {
  const { loaded = null } = rest;
  return {
    operation: 'CALYPSO 2',
    item,
    published: count,
    qualifier: 'exactly',
    unit,
    before: null,
    beforeOperation: null,
    loaded,
    gap: loaded === null ? null : count - loaded,
    cases: 4,
    stating: loaded === null ? 0 : 4,
    source: RELEASE,
    note: '',
    ...rest,
  };
};

/** What the WCO published of CALYPSO 2 beside what the public cases hold of it. */
const CALYPSO_2: Briefing['reconciliation'] = [
  published('instances', 402, 'seizures', { loaded: 4 }),
  published('headline', 500, 'seizures', { qualifier: 'more-than', loaded: 4 }),
  published('firearms', 119, 'pieces'),
  published('firearm_parts', 332, 'pieces'),
  published('assault_rifles', 21, 'pieces', { before: 6, beforeOperation: 'CALYPSO', stating: null }),
  published('cocaine_kg', 772, 'kg', { loaded: 772.4, gap: -0.4, stating: 1 }),
];
