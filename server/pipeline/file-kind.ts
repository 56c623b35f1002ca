/**
 * What a file is, told from its bytes: people send workbooks renamed to .csv, and the message that helps is
 * the one that says so. Signatures: the PNG, PDF, ZIP (APPNOTE 4.3.7), OLE2, gzip (RFC 1952) and Unicode
 * byte-order marks (Unicode 16, section 23.8).
 */
export type FileKind =
  | { readonly kind: 'text'; readonly bomBytes: 0 | 3 }
  | {
      readonly kind: 'other';
      readonly code: string;
      /** What it is, to follow "this is". */
      readonly what: string;
      readonly fix: string;
    };

const SAVE_AS_CSV = 'Save it as "CSV UTF-8 (comma delimited)" and import that file.';

interface Signature {
  readonly code: string;
  readonly bytes: readonly number[];
  readonly what: string;
  readonly fix: string;
}

const utf16 = (what: string): Omit<Signature, 'bytes'> => ({ code: 'file-utf16', what, fix: SAVE_AS_CSV });
const binary = (what: string, fix: string): Omit<Signature, 'bytes'> => ({ code: 'file-binary', what, fix });

// UTF-32 little-endian begins with the mark of UTF-16 little-endian, so it comes first.
const SIGNATURES: readonly Signature[] = [
  { bytes: [0xff, 0xfe, 0, 0], ...utf16('text in UTF-32 (little-endian), not UTF-8') },
  { bytes: [0, 0, 0xfe, 0xff], ...utf16('text in UTF-32 (big-endian), not UTF-8') },
  { bytes: [0xff, 0xfe], ...utf16('text in UTF-16 (little-endian), not UTF-8') },
  { bytes: [0xfe, 0xff], ...utf16('text in UTF-16 (big-endian), not UTF-8') },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], ...binary('an Excel workbook of the old kind (.xls)', SAVE_AS_CSV) },
  { bytes: [0x25, 0x50, 0x44, 0x46], ...binary('a PDF', 'Import the table it was made from, as CSV UTF-8.') },
  { bytes: [0x89, 0x50, 0x4e, 0x47], ...binary('a picture (PNG)', 'Import the table as CSV UTF-8.') },
  { bytes: [0x50, 0x41, 0x52, 0x31], ...binary('a Parquet file', 'Import the table as CSV UTF-8.') },
  {
    bytes: [0x1f, 0x8b],
    ...binary('a gzip file inside a gzip file', 'Unpack it once and import that file.'),
  },
];

const beginsWith = (head: Buffer, bytes: readonly number[]): boolean =>
  bytes.every((byte, i) => head[i] === byte);

/** Whether the bytes begin a gzip member (RFC 1952, 2.3.1: ID1, ID2, method deflate). */
export const isGzip = (head: Buffer): boolean => beginsWith(head, [0x1f, 0x8b, 8]);

/**
 * The kind of file from its first bytes, unpacked where it was packed.
 *
 * @param head  as many of the first bytes as are at hand; 4 settle most kinds, a few kB all
 */
export function fileKind(head: Buffer): FileKind {
  const known = SIGNATURES.find((signature) => beginsWith(head, signature.bytes));
  if (known) return { kind: 'other', code: known.code, what: known.what, fix: known.fix };
  if (beginsWith(head, [0x50, 0x4b, 3, 4])) return { kind: 'other', ...zipKind(head) };
  const start = head.subarray(0, 4096);
  if (start.includes(0)) return { kind: 'other', ...nulKind(start) };
  return { kind: 'text', bomBytes: beginsWith(head, [0xef, 0xbb, 0xbf]) ? 3 : 0 };
}

/** A workbook is a zip whose first entries are `[Content_Types].xml`, `_rels/`, `docProps/` or `xl/`. */
function zipKind(head: Buffer): Omit<Signature, 'bytes'> {
  const names = head.toString('latin1');
  if (names.includes('[Content_Types].xml') || names.includes('xl/')) {
    return binary('an Excel workbook (.xlsx)', SAVE_AS_CSV);
  }
  if (names.includes('opendocument.spreadsheet')) return binary('a workbook (.ods)', SAVE_AS_CSV);
  return binary('a zip file', 'Unpack it and import the CSV file inside.');
}

/** UTF-16 without a mark: Latin letters leave every other byte 0. */
function nulKind(start: Buffer): Omit<Signature, 'bytes'> {
  const pairs = Math.floor(start.length / 2);
  const nuls = [0, 0];
  for (let i = 0; i < 2 * pairs; i++) if (start[i] === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  if (odd > 0.4 * pairs && even < 0.1 * pairs) return utf16('text in UTF-16 (little-endian), not UTF-8');
  if (even > 0.4 * pairs && odd < 0.1 * pairs) return utf16('text in UTF-16 (big-endian), not UTF-8');
  return binary('not text (it has NUL bytes)', 'Import the table as CSV UTF-8.');
}
