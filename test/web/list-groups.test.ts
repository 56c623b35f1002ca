import { expect, it } from 'vitest';
import { groupOf, LIST_GROUPS, listsOf } from '../../web/list-groups.ts';
import { LISTS } from '../../web/state.ts';

it('has every list in one group, and no list twice', () => {
  const grouped = LIST_GROUPS.flatMap((group) => listsOf(group));
  expect([...grouped].sort()).toEqual([...LISTS].sort());
  expect(new Set(grouped).size).toBe(grouped.length);
});

it('knows the group of a list, so that a link to a list opens its group', () => {
  expect(groupOf('routes')).toBe('findings');
  expect(groupOf('graph')).toBe('findings');
  expect(groupOf('places')).toBe('evidence');
  expect(groupOf('notes')).toBe('tools');
});
