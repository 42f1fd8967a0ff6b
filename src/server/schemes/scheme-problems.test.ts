import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Problem } from '#domain/schemes/format/problem.ts';
import { type Change, changedText, positionOf } from '#test/schemes/changed-text.ts';
import { readScheme } from './read-scheme.ts';

const sample = readFileSync('test/schemes/study.yaml', 'utf8');

const changed = (...changes: readonly Change[]): string => changedText(sample, ...changes);

function problemsOf(text: string): readonly Problem[] {
  const read = readScheme(text);
  return 'problems' in read ? read.problems : [];
}

interface Case {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  /** A piece of the changed text with a bar at the place of the problem. */
  readonly at: string;
  readonly zh: RegExp;
  readonly en: RegExp;
}

const cases: readonly Case[] = [
  { what: 'an unknown word', from: 'weekday: monday', to: 'weekdya: monday', at: '|weekdya', zh: /weekday（星期）/, en: /Did you mean “weekday”/ },
  { what: 'a word in Chinese', from: 'weekday: monday', to: '星期: monday', at: '|星期: monday', zh: /weekday（星期）/, en: /Did you mean “weekday”/ },
  { what: 'a word that resembles nothing', from: 'weekday: monday', to: 'zzzzzzzzzz: monday', at: '|zzzzzzzzzz', zh: /可以写：id（代号）、label（名称）/, en: /Known here: id, label/ },
  { what: 'an unknown answer', from: 'weekday: monday', to: 'weekday: mondey', at: 'weekday: |mondey', zh: /monday（周一）/, en: /Did you mean “monday”/ },
  { what: 'an answer in Chinese', from: 'audience: committee', to: 'audience: 党员', at: 'audience: |党员', zh: /members（党员）/, en: /Did you mean “members”/ },
  { what: 'an unknown kind of value', from: 'kind: share, full: 16.00', to: 'kind: shar, full: 16.00', at: 'kind: |shar,', zh: /share（按参学率）/, en: /Did you mean “share”/ },
  { what: 'a holiday for what has no day of its own', from: '  - id: partyLecture\n', to: '  - id: partyLecture\n    holiday: shift\n', at: 'holiday: |shift', zh: /不用写 holiday/, en: /Leave out holiday/ },
  { what: 'an answer to holidays that nobody knows', from: 'weekday: monday', to: 'weekday: monday\n    holiday: move', at: 'holiday: |move', zh: /shift（顺延）/, en: /“?shift/ },
  { what: 'a wrong type', from: 'makeUpDays: 14', to: 'makeUpDays: 两周', at: 'makeUpDays: |两周', zh: /应写整?数字?/, en: /must be a/ },
  { what: 'a list that is none', from: 'exceptStaff: [retired]', to: 'exceptStaff: retired', at: 'exceptStaff: |retired', zh: /列表/, en: /a list/ },
  { what: 'a boolean in words', from: 'proRata: true', to: 'proRata: 按月', at: 'proRata: |按月', zh: /true（是）/, en: /true or false/ },
  { what: 'a missing label', from: '    label: { zh: 支委会会议, en: Committee meeting }\n', to: '', at: '|id: committeeMeeting', zh: /缺少 label（名称）/, en: /“label” is missing/ },
  { what: 'a label without Chinese', from: 'label: { zh: 党课, en: Party lecture }', to: 'label: { en: Party lecture }', at: 'label: |{ en: Party lecture }', zh: /缺少 zh/, en: /“zh” is missing/ },
  { what: 'a duplicated activity', from: 'id: committeeStudy', to: 'id: mondayStudy', at: 'id: |mondayStudy\n    label: { zh: 理论', zh: /前面已经用过/, en: /already taken/ },
  { what: 'a duplicated rule', from: 'id: organisationLifeShare', to: 'id: mondayStudyShare', at: 'id: |mondayStudyShare\n          label: { zh: 三会', zh: /前面已经用过/, en: /already taken/ },
  { what: 'points with three decimals', from: 'full: 16.00', to: 'full: 16.005', at: 'full: |16.005', zh: /超过两位小数/, en: /more than two decimals/ },
  { what: 'a rule without a clause', from: '          clause: 第九条第一项\n', to: '', at: '|kind: rule\n          id: mondayStudyShare', zh: /缺少 clause（条款）/, en: /“clause” is missing/ },
  { what: 'a full mark without a clause', from: '      clause: 第九条\n      full: 40.00', to: '      full: 40.00', at: '      full: |40.00\n      combine: highest', zh: /写明条款/, en: /needs its clause/ },
  { what: 'make-up days without a clause', from: '    makeUpDays: 14\n    clause: 第六条第一项', to: '    makeUpDays: 14', at: 'makeUpDays: |14\n  - id: memberAssembly', zh: /写明条款/, en: /needs its clause/ },
  { what: 'an activity that does not exist', from: 'match: { activities: [mondayStudy], part: attendance }', to: 'match: { activities: [mondayStudies], part: attendance }', at: '[|mondayStudies]', zh: /是否应为 mondayStudy/, en: /Did you mean “mondayStudy”/ },
  { what: 'a content that does not exist', from: 'match: { activities: [mondayStudy], part: attendance }', to: 'match: { activities: [mondayStudy], contents: [theorie], part: attendance }', at: 'contents: [|theorie]', zh: /是否应为 theory/, en: /Did you mean “theory”/ },
  { what: 'a week and a year on one list', from: '- { bound: ceiling, value: 4.00, per: year, clause: 第九条第四项 }', to: '- { bound: ceiling, value: 4.00, per: year }\n            - { bound: ceiling, value: 1.00, per: week }', at: 'value: 4.00, per: |year', zh: /无法嵌套/, en: /do not nest/ },
  { what: 'a limit that stands twice', from: '- { bound: ceiling, value: 4.00, per: year, clause: 第九条第四项 }', to: '- { bound: ceiling, value: 4.00, per: year }\n            - { bound: ceiling, value: 3.00, per: year }', at: '- |{ bound: ceiling, value: 3.00', zh: /写了两次/, en: /stands twice/ },
  { what: 'a floor above the ceiling', from: '- { bound: ceiling, value: 4.00, per: year, clause: 第九条第四项 }', to: '- { bound: ceiling, value: 4.00, per: year }\n            - { bound: floor, value: 5.00, per: year }', at: 'bound: floor, value: |5.00', zh: /高于同一周期的封顶/, en: /above the ceiling/ },
  { what: 'a limit on a share', from: 'value: { kind: share, full: 16.00 }', to: 'value: { kind: share, full: 16.00 }\n          limits: [{ bound: ceiling, value: 10.00, per: year }]', at: '|limits: [{ bound: ceiling, value: 10.00', zh: /不能再写封顶保底/, en: /takes no limits/ },
  { what: 'a monthly limit above a share', from: '      missing: renormalise\n', to: '      missing: renormalise\n      limits: [{ bound: ceiling, value: 5.00, per: month }]\n', at: 'value: 5.00, per: |month', zh: /只能按年/, en: /only a limit per year/ },
  { what: 'a version not from the first of a month', from: 'takesEffect: 2026-01-01', to: 'takesEffect: 2026-01-15', at: 'takesEffect: |2026-01-15', zh: /1日起施行/, en: /first day of a month/ },
  { what: 'a date that is none', from: 'takesEffect: 2026-01-01', to: 'takesEffect: 2026-13-01', at: 'takesEffect: |2026-13-01', zh: /不是日期/, en: /not a date/ },
  { what: 'a share without what to do when it is missing', from: '      missing: renormalise\n', to: '', at: '|kind: part\n      id: study', zh: /missing/, en: /missing\)/ },
  { what: 'a mark that nobody could take over', from: 'missing: required', to: 'missing: renormalise', at: 'missing: |renormalise\n  children', zh: /没有可以分摊的同级/, en: /nobody to take the mark/ },
  { what: 'a total that wants to choose among its parts', from: 'combine: sum', to: 'combine: highest', at: 'combine: |highest\n  missing: required', zh: /总是各算各的/, en: /pays each for itself/ },
  { what: 'a full mark that is not the sum', from: 'value: { kind: share, full: 12.00 }', to: 'value: { kind: share, full: 13.00 }', at: '      full: |40.00\n      combine: highest', zh: /满分 40\.00 与下级之和 41\.00 不一致/, en: /40\.00 is not the sum of what stands below, 41\.00/ },
  { what: 'attendance paid by the session without saying so', from: 'value: { kind: share, full: 16.00 }', to: 'value: { kind: fixed, each: 2.00 }\n          limits: [{ bound: ceiling, value: 16.00, per: year }]', at: 'value: |{ kind: fixed, each: 2.00 }\n          limits', zh: /轮班人员不公/, en: /unfair to shift workers/ },
  { what: 'a session value for a speaker', from: 'value: { kind: fixed, each: 0.50 }', to: 'value: { kind: fixed, each: 0.50, perSession: true }', at: '|perSession: true', zh: /只用于参加/, en: /about attendance only/ },
  { what: 'a child that does not say how much it can reach', from: 'value: { kind: share, full: 16.00 }', to: 'value: { kind: fixed, each: 2.00, perSession: true }', at: '|kind: rule\n          id: mondayStudyShare', zh: /看不出最多多少分/, en: /how much this can reach/ },
  { what: 'an end before the beginning', from: 'to: 21:00', to: 'to: 18:00', at: 'to: |18:00', zh: /晚于/, en: /not after 19:00/ },
  { what: 'a register that brings two reasons', from: 'broughtBy: postNightRest', to: 'broughtBy: shift', at: 'broughtBy: |shift\n  - id: urgentTask', zh: /只能写一处/, en: /Write it once/ },
  { what: 'an hour that is none', from: 'from: 19:00', to: 'from: 25:00', at: 'from: |25:00', zh: /不是时间/, en: /not a time/ },
  { what: 'an id with a space', from: 'id: speeches', to: 'id: my speeches', at: 'id: |my speeches', zh: /不合规则/, en: /cannot be an id/ },
  { what: 'a word that stands twice', from: '    heldBy: branch\n    weekday', to: '    heldBy: branch\n    heldBy: group\n    weekday', at: '|heldBy: group\n    weekday', zh: /同一个词写了两次/, en: /stands twice/ },
  { what: 'a Chinese colon', from: 'version: 1', to: 'version：1', at: '|version：1', zh: /英文冒号加一个空格/, en: /colon and a space/ },
  { what: 'a Chinese colon inside of braces', from: '{ zh: 党课, en: Party lecture }', to: '{ zh: 党课, en：Party lecture }', at: '|en：Party', zh: /英文冒号加一个空格/, en: /colon and a space/ },
  { what: 'a tab', from: '    weekday: monday', to: '\tweekday: monday', at: '|\tweekday', zh: /制表符/, en: /not with tabs/ },
  { what: 'an open bracket', from: 'exceptStaff: [retired]', to: 'exceptStaff: [retired', at: '|heldBy: branch\n    weekday', zh: /缩进不齐|没有配对/, en: /indentation|not closed/ },
  { what: 'an alias', from: 'label: { zh: 党课, en: Party lecture }', to: 'label: *name', at: 'label: |*name', zh: /“\*”/, en: /Aliases/ },
];

