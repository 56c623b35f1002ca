import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { InputError } from '../errors.ts';
import { isGzip } from './file-kind.ts';
import { refuser, type ReadLimits, type Refuse } from './table-builder.ts';

/** Refuses what is not a regular file, is empty or is larger than `maxBytes`. */
export async function checkFile(path: string, maxBytes: number, refuse: Refuse): Promise<void> {
  const stats = await stat(path);
  if (stats.isDirectory()) {
    throw refuse('file-not-regular', 'this is a directory, not a file', 'Name one CSV file in it.');
  }
  if (!stats.isFile()) {
    throw refuse('file-not-regular', 'this is not a regular file', 'Save the table to a file and name that.');
  }
  if (stats.size === 0) {
    throw refuse('file-empty', 'the file is empty (0 bytes)', 'Export the table again and check its size.');
  }
  if (stats.size > maxBytes) {
    throw refuse(
      'file-too-large',
      `the file has ${stats.size} bytes, the limit is ${maxBytes}`,
      'Split it into smaller files.',
    );
  }
}

/** The bytes of a file, each added to `hash` as it passes. */
export async function* fileBytes(path: string, hash: Hash): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of createReadStream(path)) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('a file stream without encoding yields buffers');
    hash.update(chunk);
    yield chunk;
  }
}

/** Unpacks gzip (told by its bytes, not its name) and stops at the size limit, so a bomb never unfolds. */
export async function* unpacked(
  source: AsyncGenerator<Buffer, void, undefined>,
  path: string,
  limits: ReadLimits,
  refuse: Refuse,
): AsyncGenerator<Buffer, void, undefined> {
  const first = await source.next();
  if (first.done) throw refuse('file-empty', 'the file is empty (0 bytes)', 'Export the table again.');
  const gzip = isGzip(first.value);
  if (!gzip && path.toLowerCase().endsWith('.gz')) {
    throw refuse(
      'file-gzip',
      'the name ends in .gz but the content is not gzip',
      'Take .gz off the name, or pack the file with gzip.',
    );
  }
  const all = async function* (): AsyncGenerator<Buffer, void, undefined> {
    yield first.value;
    yield* source;
  };
  let bytes = 0;
  for await (const chunk of gzip ? gunzipped(all()) : all()) {
    bytes += chunk.length;
    if (bytes > limits.maxBytes) {
      throw refuse(
        'file-too-large',
        `the text${gzip ? ' unpacks to' : ' has'} more than ${limits.maxBytes} bytes`,
        'Split it into smaller files.',
      );
    }
    yield chunk;
  }
}

async function* gunzipped(packed: AsyncGenerator<Buffer, void, undefined>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  // pipeline() hands an error of either end on to the reader of the other.
  const done = pipeline(packed, gunzip).catch((error: unknown) => error);
  for await (const chunk of gunzip) {
    if (Buffer.isBuffer(chunk)) yield chunk;
  }
  await done;
}

/** An error of the system about a file as the {@link InputError} it is; any other error as it was. */
export function asFileError(error: unknown, refuse: Refuse): unknown {
  return error instanceof InputError ? error : (fileError(error, refuse) ?? error);
}

/** What the system said about the file, in an officer's words; null when it said something else. */
function fileError(error: unknown, refuse: Refuse): InputError | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return refuse('file-missing', 'there is no such file', 'Check the name and the folder.');
    case 'EACCES':
    case 'EPERM':
      return refuse('file-unreadable', 'the file may not be read', 'Ask its owner for the right to read it.');
    case 'Z_BUF_ERROR':
      return refuse('file-gzip', 'the gzip file is cut off before its end', 'Copy or download it again.');
    case 'Z_DATA_ERROR':
      return refuse('file-gzip', 'the gzip file is damaged', 'Copy or download it again.');
    default:
      // Every error of the operating system has a number; one of this program has none.
      if (!(error instanceof Error && 'errno' in error && 'syscall' in error)) return null;
      return refuse(
        'file-unreadable',
        `the file cannot be read (${String(code)})`,
        'Check the disk and the link.',
      );
  }
}

/**
 * The names of files taken in together and one SHA-256 (hex) for them: of one file its own, of several that
 * of their hashes in the order given.
 *
 * @throws {InputError} `file-missing`, `file-unreadable`, `file-not-regular`, `file-empty`
 */
export async function sha256OfFiles(
  paths: readonly string[],
): Promise<{ readonly files: string[]; readonly sha256: string }> {
  const hashes: string[] = [];
  for (const path of paths) hashes.push(await sha256OfFile(path));
  const [only] = hashes;
  const sha256 =
    hashes.length === 1 && only !== undefined
      ? only
      : createHash('sha256').update(hashes.join('\n')).digest('hex');
  return { files: paths.map((path) => basename(path)), sha256 };
}

async function sha256OfFile(path: string): Promise<string> {
  const refuse = refuser(basename(path));
  const hash = createHash('sha256');
  try {
    await checkFile(path, Infinity, refuse);
    await pipeline(fileBytes(path, hash), async (bytes) => {
      for await (const chunk of bytes) void chunk;
    });
  } catch (error) {
    throw asFileError(error, refuse);
  }
  return hash.digest('hex');
}
