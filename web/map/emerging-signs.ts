import type { EmergingClass } from '../../shared/vocabulary.ts';

/** Classes that have a sign of their own: all but "none". */
export type EmergingSign = Exclude<EmergingClass, 'none'>;

/** Side of the square that the signs are drawn in. */
export const EMERGING_BOX = 16;

/**
 * The sign of each class as the path of a stroked line in a square of {@link EMERGING_BOX}, so that map, legend,
 * list and figure draw the same. Told apart by shape alone: colour says hot or cold.
 */
export const EMERGING_PATHS: Readonly<Record<EmergingSign, string>> = {
  new: 'M8 2.5v11M2.5 8h11',
  consecutive: 'M2.5 3.5L7 8l-4.5 4.5M8.5 3.5L13 8l-4.5 4.5',
  intensifying: 'M8 13.5V3M3.5 7.5L8 3l4.5 4.5',
  persistent: 'M2.5 5.5h11M2.5 10.5h11',
  diminishing: 'M8 2.5V13M3.5 8.5L8 13l4.5-4.5',
  sporadic: 'M2.8 10.5v.01M8 5v.01M13.2 10.5v.01',
  oscillating: 'M1.5 8c2.2-7 4.3-7 6.5 0s4.3 7 6.5 0',
  historical: 'M8 2.5a5.5 5.5 0 1 0 .01 0M8 5v3.2l2.2 1.4',
};

/** Width of the line; dots are drawn thicker, for they are nothing else. */
export const emergingWidth = (sign: EmergingSign): number => (sign === 'sporadic' ? 3.2 : 2);
