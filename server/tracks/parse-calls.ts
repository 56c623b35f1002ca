import { isCallSignShape, isImoNumber, isShipMmsi } from '../../shared/identifiers.ts';
import type { Instant, Place, PortCall, Reject, Vessel } from '../../shared/model.ts';
import { showValue, type Row, type Table, type Unresolved } from '../../shared/table.ts';
import { PORT_KINDS, type PlaceKind } from '../../shared/vocabulary.ts';
import type { Gazetteer } from '../ports/gazetteer.ts';
import { readInstant } from './instant.ts';

/** Columns a list of port calls must have. */
export const REQUIRED_CALL_COLUMNS = ['vessel_name', 'mmsi', 'port', 'arrived_at', 'departed_at'] as const;
/** Columns read where they are there. */
export const OPTIONAL_CALL_COLUMNS = ['imo', 'call_sign', 'flag', 'source'] as const;

export interface ParsedCalls {
  readonly vessels: Vessel[];
  /** By vessel, then by arrival. */
  readonly calls: PortCall[];
  readonly rejects: Reject[];
  readonly unresolved: Unresolved[];
}

/** Where a vessel can be said to have called: a port, or a small island or town whose landing has no row. */
const CALL_KINDS: readonly PlaceKind[] = [...PORT_KINDS, 'island', 'city'];

interface Call {
  readonly row: number;
  readonly vesselId: string;
  readonly identity: Pick<Vessel, 'mmsi' | 'imo' | 'callSign' | 'name' | 'flag'>;
  readonly place: Place;
  readonly arrivedAt: Instant;
  readonly departedAt: Instant;
}

/**
 * Reads port calls as a port or a manifest lists them: `vessel_name, mmsi, port, arrived_at, departed_at`, and
 * `imo, call_sign, flag, source` where given. A vessel is known by its MMSI or, where none is given, its name;
 * a port by UN/LOCODE or name. Times carry their zone.
 *
 * A vessel of which any row is refused is left out whole: a missing call would join the two around it into
 * a leg that never was. Never throws for what a row holds.
 *
 * @returns vessels and calls (certainty `stated`, on no fixes), the rejects by row, and the port names that
 *   are not known, which are among the rejects too
 */
export function parseCalls(table: Pick<Table, 'file' | 'rows' | 'lines'>, gazetteer: Gazetteer): ParsedCalls {
  const reader = new Reader(table.file, gazetteer);
  const calls = table.rows.flatMap((row, i) => reader.read(row, table.lines[i] ?? i + 2) ?? []);
  const byVessel = new Map<string, Call[]>();
  for (const call of calls) {
    const list = byVessel.get(call.vesselId) ?? [];
    byVessel.set(call.vesselId, list);
    list.push(call);
  }
  for (const list of byVessel.values()) {
    list.sort((a, b) => a.arrivedAt - b.arrivedAt || a.departedAt - b.departedAt || a.row - b.row);
    reader.checkOverlaps(list);
  }
  const kept = [...byVessel.values()].filter((list) => !list.some((call) => reader.isRefused(call)));
  return {
    vessels: kept.flatMap((list) => vesselOf(list) ?? []),
    calls: kept.flat().map(portCallOf),
    rejects: reader.rejects.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)),
    unresolved: reader.unresolved,
  };
}

class Reader {
  readonly rejects: Reject[] = [];
  readonly unresolved: Unresolved[] = [];
  /** Ids of vessels with a refused row; by name too, for a row whose MMSI is at fault. */
  private readonly refused = new Set<string>();

  constructor(
    private readonly file: string,
    private readonly gazetteer: Gazetteer,
  ) {}

  read(row: Row, line: number): Call | null {
    const cell = (column: string): string => (row[column] ?? '').trim();
    const before = this.rejects.length;
    const mmsi = this.identifier(
      cell('mmsi'),
      line,
      'mmsi',
      isShipMmsi,
      'nine digits that begin with 2 to 7',
    );
    const imo = this.identifier(
      cell('imo').replace(/^IMO\s*/i, ''),
      line,
      'imo',
      isImoNumber,
      'seven digits, the last a check digit',
    );
    const sign = cell('call_sign').toUpperCase();
    const callSign = this.identifier(sign, line, 'call_sign', isCallSignShape, '3 to 7 letters and digits');
    const name = cell('vessel_name');
    const vesselId = vesselIdOf(mmsi, name);
    if (vesselId === null) {
      const fix = 'Give the name of the vessel or its MMSI; without either its calls cannot be joined.';
      this.refuse(line, 'vessel_name', name, 'neither the name nor a good MMSI is given', fix);
    }
    const place = this.port(cell('port'), line);
    const arrivedAt = this.instant(cell('arrived_at'), line, 'arrived_at');
    const departedAt = this.instant(cell('departed_at'), line, 'departed_at');
    if (arrivedAt !== null && departedAt !== null && departedAt < arrivedAt) {
      const reason = `earlier than arrived_at, ${showValue(cell('arrived_at'))}`;
      this.refuse(line, 'departed_at', cell('departed_at'), reason, 'Check both times and their zones.');
    }
    if (this.rejects.length > before) this.refuseVessel(vesselId, name);
    if (vesselId === null || place === null || arrivedAt === null || departedAt === null) return null;
    const identity = { mmsi, imo, callSign, name: name || null, flag: cell('flag') || null };
    return { row: line, vesselId, identity, place, arrivedAt, departedAt };
  }

