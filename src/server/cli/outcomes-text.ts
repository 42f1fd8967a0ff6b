import { formatHundredths, type Hundredths } from '#domain/points/hundredths.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import { inLanguage, type Language, type Words } from '#domain/words/words.ts';
import { says } from './cli-words.ts';
import type { BranchTotal, ResultOutcomes } from './outcomes.ts';
import { textTable } from './text-table.ts';

/** One line for each branch: its name, what each aspect gives, the total. */
export function branchesText(branches: readonly BranchTotal[], scheme: Scheme, names: ReadonlyMap<string, string>, language: Language): string {
  const aspects = scheme.indicators?.children ?? [];
  const heading = [inLanguage(says.branch, language), ...aspects.map(({ label }) => inLanguage(label, language)), inLanguage(says.total, language)];
  return textTable([heading, ...branches.map(({ organisation, total, parts }) => [
    names.get(organisation) ?? organisation, ...aspects.map(({ id }) => figure(parts.find(({ part }) => part === id)?.value ?? null, language)), figure(total, language),
  ])]);
}

/** One line for each whom a result judges: the score, the grade that it proposes, and what vetoes a better one. */
export function resultText({ result, outcomes, undecided }: ResultOutcomes, names: ReadonlyMap<string, string>, language: Language): string {
  const { label, grades = [], vetoes = [] } = result;
  const called = (all: readonly { readonly id: string; readonly label: Words }[], id: string): string =>
    inLanguage(all.find((each) => each.id === id)?.label ?? { zh: id, en: id }, language);
  const rows = outcomes.map(({ subject, value, grade, vetoes: found }) => [
    names.get(subject) ?? subject, figure(value, language),
    ...(grades.length === 0 ? [] : [grade !== null ? called(grades, grade) : undecided.includes(subject) ? inLanguage(says.undecided, language) : '–']),
    ...(vetoes.length === 0 ? [] : [found.map((id) => called(vetoes, id)).join('、')]),
  ]);
  const heading = [
    inLanguage(label, language), inLanguage(says.score, language), ...(grades.length === 0 ? [] : [inLanguage(says.grade, language)]),
    ...(vetoes.length === 0 ? [] : [inLanguage(says.veto, language)]),
  ];
  return textTable([heading, ...rows]);
}

const figure = (value: Hundredths | null, language: Language): string => (value === null ? inLanguage(says.noBasis, language) : formatHundredths(value));
