import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Problem } from '#domain/schemes/format/problem.ts';
import { inLanguage, type Language, type Words } from '#domain/words/words.ts';
import { says, usage } from './cli-words.ts';
import { usageOf } from './usage-of.ts';

/** Where a command writes, and what it knows of the world around it. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly today: CivilDate;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The command that was written, when it is one of ours. */
  readonly command?: string;
}

/** 0 fine, 1 problems were found, 2 the command was not understood. */
export type ExitCode = 0 | 1 | 2;

/** What is wrong, and how the command is used that was written; how all of them are where it is none. */
export function failUsage(terminal: Terminal, words: Words, language: Language): ExitCode {
  terminal.error(`${inLanguage(words, language)}\n\n${inLanguage(terminal.command === undefined ? usage : usageOf(terminal.command), language)}`);
  return 2;
}

/** One line for each problem as editors understand it: `file:line:column: words`. */
export function failProblems(terminal: Terminal, file: string, problems: readonly Problem[], language: Language): ExitCode {
  const lines = problems.map((problem) => problemLine(file, problem, language));
  terminal.error(`${lines.join('\n')}\n${inLanguage(says.problems(problems.length), language)}\n`);
  return 1;
}

export function problemLine(file: string, { line, column, path, words }: Problem, language: Language): string {
  const where = path === '' ? '' : ` ${path}`;
  return `${file}:${line}:${column}:${where} ${inLanguage(words, language)}`;
}
