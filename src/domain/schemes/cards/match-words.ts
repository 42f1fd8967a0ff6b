import type { Match } from '#domain/schemes/format/match-shape.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import type { Words } from '#domain/words/words.ts';
import { allRegisters, fieldOf, fieldWords, joined, labelOf, named, unitOf } from './phrases.ts';

/** What a rule looks at, as a noun with its conditions in brackets: “党课”（内容为“理论”，7 天内录入）. */
export function matchWords(match: Match, scheme: Scheme): Words {
  const what = thingsIn(match, scheme);
  const noun = what.zh !== '' ? what : match.labels !== undefined ? { zh: '各类活动和登记', en: 'anything' } : { zh: '各类活动', en: 'any activity' };
  const asked = joined(conditionsOf(match, match.records, scheme), '，', ', ');
  return asked.zh === '' ? noun : { zh: `${noun.zh}（${asked.zh}）`, en: `${noun.en} (${asked.en})` };
}

/** A further condition on what is looked at already, in entries of the same registers: only what it adds. */
export function whichWords(match: Match, records: readonly string[] | undefined, scheme: Scheme): Words {
  const what = thingsIn(match, scheme);
  const kind = what.zh === '' ? [] : [{ zh: `属于${what.zh}`, en: `that are ${what.en}` }];
  return joined([...kind, ...conditionsOf(match, match.records ?? records, scheme)], '，', ', ');
}

const thingsIn = (match: Match, scheme: Scheme): Words =>
  joined([named(match.activities, scheme.activities), named(match.records, allRegisters(scheme))].filter((words) => words !== null), '、', ', ');

function conditionsOf(match: Match, records: readonly string[] | undefined, scheme: Scheme): Words[] {
  const contents = named(match.contents, scheme.contents);
  const labels = named(match.labels, scheme.framework);
  const classes = named(match.classes, scheme.classes);
  return [
    contents && { zh: `内容为${contents.zh}`, en: `about ${contents.en}` },
    match.as === undefined ? null : partWords(match.as, records, scheme),
    labels && { zh: `标签为${labels.zh}`, en: `tagged ${labels.en}` },
    classes && { zh: `仅限${classes.zh}`, en: `only for ${classes.en}` },
    ...whereWords(match.where, records, scheme),
    flagWords(match.firstItem, { zh: '第一项议程为首要议题', en: 'with the prime topic first' }, { zh: '第一项议程不是首要议题', en: 'without the prime topic first' }),
    flagWords(match.complete, { zh: '记录完整', en: 'recorded completely' }, { zh: '记录不完整', en: 'not recorded completely' }),
    match.speaker === undefined ? null : speakerWords[match.speaker],
    match.speakerIn === undefined ? null : { zh: `主讲人在“${labelOf(match.speakerIn, allRegisters(scheme)).zh}”名册上`, en: `given by somebody of “${labelOf(match.speakerIn, allRegisters(scheme)).en}”` },
    match.anyOf === undefined ? null : eitherWords(match.anyOf, records, scheme),
    match.enteredWithin === undefined ? null : { zh: `${match.enteredWithin} 天内录入`, en: `entered within ${match.enteredWithin} days` },
    match.by === undefined ? null : { zh: `当年 ${match.by} 以前`, en: `by ${match.by} of the year` },
    match.personsAtLeast === undefined ? null : { zh: `涉及本支部党员 ${match.personsAtLeast} 人以上`, en: `naming at least ${match.personsAtLeast} members of the branch` },
  ].filter((words) => words !== null);
}

function eitherWords(all: NonNullable<Match['anyOf']>, records: readonly string[] | undefined, scheme: Scheme): Words {
  const any = joined(all.map((each) => whichWords(each, records, scheme)), '；或', '; or ');
  return { zh: `符合其一：${any.zh}`, en: `either ${any.en}` };
}

const flagWords = (flag: boolean | undefined, yes: Words, no: Words): Words | null => (flag === undefined ? null : flag ? yes : no);

function partWords(as: string, records: readonly string[] | undefined, scheme: Scheme): Words {
  const parts = allRegisters(scheme).filter(({ id }) => records?.includes(id)).flatMap(({ parts: of }) => of ?? []);
  const { zh, en } = labelOf(as, parts);
  return { zh: `身份为“${zh}”`, en: `as “${en}”` };
}

/** The conditions on fields: “级别”为“省厅”, “天数”至少 5. */
export function whereWords(where: Match['where'], records: readonly string[] | undefined, scheme: Scheme): Words[] {
  return Object.entries(where ?? {}).map(([id, asked]): Words => {
    const field = fieldWords(id, records, scheme);
    if (asked === 'thisYear') return { zh: `“${field.zh}”在本年内`, en: `“${field.en}” in this year` };
    if (typeof asked === 'boolean') return { zh: `“${field.zh}”为${asked ? '是' : '否'}`, en: `“${field.en}” is ${asked ? 'yes' : 'no'}` };
    if (Array.isArray(asked)) {
      const levels = named(asked, fieldOf(id, records, scheme)?.levels ?? []);
      return { zh: `“${field.zh}”为${levels?.zh}`, en: `“${field.en}” is ${levels?.en}` };
    }
    if ('by' in asked) return { zh: `“${field.zh}”在当年 ${asked.by} 以前`, en: `“${field.en}” by ${asked.by} of the year` };
    const unit = unitOf(id, records, scheme);
    const least = asked.atLeast === undefined ? null : { zh: `至少 ${asked.atLeast}${unit.zh}`, en: `at least ${asked.atLeast}${unit.en}` };
    const most = asked.atMost === undefined ? null : { zh: `至多 ${asked.atMost}${unit.zh}`, en: `at most ${asked.atMost}${unit.en}` };
    const bounds = joined([least, most].filter((words) => words !== null), '、', ' and ');
    return { zh: `“${field.zh}”${bounds.zh}`, en: `“${field.en}” ${bounds.en}` };
  });
}

const speakerWords: Readonly<Record<NonNullable<Match['speaker']>, Words>> = {
  secretary: { zh: '书记主讲', en: 'given by the secretary' },
  committee: { zh: '支委成员主讲', en: 'given by a member of the committee' },
  ordinary: { zh: '普通党员主讲', en: 'given by an ordinary member' },
};
