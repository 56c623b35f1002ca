export { clean } from '../figure/text.ts';

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
