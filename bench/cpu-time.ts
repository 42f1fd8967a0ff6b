import { existsSync, readdirSync, readFileSync } from 'node:fs';

// Where Linux counts the work of every process: wall time tells what somebody waits for, and on a machine that others
// use as well it tells mostly of them; the processor's time tells what a request costs.

const TICK_MS = 10;
const PROCESSES = '/proc';

/** Milliseconds of processor that a server and all processes of its database have used so far; NaN where nobody counts. */
export function cpuTime(server: number, postmaster: number): number {
  if (!existsSync(`${PROCESSES}/self/stat`)) return Number.NaN;
  const used = readdirSync(PROCESSES).filter((name) => /^\d+$/.test(name)).map((pid) => {
    const { parent, ticks } = statOf(pid);
    return Number(pid) === server || parent === postmaster ? ticks : 0;
  });
  return used.reduce((sum, ticks) => sum + ticks, 0) * TICK_MS;
}

/** The process that holds all others of a database, from one of them. */
export const parentOf = (pid: number): number => statOf(String(pid)).parent;

/** The name stands in brackets and may hold anything; after it come state, parent, and far behind them the two times. */
function statOf(pid: string): { parent: number; ticks: number } {
  try {
    const [, parent, ...rest] = readFileSync(`${PROCESSES}/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return { parent: Number(parent), ticks: Number(rest[9]) + Number(rest[10]) };
  } catch {
    // It ended while we looked.
    return { parent: 0, ticks: 0 };
  }
}
