/** Made by `basemapPlugin()`. */
declare module 'virtual:basemap' {
  /** Chunk name to the file's path under the web root. */
  export const BASEMAP_FILES: Readonly<
    Record<'land-near' | 'coast-near' | 'borders-near' | 'land-far' | 'coast-far' | 'borders-far', string>
  >;
  /** Folder of the finer coast's packs under the web root, and their names with a space between. */
  export const COAST: Readonly<{ folder: string; packs: string }>;
}
/** Made by `glyphsPlugin()`. */
declare module 'virtual:glyphs' {
  /** Address of the map's letters under the web root, with `{fontstack}` and `{range}` in it. */
  export const GLYPHS: string;
}
