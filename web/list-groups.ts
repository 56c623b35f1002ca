import type { ListName } from './state.ts';

/** What the lists beside the map stand under: what was found, what it rests on, and what to work with. */
export const LIST_GROUPS = ['findings', 'evidence', 'tools'] as const;
export type ListGroup = (typeof LIST_GROUPS)[number];

const LISTS_OF = {
  findings: ['routes', 'cells', 'clusters', 'graph'],
  evidence: ['seizures', 'legs', 'places'],
  tools: ['ways', 'compare', 'operations', 'notes'],
} as const satisfies Record<ListGroup, readonly ListName[]>;

/** The lists of a group, in the order of their tabs. */
export const listsOf = (group: ListGroup): readonly [ListName, ...ListName[]] => LISTS_OF[group];

/** The group that a list stands in. */
export const groupOf = (list: ListName): ListGroup =>
  LIST_GROUPS.find((group) => listsOf(group).includes(list)) ?? 'findings';
