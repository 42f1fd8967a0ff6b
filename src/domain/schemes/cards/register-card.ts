import type { MemberClass, Register, RegisterField, Tag } from '#domain/schemes/format/register-shape.ts';
import type { Named, PointsNode, Scheme } from '#domain/schemes/scheme.ts';
import type { Words } from '#domain/words/words.ts';
import { whereWords } from './match-words.ts';
import { allRegisters, cited, joined, labelOf, named, nothing, quoted, staffWords } from './phrases.ts';

/** A register in the words of an office: whom an entry names, what it holds, who keeps and confirms it, who may read it. */
export function registerCard(register: Register): Words {
  const parts = joined((register.parts ?? []).map(({ label }) => label), '、', ', ');
  const fields = joined((register.fields ?? []).map(fieldSentence), '、', ', ');
  const said = joined([
    personsWords[register.persons],
    parts.zh === '' ? nothing : { zh: `身份分${parts.zh}`, en: `as ${parts.en}` },
    register.lasts === true ? { zh: '有起止日期', en: 'lasting from one day to another' } : nothing,
    register.ahead === true ? { zh: '可以预先登记', en: 'entered ahead of its day' } : nothing,
    fields.zh === '' ? nothing : { zh: `栏目有${fields.zh}`, en: `with ${fields.en}` },
    keepingWords(register),
    register.key === undefined ? nothing : keyWords(register, register.key),
    register.use === undefined ? nothing : useWords[register.use],
  ], '，', '; ');
  const clause = cited(register.clause);
  return { zh: `登记簿“${register.label.zh}”：${said.zh}。${clause.zh}`, en: `Register “${register.label.en}”: ${said.en}.${clause.en}` };
}

/** Who keeps and confirms a register, and who may read it. */
export const keepingWords = ({ keptBy, confirmedBy = 'nobody', privacy = 'open' }: Register): Words =>
  joined([keptWords[keptBy], confirmedWords[confirmedBy], privacyWords[privacy]], '，', '; ');

function fieldSentence({ label, kind, levels, required, least, most }: RegisterField): Words {
  const bounds = least === undefined && most === undefined ? nothing : {
    zh: [least === undefined ? '' : `最小 ${least}`, most === undefined ? '' : `最大 ${most}`].filter((text) => text !== '').join('、'),
    en: [least === undefined ? '' : `from ${least}`, most === undefined ? '' : `to ${most}`].filter((text) => text !== '').join(' '),
  };
  const of = joined([
    joined((levels ?? []).map((level) => level.label), '/', '/'),
    levels === undefined ? fieldKindWords[kind] : nothing,
    bounds,
    required === true ? { zh: '必填', en: 'required' } : nothing,
  ], '，', ', ');
  return { zh: `“${label.zh}”（${of.zh}）`, en: `“${label.en}” (${of.en})` };
}

function keyWords({ fields }: Register, key: readonly string[]): Words {
  const all: readonly Named[] = [...(fields ?? []), ...entryKeys];
  const same = joined(key.map((id) => labelOf(id, all)), '、', ', ');
  return { zh: `${same.zh}${key.length > 1 ? '都' : ''}相同的是同一件事`, en: `two entries with the same ${same.en} are one` };
}

/** What makes two entries the same beside the fields of the register itself. */
export const entryKeys: readonly Named[] = [
  { id: 'day', label: { zh: '日期', en: 'day' } }, { id: 'persons', label: { zh: '人员', en: 'persons' } }, { id: 'month', label: { zh: '月份', en: 'month' } },
  { id: 'quarter', label: { zh: '季度', en: 'quarter' } }, { id: 'year', label: { zh: '年份', en: 'year' } },
];

