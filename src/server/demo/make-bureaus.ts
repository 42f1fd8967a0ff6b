import type { BureauCard } from '#server/access/routes.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { Database } from '#server/platform/database.ts';
import type { Bureau, Installation } from '#server/platform/installation.ts';

export interface Founding {
  readonly installation: Installation;
  readonly database: Database;
  readonly clock: Clock;
  /** Whether the installation is to have the demo bureau. */
  readonly demo: boolean;
}

/** The bureaus of the installation; on the first start the demo bureau or an empty one is founded. */
export async function makeBureaus(founding: Founding): Promise<readonly BureauCard[]> {
  const { installation, demo } = founding;
  const there = await installation.bureaus();
  if (demo && !there.some((it) => it.kind === 'demo')) {
    await installation.createBureau('demo', { zh: '示例市公安局', en: 'Sample City Public Security Bureau' }, 'demo');
  }
  if (!demo && !there.some((it) => it.kind === 'own')) {
    await installation.createBureau('own', { zh: '本单位', en: 'Our bureau' }, 'own');
  }
  return (await installation.bureaus()).map(cardOf);
}

const cardOf = (it: Bureau): BureauCard => ({ bureau: { code: it.code, ...it.name, kind: it.kind }, samples: [] });
