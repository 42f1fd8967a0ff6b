import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { testBureau, type TestBureau } from '#test/app.ts';
import { claimsFor, doorOf, PORTAL, signed } from '#test/portal.ts';
import { serving, type Served } from './served.ts';

/** A bureau whose people come from a portal, and that portal: small, on this machine, and real enough for a browser. */
export interface PortalSite extends Served {
  /** Who sits at the portal now: number and name. */
  person: { readonly number: string; readonly name: string };
  /** What the next ticket says otherwise than agreed; or the same ticket again. */
  handing: { readonly seconds?: number; readonly again?: boolean };
}

/** The portal knows its person already and sends him on at once, as one does where everybody signed in in the morning. */
export async function servedFromPortal(): Promise<PortalSite> {
  let last = '';
  const portal = createServer((_, answer) => answer.writeHead(302, { location: last = site.handing.again ? last : entry(site) }).end()).listen(0, '127.0.0.1');
  await once(portal, 'listening');
  const address = `http://127.0.0.1:${(portal.address() as AddressInfo).port}/zhibu`;
  const bureau: TestBureau = await testBureau('dist/web', 'sample', doorOf({ portal: address }));
  const served = await serving(bureau);
  const site: PortalSite = {
    ...served, person: { number: 'luojian', name: '罗建' }, handing: {},
    end: async () => {
      portal.closeAllConnections();
      await new Promise((done) => portal.close(done));
      await served.end();
    },
  };
  return site;
}

function entry({ address, bureau, person, handing }: PortalSite): string {
  const made = new Date(bureau.now().getTime() - (handing.seconds ?? 0) * 1000);
  return `${address}/alpha/ticket#${signed(claimsFor(person.number, made, { iss: PORTAL, name: person.name }))}`;
}
