import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import pino from 'pino';
import { accountActs } from '#server/access/access-reads.ts';
import { jobKinds, reactions } from '#server/app.ts';
import { openJobRunner } from '#server/platform/job-runner.ts';
import { testBureau, type TestBureau } from '#test/app.ts';

const tokens = new Map<string, TestBureau['cast']['token']>();

/** The session that somebody of the cast has in the bureau of this address, for journeys on which coming in is not the matter. */
export const tokenAt = (address: string, name: string): string | undefined =>
  new Map(Object.entries(tokens.get(new URL(address).origin) ?? {})).get(name);

/** A bureau with the cast behind a real port of this machine, with the pages as built. */
export interface Served {
  readonly address: string;
  readonly bureau: TestBureau;
  end(): Promise<void>;
}

export const served = async (scheme: 'sample' | 'none' = 'sample'): Promise<Served> => serving(await testBureau('dist/web', scheme));

/** The same with somebody who does the long work, such as the check of a table. */
export async function servedWithJobs(): Promise<Served> {
  const site = await served();
  const { database, clock } = site.bureau;
  const jobs = openJobRunner({ database, bureaus: ['alpha'], kinds: jobKinds, clock, log: pino({ level: 'silent' }), reactions, accountActs });
  jobs.start();
  return {
    ...site,
    end: async () => {
      await jobs.stop();
      await site.end();
    },
  };
}

/** The same for a bureau that was made with the pages. */
export async function serving(bureau: TestBureau): Promise<Served> {
  const server = serve({ fetch: bureau.app.fetch, hostname: '127.0.0.1', port: 0 });
  if (!server.listening) await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  tokens.set(address, bureau.cast.token);
  return {
    address,
    bureau,
    end: async () => {
      await new Promise((done) => server.close(done));
      await bureau.drop();
    },
  };
}
