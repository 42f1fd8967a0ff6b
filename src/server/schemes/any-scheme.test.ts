import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluate } from '#domain/engine/evaluate.ts';
import { explain } from '#domain/engine/explain.ts';
import { resultOf } from '#domain/engine/results.ts';
import { branch, member } from '#domain/engine/subject.ts';
import { buildScheme } from '#domain/schemes/format/build-scheme.ts';
import { fileShape } from '#domain/schemes/format/file-shape.ts';
import { randomSchemeFile } from '#test/schemes/random-scheme.ts';
import { readFacts } from './read-facts.ts';

const facts = `组织: [{ 编号: 11, 名称: 支部 }]
人员: [{ 编号: A, 姓名: 甲, 党支部: 支部 }, { 编号: B, 姓名: 乙, 党支部: 支部, 人员类别: 离退休 }]
职务: [{ 姓名: 甲, 组织: 支部, 职务: 书记 }]
活动: [{ 编号: S1, 组织: 支部, 活动: activity0, 日期: 2026-03-02, 主讲人: 甲 }, { 编号: S2, 组织: 支部, 活动: activity0, 日期: 2026-06-01 }]
考勤: [{ 姓名: 甲, S1: √, S2: × }, { 姓名: 乙, S1: √, S2: √ }]
entries:
  - { 姓名: [甲, 乙], day: 2026-04-01, rank: level0, self: 是, given: 40, due: 50, score: 3, document: a }
  - { 姓名: 乙, day: 2026-05-01, rank: level1, given: 5, due: 9, document: b }
`;

it('a random valid scheme of the whole vocabulary is evaluated, and every number of it is whole hundredths', { timeout: 120_000 }, async () => {
  await fc.assert(fc.asyncProperty(randomSchemeFile.map((file) => buildScheme(fileShape.decode(file))), async (scheme) => {
    const read = await readFacts('facts.yaml', new TextEncoder().encode(facts), scheme);
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    const { totals, values, reading } = evaluate({ schemes: [{ scheme, from: '2026-01-01' }], log: read.log, upTo: { seq: read.log.length, date: '2026-12-31' } });
    const people = read.log.flatMap((entry) => (entry.kind === 'membership' ? [entry.state.person] : []));
    const branches = read.log.flatMap((entry) => (entry.kind === 'organisation' ? [entry.factId] : []));
    const numbers = [
      ...totals.map(({ total }) => total), ...values.map(({ value }) => value),
      ...branches.map((id) => explain(reading, branch(id), 2026)?.value ?? null), ...people.map((id) => explain(reading, member(id), 2026)?.value ?? null),
      ...scheme.results.flatMap((result) => people.map((id) => resultOf(reading, result, id, 2026).value)),
    ];
    expect(numbers.filter((value) => value !== null && !Number.isSafeInteger(value))).toEqual([]);
  }), { numRuns: 30 });
});
