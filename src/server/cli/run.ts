import { inLanguage } from '#domain/words/words.ts';
import { startRefusalOf } from '#server/platform/start-refusal.ts';
import { backupCommand } from './backup-command.ts';
import { checkCommand } from './check-command.ts';
import { says, usage } from './cli-words.ts';
import { doctorCommand } from './doctor-command.ts';
import { commandIn, languageIn, readOptions, type Options } from './options.ts';
import { portalCommand } from './portal-command.ts';
import { restoreCommand } from './restore-command.ts';
import { failUsage, type ExitCode, type Terminal } from './terminal.ts';
import { tlsCommand } from './tls-command.ts';
import { tryCommand } from './try-command.ts';
import { unlockCommand } from './unlock-command.ts';

type Command = (options: Options, terminal: Terminal) => Promise<ExitCode>;

const commands: ReadonlyMap<string, Command> = new Map([
  ['scheme check', checkCommand], ['scheme try', tryCommand], ['backup', backupCommand], ['restore', restoreCommand], ['tls', tlsCommand], ['doctor', doctorCommand],
  ['unlock', unlockCommand], ['portal', portalCommand],
]);

/** Runs what was written after `npm run zhibu --`. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args);
  const named = (words: readonly string[]): string | undefined => [words.slice(0, 2).join(' '), words[0] ?? ''].find((it) => commands.has(it));
  if (!('command' in options)) {
    const command = named(commandIn(args));
    return failUsage(command === undefined ? terminal : { ...terminal, command }, options, languageIn(args));
  }
  if (options.help) {
    terminal.out(inLanguage(usage, options.language));
    return 0;
  }
  const command = commands.get(options.command);
  if (command === undefined) return failUsage(terminal, says.unknownCommand(options.command), options.language);
  try {
    return await command(options, { ...terminal, command: options.command });
  } catch (fault) {
    const refusal = startRefusalOf(fault);
    if (!refusal) throw fault;
    terminal.error(`${inLanguage(refusal.words, options.language)}\n`);
    return 1;
  }
}
