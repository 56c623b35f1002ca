import { clean as oneLine } from '../figure/text.ts';

/** A text fit to be set on a page: one line, no controls; arrows, which Noto Sans does not have, become `›`. */
export const clean = (text: string): string => oneLine(text.replace(/[\u2190-\u21ff]/gu, '›'));

/** The first `limit` characters, an ellipsis where some are left out. */
export function shorten(text: string, limit: number): string {
  const characters = [...text];
  return characters.length <= limit
    ? text
    : `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}
