import { openUpgraded } from '#server/cli/open-upgraded.ts';
import { findDatabase } from '#server/platform/database-source.ts';
import { openDataFolder } from '#server/platform/data-folder.ts';
import { endingInWords, type Words } from '#server/platform/start-refusal.ts';
import { typedHere } from '#server/platform/typed-here.ts';

/** `npm run migrate`: what a start does to the database, without starting the server. */
await endingInWords(async () => {
  const folder = openDataFolder();
  const source = await findDatabase(folder);
  console.log(`${source.words.zh}\n${source.words.en}`);
  try {
    const say = ({ zh, en }: Words): void => console.log(`${zh}\n${en}`);
    const { migrated } = await openUpgraded({ ownerUrl: source.ownerUrl, folder, env: process.env, say });
    console.log(migrated.length === 0 ? '没有需要执行的迁移 / Nothing to migrate' : migrated.join('\n'));
  } finally {
    await source.leave();
  }
}, typedHere);
