import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changedText, positionOf } from '#test/schemes/changed-text.ts';
import { readScheme } from './read-scheme.ts';

const whole = readFileSync('test/schemes/whole.yaml', 'utf8');

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
  { what: 'a rule that reads a register that is not declared', from: 'match: { records: [honour] }', to: 'match: { records: [honor] }', at: 'records: [|honor]', zh: /是否应为 honour/, en: /Did you mean “honour”/ },
  { what: 'a class that reads a register that is not declared', from: 'records: [decision], where', to: 'records: [decisions], where', at: 'records: [|decisions]', zh: /是否应为 decision/, en: /Did you mean “decision”/ },
  { what: 'a register of the product declared again', from: 'id: visit,', to: 'id: closedDuty,', at: 'id: |closedDuty,', zh: /系统自带/, en: /register of the product/ },
  { what: 'a field that no register has', from: 'by: level, marks: { bureau', to: 'by: levle, marks: { bureau', at: 'by: |levle', zh: /是否应为 level/, en: /Did you mean “level”/ },
  { what: 'a table by a number', from: 'by: level, marks: { bureau', to: 'by: points, marks: { bureau', at: 'by: |points', zh: /类型是 count（数量），此处要用 level（档次）/, en: /of the kind count; here it must be level/ },
  { what: 'units of a level', from: 'kind: unit, by: minutes', to: 'kind: unit, by: grade', at: 'by: |grade', zh: /类型是 level（档次）/, en: /of the kind level/ },
  { what: 'points by a number that says which one', from: 'kind: minutes', to: 'kind: ordinal', at: 'kind: unit, by: |minutes', zh: /类型是 ordinal（次序）/, en: /of the kind ordinal/ },
  { what: 'a sum of levels', from: 'of: paid, over: due', to: 'of: payer, over: due', at: 'of: |payer', zh: /类型是 level（档次）/, en: /of the kind level/ },
  { what: 'a ballot of something that is no count', from: 'excellent: 100, good: 80', to: 'remark: 100, good: 80', at: '|remark: 100', zh: /登记簿的栏目|类型是/, en: /kind text; here it must be count/ },
  { what: 'a mark for a level that does not exist', from: 'marks: { bureau: 1.00, province: 3.00 }', to: 'marks: { bureau: 1.00, province: 3.00, nation: 5.00 }', at: '|nation: 5.00', zh: /档次里没有“nation”/, en: /no “nation” in the levels/ },
  { what: 'a level without a mark', from: 'marks: { bureau: 1.00, province: 3.00 }', to: 'marks: { bureau: 1.00 }', at: 'marks: |{ bureau: 1.00 }', zh: /没有写分值：province（省厅）/, en: /no mark: province/ },
  { what: 'a level in a condition that does not exist', from: 'where: { level: [warned] }', to: 'where: { level: [warnd] }', at: '[|warnd]', zh: /是否应为 warned/, en: /Did you mean “warned”/ },
  { what: 'a number asked of a level', from: 'where: { level: [warned] }', to: 'where: { level: { atLeast: 2 } }', at: 'level: |{ atLeast', zh: /是档次，请写成列表/, en: /is a level: write a list/ },
  { what: 'bounds that nothing can meet', from: 'days: { atLeast: 5 }', to: 'days: { atLeast: 5, atMost: 2 }', at: 'atMost: |2', zh: /至多比至少还小/, en: /At most is less/ },
  { what: 'a part that the register does not have', from: 'as: leader', to: 'as: leadr', at: 'as: |leadr', zh: /是否应为 leader/, en: /Did you mean “leader”/ },
  { what: 'a condition on fields without a register', from: 'match: { records: [mission], as: leader, where', to: 'match: { where', at: '|where: { days', zh: /请写 records/, en: /write records/ },
  { what: 'a speaker asked of a register', from: 'match: { records: [visit] }', to: 'match: { records: [visit], speaker: secretary }', at: '|speaker: secretary }', zh: /永远找不到记录/, en: /can never find a record/ },
  { what: 'a label that the frame does not have', from: 'labels: [warm]', to: 'labels: [worm]', at: 'labels: [|worm]', zh: /是否应为 warm/, en: /Did you mean “warm”/ },
  { what: 'a label below one that does not exist', from: 'under: warm', to: 'under: wärm', at: 'under: |wärm', zh: /代号|是否应为/, en: /cannot be an id|Did you mean/ },
  { what: 'a group by what is no matter', from: 'group: { per: document, take: highest }', to: 'group: { per: months, take: highest }', at: 'per: |months', zh: /不是事项/, en: /not a matter/ },
  { what: 'a group by what the register does not have', from: 'group: { per: document, take: highest }', to: 'group: { per: documnt, take: highest }', at: 'per: |documnt', zh: /是否应为 document/, en: /Did you mean “document”/ },
  { what: 'a way of paying that is for branches alone', from: 'value: { kind: unit, by: minutes, size: 60, each: 0.50 }', to: 'value: { kind: pairs, full: 2.00 }', at: 'kind: |pairs', zh: /只能用来考核支部/, en: /measures branches only/ },
  { what: 'a choice among points', from: 'id: service\n      label: { zh: 急', to: 'id: service\n      choose: higher\n      label: { zh: 急', at: '|choose: higher', zh: /只用于支部考核/, en: /belongs to indicators/ },
  { what: 'somebody responsible for points', from: 'id: service\n      label: { zh: 急', to: 'id: service\n      responsible: organiser\n      label: { zh: 急', at: '|responsible: organiser', zh: /只用于支部考核/, en: /belongs to indicators/ },
  { what: 'a start value without a clause', from: '      clause: 第八条\n      full: 30.00', to: '      full: 30.00', at: '|{ value: 30.00, per: year }', zh: /写明条款/, en: /needs its clause/ },
  { what: 'facts as a basis without a full mark', from: 'full: 4.00, basis: facts', to: 'basis: facts', at: 'basis: |facts', zh: /请写满分/, en: /\(full\)/ },
  { what: 'a class without a condition', from: ', staff: [retired], are: otherwise', to: ', are: otherwise', at: '- |{ id: retired', zh: /没有写任何条件/, en: /Without a condition/ },
  { what: 'a class whose part does not exist', from: 'parts: [discipline]', to: 'parts: [disciplin]', at: 'parts: [|disciplin]', zh: /是否应为 discipline/, en: /Did you mean “discipline”/ },
  { what: 'a level without its levels', from: 'kind: level, levels: [{ id: member, label: { zh: 本人 } }, { id: branch, label: { zh: 支部 } }] }', to: 'kind: level }', at: '|{ id: payer', zh: /有哪几档/, en: /needs its levels/ },
  { what: 'a key that is no field', from: 'key: [document, persons]', to: 'key: [documnt, persons]', at: 'key: [|documnt', zh: /是否应为 document/, en: /Did you mean “document”/ },
  { what: 'persons as a key of a register that names nobody', from: 'key: [month]', to: 'key: [persons]', at: 'key: [|persons]\n  - { id: panel', zh: /不涉及具体人/, en: /names nobody/ },
  { what: 'weights that do not add up', from: 'weight: 60 }', to: 'weight: 65 }', at: 'weight: |65', zh: /权重之和为 105/, en: /add up to 105 instead of 100/ },
  { what: 'the total of the other tree', from: 'of: points, atMost', to: 'of: indicators, atMost', at: 'of: |indicators, atMost', zh: /取自积分/, en: /total of the points/ },
  { what: 'a part of the total that does not exist', from: 'of: indicators, weight: 100', to: 'of: indicators, part: daily, weight: 100', at: 'part: |daily', zh: /没有“daily”/, en: /no “daily”/ },
  { what: 'a quota of more than everybody', from: 'quota: 1/3', to: 'quota: 4/3', at: 'quota: |4/3', zh: /超过全部/, en: /More places/ },
  { what: 'a quota that better grades leave no place for', from: 'quota: 30%', to: 'quota: 80%', at: 'quota: |80%', zh: /前面等次的名额已超过全部/, en: /more than everybody/ },
  { what: 'equals that would fall two grades', from: 'tied: decide\n    monthsLeast', to: 'tied: togetherDown\n    monthsLeast', at: 'tied: |togetherDown', zh: /连降两级/, en: /cost two grades/ },
  { what: 'a veto down to a grade that does not exist', from: 'records: [decision] }, atMost: passed', to: 'records: [decision] }, atMost: pased', at: 'atMost: |pased', zh: /是否应为 passed/, en: /Did you mean “passed”/ },
  { what: 'a tie by what does not exist', from: 'ties: [ofPoints]', to: 'ties: [ofPonts]', at: 'ties: [|ofPonts]', zh: /是否应为 ofPoints/, en: /Did you mean “ofPoints”/ },
  { what: 'a threshold that is not below the better one', from: 'atLeast: 60.00', to: 'atLeast: 90.00', at: 'atLeast: |90.00', zh: /应低于前一等次/, en: /not below the one before/ },
  { what: 'a part of a result without what to do when it is missing', from: '    missing: required\n    parts:\n      - { kind: total, id: ofPoints', to: '    parts:\n      - { kind: total, id: ofPoints', at: '|- { kind: total, id: ofPoints', zh: /缺一部分时怎么办/, en: /without a basis/ },
  { what: 'a mark of a result without a clause', from: '    of: member\n    clause: 第二十二条\n', to: '    of: member\n', at: 'value: |{ kind: ballot', zh: /写明条款/, en: /cites its clause/ },
  { what: 'a veto that nothing brings', from: 'match: { records: [decision] }, atMost: passed', to: 'atMost: passed', at: '|{ id: veto', zh: /二者写一个/, en: /one of the two/ },
  { what: 'an absence from what is not held', from: 'absentFrom: [partyLecture]', to: 'absentFrom: [partyLectur]', at: 'absentFrom: [|partyLectur]', zh: /是否应为 partyLecture/, en: /Did you mean “partyLecture”/ },
  { what: 'a threshold of a grade that is decided', from: 'label: { zh: 不合格 }, decided: true }\n    ties: [ofPoints]', to: 'label: { zh: 不合格 }, atLeast: 10.00, decided: true }\n    ties: [ofPoints]', at: 'decided: |true', zh: /不写分数线/, en: /neither threshold/ },
  { what: 'a proposal of what does not exist', from: 'of: service, below', to: 'of: servise, below', at: 'of: |servise', zh: /是否应为 service/, en: /Did you mean “service”/ },
  { what: 'a filing day after the lock', from: 'due: 5', to: 'due: 15', at: 'due: |15', zh: /在锁定/, en: /after the lock/ },
  { what: 'a match of posts', from: 'match: {}', to: 'match: { activities: [partyLecture] }', at: 'match: |{ activities: [partyLecture] }, value: { kind: posts', zh: /match: \{\}/, en: /write match: \{\}/ },
];

describe('a scheme of the whole vocabulary', () => {
  it('has no problem as it stands', () => {
    const read = readScheme(whole);
    expect('problems' in read ? read.problems : []).toEqual([]);
  });

  it.each(cases)('reports $what at its line and column in both languages', ({ from, to, at, zh, en }) => {
    const text = changedText(whole, [from, to]);
    const read = readScheme(text);
    const problems = 'problems' in read ? read.problems : [];
    expect(problems.map(({ line, column }) => ({ line, column })), JSON.stringify(problems, null, 1)).toContainEqual(positionOf(text, at));
    const here = positionOf(text, at);
    const [found] = problems.filter(({ line, column }) => line === here.line && column === here.column);
    expect(found?.words.zh).toMatch(zh);
    expect(found?.words.en).toMatch(en);
  });
});
