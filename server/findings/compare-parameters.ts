import { compare, differ } from './changes.ts';

/** A parameter that differs; a side is left out where its run has no such parameter. */
export interface ParameterDifference {
  /** Names from the outside in, `routes.maxLength`; items of a list by number from 0. */
  readonly path: string;
  readonly old?: unknown;
  readonly new?: unknown;
}

/** The parameters of two runs that differ, by path; none when they are the same. */
export function parameterDifferences(
  older: Readonly<Record<string, unknown>>,
  newer: Readonly<Record<string, unknown>>,
): ParameterDifference[] {
  const [before, after] = [new Map(leaves(older, '')), new Map(leaves(newer, ''))];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => differ(before.get(path), after.get(path)) || before.has(path) !== after.has(path))
    .sort(compare)
    .map((path) => ({
      path,
      ...(before.has(path) ? { old: before.get(path) } : {}),
      ...(after.has(path) ? { new: after.get(path) } : {}),
    }));
}

/** Every value that is not itself made of named values, with its path; an empty list or record is one. */
function leaves(value: unknown, path: string): [string, unknown][] {
  const parts = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (parts.length === 0) return path === '' ? [] : [[path, value]];
  return parts.flatMap(([name, part]) => leaves(part, path === '' ? name : `${path}.${name}`));
}
