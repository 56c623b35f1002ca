import { COAST } from 'virtual:basemap';
import { addProtocol } from 'maplibre-gl';

/** Zoom of the tiles that are packed, and how many zooms a pack holds; as `web/basemap/coast.ts` makes them. */
const PACK_ZOOM = 7;
const ZOOMS = 3;
/** Address of the tiles for the map's style. */
export const COAST_TILES = 'coast://{z}/{x}/{y}';

/** How many tiles of a pack come before those of a zoom. */
const before = (deeper: number): number => (4 ** deeper - 1) / 3;

/** One tile of a pack: the lengths of all tiles stand first, then the tiles. */
function tileOf(pack: ArrayBuffer, place: number): ArrayBuffer {
  const lengths = new DataView(pack);
  let at = before(ZOOMS) * 4;
  for (let i = 0; i < place; i++) at += lengths.getUint32(i * 4, true);
  return pack.slice(at, at + lengths.getUint32(place * 4, true));
}

/**
 * Lets the map read the finer coast: `coast://zoom/column/row`. A pack is fetched once, when the first tile of
 * it is wanted; where there is no land there is no pack, and the tile is empty.
 */
export function provideCoast(): void {
  const known = new Set(COAST.packs.split(' '));
  const packs = new Map<string, Promise<ArrayBuffer>>();
  const load = (name: string): Promise<ArrayBuffer> => {
    const found = packs.get(name);
    if (found) return found;
    const url = new URL(`${import.meta.env.BASE_URL}${COAST.folder}/${name}.bin`, document.baseURI);
    const loading = fetch(url).then((response) => {
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      return response.arrayBuffer();
    });
    packs.set(name, loading);
    // What failed is asked for again when the map next wants it.
    loading.catch(() => packs.delete(name));
    return loading;
  };
  addProtocol('coast', async ({ url }) => {
    const [zoom = 0, x = 0, y = 0] = url.slice('coast://'.length).split('/').map(Number);
    const deeper = zoom - PACK_ZOOM;
    const name = `${x >> deeper}-${y >> deeper}`;
    if (!known.has(name)) return { data: new ArrayBuffer(0) };
    const side = 2 ** deeper;
    return { data: tileOf(await load(name), before(deeper) + (y % side) * side + (x % side)) };
  });
}
