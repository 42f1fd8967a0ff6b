import type { LogEntry } from '#domain/facts/fact.ts';
import type { NamedFacts } from '#domain/schemes/facts-file/facts-log.ts';
import { readLogLine } from '#domain/schemes/format/log-line.ts';
import type { Problem } from '#domain/schemes/format/problem.ts';

/** An exported fact log: who took it, then one entry as JSON on each line. It holds ids only, so nothing in it has a name. */
export function readLogLines(text: string): NamedFacts | { readonly problems: readonly Problem[] } {
  const log: LogEntry[] = [];
  const problems: Problem[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const value = jsonIn(line);
    if (index === 0 && isTaking(value)) return;
    const read = readLogLine(value);
    if ('entry' in read) log.push(read.entry);
    else problems.push(wrongLine(index + 1, read.wrongAt));
  });
  return problems.length > 0 ? { problems } : { log, names: new Map(), persons: new Map() };
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Says when and by whom the log was taken; a log written by another way lacks it. */
const isTaking = (line: unknown): boolean => typeof line === 'object' && line !== null && Object.keys(line).join() === 'taken';

const wrongLine = (line: number, path: string): Problem => ({
  line, column: 1, path,
  words: {
    zh: `这一行不是导出的工作记录${path === '' ? '' : `（${path} 有误）`}。请使用系统导出的文件，不要手工改动。`,
    en: `This line is not an exported record${path === '' ? '' : ` (${path} is wrong)`}. Use the file as it was exported.`,
  },
});