describe('a scheme with one error', () => {
  it.each(cases)('$what is reported at its line and column in both languages', ({ from, to, at, zh, en }) => {
    const text = changed([from, to]);
    const here = positionOf(text, at);
    const problems = problemsOf(text);
    expect(problems.map(({ line, column }) => ({ line, column })), JSON.stringify(problems, null, 1)).toEqual([here]);
    expect(problems[0]?.words.zh).toMatch(zh);
    expect(problems[0]?.words.en).toMatch(en);
  });
});

describe('a scheme with many errors', () => {
  it('reports every one of them, in the order of the file', () => {
    const text = changed(
      ['takesEffect: 2026-01-01', 'takesEffect: 2026-01-15'],
      ['weekday: monday', 'weekdya: monday'],
      ['kind: part\n      id: study', 'kind: prt\n      id: study'],
      ['full: 16.00', 'full: 16.005'],
      ['kind: share, full: 12.00', 'kind: shar, fulll: 12.00'],
      ['activities: [mondayStudy], part: attendance', 'activities: [mondayStudies], part: attendence'],
    );
    const paths = problemsOf(text).map(({ path }) => path);
    expect(paths).toEqual([
      'takesEffect',
      'activities[0].weekdya',
      'points.children[0].kind',
      'points.children[0].children[0].match.activities[0]',
      'points.children[0].children[0].match.part',
      'points.children[0].children[0].value.full',
      'points.children[0].children[1].value.full',
      'points.children[0].children[1].value.kind',
      'points.children[0].children[1].value.fulll',
    ]);
  });

  it('says what is wrong with a file that is no scheme at all', () => {
    expect(problemsOf('').map(({ path }) => path)).toEqual(['']);
    expect(problemsOf('- one\n- two\n')[0]?.words.zh).toMatch(/若干“词: 内容”/);
    expect(problemsOf('label: { zh: "unclosed\n')[0]?.words.zh).toMatch(/没有配对/);
  });
});

