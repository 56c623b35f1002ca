/** Made by `basemapPlugin()`: chunk name to the file's path under the web root. */
declare module 'virtual:basemap' {
  export const BASEMAP_FILES: Readonly<
    Record<'land-near' | 'coast-near' | 'borders-near' | 'land-far' | 'coast-far' | 'borders-far', string>
  >;
}
