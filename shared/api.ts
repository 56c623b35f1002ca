import { z } from 'zod';
import {
  CERTAINTIES,
  COMMODITIES,
  DATE_PRECISIONS,
  LEVELS,
  LOCATION_PRECISIONS,
  MODES,
  PLACE_KINDS,
  POINT_ROLES,
  UNITS,
} from './vocabulary.ts';

/**
 * The contract between server and page: one schema for each thing on the wire. The server checks requests
 * with them and generates the OpenAPI document from them; the page takes its types from them.
 */

// --- Small parts ---------------------------------------------------------------------------------------

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD')
  .refine((text) => {
    const at = Date.parse(`${text}T00:00:00Z`);
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
  }, 'a day that exists')
  .meta({ description: 'UTC day, YYYY-MM-DD' });
const instant = z.string().meta({ description: 'UTC instant, ISO 8601 with Z' });
const position = z.tuple([z.number(), z.number()]).meta({ description: '[longitude, latitude], WGS 84' });
const certainty = z.enum(CERTAINTIES);

/** A comma-separated list in a query string becomes an array; absent or empty means no filter. */
const list = <T extends z.ZodType<string, string>>(item: T) =>
  z
    .string()
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(item).max(50))
    .optional();

/** The filter that every analysis endpoint takes; what it does to each kind of evidence is said here. */
export const filterSchema = z
  .object({
    from: day.optional().meta({ description: 'Keep events whose interval ends on or after this day' }),
    to: day.optional().meta({ description: 'Keep events whose interval starts on or before this day' }),
    commodity: list(z.enum(COMMODITIES)).meta({
      description: 'Keep seizures of any of these; voyages carry no commodity and are not touched',
    }),
    country: list(z.string().regex(/^[A-Z]{2}$/, 'ISO 3166-1 alpha-2, capitals')).meta({
      description: 'Keep events that pass or end in any of these countries or territories',
    }),
    dataSet: list(z.string().max(60)).meta({ description: 'Keep events of any of these data sets' }),
  })
  .refine((filter) => filter.from === undefined || filter.to === undefined || filter.from <= filter.to, {
    message: 'from must not be after to',
    path: ['from'],
  });
export type Filter = z.infer<typeof filterSchema>;

const paging = z.object({
  limit: z.coerce.number().int().min(1).max(5000).default(1000),
  offset: z.coerce.number().int().min(0).default(0),
});

const featureCollection = <G extends z.ZodType, P extends z.ZodType>(geometry: G, properties: P) =>
  z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(z.object({ type: z.literal('Feature'), id: z.string(), geometry, properties })),
    /** How many match, of which `features` is one page. */
    total: z.number().int(),
  });
const point = z.object({ type: z.literal('Point'), coordinates: position });
const multiLine = z.object({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(position)) });
const polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(position)) });

// --- Records -------------------------------------------------------------------------------------------

export const placeRefSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(PLACE_KINDS),
  country: z.string().nullable(),
  position,
  radiusKm: z.number(),
});
export type PlaceRef = z.infer<typeof placeRefSchema>;

export const portPropertiesSchema = placeRefSchema.omit({ position: true }).extend({
  locode: z.string().nullable(),
  aliases: z.array(z.string()),
  source: z.string(),
});
export const portsSchema = featureCollection(point, portPropertiesSchema);

const commodityLine = z.object({
  lineNo: z.number().int(),
  commodity: z.enum(COMMODITIES),
  quantity: z.number().nullable().meta({ description: 'null: not stated; never zero for unknown' }),
  unit: z.enum(UNITS),
  quantityAsReported: z.string(),
});

export const seizurePropertiesSchema = z.object({
  id: z.string(),
  recordId: z.string(),
  dataSet: z.string(),
  synthetic: z.boolean(),
  earliest: day,
  latest: day,
  datePrecision: z.enum(DATE_PRECISIONS),
  country: z.string().nullable(),
  placeText: z.string(),
  uncertaintyKm: z.number().nullable(),
  locationPrecision: z.enum(LOCATION_PRECISIONS).nullable(),
  atSea: z.boolean(),
  commodities: z.array(z.enum(COMMODITIES)),
  massKg: z.number().nullable().meta({ description: 'Sum of the stated kg of all lines; null: none stated' }),
  operation: z.string().nullable(),
  confidence: z.enum(['high', 'medium', 'low']),
});
export const seizuresSchema = featureCollection(point.nullable(), seizurePropertiesSchema);
export type SeizureProperties = z.infer<typeof seizurePropertiesSchema>;