describe('a hostile file', () => {
  it('is refused when it is too long, too deep or an alias bomb', () => {
    expect(problemsOf('a'.repeat(2_000_001))[0]?.words.en).toMatch(/more than 2000000 characters/);
    expect(problemsOf(`points: ${'['.repeat(60)}${']'.repeat(60)}`).some(({ words }) => /40 levels/.test(words.en))).toBe(true);
    expect(problemsOf('a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n').some(({ words }) => /Aliases/.test(words.en))).toBe(true);
  });

  it('does not take a word such as __proto__ for anything but an unknown word', () => {
    expect(problemsOf(`${sample}\n__proto__: { scheme: x }\n`).map(({ path }) => path)).toEqual(['__proto__']);
  });
});

describe('a scheme that pays attendance by the session', () => {
  it('is accepted with a warning at the value', () => {
    const text = changed(['value: { kind: share, full: 16.00 }', 'value: { kind: fixed, each: 2.00, perSession: true }\n          limits: [{ bound: ceiling, value: 16.00, per: year }]']);
    const read = readScheme(text);
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    const at = positionOf(text, 'value: |{ kind: fixed, each: 2.00, perSession: true }');
    expect(read.warnings).toHaveLength(1);
    expect(read.warnings[0]).toMatchObject(at);
    expect(read.warnings[0]?.words.zh).toMatch(/轮班人员/);
  });
});
