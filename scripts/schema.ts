import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withConnection } from '#server/platform/connection.ts';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import { openInstallation } from '#server/platform/installation.ts';
import { endingInWords } from '#server/platform/start-refusal.ts';
import { schemaFile } from '#test/schema-text.ts';
import { throwAwayServer } from '#test/throw-away-server.ts';

/** `npm run schema`: writes migrations/schema.sql, what all migrations together come to. */
await endingInWords(async () => {
  const server = await throwAwayServer();
  try {
    const installation = await openInstallation({ ownerUrl: server.ownerUrl, secret: 'of no worth', losable: true });
    await installation.createBureau('any', { zh: '任一单位', en: 'Any bureau' }, 'own');
    const file = join(checkoutFolder(), 'migrations', 'schema.sql');
    writeFileSync(file, await withConnection(server.ownerUrl, (client) => schemaFile(client, 'any')));
    console.log(file);
  } finally {
    await server.stop();
  }
});