export const seizureDetailSchema = seizurePropertiesSchema.extend({
  position: position.nullable(),
  agencies: z.array(z.string()),
  transport: z.string(),
  transportAsReported: z.string(),
  mode: z.enum(MODES),
  vesselName: z.string().nullable(),
  vesselFlag: z.string().nullable(),
  concealment: z.string().nullable(),
  arrests: z.number().int().nullable(),
  notes: z.string(),
  source: z.object({ title: z.string(), publisher: z.string(), date: z.string(), url: z.string() }),
  lines: z.array(commodityLine),
  routePoints: z.array(
    z.object({
      role: z.enum(POINT_ROLES),
      text: z.string(),
      place: placeRefSchema.nullable(),
      certainty,
      reason: z.string().nullable(),
    }),
  ),
  steps: z
    .array(
      z.object({
        line: z.array(position),
        certainty,
        overWater: z.boolean(),
      }),
    )
    .meta({
      description: 'Lines between the resolved route points, in order; the weaker end tells how sure',
    }),
  routeIds: z.array(z.string()).meta({ description: 'Routes of the latest run that this seizure supports' }),
});
export type SeizureDetail = z.infer<typeof seizureDetailSchema>;

export const vesselSchema = z.object({
  id: z.string(),
  mmsi: z.string().nullable(),
  imo: z.string().nullable(),
  callSign: z.string().nullable(),
  name: z.string().nullable(),
  flag: z.string().nullable(),
  shipType: z.number().int().nullable(),
  lengthMetres: z.number().nullable(),
  firstSeenAt: instant,
  lastSeenAt: instant,
  dataSet: z.string(),
  synthetic: z.boolean(),
});
export const vesselsSchema = z.object({ items: z.array(vesselSchema), total: z.number().int() });
export const vesselDetailSchema = vesselSchema.extend({
  calls: z.array(
    z.object({
      place: placeRefSchema,
      arrivedAt: instant,
      departedAt: instant,
      fixes: z.number().int(),
      certainty,
    }),
  ),
  callsTotal: z.number().int(),
});

// --- Findings ------------------------------------------------------------------------------------------

export const evidenceSchema = z.object({
  id: z.string(),
  kind: z.enum(['seizure', 'voyage']),
  dataSet: z.string(),
  synthetic: z.boolean(),
  day,
  lastDay: day,
  title: z.string().meta({ description: 'Seizure: goods and mass as reported. Voyage: the vessel' }),
  vesselId: z.string().nullable(),
  commodities: z.array(z.enum(COMMODITIES)),
  massKg: z.number().nullable(),
  places: z.array(placeRefSchema),
  certainties: z.array(certainty),
  source: z.string().meta({ description: 'Publisher and date of a seizure report; data set of a voyage' }),
});
export type Evidence = z.infer<typeof evidenceSchema>;

export const nodePropertiesSchema = placeRefSchema.omit({ position: true }).extend({
  voyageLegsIn: z.number().int(),
  voyageLegsOut: z.number().int(),
  seizureLegsIn: z.number().int(),
  seizureLegsOut: z.number().int(),
});
export const edgePropertiesSchema = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  fromName: z.string(),
  toName: z.string(),
  voyageLegs: z.number().int(),
  seizureLegs: z.number().int(),
  vessels: z.number().int(),
  mode: z.enum(MODES),
  certainty: certainty.meta({ description: 'The best of all its evidence' }),
  seizureCertainty: certainty.nullable().meta({ description: 'The best of its seizures; null without any' }),
  synthetic: z.boolean().meta({ description: 'true when all of its evidence is synthetic' }),
  firstDay: day,
  lastDay: day,
  distanceKm: z.number(),
  overWater: z
    .boolean()
    .meta({ description: 'false: drawn as a great circle; no way by water, or not by sea' }),
});
export type EdgeProperties = z.infer<typeof edgePropertiesSchema>;
export const networkSchema = z.object({
  runId: z.number().int(),
  nodes: featureCollection(point, nodePropertiesSchema),
  edges: featureCollection(multiLine, edgePropertiesSchema),
});
export type NetworkReply = z.infer<typeof networkSchema>;
export const edgeDetailSchema = edgePropertiesSchema.extend({
  betweenness: z.number().meta({
    description: 'Part of all ordered pairs of places whose cheapest way takes this leg; cost as for places',
  }),
  geometry: multiLine,
  evidence: z.array(evidenceSchema),
  evidenceTotal: z.number().int(),
});
export type EdgeDetail = z.infer<typeof edgeDetailSchema>;

