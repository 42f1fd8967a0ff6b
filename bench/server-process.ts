import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ServerType } from '@hono/node-server';

const KEPT_MS = 120_000;

/** A server in a process of its own, as it would run; it ends with us. */
export interface ServerProcess {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/**
 * With source maps, as `npm start` and the archive start ours: they are held in memory.
 * @param name of a program of this folder, compiled; it must call {@link announced}.
 */
export async function startServer(name: string, databaseUrl: string): Promise<ServerProcess> {
  const child = fork(join(import.meta.dirname, `${name}.mjs`), { execArgv: ['--enable-source-maps'], env: { ...process.env, BENCH_URL: databaseUrl } });
  const port = await Promise.race([
    once(child, 'message').then(([port]) => Number(port)),
    once(child, 'exit').then((): number => { throw new Error(`${name} did not start`); }),
  ]);
  return {
    port,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

/** Listens on any port of this machine and tells it to whoever started us; without him there is nothing to serve. */
export function announced(server: ServerType): void {
  // A socket that the server closes in the very moment in which it is used again would end the bench.
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = KEPT_MS;
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
  process.on('disconnect', () => process.exit());
}
