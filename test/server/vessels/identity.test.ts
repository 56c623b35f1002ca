import { describe, expect, it } from 'vitest';
import { flagFromMmsi, imoNumber, vesselFromIdentities } from '../../../server/vessels/identity.ts';

describe('imoNumber', () => {
  // By hand: 8207721: 8*7 + 2*6 + 0*5 + 7*4 + 7*3 + 2*2 = 121, last digit 1. 9074729 is the IMO's own example.
  it('takes seven digits with the right check digit, with or without IMO before them', () => {
    expect(imoNumber('IMO8207721')).toBe('8207721');
    expect(imoNumber('9074729')).toBe('9074729');
    expect(imoNumber(' IMO 9074729 ')).toBe('9074729');
  });

  it('refuses a wrong check digit, zero, another length and words', () => {
    for (const text of ['IMO8207722', 'IMO0000000', '820772', '82077211', '', 'none']) {
      expect(imoNumber(text)).toBeNull();
    }
  });
});

describe('flagFromMmsi', () => {
  // ITU, Table of Maritime Identification Digits.
  it.each([
    ['341123000', 'KN'],
    ['378111222', 'VG'],
    ['362000001', 'TT'],
    ['367379190', 'US'],
    ['352000001', 'PA'],
    ['636012345', 'LR'],
    ['244123456', 'NL'],
    ['775000123', 'VE'],
    ['983411234', 'KN'],
    ['837511234', 'VC'],
  ])('%s is %s', (mmsi, flag) => {
    expect(flagFromMmsi(mmsi)).toBe(flag);
  });

  it('names no flag for digits that are shared or not given out', () => {
    expect(flagFromMmsi('306123456')).toBeNull();
    expect(flagFromMmsi('200123456')).toBeNull();
  });
});

describe('vesselFromIdentities', () => {
  it('takes for each field the latest wording that says something', () => {
    const vessel = vesselFromIdentities(
      '341123000',
      [
        { name: 'OLD NAME', imo: 'IMO8207721', callSign: 'V4AB', type: '70', length: '28' },
        { name: 'SEA TRADER', imo: 'IMO0000000', callSign: '', type: '0', length: '0' },
        { name: '', imo: '', callSign: 'V4XY@@', type: '1004', length: 'n/a' },
      ],
      1000,
      2000,
    );
    expect(vessel).toEqual({
      id: 'mmsi:341123000',
      mmsi: '341123000',
      imo: '8207721',
      callSign: 'V4XY',
      name: 'SEA TRADER',
      flag: 'KN',
      shipType: 70,
      lengthMetres: 28,
      firstSeenAt: 1000,
      lastSeenAt: 2000,
    });
  });
});
