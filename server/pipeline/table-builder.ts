import { isUtf8 } from 'node:buffer';
import { CsvError, parse, type Parser } from 'csv-parse';
import { InputError } from '../errors.ts';
import type { Reject } from '../../shared/model.ts';
import { describeReject, showValue, type Row, type Table } from '../../shared/table.ts';
import { delimiterOf, firstBadByte, lineBreaks } from './csv-bytes.ts';

export interface ReadLimits {
  /** Largest file, and largest text after unpacking, bytes. */
  readonly maxBytes: number;
  /** Rows after the header. */
  readonly maxRows: number;
  /** One row, bytes; so also one field. */
  readonly maxRowBytes: number;
}

type Where = Partial<Pick<Reject, 'row' | 'column' | 'value'>>;
/** Makes the error that refuses a file: its code, why, what to do, and where in the file. */
export type Refuse = (code: string, reason: string, fix: string, where?: Where) => InputError;

/** A {@link Refuse} for one file. */
export function refuser(file: string): Refuse {
  return (code, reason, fix, { row = null, column = null, value = null } = {}) => {
    const reject: Reject = { file, row, column, value, reason, fix };
    return new InputError(code, describeReject(reject), [reject]);
  };
}

const SAVE_AS_UTF8 = 'Save the file as "CSV UTF-8 (comma delimited)" and import it again.';
const NAMES: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab' };

/** Takes a CSV text in pieces and makes rows of it; the first fault refuses the whole. */
export class TableBuilder {
  private readonly parser: Parser;
  private readonly delimiter: string;
  private columns: string[] | null = null;
  private readonly rows: Row[] = [];
  private readonly lines: number[] = [];
  /** Line on which the record now being read begins. */
  private line = 1;
  private failure: Error | null = null;

  /** @param head  the first bytes, without byte-order mark, at least as far as the end of the first line */
  constructor(
    private readonly head: Buffer,
    private readonly limits: ReadLimits,
    private readonly refuse: Refuse,
  ) {
    this.delimiter = delimiterOf(head);
    this.parser = parse({
      // Fields stay bytes: only so can one that is not UTF-8 be told from one that holds the mark for it.
      encoding: null,
      delimiter: this.delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: limits.maxRowBytes,
      on_record: (record: readonly unknown[]) => {
        this.take(record.filter((field) => Buffer.isBuffer(field)));
        return null;
      },
    });
    this.parser.on('error', (error) => (this.failure ??= error));
    this.parser.resume();
  }

  /** Feeds the first bytes, given to the constructor. */
  start(): Promise<void> {
    return this.write(this.head);
  }

  write(chunk: Buffer): Promise<void> {
    return this.settle((done) => this.parser.write(chunk, done));
  }

  end(): Promise<void> {
    return this.settle((done) => {
      this.parser.once('error', done);
      this.parser.end(() => done());
    });
  }

  /** The rows, once {@link end} has come back. */
  table(): Pick<Table, 'columns' | 'rows' | 'lines'> {
    if (this.columns === null || this.rows.length === 0) {
      throw this.refuse(
        'table-empty',
        this.columns === null ? 'the file holds only blank lines' : 'there is a header but no rows',
        'Export the table again with its rows.',
      );
    }
    return { columns: this.columns, rows: this.rows, lines: this.lines };
  }

