import { existsSync, readdirSync, readFileSync } from 'node:fs';

// Where Linux counts the work of every process: wall time tells what somebody waits for, and on a machine that others
// use as well it tells mostly of them; the processor's time tells what a request costs.

const TICK_MS = 10;
const PROCESSES = '/proc';

/**
 * Milliseconds of processor that a server and all processes of its database have used so far, those that ended meanwhile included;
 * NaN where nobody counts.
 */
export function cpuTime(server: number, postmaster: number): number {
  if (!existsSync(`${PROCESSES}/self/stat`)) return Number.NaN;
  const used = readdirSync(PROCESSES).filter((name) => /^\d+$/.test(name)).map((pid) => {
    const { parent, ticks, ofEnded } = statOf(pid);
    if (Number(pid) === postmaster) return ofEnded;
    return Number(pid) === server || parent === postmaster ? ticks : 0;
  });
  return used.reduce((sum, ticks) => sum + ticks, 0) * TICK_MS;
}

/** The most memory that a process ever held, in MB (`VmHWM`); NaN where nobody counts. */
export function peakMemory(pid: number): number {
  const status = `${PROCESSES}/${pid}/status`;
  if (!existsSync(status)) return Number.NaN;
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1] ?? Number.NaN) / 1024;
}

/** The process that holds all others of a database, from one of them. */
export const parentOf = (pid: number): number => statOf(String(pid)).parent;

/** The name stands in brackets and may hold anything; after it come state, parent, and far behind them the two times, and those of its children that ended. */
function statOf(pid: string): { parent: number; ticks: number; ofEnded: number } {
  try {
    const [, parent, ...rest] = readFileSync(`${PROCESSES}/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return { parent: Number(parent), ticks: Number(rest[9]) + Number(rest[10]), ofEnded: Number(rest[11]) + Number(rest[12]) };
  } catch {
    // It ended while we looked.
    return { parent: 0, ticks: 0, ofEnded: 0 };
  }
}
