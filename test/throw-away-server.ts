import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '#server/platform/embedded-postgres.ts';
import { isAlive } from '#server/platform/postgres-cluster.ts';

const PREFIX = 'zhibu-test-';

/** Nothing here needs to outlive the run, so nothing is flushed; the kill tests use servers with real settings. */
// A vacuum worker is a superuser's and cannot be put out by the owner who drops a test's database: none runs.
const LOSABLE = { autovacuum: 'off', fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '100', shared_buffers: '64MB' };

export interface ThrowAwayServer {
  readonly ownerUrl: string;
  readonly version: string;
  stop(): Promise<void>;
}

/** @param wanted '15' for Debian's programs of that version, a folder of programs, or undefined for those we bring. */
export async function throwAwayServer(wanted?: string): Promise<ThrowAwayServer> {
  removeLeftovers();
  const home = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const bin = wanted && /^\d+$/.test(wanted) ? `/usr/lib/postgresql/${wanted}/bin` : wanted;
  const server = await startEmbedded({ home, bin, settings: LOSABLE });
  return {
    ownerUrl: server.ownerUrl,
    version: server.programs.version,
    stop: async () => {
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A run that was killed left its folder; its server ends by itself within a minute once the folder is gone. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // It belongs to another account, whose own runs will remove it.
      continue;
    }
  }
}