export const significanceSchema = z.object({
  model: z.literal('hypa'),
  observed: z.number(),
  expected: z.number(),
  p: z.number(),
  q: z.number(),
  tested: z.number().int(),
});
export const routePropertiesSchema = z.object({
  id: z.string(),
  level: z.enum(LEVELS),
  places: z.array(placeRefSchema),
  seizures: z.number().int(),
  voyages: z.number().int(),
  vessels: z.number().int(),
  independentEvents: z.number().int(),
  recurs: z.boolean(),
  certainty: certainty.meta({ description: 'The weakest step, each step at its best evidence' }),
  synthetic: z.enum(['all', 'some', 'none']).meta({ description: 'How much of its evidence is synthetic' }),
  firstDay: day,
  lastDay: day,
  distanceKm: z.number(),
  overWater: z.array(z.boolean()).meta({
    description: 'One for each step, in order; false: drawn as a great circle, its way is not known',
  }),
  significance: significanceSchema.nullable(),
});
export type RouteProperties = z.infer<typeof routePropertiesSchema>;
export const routesSchema = featureCollection(multiLine, routePropertiesSchema).extend({
  runId: z.number().int(),
});
export type RoutesReply = z.infer<typeof routesSchema>;
export const routeDetailSchema = routePropertiesSchema.extend({
  geometry: multiLine,
  runId: z.number().int(),
  evidence: z.array(evidenceSchema),
  evidenceTotal: z.number().int(),
});
export type RouteDetail = z.infer<typeof routeDetailSchema>;

export const cellPropertiesSchema = z.object({
  cell: z.string(),
  count: z.number(),
  kg: z.number(),
  z: z.number(),
  p: z.number(),
  q: z.number(),
  class: z.enum(['hot', 'cold', 'none']),
});
export type CellProperties = z.infer<typeof cellPropertiesSchema>;
export const hotSpotsSchema = featureCollection(polygon, cellPropertiesSchema).extend({
  runId: z.number().int(),
  cellsTested: z.number().int(),
  edgeKm: z.number().meta({ description: 'Mean edge length of a cell, km' }),
  leftOut: z.record(z.string(), z.number().int()).meta({ description: 'Seizures left out, by reason' }),
});
export type HotSpotsReply = z.infer<typeof hotSpotsSchema>;
export const cellDetailSchema = cellPropertiesSchema.extend({
  centre: position,
  evidence: z.array(evidenceSchema),
});
export type CellDetail = z.infer<typeof cellDetailSchema>;

export const runSchema = z.object({
  id: z.number().int(),
  startedAt: instant,
  durationMs: z.number().int(),
  parameters: z.record(z.string(), z.unknown()),
  dataHash: z.string(),
  codeVersion: z.string(),
  counts: z.record(z.string(), z.number()),
});
export const runsSchema = z.object({ items: z.array(runSchema), total: z.number().int() });
export type Run = z.infer<typeof runSchema>;

/** What the filters can choose from, and the histogram of the time filter. */
export const facetsSchema = z.object({
  runId: z.number().int(),
  firstDay: day,
  lastDay: day,
  months: z.array(z.object({ month: z.string(), seizures: z.number().int(), voyages: z.number().int() })),
  commodities: z.array(z.object({ id: z.enum(COMMODITIES), seizures: z.number().int() })),
  countries: z.array(
    z.object({ id: z.string(), name: z.string(), seizures: z.number().int(), voyages: z.number().int() }),
  ),
  dataSets: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      synthetic: z.boolean(),
      seizures: z.number().int(),
      voyages: z.number().int(),
    }),
  ),
  seizuresWithoutPosition: z.number().int(),
});
export type Facets = z.infer<typeof facetsSchema>;

const onwardSchema = z.object({
  cameFrom: z.array(placeRefSchema).meta({
    description: 'Places called at just before this one, in order of travel; empty: wherever they came from',
  }),
  to: placeRefSchema,
  count: z.number().int().meta({ description: 'Passages that went there' }),
  probability: z.number().meta({ description: 'Their part of all passages that came this way' }),
});
const placeMeasuresSchema = z.object({
  strengthIn: z.number().int().meta({ description: 'Legs that end here, each passage counting one' }),
  strengthOut: z.number().int().meta({ description: 'Legs that start here' }),
  betweenness: z.number().meta({
    description:
      'Part of all ordered pairs of other places whose cheapest way passes here; a leg costs 1 / its passages',
  }),
  rankByBetweenness: z.number().int(),
  pageRank: z.number().meta({ description: 'Damping 0.85, legs weighted by their passages' }),
  places: z.number().int().meta({ description: 'Places of the network, of which this is one' }),
});
export const portDetailSchema = portPropertiesSchema.extend({
  position,
  calls: z.number().int(),
  vessels: z.number().int(),
  seizures: z.array(evidenceSchema),
  edges: z.array(edgePropertiesSchema),
  onward: z.array(onwardSchema).meta({
    description:
      'Where voyages went next: wherever they came from, then each way here after which they went on otherwise',
  }),
  onwardSynthetic: z
    .enum(['all', 'some', 'none'])
    .meta({ description: 'How many of the voyages that left from here are synthetic' }),
  measures: placeMeasuresSchema.nullable().meta({ description: 'null: no event names the place' }),
});
export type PortDetail = z.infer<typeof portDetailSchema>;

