import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { schemeChapters } from '#domain/schemes/read-aloud.ts';
import type { Words } from '#domain/words/words.ts';
import { readScheme } from './read-scheme.ts';

function cardsOf(file: string): readonly Words[] {
  const read = readScheme(readFileSync(file, 'utf8'));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems, null, 1));
  return schemeChapters(read.scheme).flatMap(({ cards }) => cards);
}

describe('a scheme read aloud', () => {
  it('speaks plain Chinese: no word of the file format is left in it', () => {
    const foreign = cardsOf('schemes/dezhou.yaml').filter(({ zh }) => /[A-Za-z]/.test(zh));
    expect(foreign.map(({ zh }) => zh)).toEqual([]);
  });

  it.each([
    ['full-mark-and-deduct', '遵守党纪法规：满分 30.00 分，每年基础分 30.00 分（中途转入的也是全额），即“受到处理”，每年最少 0.00 分。（第一条）'],
    ['full-mark-and-deduct', '受到处理：“党纪处理”，按“种类”每次计：通报批评扣 5.00 分、党内警告扣 12.00 分、撤销党内职务扣 30.00 分；“自查发现”为是的减半，同一“文号”只计分高的一件。（第二条）'],
    ['capped-parts', '急难任务：“专班任务”，每次按“起止天数”：满 5 天 1.00 分、满 15 天 2.00 分，每年最多 3.00 分。（第三条）'],
    ['weights-eight-two', '年度得分（党支部）：“日常”× 80% + “测评”× 20%；全年没有依据的，其分值按比例分给其他各项。（第二条）'],
    ['weights-eight-two', '测评：“群众测评”（“满意”× 100% + “基本满意”× 60% + “不满意”× 0%）÷ 有效票 × 100.00 分，有效票不足 5 张的按缺项办理。'],
    ['veto-and-third', '年度评定的等次：优秀（85.00 分以上、不超过参评人数的 1/3）、合格（60.00 分以上）、不合格；仍相同而名额不够的，一并评为下一等次。'],
    ['veto-and-third', '受处理：有“处理”的，最高评为“合格”（第二条）。'],
    ['consecutive-months', '谈话提醒：“月度记分”每月计，连续 2 期低于 8.00 分的，提出建议，由人决定。（第三条）'],
    ['exempt-classes', '离退休（离退休人员）：只计“服务”，不计合计。（第二条）'],
    ['set-by-meeting', '品牌工作：满分 10.00 分，由“自评”“核定”取最近的一项；全年没有依据的，计零分。（第一条）'],
  ])('says %s in the words of an office', (variety, sentence) => {
    expect(cardsOf(`schemes/varieties/${variety}.yaml`).map(({ zh }) => zh)).toContain(sentence);
  });
});
