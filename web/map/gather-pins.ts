/** A pin on the screen: where its foot stands, px. */
export interface Placed<P> {
  readonly pin: P;
  readonly x: number;
  readonly y: number;
}

/** Pins nearer to each other than this cannot be told apart or hit, px. */
const APART_PX = 32;

/** Pins that would cover each other, gathered at the first of them; the order stays. */
export function gatherPins<P>(placed: readonly Placed<P>[]): { x: number; y: number; pins: P[] }[] {
  const groups: { x: number; y: number; pins: P[] }[] = [];
  for (const { pin, x, y } of placed) {
    const near = groups.find((one) => Math.abs(one.x - x) < APART_PX && Math.abs(one.y - y) < APART_PX);
    if (near) near.pins.push(pin);
    else groups.push({ x, y, pins: [pin] });
  }
  return groups;
}
