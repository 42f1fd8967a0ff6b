import pino from 'pino';
import { expect, it } from 'vitest';
import { createApp, routes } from '#server/app.ts';
import type { Database } from '#server/platform/database.ts';

const bureaus = [{ bureau: { code: 'alpha', zh: '示例市公安局', en: 'Sample bureau', kind: 'own' as const }, samples: [] }];

/** It is made when somebody asks, so no start would notice an operation that cannot be described. */
it('the document of the interface describes every operation, and again to whoever asks later', async () => {
  // The document asks nobody for anything: a database that answers nothing is enough.
  const app = createApp({ database: {} as Database, bureaus, clock: () => new Date(), log: pino({ level: 'silent' }), secret: 'test', secureCookies: false, webFolder: null });
  const [first, again] = [await app.request('/api/openapi.json'), await app.request('/alpha/api/openapi.json')];
  const text = await first.text();
  expect(await again.text()).toBe(text);
  const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, { operationId: string }>> };
  const described = Object.values(paths).flatMap((of) => Object.values(of).map((it) => it.operationId));
  expect(described.toSorted()).toEqual(routes(bureaus, 'test').map(({ contract }) => contract.name).toSorted());
});
