import type { AnalysisRequest } from '../shared/api.ts';

/** The caps of an analysis: how often one report, operation, vessel or day may count. */
export const CAP_FIELDS = ['perReport', 'perOperation', 'perVessel', 'perDay'] as const;
type CapField = (typeof CAP_FIELDS)[number];

/** The other numbers that may be asked of an analysis. */
export const NUMBER_FIELDS = [
  'seed',
  'draws',
  'longestRoute',
  'cellResolution',
  'maxUncertaintyKm',
  'periodMonths',
] as const;
type NumberField = (typeof NUMBER_FIELDS)[number];
export type RunField = NumberField | CapField;

/** What the server takes and what it does unasked; the tests hold both against the server's own. */
export const RUN_FIELDS: Readonly<
  Record<
    RunField,
    { readonly usual: number; readonly from: number; readonly to: number; readonly whole: boolean }
  >
> = {
  seed: { usual: 1, from: 0, to: 2_147_483_647, whole: true },
  draws: { usual: 999, from: 99, to: 99_999, whole: true },
  longestRoute: { usual: 6, from: 2, to: 6, whole: true },
  perReport: { usual: 1, from: 1, to: 1000, whole: true },
  perOperation: { usual: 1, from: 1, to: 1000, whole: true },
  perVessel: { usual: 1, from: 1, to: 1000, whole: true },
  perDay: { usual: 1, from: 1, to: 1000, whole: true },
  cellResolution: { usual: 4, from: 2, to: 6, whole: true },
  maxUncertaintyKm: { usual: 100, from: 0, to: 500, whole: false },
  periodMonths: { usual: 12, from: 1, to: 120, whole: true },
};

/** What stands in the fields of the form; a cap that is null has no limit. */
export type RunForm = Readonly<Record<NumberField, string> & Record<CapField, string | null>>;

const usualText = (field: RunField): string => String(RUN_FIELDS[field].usual);

/** The form before anything is changed. */
export const USUAL_FORM: RunForm = {
  seed: usualText('seed'),
  draws: usualText('draws'),
  longestRoute: usualText('longestRoute'),
  perReport: usualText('perReport'),
  perOperation: usualText('perOperation'),
  perVessel: usualText('perVessel'),
  perDay: usualText('perDay'),
  cellResolution: usualText('cellResolution'),
  maxUncertaintyKm: usualText('maxUncertaintyKm'),
  periodMonths: usualText('periodMonths'),
};

/** The number in a field, or null where it is none that the field takes. */
function read(field: RunField, text: string): number | null {
  const { from, to, whole } = RUN_FIELDS[field];
  const plain = text.trim();
  if (!(whole ? /^\d{1,10}$/ : /^\d{1,10}([.,]\d{1,6})?$/).test(plain)) return null;
  const value = Number(plain.replace(',', '.'));
  return value >= from && value <= to ? value : null;
}

/** The form as a request, or the fields that cannot be sent. */
export function requestOf(form: RunForm): { request: AnalysisRequest } | { bad: readonly RunField[] } {
  const caps = CAP_FIELDS.map((field) => [field, form[field]] as const);
  const bad: RunField[] = [
    ...NUMBER_FIELDS.filter((field) => read(field, form[field]) === null),
    ...caps.filter(([field, text]) => text !== null && read(field, text) === null).map(([field]) => field),
  ];
  if (bad.length > 0) return { bad };
  const cap = (field: CapField): number | null => {
    const text = form[field];
    return text === null ? null : read(field, text);
  };
  const numbers = Object.fromEntries(NUMBER_FIELDS.map((field) => [field, read(field, form[field])]));
  return {
    request: {
      ...numbers,
      caps: {
        perReport: cap('perReport'),
        perOperation: cap('perOperation'),
        perVessel: cap('perVessel'),
        perDay: cap('perDay'),
      },
    },
  };
}

/** What of a kept run's parameters has a name in the form. */
const PATHS: Readonly<Record<string, RunField>> = {
  seed: 'seed',
  'shuffle.draws': 'draws',
  'scan.draws': 'draws',
  'routes.maxLength': 'longestRoute',
  'routes.caps.perReport': 'perReport',
  'routes.caps.perOperation': 'perOperation',
  'routes.caps.perVessel': 'perVessel',
  'routes.caps.perDay': 'perDay',
  'hotSpots.resolution': 'cellResolution',
  'hotSpots.maxUncertaintyKm': 'maxUncertaintyKm',
  'emerging.periodMonths': 'periodMonths',
};

/** The field that sets a parameter; undefined: none of the form does. */
export const fieldOfPath = (path: string): RunField | undefined => PATHS[path];
