import { sessionMatters } from '#domain/schemes/built-in-registers.ts';
import type { Words } from '#domain/words/words.ts';
import type { Finder, Path } from './problem.ts';
import { rawNodes } from './node-list.ts';
import { fieldOf, textOf } from './raw-value.ts';
import type { Register, RegisterField } from './register-shape.ts';
import { rawRules, textsOf, type RawRule } from './rule-list.ts';
import { candidates, fieldsIn, registersIn, unknownName } from './scheme-names.ts';
import { shownAnswer } from './vocabulary.ts';
import type { RuleValue } from './value-shapes.ts';

/** What a rule pays by: fields that its registers do not have or that are of another kind, marks of levels that do not exist. */
export function findValueProblems(file: unknown, find: Finder): void {
  const registers = registersIn(file);
  for (const rule of rawRules(file)) {
    findForeignKind(rule, find);
    findGroup(rule, registers, find);
    findAhead(rule, registers, find);
    if (rule.value !== null) {
      findFields(rule, rule.value, registers, find);
      findIdleMatch(rule, rule.value, find);
      findSteps(rule.value, [...rule.path, 'value', 'steps'], find);
    }
  }
  for (const { part, rule, path } of rawNodes(file, 'points')) {
    if ((part ?? rule)?.responsible !== undefined) find.atWord([...path, 'responsible'], {
      zh: '责任职务（responsible）只用于支部考核。', en: 'responsible belongs to indicators.',
    });
    if (part?.choose !== undefined) find.atWord([...path, 'choose'], {
      zh: '择一（choose）只用于支部考核和年度结果，积分里请改用 combine。', en: 'choose belongs to indicators and results; in points use combine.',
    });
  }
}

const ofBranches: readonly string[] = ['portion', 'held', 'duty', 'answered', 'members', 'pairs', 'posts'];

function findForeignKind({ raw, path, of }: RawRule, find: Finder): void {
  const kind = textOf(fieldOf(fieldOf(raw, 'value'), 'kind'));
  if (kind === null || !ofBranches.includes(kind) || of === 'indicators' || of === 'branch') return;
  find.atValue([...path, 'value', 'kind'], {
    zh: `${shownAnswer(kind, 'kind')}只能用来考核支部，请写在考核指标（indicators）里。`, en: `“${kind}” measures branches only. Write it among the indicators.`,
  });
}

/** Of several facts of a window, or about one matter: `per` names either. */
function findGroup({ raw, path }: RawRule, registers: readonly Register[], find: Finder): void {
  const per = textOf(fieldOf(fieldOf(raw, 'group'), 'per'));
  if (per === null || ['day', 'week', 'month', 'quarter', 'half', 'year'].includes(per)) return;
  const fields = fieldsIn(registers, recordsOf(raw));
  const field = fields.find(({ id }) => id === per);
  const at = [...path, 'group', 'per'];
  const ofSessions = recordsOf(raw).length === 0;
  if (ofSessions && per in sessionMatters) return;
  if (field === undefined) find.atValue(at, unknownName(per, { zh: '周期和登记簿的事项栏目', en: 'the windows and the matters of the register' }, candidates(fields.filter(({ kind }) => kind === 'matter'))));
  else if (field.kind !== 'matter' && field.kind !== 'level') find.atValue(at, { zh: `“${field.label.zh}”不是事项（matter），不能用来认定同一件事。`, en: `“${field.label.en}” is not a matter; it cannot tell that two are the same.` });
}

/** The ledger is posted when something is entered: what is entered before its day would pay before it. */
function findAhead({ raw, path, of }: RawRule, registers: readonly Register[], find: Finder): void {
  if (of !== 'points') return;
  recordsOf(raw).forEach((id, index) => {
    if (registers.some((register) => register.id === id && register.ahead === true)) find.atValue([...path, 'match', 'records', index], {
      zh: `登记簿“${id}”可以预先登记（ahead），不能给积分；请在事情发生后登记的登记簿里给分。`, en: `“${id}” may be entered ahead and cannot pay points. Pay by a register of what has happened.`,
    });
  });
}

const recordsOf = (raw: unknown): readonly string[] => textsOf(fieldOf(fieldOf(raw, 'match'), 'records'));

const numbers: readonly RegisterField['kind'][] = ['count', 'money', 'mark', 'minutes'];

interface Asked {
  readonly word: string;
  readonly id: string;
  readonly kinds: readonly RegisterField['kind'][];
  readonly orCounted?: boolean;
}