  checkOverlaps(calls: readonly Call[]): void {
    let last: Call | null = null;
    for (const call of calls) {
      if (last && call.arrivedAt < last.departedAt) {
        const same = call.place.id === last.place.id && call.arrivedAt === last.arrivedAt;
        const reason = same
          ? `the call is already in row ${last.row}`
          : `the vessel is still in ${last.place.name} then, by row ${last.row}`;
        const fix = same ? 'Remove one of the two rows.' : 'Correct the times of one of the two rows.';
        this.refuse(call.row, 'arrived_at', new Date(call.arrivedAt).toISOString(), reason, fix);
        this.refuseVessel(call.vesselId, call.identity.name ?? '');
      }
      if (!last || call.departedAt > last.departedAt) last = call;
    }
  }

  isRefused({ vesselId, identity }: Call): boolean {
    return this.refused.has(vesselId) || this.refused.has(vesselIdOf(null, identity.name ?? '') ?? '');
  }

  private refuseVessel(vesselId: string | null, name: string): void {
    for (const id of [vesselId, vesselIdOf(null, name)]) if (id !== null) this.refused.add(id);
  }

  private identifier(
    text: string,
    line: number,
    column: string,
    isGood: (text: string) => boolean,
    shape: string,
  ): string | null {
    if (text === '') return null;
    if (isGood(text)) return text;
    this.refuse(line, column, text, `not ${shape}`, 'Check it against the papers, or leave it empty.');
    return null;
  }

  private port(text: string, line: number): Place | null {
    const place = text === '' ? null : (this.gazetteer.resolve(text)?.place ?? null);
    if (place && CALL_KINDS.includes(place.kind)) return place;
    if (text === '') {
      this.refuse(line, 'port', text, 'empty', 'Write the UN/LOCODE or the name of the port.');
      return null;
    }
    this.unresolved.push({ row: line, column: 'port', text });
    const reason = place
      ? `names no port but ${place.name}, a ${place.kind}`
      : 'no one place in the gazetteer';
    const fix = 'Write its UN/LOCODE or another name, or add the port with "leeward import ports".';
    this.refuse(line, 'port', text, reason, fix);
    return null;
  }

  private instant(text: string, line: number, column: string): Instant | null {
    const read = readInstant(text);
    if ('at' in read) return read.at;
    this.refuse(line, column, text, read.reason, read.fix);
    return null;
  }

  private refuse(row: number, column: string, value: string, reason: string, fix: string): void {
    this.rejects.push({ file: this.file, row, column, value: showValue(value), reason, fix });
  }
}

/** Names as manifests write them: "M/V Miss Lilie" and "MISS LILIE" are one vessel. */
function vesselIdOf(mmsi: string | null, name: string): string | null {
  if (mmsi !== null) return `mmsi:${mmsi}`;
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^m[./]?v[.]?(\s+|$)/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? null : `call:${slug}`;
}

/** The vessel of its calls in time order: of each identifier, the latest given. */
function vesselOf(calls: readonly Call[]): Vessel | null {
  const [first] = calls;
  if (!first) return null;
  const latest = <K extends keyof Call['identity']>(key: K): Call['identity'][K] =>
    calls.findLast((call) => call.identity[key] !== null)?.identity[key] ?? null;
  return {
    id: first.vesselId,
    mmsi: latest('mmsi'),
    imo: latest('imo'),
    callSign: latest('callSign'),
    name: latest('name'),
    flag: latest('flag'),
    shipType: null,
    lengthMetres: null,
    firstSeenAt: first.arrivedAt,
    lastSeenAt: Math.max(...calls.map((call) => call.departedAt)),
  };
}

function portCallOf({ vesselId, place, arrivedAt, departedAt }: Call): PortCall {
  return {
    id: `${vesselId}@${new Date(arrivedAt).toISOString()}`,
    vesselId,
    placeId: place.id,
    arrivedAt,
    departedAt,
    fixes: 0,
    certainty: 'stated',
  };
}