const fieldKindWords: Readonly<Record<RegisterField['kind'], Words>> = {
  level: { zh: '档次', en: 'level' }, count: { zh: '数量', en: 'number' }, ordinal: { zh: '次序', en: 'which one' }, money: { zh: '金额', en: 'money' }, mark: { zh: '评分', en: 'mark' },
  minutes: { zh: '分钟', en: 'minutes' }, date: { zh: '日期', en: 'date' }, flag: { zh: '是否', en: 'yes or no' }, matter: { zh: '事项', en: 'matter' }, text: { zh: '文字', en: 'text' },
};
const personsWords: Readonly<Record<Register['persons'], Words>> = {
  none: { zh: '不涉及具体人', en: 'names nobody' }, one: { zh: '一条记录一人', en: 'names one person' }, many: { zh: '一条记录可写多人', en: 'names one or more persons' },
};
const keptWords: Readonly<Record<Register['keptBy'], Words>> = {
  branch: { zh: '由党支部登记', en: 'kept by the branch' }, office: { zh: '由机关党委登记', en: 'kept by the organs committee' }, discipline: { zh: '由机关纪委登记', en: 'kept by the discipline commission' },
};
const confirmedWords: Readonly<Record<NonNullable<Register['confirmedBy']>, Words>> = {
  nobody: nothing, secretary: { zh: '经支部书记确认', en: 'confirmed by the secretary' },
  office: { zh: '经机关党委确认', en: 'confirmed by the organs committee' }, discipline: { zh: '经机关纪委确认', en: 'confirmed by the discipline commission' },
};
const privacyWords: Readonly<Record<NonNullable<Register['privacy']>, Words>> = {
  open: nothing, own: { zh: '只有本人和登记人可见', en: 'seen by the person and those who keep it' },
  discipline: { zh: '只有本人、支部书记和机关纪委可见', en: 'seen by the person, the secretary and the discipline commission' },
};

const useWords: Readonly<Record<NonNullable<Register['use']>, Words>> = {
  lecturers: { zh: '各支部从中邀请讲师', en: 'branches invite lecturers from it' },
  courses: { zh: '活动记录从中选择学了哪几讲', en: 'records of sessions say which of its lessons were studied' },
  bureauBrand: { zh: '作为主品牌展示', en: 'shown as the brand of the bureau' }, brand: { zh: '作为支部品牌展示', en: 'shown as brands of branches' },
  method: { zh: '作为支部工作法展示', en: 'shown as methods of branches' }, features: { zh: '发布后作为专题报道展示', en: 'shown as features once released' },
};

/** Whom a class holds and how these are judged. */
export function classCard(it: MemberClass, scheme: Scheme): Words {
  const records = named(it.records, allRegisters(scheme));
  const asked = joined([
    it.staff === undefined ? nothing : joined(it.staff.map((kind) => staffWords[kind]), '、', ', '),
    it.stages === undefined ? nothing : joined(it.stages.map((stage) => stageWords[stage]), '、', ', '),
    it.committee === undefined ? nothing : it.committee ? { zh: '支委成员', en: 'members of the committee' } : { zh: '非支委成员', en: 'not members of the committee' },
    records === null ? nothing : { zh: `${records.zh}有生效记录`, en: `with an entry of ${records.en} in force` },
    ...whereWords(it.where, it.records, scheme),
  ], '，', '; ');
  const clause = cited(it.clause);
  const are = it.are === 'otherwise' ? otherwiseWords(it.parts ?? [], scheme) : areWords[it.are];
  return { zh: `${it.label.zh}（${asked.zh}）：${are.zh}。${clause.zh}`, en: `${it.label.en} (${asked.en}): ${are.en}.${clause.en}` };
}

function otherwiseWords(parts: readonly string[], scheme: Scheme): Words {
  const below = (node: PointsNode): PointsNode[] => [node, ...(node.kind === 'part' ? node.children.flatMap(below) : [])];
  const only = named(parts, scheme.points === null ? [] : below(scheme.points)) ?? nothing;
  return { zh: `只计${only.zh}，不计合计`, en: `only ${only.en}, no total` };
}

const areWords: Readonly<Record<'in' | 'out' | 'suspended', Words>> = {
  in: { zh: '正常计分', en: 'judged as everybody' }, out: { zh: '按规定不参评，不计合计', en: 'not judged, no total' },
  suspended: { zh: '期间暂停计分', en: 'nothing counts while it lasts' },
};
const stageWords: Readonly<Record<'full' | 'probationary' | 'none', Words>> = {
  full: { zh: '正式党员', en: 'full members' }, probationary: { zh: '预备党员', en: 'probationary members' }, none: { zh: '群众', en: 'not of the Party' },
};

/** The bureau's own frame of labels, each below its own. */
export function frameworkCard(tags: readonly Tag[]): Words {
  const each = tags.map(({ label, under }): Words => {
    const above = under === undefined ? null : labelOf(under, tags);
    return above === null ? quoted(label) : { zh: `“${label.zh}”（属“${above.zh}”）`, en: `“${label.en}” (of “${above.en}”)` };
  });
  const all = joined(each, '、', ', ');
  return { zh: `标签：${all.zh}。只用于查询和统计，不影响得分。`, en: `Labels: ${all.en}. They serve to find and count, and change no points.` };
}
