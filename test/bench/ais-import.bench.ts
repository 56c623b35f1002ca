import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTracks } from '../../server/tracks/files.ts';
import { distanceKm } from '../../shared/geo.ts';
import type { Position } from '../../shared/geo.ts';
import type { Place } from '../../shared/model.ts';

/** Harbours the generated vessels sail between: LOCODE, longitude, latitude, to about 1 km. */
const PORTS: readonly (readonly [string, number, number])[] = [
  ['KNBAS', -62.723, 17.294],
  ['VGRAD', -64.615, 18.423],
  ['TTPOS', -61.515, 10.65],
  ['LCCAS', -61.0, 14.013],
  ['BBBGI', -59.63, 13.105],
  ['VCKTN', -61.228, 13.15],
  ['GDSTG', -61.755, 12.047],
  ['DMRSU', -61.39, 15.297],
  ['AGSJO', -61.85, 17.122],
  ['SXPHI', -63.045, 18.02],
  ['MQFDF', -61.062, 14.6],
  ['GPPTP', -61.54, 16.237],
  ['PRSJU', -66.107, 18.457],
  ['VISTT', -64.93, 18.335],
  ['DOSDQ', -69.88, 18.467],
  ['CWWIL', -68.935, 12.115],
  ['AWORJ', -70.035, 12.523],
  ['VELAG', -66.94, 10.605],
  ['GYGEO', -58.17, 6.815],
  ['JMKIN', -76.795, 17.97],
];
const VESSELS = 600;
const STEP_SECONDS = 60;
const START = Date.UTC(2022, 0, 3) / 1000;
const HEADER =
  'MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,Width,Draft,Cargo,TransceiverClass\n';

const places: readonly Place[] = PORTS.map(([id, lon, lat]) => ({
  id,
  name: id,
  kind: 'port',
  country: id.slice(0, 2),
  locode: id,
  position: [lon, lat],
  radiusKm: 2,
  gatewayId: null,
  aliases: [],
  source: 'generated for the benchmark',
}));

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Sailor {
  readonly mmsi: number;
  readonly tail: string;
  from: Position;
  to: Position;
  leavesAt: number;
  arrivesAt: number;
  speedKnots: number;
}

/**
 * Writes a day file as MarineCadastre has it: by time, vessels mixed, a row per vessel and minute, about
 * 105 bytes a row; one row in 1,000 each has a bad MMSI, is a duplicate, lies 5 degrees off, or has no speed.
 */
function writeAis(path: string, rows: number): void {
  const random = randomFrom(7);
  const port = (): Position => {
    const [, lon, lat] = PORTS[Math.floor(random() * PORTS.length)] ?? ['', 0, 0];
    return [lon, lat];
  };
  const fleet = Array.from({ length: VESSELS }, (_, i): Sailor => {
    const name = i % 7 === 0 ? '' : `ISLAND TRADER ${i}`;
    const imo = i % 3 === 0 ? 'IMO8207721' : '';
    const berth = port();
    return {
      mmsi: 316_000_000 + i * 37,
      tail: `${name},${imo},V2AB${i % 10},70,0,${30 + (i % 90)},11,3.3,70,A\n`,
      from: berth,
      to: berth,
      leavesAt: 0,
      arrivesAt: Math.floor(random() * 6 * 3600),
      speedKnots: 0,
    };
  });
  const file = openSync(path, 'w');
  let text = HEADER;
  for (let row = 0; row < rows; row++) {
    const sailor = fleet[row % VESSELS];
    if (!sailor) continue;
    const at = Math.floor(row / VESSELS) * STEP_SECONDS + (row % VESSELS) / 10;
    text += line(sailor, Math.floor(at), port, random);
    if (text.length > 1 << 20) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
}

function line(sailor: Sailor, at: number, port: () => Position, random: () => number): string {
  if (at > sailor.arrivesAt + 2 * 3600 + (sailor.mmsi % 10) * 3600) {
    sailor.from = sailor.to;
    while (sailor.to === sailor.from) sailor.to = port();
    sailor.leavesAt = at;
    sailor.speedKnots = 8 + random() * 10;
    sailor.arrivesAt = at + (distanceKm(sailor.from, sailor.to) / (sailor.speedKnots * 1.852)) * 3600;
  }
  const moored = at >= sailor.arrivesAt;
  const share = moored ? 1 : (at - sailor.leavesAt) / (sailor.arrivesAt - sailor.leavesAt);
  const fault = random();
  const lon = sailor.from[0] + (sailor.to[0] - sailor.from[0]) * share + (random() - 0.5) * 2e-4;
  const lat = sailor.from[1] + (sailor.to[1] - sailor.from[1]) * share + (fault > 0.999 ? 5 : 0);
  const speed =
    fault > 0.998 && fault <= 0.999 ? '102.3' : (moored ? random() * 0.2 : sailor.speedKnots).toFixed(1);
  const mmsi = fault < 0.001 ? 12_345_678 : sailor.mmsi;
  const second = fault > 0.001 && fault < 0.002 ? at - STEP_SECONDS : at;
  const time = new Date((START + second) * 1000).toISOString().slice(0, 19);
  const cog = (random() * 360).toFixed(1);
  return `${mmsi},${time},${lat.toFixed(5)},${lon.toFixed(5)},${speed},${cog},511,${sailor.tail}`;
}

const seconds = (run: () => void): number => {
  const start = performance.now();
  run();
  return (performance.now() - start) / 1000;
};

/**
 * AIS import end to end, from a plain CSV file to port calls, legs and voyages, on two threads, against
 * `wc -l` on the same file: 60,000, 600,000 and 6,000,000 rows. Bar: 2 million rows/s, under 1 GB.
 */
export async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'leeward-bench-'));
  try {
    for (const rows of [60_000, 600_000, 6_000_000]) {
      const path = join(folder, `ais-${rows}.csv`);
      writeAis(path, rows);
      // Twice, so that the file is in the page cache for both, as it is for the import.
      execFileSync('wc', ['-l', path]);
      const wcSeconds = seconds(() => execFileSync('wc', ['-l', path]));
      const cpuBefore = process.cpuUsage();
      const start = performance.now();
      const { counts } = await readTracks([path], places);
      const took = (performance.now() - start) / 1000;
      const cpu = process.cpuUsage(cpuBefore);
      const megabytes = statSync(path).size / 1e6;
      const peak = (process.resourceUsage().maxRSS * 1024) / 1e6;
      console.log(
        `ais-import: ${rows} rows, ${megabytes.toFixed(0)} MB: ${took.toFixed(2)} s ` +
          `(CPU ${((cpu.user + cpu.system) / 1e6).toFixed(2)} s), ${(counts.rowsRead / took / 1e6).toFixed(2)} M rows/s, ` +
          `peak ${peak.toFixed(0)} MB, ${(took / wcSeconds).toFixed(1)} x wc -l (${wcSeconds.toFixed(2)} s)`,
      );
      console.log(`  ${JSON.stringify(counts)}`);
      rmSync(path);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
