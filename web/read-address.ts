/** Reads one part of an address: null where it is not given, or cannot be read and is told of. */
export type ReadPart<Part> = <T>(
  key: string,
  part: Part,
  take: (text: string) => T | null | undefined,
) => T | null;

/**
 * Reads parts of an address one by one.
 *
 * @param fail  told of a part that cannot be read, and of its text
 */
export const readerOf =
  <Part>(query: URLSearchParams, fail: (part: Part, value: string) => void): ReadPart<Part> =>
  (key, part, take) => {
    const text = query.get(key);
    if (text === null) return null;
    const found = take(text) ?? null;
    if (found === null) fail(part, text);
    return found;
  };
