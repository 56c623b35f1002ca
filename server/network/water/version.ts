/**
 * Names the land and the method that water paths come from; change it when either changes, so that paths
 * kept from before are worked out anew. Land: Natural Earth 1:10 million, as world-atlas 2 packs it.
 */
export const WATER_PATH_VERSION = 'ne-10m/1';
