import { z } from 'zod';
import { exportActions, exportEndpoints, exportFiles, exportStreams } from './briefing-schema.ts';
import { batchActions, batchEndpoints } from './api-batches.ts';
import { importActions } from './api-imports.ts';
import { operationEndpoints } from './api-operations.ts';
import { noteActions, noteEndpoints, noteRemovals, noteReplacements } from './api-notes.ts';
import {
  CONFIDENCES,
  ANALYSIS_STEPS,
  CERTAINTIES,
  CLUSTER_METHODS,
  COMMODITIES,
  DATE_PRECISIONS,
  EMERGING_CLASSES,
  LEVELS,
  LOCATION_PRECISIONS,
  MARKINGS,
  MODES,
  PLACE_KINDS,
  POINT_ROLES,
  RUN_NOTES,
  RUN_STATES,
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
    audience: z.enum(MARKINGS).optional().meta({
      description:
        'Keep events that an audience cleared for this TLP 2.0 marking may see; all of them without it',
    }),
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

const feature = <G extends z.ZodType, P extends z.ZodType>(geometry: G, properties: P) =>
  z.object({ type: z.literal('Feature'), id: z.string(), geometry, properties });
const featureCollection = <G extends z.ZodType, P extends z.ZodType>(geometry: G, properties: P) =>
  z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(feature(geometry, properties)),
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
  confidence: z.enum(CONFIDENCES),
  marking: z.enum(MARKINGS).meta({ description: 'Traffic Light Protocol 2.0' }),
  openEnd: z
    .object({
      placeId: z.string(),
      placeName: z.string(),
      position,
      unknown: z.enum(['origin', 'destination']),
      certainty,
    })
    .nullable()
    .meta({ description: 'The one end of its way that is stated where the other is not; null: no such end' }),
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
export const networkWithinSchema = z.object({
  runId: z.number().int(),
  nodes: featureCollection(point, nodePropertiesSchema),
  legs: z
    .object({
      id: z.array(z.string()),
      voyageLegs: z.array(z.number().int()),
      seizureLegs: z.array(z.number().int()),
      vessels: z.array(z.number().int()),
      certainty: z.array(certainty),
      seizureCertainty: z.array(certainty.nullable()),
      synthetic: z.array(z.boolean()),
      firstDay: z.array(day),
      lastDay: z.array(day),
    })
    .meta({ description: 'In columns, what a filter changes of legs; the rest is as in the whole network' }),
  otherLegs: z
    .array(feature(multiLine, edgePropertiesSchema))
    .meta({ description: 'Legs that within the filter go another way than in the whole network' }),
});
export type NetworkWithinReply = z.infer<typeof networkWithinSchema>;
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
const shuffleSchema = z
  .object({
    model: z.literal('shuffle'),
    observed: z.number(),
    expected: z.number().meta({ description: 'Mean over the draws' }),
    p: z.number(),
    pError: z.number().meta({ description: 'Monte Carlo standard error of p' }),
    q: z.number(),
    tested: z.number().int(),
    draws: z.number().int(),
  })
  .meta({ description: 'How often the sequence appears when the calls are dealt anew to the same voyages' });
const rankRangeSchema = z
  .object({
    rank: z.number().int(),
    best: z.number().int(),
    worst: z.number().int(),
    worstWithout: z
      .object({ kind: z.enum(['seizure', 'country', 'data-set']), id: z.string() })
      .nullable()
      .meta({ description: 'What was left out for the worst rank' }),
    of: z.number().int().meta({ description: 'Routes ranked' }),
  })
  .meta({ description: 'Rank without the largest seizure, each country and each data set in turn' });
export const routePropertiesSchema = z.object({
  id: z.string(),
  level: z.enum(LEVELS),
  places: z.array(placeRefSchema),
  seizures: z.number().int(),
  voyages: z.number().int(),
  vessels: z.number().int(),
  independentEvents: z.number().int(),
  effectiveSupport: z.number().int().meta({
    description: 'Independent events when no report, operation, vessel or day counts more often than its cap',
  }),
  capped: z
    .object({
      report: z.number().int(),
      operation: z.number().int(),
      vessel: z.number().int(),
      day: z.number().int(),
    })
    .meta({ description: 'Events that each cap left out' }),
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
  shuffle: shuffleSchema.nullable().meta({ description: 'null within a filter: tested for whole runs only' }),
  rankRange: rankRangeSchema.nullable().meta({ description: 'null within a filter' }),
});
export type RouteProperties = z.infer<typeof routePropertiesSchema>;
export const routesSchema = featureCollection(multiLine, routePropertiesSchema).extend({
  runId: z.number().int(),
});
export type RoutesReply = z.infer<typeof routesSchema>;
export const routeDetailSchema = routePropertiesSchema.extend({
  syntheticEvents: z.number().int().meta({ description: 'Of the independent events' }),
  geometry: multiLine,
  runId: z.number().int(),
  evidence: z.array(evidenceSchema),
  evidenceTotal: z.number().int(),
});
export type RouteDetail = z.infer<typeof routeDetailSchema>;

const rateSchema = z
  .object({ per1000Calls: z.number(), low: z.number(), high: z.number() })
  .meta({ description: 'Seizures per 1,000 port calls with the exact 95 % interval' });
export const cellPropertiesSchema = z.object({
  cell: z.string(),
  count: z.number(),
  kg: z.number(),
  z: z.number(),
  p: z.number(),
  q: z.number(),
  class: z.enum(['hot', 'cold', 'none']),
  emerging: z
    .enum(EMERGING_CLASSES)
    .nullable()
    .meta({ description: 'How it came to be over the periods; null: not classed, or within a filter' }),
  calls: z
    .number()
    .int()
    .nullable()
    .meta({ description: 'Port calls known at places in the cell; null within a filter: not counted' }),
  rate: rateSchema.nullable().meta({ description: 'null: no port call is known there' }),
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

const runNoteSchema = z
  .object({ code: z.enum(RUN_NOTES), count: z.number().int() })
  .meta({ description: 'What could not be found or was left out, and how many it concerns' });
export const clusterPropertiesSchema = z.object({
  id: z.string(),
  method: z.enum(CLUSTER_METHODS),
  centre: position,
  radiusKm: z.number(),
  firstDay: day.nullable(),
  lastDay: day.nullable(),
  cases: z.number().int(),
  expected: z.number().nullable(),
  relativeRisk: z.number().nullable().meta({
    description: 'Rate inside over rate outside; of a space-time cluster observed over expected',
  }),
  logLikelihoodRatio: z.number().nullable(),
  p: z.number().nullable(),
  pError: z.number().nullable(),
  draws: z.number().int().nullable(),
});
export type ClusterProperties = z.infer<typeof clusterPropertiesSchema>;
export const clustersSchema = featureCollection(polygon, clusterPropertiesSchema).extend({
  runId: z.number().int(),
  notes: z.array(runNoteSchema),
});
export type ClustersReply = z.infer<typeof clustersSchema>;
export const clusterDetailSchema = clusterPropertiesSchema.extend({ evidence: z.array(evidenceSchema) });
export type ClusterDetail = z.infer<typeof clusterDetailSchema>;

export const placeFindingSchema = placeRefSchema.extend({
  strengthIn: z.number().int(),
  strengthOut: z.number().int(),
  betweenness: z.number(),
  pageRank: z.number(),
  community: z.number().int().meta({ description: '1 the largest; 0: stands alone' }),
  seizures: z.number().int(),
  calls: z.number().int(),
  rate: rateSchema.nullable(),
});
export type PlaceFindingRow = z.infer<typeof placeFindingSchema>;
export const placesSchema = z.object({
  runId: z.number().int(),
  items: z.array(placeFindingSchema),
  total: z.number().int(),
  callsSynthetic: z
    .enum(['all', 'some', 'none'])
    .meta({ description: 'How much of the traffic is synthetic' }),
});
export type PlacesReply = z.infer<typeof placesSchema>;

export const pathsSchema = z.object({
  runId: z.number().int(),
  from: placeRefSchema,
  to: placeRefSchema,
  paths: z.array(
    z.object({
      places: z.array(placeRefSchema),
      cost: z
        .number()
        .meta({ description: 'Sum of the cost of its legs, in the unit of the cost asked for' }),
      distanceKm: z.number(),
    }),
  ),
  unmeasured: z.number().int().meta({ description: 'Legs left aside because their distance is not known' }),
  cut: z
    .object({
      flow: z.number().int().meta({ description: 'Passages that can go from one to the other at most' }),
      choices: z
        .array(
          z.array(
            z.object({
              id: z.string(),
              from: placeRefSchema,
              to: placeRefSchema,
              passages: z.number().int(),
            }),
          ),
        )
        .meta({ description: 'Sets of legs that would do, the one with fewest legs first' }),
    })
    .meta({ description: 'The fewest passages to watch so that nothing known gets through' }),
});
export type PathsReply = z.infer<typeof pathsSchema>;

const ratioSchema = z.object({
  id: z.string(),
  name: z.string(),
  a: z.number().int(),
  b: z.number().int(),
  ratio: z.number().nullable().meta({ description: 'Rate of a over rate of b; null: nothing in b' }),
  low: z.number().nullable(),
  high: z.number().nullable(),
  p: z.number().nullable(),
  q: z.number().nullable(),
});
export const comparisonSchema = z.object({
  runId: z.number().int(),
  effort: z.enum(['stated', 'assumed-equal', 'days-with-traffic']).meta({
    description:
      'assumed-equal: a difference in looking reads as a difference in what there is. days-with-traffic: of voyages, the days of months in which any was seen',
  }),
  inBoth: z.number().int().meta({ description: 'Events in both, left out' }),
  tested: z.number().int(),
  total: ratioSchema,
  rows: z.array(ratioSchema),
});
export type ComparisonReply = z.infer<typeof comparisonSchema>;

export const runSchema = z.object({
  id: z.number().int(),
  state: z.enum(RUN_STATES),
  startedAt: instant,
  durationMs: z.number().int(),
  parameters: z.record(z.string(), z.unknown()),
  dataHash: z.string().nullable(),
  findingsHash: z.string().nullable().meta({ description: 'The same inputs give the same hash' }),
  codeVersion: z.string(),
  counts: z.record(z.string(), z.number()),
  notes: z.array(runNoteSchema),
  note: z.string().nullable().meta({ description: 'Why it failed' }),
});
export const runsSchema = z.object({ items: z.array(runSchema), total: z.number().int() });
export type Run = z.infer<typeof runSchema>;

const cap = z.number().int().min(1).max(1000).nullable();
/** What may be asked of an analysis; what is left out keeps its default. */
export const analysisRequestSchema = z.strictObject({
  seed: z.number().int().min(0).max(2_147_483_647).optional(),
  draws: z
    .number()
    .int()
    .min(99)
    .max(99_999)
    .optional()
    .meta({ description: 'Monte Carlo draws of each test; p cannot fall below 1 / (draws + 1)' }),
  longestRoute: z.number().int().min(2).max(6).optional().meta({ description: 'Places in a route at most' }),
  caps: z
    .strictObject({ perReport: cap, perOperation: cap, perVessel: cap, perDay: cap })
    .partial()
    .optional()
    .meta({ description: 'How often one report, operation, vessel or day may count; null: no cap' }),
  cellResolution: z
    .number()
    .int()
    .min(2)
    .max(6)
    .optional()
    .meta({ description: 'H3 resolution of the cells' }),
  maxUncertaintyKm: z.number().min(0).max(500).optional(),
  periodMonths: z
    .number()
    .int()
    .min(1)
    .max(120)
    .optional()
    .meta({ description: 'Period of emerging hot spots' }),
});
export type AnalysisRequest = z.infer<typeof analysisRequestSchema>;
export const runStartedSchema = z.object({ runId: z.number().int() });

/** One event of the stream of a run's progress. */
export const runProgressSchema = z.object({
  runId: z.number().int(),
  state: z.enum(RUN_STATES),
  step: z.enum(ANALYSIS_STEPS).nullable(),
  done: z.number(),
  of: z.number(),
  note: z.string().nullable(),
});
export type RunProgress = z.infer<typeof runProgressSchema>;

const standingSchema = z.object({
  rank: z.number().int(),
  of: z.number().int(),
  effectiveSupport: z.number().int(),
  recurs: z.boolean(),
  q: z.number().nullable(),
  shuffleQ: z.number().nullable(),
});
const routeChange = z.object({
  id: z.string(),
  level: z.enum(LEVELS),
  places: z.array(placeRefSchema),
  old: standingSchema.nullable(),
  new: standingSchema.nullable(),
});
const cellStanding = cellPropertiesSchema.pick({ class: true, z: true, q: true });
const cellChange = z.object({
  cell: z.string(),
  centre: position,
  old: cellStanding.nullable(),
  new: cellStanding.nullable(),
});
const clusterStanding = z.object({ id: z.string(), members: z.array(z.string()), p: z.number() });
const clusterChange = z.object({
  kind: z.string(),
  old: clusterStanding.nullable(),
  new: clusterStanding.nullable(),
  shared: z.number().meta({ description: 'Members in both, as a share of members in either' }),
});
const changes = <T extends z.ZodType>(item: T) =>
  z.object({
    appeared: z.array(item),
    vanished: z.array(item),
    moved: z.array(item),
    unchanged: z.number().int(),
  });
export const runComparisonSchema = z.object({
  older: runSchema,
  newer: runSchema,
  sameFindings: z.boolean(),
  sameData: z.boolean(),
  sameVersion: z.boolean(),
  parameters: z.array(z.object({ path: z.string(), old: z.unknown(), new: z.unknown() })),
  routes: changes(routeChange),
  cells: changes(cellChange),
  clusters: changes(clusterChange),
});
export type RunComparison = z.infer<typeof runComparisonSchema>;

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

export const noDataSchema = z.object({
  type: z.literal('FeatureCollection'),
  runId: z.number().int(),
  countries: z.array(z.string()).meta({
    description:
      'Countries and territories of the gazetteer, ISO 3166-1 alpha-2, of which neither a seizure nor a port call is held, whatever the filter',
  }),
  features: z
    .array(
      z.object({
        type: z.literal('Feature'),
        properties: z.object({ country: z.string() }),
        geometry: polygon,
      }),
    )
    .meta({ description: 'Their land, a polygon each; of some the base map has none' }),
});
export type NoDataReply = z.infer<typeof noDataSchema>;

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

const reach = z.enum(['inside', 'may']).meta({
  description: 'inside: its place and all its uncertainty. may: its uncertainty reaches across the border',
});
export const areaSchema = z.object({
  runId: z.number().int(),
  corners: z.array(position),
  areaKm2: z.number(),
  cases: z
    .array(evidenceSchema.extend({ reach }))
    .meta({ description: 'One page, those inside first, each latest first' }),
  inside: z.number().int().meta({ description: 'Cases in the area with all their uncertainty' }),
  mayLieInside: z.number().int().meta({ description: 'Cases whose uncertainty reaches across the border' }),
  withoutPosition: z.number().int().meta({ description: 'Cases that cannot be asked: no position stated' }),
  goods: z.array(
    z.object({
      commodity: z.enum(COMMODITIES),
      cases: z.number().int(),
      kg: z.number().nullable().meta({ description: 'Stated kg of cases inside; null: none stated' }),
      mayCases: z.number().int(),
      mayKg: z.number().nullable(),
    }),
  ),
  legs: z
    .array(edgePropertiesSchema.extend({ ends: z.enum(['both', 'from', 'to', 'neither']) }))
    .meta({ description: 'Legs whose drawn line meets the area; which of their ends lie in it' }),
  voyages: z.array(evidenceSchema).meta({ description: 'One page of the voyages on those legs' }),
  voyagesTotal: z.number().int(),
  vessels: z.number().int().meta({ description: 'Different vessels of those voyages' }),
  routes: z.array(routePropertiesSchema).meta({ description: 'Routes of the level with such a step' }),
  calls: z
    .array(z.object({ place: placeRefSchema, calls: z.number().int(), vessels: z.number().int() }))
    .meta({
      description: 'Port calls at places in the area; only dates and data sets of the filter apply to them',
    }),
});
export type AreaReply = z.infer<typeof areaSchema>;

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

const clusterQuery = z.object({ method: z.enum(CLUSTER_METHODS).optional() });
const placeQuery = paging.extend({
  level: z.enum(LEVELS).default('territory'),
  sort: z
    .enum(['flow', 'betweenness', 'pageRank', 'seizures', 'calls', 'rate'])
    .default('flow')
    .meta({ description: 'Largest first' }),
});
const pathQuery = filterSchema.safeExtend({
  level: z.enum(LEVELS).default('territory'),
  start: z.string().min(1).max(300),
  end: z.string().min(1).max(300),
  k: z.coerce.number().int().min(1).max(20).default(5),
  cost: z
    .enum(['flow', 'distance'])
    .default('flow')
    .meta({ description: 'flow: a leg costs 1 / its passages. distance: its km' }),
});
const effort = z.coerce.number().min(0.001).max(1e9).optional();
const comparisonQuery = z
  .object({
    aFrom: day.optional(),
    aTo: day.optional(),
    bFrom: day.optional(),
    bTo: day.optional(),
    aOperation: z.string().max(200).optional().meta({ description: 'Only seizures of this operation' }),
    bOperation: z.string().max(200).optional(),
    aEffort: effort.meta({ description: 'Days of control, patrol hours: any unit, the same for both' }),
    bEffort: effort,
    by: z.enum(['commodity', 'country', 'place', 'route']).default('commodity'),
    kind: z
      .enum(['seizure', 'voyage'])
      .default('seizure')
      .meta({ description: 'Voyages seen depend on coverage: a difference may be one of receivers' }),
    commodity: list(z.enum(COMMODITIES)),
    country: list(z.string().regex(/^[A-Z]{2}$/, 'ISO 3166-1 alpha-2, capitals')),
    dataSet: list(z.string().max(60)),
  })
  .refine(({ aEffort, bEffort }) => (aEffort === undefined) === (bEffort === undefined), {
    message: 'give the effort of both periods, or of neither',
    path: ['bEffort'],
  })
  .refine(({ aFrom = '', aTo = '9999' }) => aFrom <= aTo, {
    message: 'aFrom must not be after aTo',
    path: ['aFrom'],
  })
  .refine(({ bFrom = '', bTo = '9999' }) => bFrom <= bTo, {
    message: 'bFrom must not be after bTo',
    path: ['bFrom'],
  });
const areaQuery = filterSchema.safeExtend({
  corners: z.string().max(3000).meta({
    description: 'Corners in order, `lon,lat;lon,lat;…`: 3 to 60, sides not crossing; closed by itself',
  }),
  level: z.enum(LEVELS).default('territory').meta({ description: 'Level of the routes' }),
  limit: z.coerce.number().int().min(1).max(5000).default(200).meta({ description: 'Cases, and voyages' }),
});
const runParam = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) });

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
  noData: {
    path: '/no-data',
    summary: 'Countries and territories of which nothing is known: no data is not no seizures',
    output: noDataSchema,
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
  networkWithin: {
    path: '/network/within',
    summary: 'Places and legs within a filter, without what they share with the whole network',
    query: filterSchema,
    output: networkWithinSchema,
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
  clusters: {
    path: '/clusters',
    summary: 'Groups of seizures: scan statistics with Monte Carlo p, and density groups',
    query: clusterQuery,
    output: clustersSchema,
  },
  cluster: {
    path: '/clusters/:id',
    summary: 'One cluster with its seizures',
    params: idParam,
    output: clusterDetailSchema,
  },
  places: {
    path: '/places',
    summary: 'Places of the network ranked: flow, betweenness, community, seizures against port calls',
    query: placeQuery,
    output: placesSchema,
  },
  paths: {
    path: '/paths',
    summary: 'Cheapest ways between two places over known legs, and the fewest passages that cut them all',
    query: pathQuery,
    output: pathsSchema,
  },
  comparison: {
    path: '/comparison',
    summary: 'Two periods or operations compared: rate ratio with exact interval',
    query: comparisonQuery,
    output: comparisonSchema,
  },
  runs: { path: '/runs', summary: 'Analysis runs, latest first', query: paging, output: runsSchema },
  run: { path: '/runs/:id', summary: 'One run', params: runParam, output: runSchema },
  compareRuns: {
    path: '/runs/:id/comparison',
    summary: 'What appeared, vanished and moved since an earlier run',
    params: runParam,
    query: z.object({ older: z.coerce.number().int().min(1).max(2_147_483_647) }),
    output: runComparisonSchema,
  },
  area: {
    path: '/area',
    summary: 'What lies in a drawn area and what crosses it: cases, legs, routes, voyages, port calls',
    query: areaQuery,
    output: areaSchema,
  },
  ...batchEndpoints,
  ...noteEndpoints,
  ...operationEndpoints,
  ...exportEndpoints,
} as const;

/** GET: files. */
export const files = { ...exportFiles } as const;

/** What changes something: each takes a JSON body, which a page of another site cannot send. */
export const actions = {
  startRun: {
    path: '/runs',
    summary: 'Start an analysis; answers at once with its number',
    body: analysisRequestSchema,
    output: runStartedSchema,
  },
  cancelRun: {
    path: '/runs/:id/cancel',
    summary: 'Cancel a run under way',
    params: runParam,
    body: z.strictObject({}),
    output: runSchema,
  },
  ...importActions,
  ...batchActions,
  ...noteActions,
  ...exportActions,
} as const;

/** PUT: a changed version of what is there. */
export const replacements = { ...noteReplacements } as const;

/** DELETE. */
export const removals = { ...noteRemovals } as const;

/** Server-sent events. */
export const streams = {
  runProgress: {
    path: '/runs/:id/progress',
    summary: 'Progress of a run, until it ends: one event for each step',
    params: runParam,
    output: runProgressSchema,
  },
  ...exportStreams,
} as const;
