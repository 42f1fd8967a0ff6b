import { checkScheme, type SchemeOrProblems } from '#domain/schemes/format/check-scheme.ts';
import { inFileOrder } from '#domain/schemes/format/problem.ts';
import { parseYaml } from './parse-yaml.ts';

/**
 * Reads the text of a scheme file: the checked scheme with its date of force and warnings, or every problem with line,
 * column and words in both languages. Where the writing itself is broken only the first break is reported: the rest would be guesses.
 */
export function readScheme(text: string): SchemeOrProblems {
  const { value, positions, problems, broken } = parseYaml(text);
  if (broken) return { problems: inFileOrder(problems) };
  const checked = checkScheme(value, positions);
  if (problems.length === 0) return checked;
  return { problems: inFileOrder([...problems, ...('problems' in checked ? checked.problems : [])]) };
}
