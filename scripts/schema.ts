import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withConnection } from '#server/platform/connection.ts';
import { bureauSchema, INSTALLATION_SCHEMA } from '#server/platform/database.ts';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import { openInstallation } from '#server/platform/installation.ts';
import { endingInWords } from '#server/platform/start-refusal.ts';
import { throwAwayServer } from '#test/throw-away-server.ts';
import { schemaText } from './schema-text.ts';

/** `npm run schema`: writes migrations/schema.sql, what all migrations together come to, for people to read. */
await endingInWords(async () => {
  const server = await throwAwayServer();
  try {
    const installation = await openInstallation({ ownerUrl: server.ownerUrl, secret: 'the secret of a throw-away server', losable: true });
    await installation.createBureau('any', { zh: '任一单位', en: 'Any bureau' }, 'own');
    const text = await withConnection(server.ownerUrl, async (client) => {
      const shared = await schemaText(client, INSTALLATION_SCHEMA);
      return `-- Written by npm run schema; not run by anything.\n\n-- The shared schema\n\n${shared}\n-- Every bureau's schema\n\n${await schemaText(client, bureauSchema('any'))}`;
    });
    const file = join(checkoutFolder(), 'migrations', 'schema.sql');
    writeFileSync(file, text);
    console.log(file);
  } finally {
    await server.stop();
  }
});
