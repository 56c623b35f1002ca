/** What both databases take as a parameter. Arrays are one SQL array, never a list of parameters. */
export type Parameter = string | number | boolean | null | readonly (string | number | boolean | null)[];

export interface Queryable {
  /**
   * Runs one statement with numbered parameters.
   *
   * Statements select only text, int4, float8, boolean, text[] and jsonb, the types that both drivers
   * return alike; instants and days are turned into text or epoch milliseconds in SQL.
   */
  query<Row extends object>(sql: string, parameters?: readonly Parameter[]): Promise<Row[]>;
}

/** One interface over the embedded database and a PostgreSQL server; the same SQL serves both. */
export interface Database extends Queryable {
  readonly kind: 'embedded' | 'server';
  /** Runs `work` in one transaction: all of it is kept, or, when it throws, none. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  /** Runs a script of several statements without parameters. */
  script(sql: string): Promise<void>;
  close(): Promise<void>;
}
