import { activityShape, contentShape, excuseShape, fileShape, partShape, ruleShape } from './file-shape.ts';
import { limitShape } from './limit-shape.ts';
import { matchShape } from './match-shape.ts';
import { labelShape } from './quantities.ts';
import { valueShapes } from './value-shapes.ts';
import { nearestWord } from './nearest-word.ts';
import type { Path } from './problem.ts';
import { fieldOf, isFields, valueAt } from './raw-value.ts';

/** Chinese names of the words a file may use. A file spells them in English; who writes the Chinese one is told. */
export const wordNames: Readonly<Record<string, string>> = {
  scheme: '方案代号', version: '版本', label: '名称', zh: '中文', en: '英文', takesEffect: '施行日期', document: '文号', source: '来源',
  activities: '活动', contents: '学习内容', excuses: '请假事由', points: '积分', id: '代号', audience: '参加范围',
  exceptStaff: '不参加人员', heldBy: '组织者', weekday: '星期', from: '开始时间', to: '结束时间', makeUpDays: '补学天数', clause: '条款',
  exempts: '免计', makeUp: '补学', shownAs: '对外显示', broughtBy: '自动认定', kind: '类型', full: '满分', combine: '重复计分',
  missing: '无应到时', limits: '封顶保底', children: '下级', match: '适用', part: '角色', value: '分值', each: '每次分值',
  perSession: '按次计分', targetHours: '目标学时', proRata: '按月折算', bound: '限制', per: '周期',
};

/** Chinese names of the answers that a word allows. */
export const answerNames: Readonly<Record<string, string>> = {
  members: '党员', committee: '委员会', everybody: '全体人员', officer: '民警', auxiliary: '辅警', civilian: '职员', retired: '离退休',
  branch: '党支部', group: '党小组', monday: '周一', tuesday: '周二', wednesday: '周三', thursday: '周四', friday: '周五',
  saturday: '周六', sunday: '周日', required: '必须', optional: '可补', no: '不补', duty: '勤务', leave: '请假', other: '其他',
  absent: '缺席', shift: '班次', postNightRest: '下夜班休整', closedDuty: '全封闭执勤', secondment: '借调', studyStop: '停学',
  attendance: '参加', speaker: '主讲', exchange: '交流发言', host: '主持', fixed: '定额', share: '按参学率', hours: '按学时',
  ceiling: '封顶', floor: '保底', day: '每日', week: '每周', month: '每月', quarter: '每季度', half: '每半年', year: '每年',
  part: '构成', rule: '细则', highest: '就高', sum: '累计', first: '取先', renormalise: '分摊', zero: '计零',
};

/** The known word, or answer, that somebody may have meant; null where none is near. */
export const nearestKnownWord = (written: string, known: readonly string[]): string | null =>
  nearestWord(written, known.map((word) => ({ word, names: namesIn(wordNames, word) })));
export const nearestAnswer = (written: string, known: readonly string[]): string | null =>
  nearestWord(written, known.map((word) => ({ word, names: namesIn(answerNames, word) })));

const namesIn = (names: Readonly<Record<string, string>>, word: string): string[] => {
  const name = names[word];
  return name === undefined ? [] : [name];
};

/** A word together with its Chinese name, as messages show it: `share（按参学率）`. */
export const shownWord = (word: string): string => shown(word, wordNames[word]);
export const shownAnswer = (word: string): string => shown(word, answerNames[word]);
const shown = (word: string, name: string | undefined): string => (name === undefined ? word : `${word}（${name}）`);

interface Shape {
  readonly shape: Readonly<Record<string, unknown>>;
}

const shapesOfLists: Readonly<Record<string, Shape>> = {
  activities: activityShape, contents: contentShape, excuses: excuseShape, limits: limitShape,
};
const shapesOfWords: Readonly<Record<string, Shape>> = { label: labelShape, source: labelShape, match: matchShape };

export const nodeShapes = { part: partShape, rule: ruleShape } as const;

/** The kinds between which the thing at `path` chooses, where it is a choice. */
export function choicesAt(path: Path): Readonly<Record<string, Shape>> | null {
  const last = path.at(-1);
  if (last === 'value') return valueShapes;
  if (last === 'points') return { part: partShape };
  return typeof last === 'number' && path.at(-2) === 'children' ? nodeShapes : null;
}

/** The words allowed directly under `path` in this file. */
export function wordsUnder(path: Path, file: unknown): readonly string[] {
  const choices = choicesAt(path);
  if (choices !== null) return Object.keys((choices[likelyKind(choices, valueAt(file, path))] ?? partShape).shape);
  const last = path.at(-1);
  if (last === undefined) return Object.keys(fileShape.shape);
  const shape = typeof last === 'number' ? shapesOfLists[String(path.at(-2))] : shapesOfWords[last];
  return Object.keys(shape?.shape ?? {});
}

/** The kind that is written or nearly so, or else the one whose words fit best. */
export function likelyKind(choices: Readonly<Record<string, Shape>>, raw: unknown): string {
  const written = fieldOf(raw, 'kind');
  const meant = typeof written === 'string' ? nearestAnswer(written, Object.keys(choices)) : null;
  if (meant !== null) return meant;
  const words = isFields(raw) ? Object.keys(raw) : [];
  const fit = (kind: string): number => words.filter((each) => Object.hasOwn(choices[kind]?.shape ?? {}, each)).length;
  return Object.keys(choices).toSorted((a, b) => fit(b) - fit(a))[0] ?? '';
}
