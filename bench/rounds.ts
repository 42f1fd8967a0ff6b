import type { Target } from './load.ts';
import { quantile, type Spread, spreadOf } from './statistics.ts';
import type { Work } from './works.ts';

/** A work under so many connections, with the bar it is held to. */
export interface Cell {
  readonly work: Work;
  readonly connections: number;
  readonly bar: Bar | null;
}

export interface Bar {
  /** Our throughput as a share of the floor's, at least. */
  readonly throughput: number;
  /** Our p99 as a multiple of the floor's, at most. */
  readonly p99?: number;
}

interface SideResult {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly answered: number;
  /** Milliseconds of processor for one request, of the server and its database together. */
  readonly cpuMs: number;
}

export interface CellResult {
  readonly cell: Cell;
  readonly product: SideResult;
  readonly floor: SideResult;
  /** Throughput as a share of the floor's in the same round. */
  readonly ratio: Spread;
  readonly p50Ratio: number;
  readonly p99Ratio: number;
}

export interface Targets {
  readonly product: Target;
  readonly floor: Target;
}

const WARM_SHARE = 0.5;

/**
 * Floor and product by turns, round after round, so that whatever else the machine does meets both. Latencies of all
 * rounds are pooled, because a single window of the slower works holds too few for a ninety-ninth of a hundred.
 */
export async function runRounds(cells: readonly Cell[], targets: Targets, { rounds, windowMs }: { rounds: number; windowMs: number }): Promise<CellResult[]> {
  const sides = cells.map((cell) => ({ cell, product: tape(), floor: tape() }));
  for (let round = 0; round <= rounds; round += 1) {
    const warming = round === 0;
    for (const { cell, product, floor } of sides) {
      for (const [side, heard] of round % 2 === 0 ? [['floor', floor], ['product', product]] as const : [['product', product], ['floor', floor]] as const) {
        const volley = await targets[side].fire(cell.connections, warming ? windowMs * WARM_SHARE : windowMs, cell.work[side]);
        heard.answered += volley.answered;
        if (!warming) {
          heard.rates.push(volley.perSecond);
          heard.latencies.push(...volley.latencies);
          heard.cpuMs += volley.cpuMs;
        }
      }
    }
    process.stderr.write(warming ? 'warm\n' : `round ${round} of ${rounds}\n`);
  }
  return sides.map(({ cell, product, floor }) => ({
    cell, product: resultOf(product), floor: resultOf(floor),
    ratio: spreadOf(product.rates.map((rate, at) => rate / (floor.rates[at] ?? Number.NaN))),
    p50Ratio: quantile(product.latencies, 0.5) / quantile(floor.latencies, 0.5),
    p99Ratio: quantile(product.latencies, 0.99) / quantile(floor.latencies, 0.99),
  }));
}

interface Tape {
  answered: number;
  cpuMs: number;
  readonly rates: number[];
  readonly latencies: number[];
}

const tape = (): Tape => ({ answered: 0, cpuMs: 0, rates: [], latencies: [] });

const resultOf = ({ rates, latencies, answered, cpuMs }: Tape): SideResult => ({
  perSecond: spreadOf(rates).median, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), answered, cpuMs: cpuMs / latencies.length,
});
