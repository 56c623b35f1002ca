import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Settings that decide which database a command uses; nothing of them is taken from this process. */
export interface Settings {
  readonly LEEWARD_DATA?: string;
  readonly DATABASE_URL?: string;
}

function start(args: readonly string[], settings: Settings): ChildProcess {
  const { LEEWARD_DATA: _data, DATABASE_URL: _url, ...environment } = process.env;
  return spawn(process.execPath, ['server/leeward.js', ...args], {
    env: { ...environment, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function collect(child: ChildProcess): { stdout: string; stderr: string } {
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (data: Buffer) => (output.stdout += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (output.stderr += data.toString()));
  return output;
}

/** Runs the command line to its end. */
export async function leeward(args: readonly string[], settings: Settings): Promise<Finished> {
  const child = start(args, settings);
  const output = collect(child);
  await once(child, 'close');
  return { code: child.exitCode, ...output };
}

export interface Served {
  readonly address: string;
  /** What `start --json` answered. */
  readonly report: Readonly<Record<string, unknown>>;
  /** Asks the server to stop and returns its exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Starts the server as a user would, on a free port, and waits until it says where it is. */
export async function leewardStarted(settings: Settings, flags: readonly string[] = []): Promise<Served> {
  const child = start(['start', '--json', '--port', '0', ...flags], settings);
  const output = collect(child);
  while (!output.stdout.includes('\n')) {
    if (child.exitCode !== null) throw new Error(`leeward start ended: ${output.stderr}${output.stdout}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const report = JSON.parse(output.stdout) as Record<string, unknown>;
  return {
    address: String(report['address']),
    report,
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'close');
      return child.exitCode;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await once(child, 'close');
    },
  };
}
