import { describe, expect, it } from 'vitest';
import type { FactLeaf, Grounds, How } from '#domain/engine/evaluation.ts';
import { groundsTexts } from './grounds-texts.ts';
import { workings } from './grounds-workings.ts';

const grounds = (how: How, value: number | null, children: readonly Grounds[] = []): Grounds =>
  ({ id: 'g', label: { zh: '项', en: 'item' }, value, full: null, how, rule: null, children });

const share = { kind: 'share', full: 1600, raisedFrom: null, raised: null, present: 20, madeUp: 6, expected: 28, excused: 0, creditHundredths: 2600 } as const;
const hours = { kind: 'hours', full: 800, raisedFrom: null, raised: null, minutes: 1230, targetMinutes: 1920, months: 12 } as const;

const leaf = (status: FactLeaf['status'], value: number): Grounds => grounds({ kind: 'fact', fact: {
  factId: 'f', version: 1, kind: 'session', day: '2026-11-16', period: '2026-11', activities: [], status, reason: null,
  reasonClass: null, because: [], minutes: null, recordedBy: null, recordedOn: '2026-11-16', lateDays: 0, confirmedBy: null,
} }, value);

const zh = (it: Grounds): readonly string[] => workings(it, groundsTexts.zh);
const en = (it: Grounds): readonly string[] => workings(it, groundsTexts.en);

it('the line of a rule names its clause and the scheme by its label', () => {
  expect(groundsTexts.zh.rule('16.00 ×（实到 + 补学）÷ 应到', '第九条第一项', '党员积分管理办法（示例）', 1))
    .toBe('规则：16.00 ×（实到 + 补学）÷ 应到 · 第九条第一项 · 党员积分管理办法（示例）第 1 版');
});

describe('the workings of a figure', () => {
  it('write a share out so that it can be worked out again', () => {
    expect(zh(grounds(share, 1486))).toEqual(['16.00 ×（实到 20 + 补学 6）÷ 应到 28 = 14.86']);
    expect(en(grounds(share, 1486))).toEqual(['16.00 × (present 20 + made up 6) ÷ expected 28 = 14.86']);
  });

  it('say that late comers count half where the credit is not whole', () => {
    expect(zh(grounds({ ...share, creditHundredths: 2550 }, 1457))).toEqual([
      '16.00 × 折算 25.50（实到 20 + 补学 6，迟到早退折半）÷ 应到 28 = 14.57']);
  });

  it('name those not counted beside the share', () => {
    expect(zh(grounds({ ...share, excused: 17 }, 1486))[1]).toBe('另有免计 17 次，不在应到内');
  });

  it('raise marks by the exact ratio, not by its rounded result', () => {
    const raised = { ...share, full: 1111, raisedFrom: 1000, raised: { all: 4000, present: 3600 }, present: 29, madeUp: 0, expected: 30, creditHundredths: 2900 };
    expect(zh(grounds(raised, 1074))).toEqual([
      '不适用、未到期等没有得分的项目，其分值按比例并入：10.00 调整为 11.11',
      '10.00 × 40.00 ÷ 36.00 ×（实到 29 + 补学 0）÷ 应到 30 = 10.74']);
  });

  it('count hours against the year, or against the months of membership', () => {
    expect(zh(grounds(hours, 513))).toEqual(['8.00 × 20.5 学时 ÷ 应学 32.0 学时 = 5.13']);
    expect(zh(grounds({ ...hours, months: 6 }, 800))).toEqual(['20.5 学时 ≥ 应学 32.0 学时 × 在册 6 个月 ÷ 12，计满分 8.00']);
  });

  it('put the months of membership in brackets below the stroke', () => {
    expect(zh(grounds({ ...hours, minutes: 600, months: 9 }, 333))).toEqual(['8.00 × 10.0 学时 ÷（应学 32.0 学时 × 在册 9 个月 ÷ 12）= 3.33']);
  });

  it('fall back to minutes where a decimal of an hour would not give the value', () => {
    expect(zh(grounds({ ...hours, minutes: 1000 }, 417))).toEqual(['8.00 × 1000 分钟 ÷ 应学 1920 分钟 = 4.17']);
  });

  it('write out what is counted in other ways, a share of attendance in attendances', () => {
    const measured = { kind: 'measured', of: 'duty', full: 400, raisedFrom: null, raised: null, part: 30_000, whole: 40_000, unit: 'windows', mark: null } as const;
    expect(zh(grounds(measured, 300))).toEqual(['4.00 × 3 ÷ 4 期 = 3.00']);
    expect(en(grounds(measured, 300))).toEqual(['4.00 × 3 ÷ 4 windows = 3.00']);
    expect(zh(grounds({ ...measured, of: 'share', unit: 'times', part: 36_050, whole: 36_600, mark: 400 }, 400))).toEqual(['360.5 ÷ 366 次，得 4.00']);
  });

  it('say what a ceiling took and what a floor gave', () => {
    expect(zh(grounds({ kind: 'limit', bound: 'ceiling', before: 300, at: 200, window: '2026' }, -100))).toEqual(['限前 3.00，封顶 2.00，扣回 1.00']);
    expect(zh(grounds({ kind: 'limit', bound: 'ceiling', before: 150, at: 200, window: '2026' }, 0))).toEqual(['限前 1.50，未超过封顶 2.00']);
    expect(zh(grounds({ kind: 'limit', bound: 'floor', before: -50, at: 0, window: '2026' }, 50))).toEqual(['限前 −0.50，下限 0.00，补足 0.50']);
  });

  it('never let a missing basis look like zero', () => {
    expect(zh(grounds({ kind: 'noBasis', missing: 'renormalise' }, null))).toEqual(['没有应到场次；分值按比例并入其他项目，不计 0 分']);
  });

  it('add up what counts and leave out what waits or counts elsewhere', () => {
    const children = [leaf('counted', 100), leaf('counted', 100), leaf('proposed', 100), leaf('outdone', 50),
      grounds({ kind: 'limit', bound: 'ceiling', before: 200, at: 150, window: '2026' }, -50)];
    expect(zh(grounds({ kind: 'sum' }, 150, children))).toEqual(['1.00 + 1.00 − 0.50 = 1.50']);
  });
});
