/** Why a row of an AIS file is not kept, in the order in which a row is tested. */
export const REJECT_REASONS = [
  'columns',
  'mmsi',
  'not-a-vessel',
  'time',
  'position',
  'no-position',
  'out-of-range',
  'duplicate',
  'jump',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** What each reason means and what to do about it, in words for the person who has the file. */
export const REASON_TEXT: Readonly<Record<RejectReason, { readonly reason: string; readonly fix: string }>> =
  {
    columns: {
      reason: 'the row does not have as many cells as the header has columns',
      fix: 'write every column in every row; put a cell that holds a comma in double quotes',
    },
    mmsi: {
      reason: 'the MMSI is not nine digits starting 1 to 9, so no vessel can be told by it',
      fix: 'give the nine-digit MMSI, or leave the row out',
    },
    'not-a-vessel': {
      reason:
        'the MMSI is that of a search aircraft (111), a distress beacon (97) or an aid to navigation (99)',
      fix: 'nothing to do',
    },
    time: {
      reason: 'the time cannot be read',
      fix: 'write UTC as YYYY-MM-DDTHH:MM:SS',
    },
    position: {
      reason: 'latitude or longitude is not a number',
      fix: 'write decimal degrees with a point, such as 17.2955 and -62.7250',
    },
    'no-position': {
      reason: 'the position is empty or "not available" (latitude 91, longitude 181)',
      fix: 'nothing to do: the vessel sent no position',
    },
    'out-of-range': {
      reason: 'latitude is beyond 90 or longitude beyond 180 degrees',
      fix: 'check that latitude and longitude are in their own columns and in degrees',
    },
    duplicate: {
      reason: 'the same MMSI at the same second was read before; the first row is kept',
      fix: 'nothing to do, unless two vessels share the MMSI',
    },
    jump: {
      reason: 'the vessel cannot have got there at the highest believable speed',
      fix: 'nothing to do, unless two vessels share the MMSI',
    },
  };
