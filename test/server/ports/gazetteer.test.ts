import { describe, expect, it } from 'vitest';
import { makeGazetteer } from '../../../server/ports/gazetteer.ts';
import { shippedPlaces } from './shipped.ts';

const gazetteer = makeGazetteer(shippedPlaces().places);
const idOf = (text: string, hint = {}) => gazetteer.resolve(text, hint)?.place.id ?? null;

describe('resolve, with the shipped gazetteer', () => {
  // The spellings are those press and official reports use; the ids are UN/LOCODE, ISO 3166-1 or our own.
  it.each([
    ['Port of Spain', 'TTPOS'],
    ['PORT-OF-SPAIN', 'TTPOS'],
    ['Puerto España', 'TTPOS'],
    ["Port-d'Espagne", 'TTPOS'],
    ['Port-au-Paix', 'HTPAX'],
    ['Port de Paix', 'HTPAX'],
    ['Cap Haitien', 'HTCAP'],
    ['CAP-HAÏTIEN', 'HTCAP'],
    ['Pont-a-Pitre', 'GPPTP'],
    ['Pointe a Pitre', 'GPPTP'],
    ['Jarry', 'GPPTP'],
    ['Baie-Mahault', 'GPPTP'],
    ['Caucedo', 'DOCAU'],
    ['Punta Caucedo', 'DOCAU'],
    ['Haina Oriental', 'DOHAI'],
    ['Rio Haina', 'DOHAI'],
    ['KFTL', 'JMKIN'],
    ['Port Bustamante', 'JMKIN'],
    ['Barrios Port', 'GTPBR'],
    ['St Martin', 'MF'],
    ['Saint-Martin', 'MF'],
    ['Sint Maarten', 'SX'],
    ['St. Maarten', 'SX'],
    ['Holland', 'NL'],
    ['SVG', 'VC'],
    ['St. Vincent and the Grenadines', 'VC'],
    ['St. Vincent', 'VC-SAINT-VINCENT'],
    ['BVI', 'VG'],
    ['Îles Vierges britanniques', 'VG'],
    ['USVI', 'VI'],
    ['U.S. Virgin Islands', 'VI'],
    ['St. Kitts & Nevis', 'KN'],
    ['St Kitts', 'KN-SAINT-KITTS'],
    ['Nevis', 'KN-NEVIS'],
    ['The Bahamas', 'BS'],
    ['Curacao', 'CW'],
    ['Sta. Lucia, Saint Lucia', 'LC'],
    ['Santo Tomas de Castilla', 'GTSTC'],
    ['Amberes', 'BEANR'],
    ['Flushing', 'NLVLI'],
    ['Fort Lauderdale', 'USPEF'],
    ['Tobago', 'TT-TOBAGO'],
    ['Jost van Dyke', 'VG-JOST-VAN-DYKE'],
    ['Mayreau', 'VC-MAYREAU'],
    ['Statia', 'BQ-SINT-EUSTATIUS'],
    ['Canal de la Mona', 'SEA-MONA-PASSAGE'],
    ['TTPOS', 'TTPOS'],
    ['tt pos', 'TTPOS'],
    ['VG', 'VG'],
  ])('%s is %s', (text, id) => {
    expect(idOf(text)).toBe(id);
  });

  it.each([
    ['Kingston, Jamaica', 'JMKIN', ''],
    ['Georgetown, Cayman Islands', 'KYGEC', 'in Cayman Islands'],
    ['Manzanillo, Panama', 'PAMIT', ''],
    ['Manzanillo (Panama)', 'PAMIT', ''],
    ['George Town (Cayman Islands)', 'KYGEC', 'left out: "(Cayman Islands)"'],
    ['Freeport, Bahamas', 'BSFPO', ''],
    ["St. George's, Grenada", 'GDSTG', ''],
    ['Port of Castries', 'LCCAS', 'left out: "Port of"'],
    ['Port of Norfolk, Virginia', 'USORF', 'left out: "Port of"'],
    ['Miami, Florida', 'USMIA', ''],
    ['Kingstown harbour', 'VCKTN', ''],
    ['off Martinique', 'MQ', 'left out: "off"'],
    ['near Curaçao', 'CW', 'left out: "near"'],
    ["au large de l'Anguilla", 'AI', 'left out: "au large de l\'"'],
    ['au large de la Martinique', 'MQ', 'left out: "au large de la"'],
    ['Costa Rica (port not stated)', 'CR', 'left out: "(port not stated)"'],
    ['Bond at Piarco International Airport', 'TT-PIARCO-AIRPORT', 'left out: "Bond at"'],
    ['Long Bay area, Antigua', 'AG-ANTIGUA', '"Long Bay area" is not in the gazetteer'],
    ['John F. Kennedy International Airport, New York', 'USJFK', ''],
  ])('%s is %s', (text, id, how) => {
    const found = gazetteer.resolve(text);
    expect(found?.place.id).toBe(id);
    expect(found?.how).toContain(how);
  });

  it.each([
    ['', 'says nothing'],
    ['unknown', 'says nothing'],
    ['South America', 'is too vague'],
    ['Europe', 'is too vague'],
    ['the islands', 'is too vague'],
    ['Caribbean (not specified)', 'is too vague'],
    ['International waters (position not stated)', 'is too vague'],
    ['Manzanillo', 'is a port in four countries'],
    ["St. George's", 'is a port in Grenada and in Bermuda'],
    ['Virgin Islands', 'is British or of the United States'],
    ['Freeport', 'is in the Bahamas, Trinidad and Texas'],
    ['Kingston, Ontario', 'is not the Kingston we know'],
    ['Kingston, Saint Vincent', 'contradicts itself'],
    ['105 nm south-southeast of Ponce, Puerto Rico', 'is at sea, not Ponce'],
    ['About a mile off Gouyave, St John', 'is at sea, and St John there is a parish'],
    ['South of the US Virgin Islands', 'is not in them'],
    ['Atlantis', 'is nowhere'],
    ['Port of Trinidad', 'says a port, and Trinidad is an island with many'],
    [`Kingston${' '.repeat(50_000)}x`, 'is no name'],
  ])('resolves no place for "%.40s", which %s', (text) => {
    expect(gazetteer.resolve(text)).toBeNull();
  });

  it('chooses between places of one name by the country hint', () => {
    expect(idOf('Manzanillo', { country: 'DO' })).toBe('DOMAN');
    expect(idOf('Manzanillo', { country: 'PA' })).toBe('PAMIT');
    expect(idOf('Manzanillo', { country: 'JM' })).toBeNull();
    expect(idOf('Soubise, St Andrew', { country: 'GD' })).toBe('GD-SOUBISE');
  });

  it('does not let a hint override what the text says', () => {
    expect(idOf('Toronto', { country: 'JM' })).toBe('CATOR');
    expect(idOf('Antigua', { locode: 'AGSJO' })).toBe('AG-ANTIGUA');
  });

  it('uses a UN/LOCODE to choose, or in place of a name it does not know, and says so', () => {
    expect(idOf('Freeport', { locode: 'BSFPO' })).toBe('BSFPO');
    const found = gazetteer.resolve('Berth 7', { locode: 'tt pos' });
    expect(found?.place.id).toBe('TTPOS');
    expect(found?.how).toContain('by the UN/LOCODE TTPOS');
    expect(idOf('unknown', { locode: 'TTPOS' })).toBeNull();
  });
});