function askedOf(value: RuleValue): readonly Asked[] {
  switch (value.kind) {
    case 'table': return [{ word: 'by', id: value.by, kinds: ['level'] }, ...(value.half === undefined ? [] : [{ word: 'half', id: value.half, kinds: ['flag'] as const }])];
    case 'rated': return [{ word: 'by', id: value.by, kinds: ['level'] }];
    case 'steps': case 'unit': return [{ word: 'by', id: value.by, kinds: numbers, orCounted: true }];
    case 'sums': return [{ word: 'of', id: value.of, kinds: numbers }, { word: 'over', id: value.over, kinds: numbers }];
    case 'mark': return [{ word: 'by', id: value.by, kinds: ['mark'] }];
    default: return [];
  }
}

function findFields({ raw, path }: RawRule, value: RuleValue, registers: readonly Register[], find: Finder): void {
  const records = recordsOf(raw);
  const fields = fieldsIn(registers, records);
  const at = [...path, 'value'];
  const asked = askedOf(value);
  if (asked.length > 0 && records.length === 0) {
    find.atValue(at, { zh: '这样给分要看登记簿的栏目，请在 match 里写明登记簿（records）。', en: 'This pays by a field of a register: name the register in match (records).' });
    return;
  }
  for (const { word, id, kinds, orCounted } of asked) {
    if (orCounted === true && (id === 'days' || id === 'persons')) continue;
    findField(fields, { word, id, kinds }, [...at, word], find);
  }
  if (value.kind === 'table' || value.kind === 'rated') findMarks(fields.filter(({ id }) => id === value.by), value, [...at, 'marks'], find);
  if (value.kind !== 'ballot') return;
  for (const id of Object.keys(value.marks)) findField(fields, { word: 'marks', id, kinds: ['count'] }, [...at, 'marks', id], { ...find, atValue: find.atWord });
}

function findField(fields: readonly RegisterField[], { id, kinds }: Asked, path: Path, find: Finder): void {
  const field = fields.find((each) => each.id === id);
  const fitting = fields.filter(({ kind }) => kinds.includes(kind));
  if (field === undefined) find.atValue(path, unknownName(id, { zh: '登记簿的栏目', en: 'the fields of the register' }, candidates(fitting)));
  else if (!kinds.includes(field.kind)) find.atValue(path, wrongKind(field, kinds));
}

const wrongKind = ({ label, kind }: RegisterField, kinds: readonly string[]): Words => ({
  zh: `“${label.zh}”的类型是 ${shownAnswer(kind, 'kind')}，此处要用 ${kinds.map((each) => shownAnswer(each, 'kind')).join('、')}。`,
  en: `“${label.en}” is of the kind ${kind}; here it must be ${kinds.join(', ')}.`,
});

/** Every level has its mark; where a level is left out of a rating, that is not applicable and must be meant. */
function findMarks(fields: readonly RegisterField[], { kind, marks }: Extract<RuleValue, { kind: 'table' | 'rated' }>, path: Path, find: Finder): void {
  const levels = fields.flatMap((field) => field.levels ?? []);
  if (levels.length === 0) return;
  for (const id of Object.keys(marks)) {
    if (!levels.some((level) => level.id === id)) find.atWord([...path, id], unknownName(id, { zh: '这个栏目的档次', en: 'the levels of the field' }, candidates(levels)));
  }
  const without = levels.filter(({ id }) => !Object.hasOwn(marks, id));
  if (kind === 'table' && without.length > 0) find.atValue(path, {
    zh: `还有档次没有写分值：${without.map(({ id, label }) => `${id}（${label.zh}）`).join('、')}。不给分的写 0。`,
    en: `These levels have no mark: ${without.map(({ id }) => id).join(', ')}. Write 0 where nothing is given.`,
  });
}

/** Posts are asked of the roster, points and particulars of the ledger and the roster: no match can narrow them. */
function findIdleMatch({ match, path }: RawRule, value: RuleValue, find: Finder): void {
  if (match === null || Object.keys(match).length === 0) return;
  const idle = value.kind === 'posts' || (value.kind === 'members' && value.have.times === undefined && value.have.hours === undefined);
  if (idle) find.atValue([...path, 'match'], { zh: '这样计分不看任何记录，请写 match: {}。', en: 'This looks at no record: write match: {}.' });
  if (value.kind === 'members' && Object.keys(value.have).length === 0) find.atValue([...path, 'value', 'have'], { zh: '请写明怎样算达标。', en: 'Say what members must have.' });
}

/** Steps rise, so that whoever reads them sees which one is reached. */
function findSteps(value: RuleValue, path: Path, find: Finder): void {
  if (!('steps' in value) || value.steps === undefined) return;
  const from = value.steps.map((step) => step.from);
  from.forEach((each, index) => {
    if (from.indexOf(each) < index) find.atValue([...path, index, 'from'], { zh: '这一级前面已经写过。', en: 'This step stands above already.' });
  });
  if (!('full' in value)) return;
  value.steps.forEach(({ mark }, index) => {
    if (mark > value.full) find.atValue([...path, index, 'mark'], { zh: '这一级的分比满分还高。', en: 'This step brings more than the full mark.' });
  });
}
