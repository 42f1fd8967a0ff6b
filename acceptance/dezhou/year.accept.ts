import { describe, expect, it } from 'vitest';
import { resultOf } from '#domain/engine/results.ts';
import { gradesOfYear } from '#domain/engine/year-grades.ts';
import { brokenGrounds } from '#test/grounds-combine.ts';
import { YEAR } from './found-year.ts';
import type { Expected } from './reckon.ts';
import { expected, groundsOf, numbers, reading, scheme, valueIn } from './the-year.ts';

const result = (id: string) => {
  const found = scheme.results.find((one) => one.id === id);
  if (!found) throw new Error(`the sample has lost the result ${id}`);
  return found;
};
const memberYear = result('memberYear');
const branchYear = result('branchYear');

/** Whoever comes out otherwise than reckoned, by the number people know. */
const wrong = (rows: readonly Expected[], actual: (subject: string) => number | null): readonly string[] =>
  rows.flatMap(({ subject, value }) => {
    const came = actual(subject);
    return (came ?? 0) === value ? [] : [`${numbers[subject] ?? subject}: reckoned ${value}, came to ${came ?? 'nothing'}`];
  });

const byFigure = (rows: readonly Expected[]): [string, readonly Expected[]][] => {
  const figures = new Map<string, Expected[]>();
  for (const row of rows) figures.set(row.figure, [...figures.get(row.figure) ?? [], row]);
  return [...figures];
};

describe('党员积分, member by member', () => {
  it('is reckoned for everybody who has a total', () => expect(new Set(expected.members.map(({ subject }) => subject)).size).toBeGreaterThan(500));
  it.each(byFigure(expected.members).filter(([figure]) => figure !== 'memberYear'))('%s', (figure, rows) => {
    expect(wrong(rows, (person) => valueIn(groundsOf('member', person), figure))).toEqual([]);
  });
  it('党员年度综合评价', () => {
    const rows = expected.members.filter(({ figure }) => figure === 'memberYear');
    expect(rows.length).toBeGreaterThan(400);
    expect(wrong(rows, (person) => resultOf(reading, memberYear, person, YEAR).value)).toEqual([]);
  });
  it('shows grounds whose children combine to the parent', () => {
    const persons = new Set(expected.members.map(({ subject }) => subject));
    expect([...persons].flatMap((person) => brokenGrounds(groundsOf('member', person)))).toEqual([]);
  });
});

describe('支部得分, branch by branch', () => {
  it('is reckoned in all 32 items and 8 aspects', () => expect(byFigure(expected.branches)).toHaveLength(32 + 8 + 2));
  it.each(byFigure(expected.branches).filter(([figure]) => figure !== 'branchYear'))('%s', (figure, rows) => {
    expect(wrong(rows, (id) => valueIn(groundsOf('branch', id), figure))).toEqual([]);
  });
  it('支部年度得分', () => {
    const rows = expected.branches.filter(({ figure }) => figure === 'branchYear');
    expect(rows).toHaveLength(29);
    expect(wrong(rows, (id) => resultOf(reading, branchYear, id, YEAR).value)).toEqual([]);
  });
  it('建议等次: 8 of 29 at most are 优秀, and those below the line are 良好', () => {
    const { grading } = gradesOfYear(reading, branchYear, expected.grades.map(({ subject }) => subject), YEAR);
    expect(expected.grades).toHaveLength(29);
    expect(expected.grades.filter(({ grade }) => grade === 'branchExcellent')).toHaveLength(8);
    expect(expected.grades.filter(({ subject, grade }) => grading.grades.get(subject) !== grade).map(({ subject }) => numbers[subject])).toEqual([]);
  });
  it('shows grounds whose children combine to the parent', () => {
    const branches = new Set(expected.branches.map(({ subject }) => subject));
    expect([...branches].flatMap((id) => brokenGrounds(groundsOf('branch', id)))).toEqual([]);
  });
});
