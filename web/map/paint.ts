/**
 * A sheet to paint a small image on, in units of `ratio` pixels; null in a browser that paints none. A canvas of the
 * page that is told it will be read: one off the screen waits for the graphics card first, and without a card that is
 * the processor which is busy filling the map.
 */
export function sheet(width: number, height: number, ratio: number): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * ratio, height * ratio];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.scale(ratio, ratio);
  return context;
}

/** What was painted on a sheet. */
export const pixels = (context: CanvasRenderingContext2D): ImageData =>
  context.getImageData(0, 0, context.canvas.width, context.canvas.height);
