import type { Plurals } from './format.ts';

/** Every word of the pages, and of the slides where they say the same; values stand at `{name}`. */
export interface PageWords {
  readonly kind: Readonly<Record<'brief' | 'dossier' | 'deck', string>>;
  /** Title of a brief that was given none. */
  readonly briefTitle: string;
  readonly page: string;
  readonly synthetic: Readonly<Record<'all' | 'some', string>>;
  /** What a row or a number that rests on such data is marked with: the words of the page. */
  readonly mark: Readonly<Record<'all' | 'some', string>>;
  readonly filter: Readonly<Record<'allDates' | 'from' | 'to' | 'allGoods' | 'territory' | 'port', string>>;
  readonly about: Readonly<
    Record<
      | 'run'
      | 'cutOff'
      | 'noCutOff'
      | 'data'
      | 'findings'
      | 'code'
      | 'sources'
      | 'source'
      | 'sourceSynthetic'
      | 'noSources',
      string
    >
  >;
  readonly count: Readonly<
    Record<'events' | 'seizures' | 'voyages' | 'vessels' | 'cells' | 'recur' | 'once', Plurals>
  >;
  readonly heading: Readonly<
    Record<
      | 'map'
      | 'routes'
      | 'spots'
      | 'reconciliation'
      | 'limits'
      | 'sources'
      | 'legs'
      | 'statistics'
      | 'overTime'
      | 'vessels'
      | 'evidence',
      string
    >
  >;
  readonly column: Readonly<
    Record<
      | 'route'
      | 'support'
      | 'seizuresVoyages'
      | 'seizuresShort'
      | 'seizures'
      | 'voyages'
      | 'vessels'
      | 'expected'
      | 'chance'
      | 'seen'
      | 'near'
      | 'mass'
      | 'course'
      | 'item'
      | 'published'
      | 'before'
      | 'loaded'
      | 'gap'
      | 'leg'
      | 'distance'
      | 'sure'
      | 'measure'
      | 'value'
      | 'meaning'
      | 'period'
      | 'goods'
      | 'vessel'
      | 'first'
      | 'last'
      | 'day'
      | 'event'
      | 'way'
      | 'source'
      | 'published_on'
      | 'rows'
      | 'url',
      string
    >
  >;
  readonly none: Readonly<
    Record<'routes' | 'spots' | 'legs' | 'vessels' | 'evidence' | 'overTime' | 'sources' | 'route', string>
  >;
  /** The sentences of a brief. */
  readonly say: Readonly<
    Record<
      | 'recurring'
      | 'noneRecurs'
      | 'nothing'
      | 'best'
      | 'cluster'
      | 'noCluster'
      | 'sure'
      | 'reporting'
      | 'syntheticAll'
      | 'syntheticSome'
      | 'syntheticRoutes',
      string
    >
  >;
  /** Against chance: a word for a table, and the rest of a sentence. */
  readonly chance: Readonly<
    Record<'strong' | 'some' | 'none' | 'untested' | 'withQ' | 'strongLong' | 'someLong' | 'noneLong', string>
  >;
  readonly callsLong: Readonly<Record<'strong' | 'some' | 'none', string>>;
  readonly spot: Readonly<Record<'hot' | 'cold', string>>;
  /** A hot spot by the port that it lies near, as the page calls it. */
  readonly spotNear: string;
  readonly qualifier: Readonly<Record<'exactly' | 'more-than' | 'about', string>>;
  readonly reconciled: string;
  readonly dossier: Readonly<
    Record<
      | 'recurs'
      | 'recursLong'
      | 'recursOf'
      | 'once'
      | 'onceLong'
      | 'sure'
      | 'seen'
      | 'events'
      | 'distance'
      | 'pseudonyms'
      | 'names'
      | 'noPeriod'
      | 'eachGoods'
      | 'chartAlt'
      | 'shortened'
      | 'seizure'
      | 'voyage'
      | 'syntheticShort'
      | 'syntheticSome'
      | 'syntheticOnly'
      | 'notStated'
      | 'restInData'
      | 'moreSources'
      | 'legsOnly',
      string
    >
  >;
  readonly measure: Readonly<
    Record<
      | 'support'
      | 'supportMeans'
      | 'supportValue'
      | 'traffic'
      | 'trafficValue'
      | 'trafficMeans'
      | 'calls'
      | 'callsMeans'
      | 'draws'
      | 'drawsValue'
      | 'drawsMeans'
      | 'rank'
      | 'rankValue'
      | 'rankFixed'
      | 'rankMeans'
      | 'pq'
      | 'pqMeans'
      | 'notTested'
      | 'notRanked',
      string
    >
  >;
  readonly limit: Readonly<
    Record<
      | 'reporting'
      | 'noData'
      | 'noDataNone'
      | 'chance'
      | 'hotSpots'
      | 'once'
      | 'places'
      | 'synthetic'
      | 'gap'
      | 'undrawn',
      string
    >
  >;
  readonly mapAlt: string;
}
