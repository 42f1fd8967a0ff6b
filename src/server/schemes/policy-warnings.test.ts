import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changedText, positionOf, type Change } from '#test/schemes/changed-text.ts';
import { readScheme } from './read-scheme.ts';

const whole = readFileSync('test/schemes/whole.yaml', 'utf8');

function warningsOf(text: string) {
  const read = readScheme(text);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems, null, 1));
  return read.warnings;
}

const cases: readonly { readonly what: string; readonly change: Change; readonly at: string; readonly zh: RegExp; readonly en: RegExp }[] = [
  { what: "a leader's comment", change: ['id: province, label: { zh: 省厅 }', 'id: province, label: { zh: 领导批示 }'], at: 'label: |{ zh: 荣誉 }', zh: /领导批示.*D-63/, en: /D-63/ },
  { what: 'an article in the press', change: ['label: { zh: 荣誉 }', 'label: { zh: 媒体刊发 }'], at: 'label: |{ zh: 媒体刊发 }', zh: /媒体刊发.*D-63/, en: /press articles/ },
  { what: 'study notes', change: ['label: { zh: 志愿服务 }, clause', 'label: { zh: 学习笔记 }, clause'], at: 'label: |{ zh: 学习笔记 }', zh: /学习笔记.*D-62/, en: /notes, photos or length/ },
  { what: 'check-ins', change: ['label: { zh: 类别 }', 'label: { zh: 打卡次数 }'], at: 'label: |{ zh: 志愿服务 }, clause', zh: /打卡次数.*D-60、D-61/, en: /check-ins, clicks/ },
  { what: 'a rank', change: ['label: { zh: 荣誉 }', 'label: { zh: 积分排名 }'], at: 'label: |{ zh: 积分排名 }', zh: /不得搞积分排名/, en: /must not be ranked/ },
  { what: 'a deduction without a floor', change: ['      limits: [{ bound: floor, value: 0.00, per: year, clause: 第八条 }]\n', ''], at: 'value: |{ kind: table, by: level, marks: { criticised', zh: /没有保底/, en: /without a floor/ },
  { what: 'a register that pays without a key', change: ['    key: [day, persons]\n', ''], at: 'match: |{ records: [service] }', zh: /没有查重依据/, en: /pays twice/ },
];

describe('a warning about policy', () => {
  it('is not given where nothing is wrong, but for a year of everyday work alone', () => {
    expect(warningsOf(whole).map(({ path }) => path)).toEqual(['results[1].parts[0].weight']);
    expect(warningsOf(readFileSync('schemes/dezhou.yaml', 'utf8'))).toEqual([]);
  });

  it.each(cases)('is given for $what, with its article, and the scheme may still be adopted', ({ change, at, zh, en }) => {
    const text = changedText(whole, change);
    const found = warningsOf(text).filter(({ path }) => path !== 'results[1].parts[0].weight');
    expect(found.map(({ line, column }) => ({ line, column }))).toEqual([positionOf(text, at)]);
    expect(found[0]?.words.zh).toMatch(zh);
    expect(found[0]?.words.en).toMatch(en);
  });

  it.each([
    ['学习体会', 'D-62'], ['心得体会', 'D-62'], ['观后感', 'D-62'], ['活动照片', 'D-62'], ['视频留痕', 'D-62'], ['材料字数', 'D-62'], ['记录页数', 'D-62'],
    ['Reflections', 'D-62'], ['Study notes', 'D-62'], ['Photos of the session', 'D-62'], ['Length of the minutes', 'D-62'],
    ['点击量', 'D-60'], ['文章阅读量', 'D-60'], ['登录天数', 'D-60'], ['Clicks', 'D-60'], ['Check-ins', 'D-60'], ['Time online', 'D-60'],
    ['媒体登报', 'D-63'], ['Articles in the press', 'D-63'], ['支部排行', 'D-60'], ['Ranking', 'D-60'],
  ])('is given where “%s” is scored', (name, article) => {
    const label = /^[A-Z]/.test(name) ? `{ zh: 服务, en: '${name}' }` : `{ zh: ${name} }`;
    const text = changedText(whole, ['label: { zh: 志愿服务 }, clause', `label: ${label}, clause`]);
    expect(warningsOf(text).map(({ words }) => words.zh)).toContainEqual(expect.stringContaining(article));
  });

  it('is given where the use of an outside app is kept at all, and again where it is scored (S0-06); the sample keeps none', () => {
    const register = "  - { id: appUse, label: { zh: 学习强国使用自报, en: Use of a study app }, persons: one, keptBy: branch, privacy: own, key: [persons, month] }\n";
    const kept = changedText(whole, ['records:\n', `records:\n${register}`]);
    const found = warningsOf(kept).filter(({ path }) => path.startsWith('records'));
    expect(found.map(({ path, words }) => [path, /D-60、D-61/.test(words.zh), /不计分、不排名/.test(words.zh), /own will/.test(words.en)])).toEqual([['records[0].label', true, true, true]]);

    const missions = '        - { kind: rule, id: missions,';
    const rule = '        - { kind: rule, id: used, label: { zh: 平台使用 }, clause: 第八条, match: { records: [appUse] }, value: { kind: fixed, each: 1.00 }, limits: [{ bound: ceiling, value: 1.00, per: year }] }\n';
    const scored = changedText(kept, [missions, `${rule}${missions}`]);
    expect(warningsOf(scored).filter(({ words }) => /不得以打卡签到、在线时长、积分排名等强制使用/.test(words.zh))).toHaveLength(1);
    expect(readFileSync('schemes/dezhou.yaml', 'utf8')).not.toMatch(/学习强国|平台使用/);
  });

  it('is given where only the id says it', () => {
    const text = changedText(whole, ['    fields:\n', '    fields:\n      - { id: wordLength, label: { zh: 数量 }, kind: count }\n']);
    expect(warningsOf(text).some(({ words }) => /D-62/.test(words.zh))).toBe(true);
  });

  it('is given where one decision costs twice', () => {
    const again = "        - { kind: rule, id: again, label: { zh: 再扣 }, clause: 第八条, match: { records: [decision] }, value: { kind: fixed, each: -1.00 } }\n    - kind: part\n      id: service\n";
    const text = changedText(whole, ['    - kind: part\n      id: service\n', again]);
    expect(warningsOf(text).map(({ words }) => words.zh)).toContainEqual(expect.stringMatching(/不应扣两次/));
  });
});
