import type { Commodity } from '../vocabulary.ts';

/** Dark for the screen, light for paper and projectors. */
type ThemeName = 'dark' | 'light';

/** Goods drawn in one colour; ten would not be told apart on a map. */
export type GoodsFamily = 'cocaine' | 'cannabis' | 'otherDrugs' | 'arms' | 'cash' | 'other';

/** Families in the order of the legend. */
export const GOODS_FAMILIES = [
  'cocaine',
  'cannabis',
  'otherDrugs',
  'arms',
  'cash',
  'other',
] as const satisfies readonly GoodsFamily[];

const FAMILY: Readonly<Record<Commodity, GoodsFamily>> = {
  cocaine: 'cocaine',
  cannabis: 'cannabis',
  heroin: 'otherDrugs',
  synthetic: 'otherDrugs',
  firearm: 'arms',
  firearm_part: 'arms',
  ammunition: 'arms',
  cash: 'cash',
  wildlife: 'other',
  other: 'other',
};

/** The colour family of a seizure: that of the first of its goods; none stated is `other`. */
export function goodsFamily(commodities: readonly Commodity[]): GoodsFamily {
  const first = commodities[0];
  return first === undefined ? 'other' : FAMILY[first];
}

/** Every colour the map uses, as CSS colours. Hues after Okabe and Ito (2008), tuned to each ground. */
export interface Palette {
  readonly theme: ThemeName;
  readonly sea: string;
  readonly land: string;
  readonly coast: string;
  readonly border: string;
  readonly graticule: string;
  readonly landText: string;
  readonly seaText: string;
  readonly portText: string;
  readonly halo: string;
  readonly port: string;
  readonly voyage: string;
  readonly seizureLeg: string;
  readonly direct: string;
  readonly route: string;
  readonly once: string;
  readonly hot: string;
  readonly cold: string;
  readonly cellLine: string;
  readonly selected: string;
  readonly selectedCasing: string;
  readonly selectedText: string;
  readonly ring: string;
  readonly goods: Readonly<Record<GoodsFamily, string>>;
}

/** The dark chart: for the screen and the wall. */
export const DARK: Palette = {
  theme: 'dark',
  sea: '#0e1c28',
  land: '#20303c',
  coast: '#5d7688',
  border: '#4a6071',
  graticule: '#28404f',
  landText: '#c3d0d9',
  seaText: '#6f93a9',
  portText: '#e6edf2',
  halo: '#0e1c28',
  port: '#dfe8ee',
  voyage: '#56b4e9',
  seizureLeg: '#ff7a45',
  direct: '#cc9bd6',
  route: '#f5c542',
  once: '#b9c6cf',
  hot: '#e8508a',
  cold: '#2aa58a',
  cellLine: '#4a6071',
  selected: '#ffffff',
  selectedCasing: '#060d13',
  selectedText: '#0e1c28',
  ring: '#0e1c28',
  goods: {
    cocaine: '#ff7a45',
    cannabis: '#35c49a',
    otherDrugs: '#e79ccb',
    arms: '#9aa5ff',
    cash: '#f0e442',
    other: '#c3ccd3',
  },
};

/** The light print theme: for paper and projectors. */
export const LIGHT: Palette = {
  theme: 'light',
  sea: '#e3eef5',
  land: '#f3eee2',
  coast: '#6d7f8b',
  border: '#b4bcc2',
  graticule: '#cbdae3',
  landText: '#4a545c',
  seaText: '#5c7f96',
  portText: '#1d2a33',
  halo: '#ffffff',
  port: '#31414d',
  voyage: '#0072b2',
  seizureLeg: '#c8470a',
  direct: '#8a4a9e',
  route: '#d99a00',
  once: '#66747e',
  hot: '#c2185b',
  cold: '#00806a',
  cellLine: '#b7c3cb',
  selected: '#101a21',
  selectedCasing: '#ffffff',
  selectedText: '#ffffff',
  ring: '#ffffff',
  goods: {
    cocaine: '#d55e00',
    cannabis: '#009e73',
    otherDrugs: '#b8478b',
    arms: '#4b55c4',
    cash: '#9a8700',
    other: '#5f6b73',
  },
};

/** The palette of a theme. */
export const paletteOf = (theme: ThemeName): Palette => (theme === 'dark' ? DARK : LIGHT);