export const healthSchema = z.object({
  status: z.literal('ok'),
  version: z.string(),
  database: z.enum(['embedded', 'server']),
  runId: z.number().int().nullable(),
});

/** RFC 9457. `errors` names each field or row at fault and the way to put it right. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

// --- Endpoints -----------------------------------------------------------------------------------------

const idParam = z.object({ id: z.string().min(1).max(300) });
const portQuery = paging.extend({
  q: z.string().max(100).optional().meta({ description: 'Part of a name or alias, accents ignored' }),
  country: list(z.string().regex(/^[A-Z]{2}$/)),
  kind: list(z.enum(PLACE_KINDS)),
});
const seizureQuery = filterSchema.safeExtend(paging.shape);
const vesselQuery = paging.extend({
  q: z.string().max(100).optional().meta({ description: 'Part of a name, MMSI, IMO number or call sign' }),
  dataSet: list(z.string().max(60)),
});
const routeQuery = filterSchema.safeExtend({
  ...paging.shape,
  level: z.enum(LEVELS).default('territory'),
  recurs: z
    .enum(['true', 'false'])
    .optional()
    .transform((text) => (text === undefined ? undefined : text === 'true'))
    .meta({ description: 'true: only routes that recur. false: only sequences seen once' }),
});
const hotSpotQuery = filterSchema.safeExtend({
  weight: z
    .enum(['count', 'kg'])
    .default('count')
    .meta({ description: 'What is tested for clustering: seizures, or their stated kilograms' }),
});
const evidenceQuery = filterSchema.safeExtend(paging.shape);

/** Each endpoint: path under `/api` (Express form), what it answers, and its schemas. */
export const endpoints = {
  health: {
    path: '/health',
    summary: 'Is the service up, on which database, with which run',
    output: healthSchema,
  },
  facets: {
    path: '/facets',
    summary: 'What filters can choose from; events by month',
    query: filterSchema,
    output: facetsSchema,
  },
  ports: {
    path: '/ports',
    summary: 'Ports and areas of the gazetteer',
    query: portQuery,
    output: portsSchema,
  },
  port: {
    path: '/ports/:id',
    summary: 'One port or area and what passes it',
    params: idParam,
    query: filterSchema,
    output: portDetailSchema,
  },
  seizures: {
    path: '/seizures',
    summary: 'Seizures; no position, no geometry',
    query: seizureQuery,
    output: seizuresSchema,
  },
  seizure: {
    path: '/seizures/:id',
    summary: 'One seizure with its lines, route points and source',
    params: idParam,
    output: seizureDetailSchema,
  },
  vessels: { path: '/vessels', summary: 'Vessels', query: vesselQuery, output: vesselsSchema },
  vessel: {
    path: '/vessels/:id',
    summary: 'One vessel and its latest port calls',
    params: idParam,
    output: vesselDetailSchema,
  },
  network: {
    path: '/network',
    summary: 'Places and legs of the latest run',
    query: filterSchema,
    output: networkSchema,
  },
  edge: {
    path: '/network/edges/:id',
    summary: 'One leg with its evidence',
    params: idParam,
    query: evidenceQuery,
    output: edgeDetailSchema,
  },
  routes: {
    path: '/routes',
    summary: 'Recurring routes, and sequences seen once',
    query: routeQuery,
    output: routesSchema,
  },
  route: {
    path: '/routes/:id',
    summary: 'One route with its evidence',
    params: idParam,
    query: evidenceQuery,
    output: routeDetailSchema,
  },
  hotspots: {
    path: '/hotspots',
    summary: 'Cells where seizures cluster, by Gi*',
    query: hotSpotQuery,
    output: hotSpotsSchema,
  },
  hotspot: {
    path: '/hotspots/:id',
    summary: 'One cell with its seizures',
    params: idParam,
    query: hotSpotQuery,
    output: cellDetailSchema,
  },
  runs: { path: '/runs', summary: 'Analysis runs, latest first', query: paging, output: runsSchema },
} as const;
