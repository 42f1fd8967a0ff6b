import { yearOf } from '#domain/calendar/civil-date.ts';
import { teamsIn } from '#domain/schemes/facts-file/facts-log.ts';
import { reachWarnings } from '#domain/schemes/most-per-team.ts';
import { inLanguage } from '#domain/words/words.ts';
import { says } from './cli-words.ts';
import type { Options } from './options.ts';
import { factsNamedIn, schemeNamedIn } from './scheme-file.ts';
import { problemLine, type ExitCode, type Terminal } from './terminal.ts';

/** `scheme check`: every problem of the file, or that there is none, with the warnings. */
export async function checkCommand(options: Options, terminal: Terminal): Promise<ExitCode> {
  const scheme = await schemeNamedIn(options, terminal);
  if ('exit' in scheme) return scheme.exit;
  const { language, facts: factsFile } = options;
  const facts = factsFile === null ? null : await factsNamedIn(options, factsFile, scheme.read.scheme, terminal);
  if (facts !== null && 'exit' in facts) return facts.exit;
  const { label, version } = scheme.read.scheme;
  const year = yearOf(scheme.read.takesEffect);
  const warnings = [
    ...scheme.read.warnings.map((warning) => problemLine(options.files[0] ?? '', warning, language)),
    ...reachWarnings(scheme.read.scheme, facts === null ? [] : teamsIn(facts.read), year).map((words) => inLanguage(words, language)),
  ];
  terminal.out([
    ...warnings.map((warning) => `${inLanguage(says.warning, language)}${warning}`),
    inLanguage(says.fine(label, version, scheme.read.takesEffect), language), '',
  ].join('\n'));
  return 0;
}
