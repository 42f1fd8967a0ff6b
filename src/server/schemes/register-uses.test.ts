import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readScheme } from './read-scheme.ts';

const sample = readFileSync('schemes/dezhou.yaml', 'utf8');

/** What is wrong with the sample after one change, each with its line. */
function problems(from: string, to: string): string[] {
  expect(sample.split(from)).toHaveLength(2);
  const read = readScheme(sample.replace(from, to));
  return 'problems' in read ? read.problems.map(({ words }) => words.zh) : [];
}

const course = '      - { id: lessons, label: { zh: 讲数, en: Lessons }, kind: count, required: true, least: 1, most: 200 }\n';
const consent = '      - { id: agreed, label: { zh: 本人同意, en: The person agrees }, kind: flag, required: true }\n';

it('a register that serves a page has what the page shows', () => {
  expect(problems(course, '')).toEqual([expect.stringContaining('写明讲数')]);
  expect(problems(course, course.replace('least: 1', 'least: 0'))).toEqual([expect.stringContaining('least 至少为 1')]);
  expect(problems(consent, '')).toEqual([expect.stringContaining('写明本人同意')]);
  expect(problems(consent, consent.replace(', required: true', ''))).toEqual([expect.stringContaining('写明本人同意')]);
  expect(problems('    confirmedBy: office\n    key: [title, persons]', '    key: [title, persons]')).toEqual([expect.stringContaining('由机关党委确认后发布')]);
  expect(problems('    use: lecturers\n', '    use: lecturers\n    privacy: own\n')).toEqual([expect.stringContaining('是公开的')]);
});

it('a page is made of one register', () => {
  expect(problems('    use: method\n', '    use: brand\n')).toEqual([expect.stringContaining('一个用途只用一本')]);
});

it('a word that is no use is told which there are', () => {
  expect(problems('    use: method\n', '    use: 支部工作法\n').join()).toContain('method（支部工作法）');
});
