import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** Sky and sea blues around Okabe and Ito's two; 4 on the dark chart, 7 on paper. */
const sea: MantineColorsTuple = [
  '#e8f5fd',
  '#cfe9f9',
  '#a5d6f3',
  '#7dc5ee',
  '#56b4e9',
  '#2c97d3',
  '#1482bf',
  '#0069a6',
  '#005a8f',
  '#00466f',
];
/** Ink of the dark chart, from text (0) to the deepest ground (9). */
const ink: MantineColorsTuple = [
  '#e9eff3',
  '#cfdbe2',
  '#a9bcc8',
  '#6f8797',
  '#2b4355',
  '#1f3546',
  '#172a39',
  '#101f2c',
  '#0c1822',
  '#08111a',
];

/** One visual language for the page: type scale, corners, colours. */
export const theme = createTheme({
  fontFamily: "'Noto Sans', system-ui, sans-serif",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: { fontFamily: "'Noto Sans', system-ui, sans-serif", fontWeight: '600' },
  colors: { sea, dark: ink },
  primaryColor: 'sea',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
});

/** Colours of the page itself, one set for each theme; `styles.css` uses nothing else. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  dark: {
    '--ground': '#08131d',
    '--surface': '#0f1e2b',
    '--raised': '#172b3b',
    '--hover': '#1b3246',
    '--line': '#27404f',
    '--line-strong': '#6b8496',
    '--text': '#e9eff3',
    '--dim': '#a9bcc8',
    '--accent': '#56b4e9',
    '--accent-wash': '#143750',
    '--route': '#f5c542',
    '--route-wash': '#37300f',
    '--seizure': '#ff7a45',
    '--voyage': '#56b4e9',
    '--hot': '#f06a9c',
    '--cold': '#35b898',
    '--mantine-color-body': '#0f1e2b',
    '--mantine-color-dimmed': '#a9bcc8',
    '--mantine-color-placeholder': '#94a9b7',
  },
  light: {
    '--ground': '#efece4',
    '--surface': '#ffffff',
    '--raised': '#f5f3ee',
    '--hover': '#edf4f9',
    '--line': '#d9d5ca',
    '--line-strong': '#7d8790',
    '--text': '#14222d',
    '--dim': '#4c5c68',
    '--accent': '#0069a6',
    '--accent-wash': '#dcedf8',
    '--route': '#7d5800',
    '--route-wash': '#fbf0d3',
    '--seizure': '#c8470a',
    '--voyage': '#0072b2',
    '--hot': '#b5124f',
    '--cold': '#00705d',
    '--mantine-color-dimmed': '#4c5c68',
    '--mantine-color-placeholder': '#5f6f7b',
  },
});