describe('territoryOf', () => {
  it.each([
    ['TTPOS', 'TT'],
    ['TT-TOBAGO', 'TT'],
    ['TT', 'TT'],
    ['PRSJU', 'PR'],
    ['US-FL', 'US'],
    ['SEA-MONA-PASSAGE', null],
    ['NOWHERE', null],
  ])('%s rolls up to %s', (id, country) => {
    expect(gazetteer.territoryOf(id)).toBe(country);
  });

  it('is null when the gazetteer has no row for the country', () => {
    const port = shippedPlaces().places.filter((place) => place.id === 'TTPOS');
    expect(makeGazetteer(port).territoryOf('TTPOS')).toBeNull();
  });
});

describe('search', () => {
  it('puts names that start with the text first, ports before areas, blind to accents and case', () => {
    const found = gazetteer.search('PUERTO CO', 5).map((place) => place.name);
    expect(found[0]).toBe('Puerto Cortés');
    expect(gazetteer.search('limon', 3).map((place) => place.id)).toEqual(['CRLIO', 'CR-LIMON']);
  });

  it('finds by alias and by code, and inside a name', () => {
    expect(gazetteer.search('KFTL', 1)[0]?.id).toBe('JMKIN');
    expect(gazetteer.search('ttp', 10).map((place) => place.id)).toContain('TTPOS');
    expect(gazetteer.search('haitien', 5).map((place) => place.id)).toContain('HTCAP');
  });

  it('gives no more than asked for, and nothing for nothing', () => {
    expect(gazetteer.search('a', 7)).toHaveLength(7);
    expect(gazetteer.search('  ', 7)).toEqual([]);
    expect(gazetteer.search('a', 0)).toEqual([]);
  });
});
