import { factsLog, type NamedFacts } from '#domain/schemes/facts-file/facts-log.ts';
import type { Problem } from '#domain/schemes/format/problem.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import { decodeText } from './decode-text.ts';
import { derivedId } from './derived-id.ts';
import { readLogLines } from './read-log-lines.ts';
import { readXlsxTables } from './read-xlsx-tables.ts';
import { readYamlTables } from './read-yaml-tables.ts';

export type FactsOrProblems = NamedFacts | { readonly problems: readonly Problem[] };

/**
 * Reads facts from a file by the ending of its name: a workbook (.xlsx), a YAML file (.yaml, .yml) with the same
 * tables, or an exported fact log (.jsonl). Activities and reasons are words of `scheme`.
 */
export async function readFacts(name: string, bytes: Uint8Array, scheme: Scheme): Promise<FactsOrProblems> {
  const ending = /\.[^.]*$/.exec(name)?.[0].toLowerCase();
  if (ending === '.xlsx') return logOf(await readXlsxTables(bytes), scheme);
  if (ending === '.jsonl' || ending === '.yaml' || ending === '.yml') {
    const text = decodeText(bytes);
    if (typeof text !== 'string') return { problems: [text] };
    return ending === '.jsonl' ? readLogLines(text) : logOf(readYamlTables(text), scheme);
  }
  return { problems: [{ line: 1, column: 1, path: '', words: {
    zh: '工作记录文件应以 .xlsx、.yaml 或 .jsonl 结尾。', en: 'A facts file ends in .xlsx, .yaml or .jsonl.',
  } }] };
}

const logOf = (read: ReturnType<typeof readYamlTables>, scheme: Scheme): FactsOrProblems =>
  'problems' in read ? read : factsLog(read.tables, scheme, derivedId);
