import { checkScheme, type SchemeOrProblems } from '#domain/schemes/format/check-scheme.ts';
import { inFileOrder } from '#domain/schemes/format/problem.ts';
import { parseYaml } from './parse-yaml.ts';

/**
 * Reads the text of a scheme file: the checked scheme with its date of force and warnings, or every problem with line,
 * column and words in both languages.
 */
export function readScheme(text: string): SchemeOrProblems {
  const { value, positions, problems } = parseYaml(text);
  const checked = checkScheme(value, positions);
  if (problems.length === 0) return checked;
  return { problems: inFileOrder([...problems, ...('problems' in checked ? checked.problems : [])]) };
}