  private settle(act: (done: (error?: Error | null) => void) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = (error?: Error | null): void => {
        const failure = this.failure ?? error;
        if (failure === null || failure === undefined) resolve();
        else reject(this.translate(failure));
      };
      act(done);
    });
  }

  private take(fields: readonly Buffer[]): void {
    const start = this.line;
    // Counted here: csv-parse counts a CR LF inside quotation marks as two lines.
    this.line += 1 + fields.reduce((sum, field) => sum + lineBreaks(field), 0);
    // A spreadsheet leaves rows of commas below a table from which rows were deleted.
    if (fields.every((field) => field.toString('latin1').trim() === '')) return;
    if (this.columns === null) {
      this.columns = this.header(fields, start);
      return;
    }
    this.checkCount(fields, this.columns, start);
    if (this.rows.length >= this.limits.maxRows) {
      throw this.refuse(
        'table-rows',
        `there are more than ${this.limits.maxRows} rows`,
        'Split it into smaller files.',
        { row: start },
      );
    }
    const columns = this.columns;
    this.rows.push(
      textRow(
        columns,
        fields.map((field, i) => this.text(field, start, columns[i] ?? null)),
      ),
    );
    this.lines.push(start);
  }

  private header(fields: readonly Buffer[], row: number): string[] {
    const names = fields.map((field, i) => this.text(field, row, `number ${i + 1}`).trim());
    const empty = names.indexOf('');
    if (empty >= 0) {
      throw this.refuse(
        'table-header',
        `column number ${empty + 1} of ${names.length} has no name`,
        'Name every column in the header row, or delete the column.',
        { row },
      );
    }
    if (new Set(names).size === names.length) return names;
    const seen = new Set<string>();
    const twice = names.find((name) => seen.size === seen.add(name).size) ?? '';
    const [first, second] = [names.indexOf(twice), names.lastIndexOf(twice)];
    throw this.refuse(
      'table-header',
      `columns number ${first + 1} and ${second + 1} have the same name`,
      'Rename or delete one of them.',
      { row, column: showValue(twice), value: showValue(twice) },
    );
  }

  private checkCount(fields: readonly Buffer[], columns: readonly string[], row: number): void {
    if (fields.length === columns.length) return;
    const many = fields.length > columns.length;
    const at = many ? columns.length : fields.length;
    throw this.refuse(
      'table-fields',
      `${fields.length} fields where the header has ${columns.length}`,
      `Check the ${NAMES[this.delimiter]}s in this row: a text that holds one must stand in quotation marks.`,
      {
        row,
        column: many ? null : (columns[at] ?? null),
        value: many ? showValue(fields[at]?.toString('utf8') ?? '') : null,
      },
    );
  }

  private text(field: Buffer, start: number, column: string | null): string {
    if (field.includes(0)) {
      const row = start + lineBreaks(field.subarray(0, field.indexOf(0)));
      const where = { row, column, value: showValue(field.toString('latin1')) };
      throw this.refuse('file-binary', 'this is not text (it has NUL bytes)', SAVE_AS_UTF8, where);
    }
    if (isUtf8(field)) return field.toString('utf8');
    const bad = firstBadByte(field);
    const code = `0x${(field[bad] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
    throw this.refuse(
      'text-encoding',
      `not UTF-8 text (byte ${code} at character ${bad + 1} of the field); shown as Latin-1`,
      SAVE_AS_UTF8,
      {
        row: start + lineBreaks(field.subarray(0, bad)),
        column,
        value: showValue(field.toString('latin1')),
      },
    );
  }

  private translate(failure: Error): Error {
    if (!(failure instanceof CsvError)) return failure;
    const where = { row: this.line, column: this.columnAt(failure) };
    switch (failure.code) {
      case 'CSV_QUOTE_NOT_CLOSED':
        return this.refuse(
          'table-quotes',
          'a quotation mark opens in this row and is never closed',
          'Close it, or double each quotation mark that is part of a text ("").',
          where,
        );
      case 'CSV_MAX_RECORD_SIZE':
        return this.refuse(
          'table-row-long',
          `a row longer than ${this.limits.maxRowBytes} bytes, or a quotation mark in it that is never closed`,
          'Check the quotation marks and line ends of this row.',
          where,
        );
      default:
        return this.refuse(
          'table-quotes',
          'a quotation mark stands inside a field, not around it',
          'Put the whole field in quotation marks and double those that are part of the text ("").',
          where,
        );
    }
  }

  private columnAt(error: CsvError): string | null {
    const index = 'column' in error && typeof error.column === 'number' ? error.column : null;
    return index === null ? null : (this.columns?.[index] ?? null);
  }
}

/** Own properties only, whatever the columns are called: a column `__proto__` is a column like any other. */
function textRow(columns: readonly string[], texts: readonly string[]): Row {
  return Object.fromEntries(columns.map((column, i): [string, string] => [column, texts[i] ?? '']));
}
