import type { z } from 'zod';
import type { Words } from '#domain/words/words.ts';
import { fileShape } from './file-shape.ts';
import { likelyKind } from './likely-kind.ts';
import type { Finder, Path } from './problem.ts';
import { isFields, valueAt } from './raw-value.ts';
import { expectedAt } from './shape-at.ts';
import { nearestAnswer, nearestKnownWord, shownAnswer, shownWord } from './vocabulary.ts';

type Issue = z.core.$ZodIssue;

/** Everything that is wrong with the words of the file themselves: unknown, missing, or of the wrong type. */
export function findShapeProblems(file: unknown, find: Finder): void {
  report(fileShape.safeParse(file).error?.issues ?? [], [], file, find);
}

function report(issues: readonly Issue[], above: Path, file: unknown, find: Finder): void {
  for (const issue of issues) {
    const path = [...above, ...issue.path.map((step) => (typeof step === 'symbol' ? '' : step))];
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) find.atWord([...path, key], unknownWord(key, Object.keys(expectedAt(path, file).shape?.shape ?? {})));
    } else {
      find.atValue(path, wordsOf(issue, path, file));
      lookPastUnknownKind(issue, path, file, find);
    }
  }
}

/** A wrong or missing kind would hide every other error below it: look there with the kind that fits best. */
function lookPastUnknownKind(issue: Issue, path: Path, file: unknown, find: Finder): void {
  if (issue.code !== 'invalid_union' || path.at(-1) !== 'kind') return;
  const owner = path.slice(0, -1);
  const { choices } = expectedAt(owner, file);
  const raw = valueAt(file, owner);
  if (choices === null || !isFields(raw)) return;
  const kind = likelyKind(choices, raw);
  report(choices[kind]?.safeParse({ ...raw, kind }).error?.issues ?? [], owner, file, find);
}

function wordsOf(issue: Issue, path: Path, file: unknown): Words {
  const written = valueAt(file, path);
  const last = path.at(-1);
  if (written === undefined && typeof last === 'string') return missingWord(last);
  const answers = answersOf(issue);
  if (answers.length > 0) return unknownAnswer(written, answers, lastWord(path));
  switch (issue.code) {
    case 'invalid_type': return wrongType(issue.expected, written);
    case 'too_small': return { zh: `太小或太短：最小为 ${issue.minimum}。`, en: `Too small or too short: at least ${issue.minimum}.` };
    case 'too_big': return { zh: `太大或太长：最大为 ${issue.maximum}。`, en: `Too big or too long: at most ${issue.maximum}.` };
    case 'not_multiple_of': return { zh: `应是 ${issue.divisor} 的倍数。`, en: `Must be a multiple of ${issue.divisor}.` };
    case 'invalid_format': return wrongFormat(last, written);
    case 'invalid_key': return wrongFormat(last, last);
    case 'invalid_union': return path.includes('where') ? wrongCondition : wrongFormat(last, written);
    default: return wrongPoints(written);
  }
}

function answersOf(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code !== 'invalid_union') return [];
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
}

function unknownWord(written: string, known: readonly string[]): Words {
  if (/[:：]/.test(written)) return noColon(written);
  const nearest = nearestKnownWord(written, known);
  return nearest === null
    ? { zh: `此处没有“${written}”这个词。可以写：${known.map(shownWord).join('、')}。`, en: `There is no word “${written}” here. Known here: ${known.join(', ')}.` }
    : { zh: `此处没有“${written}”这个词，是否应为 ${shownWord(nearest)}？`, en: `There is no word “${written}” here. Did you mean “${nearest}”?` };
}

const noColon = (written: string): Words => ({
  zh: `“${written}”里词后应是英文冒号加一个空格，如“zh: 党课”；不要用中文冒号“：”。`,
  en: `In “${written}” a colon and a space must follow the word, as in “zh: 党课”, and not the Chinese colon “：”.`,
});

/** The word that asks, also where the answer stands in a list under it. */
const lastWord = (path: Path): string | null => path.findLast((step) => typeof step === 'string') ?? null;

function unknownAnswer(written: unknown, known: readonly string[], word: string | null): Words {
  const found = String(written);
  const nearest = nearestAnswer(found, known, word);
  const meant = nearest === null
    ? { zh: '', en: '' }
    : { zh: `是否应为 ${shownAnswer(nearest, word)}？`, en: ` Did you mean “${nearest}”?` };
  return {
    zh: `此处不能写“${found}”。${meant.zh}可以写：${known.map((answer) => shownAnswer(answer, word)).join('、')}。`,
    en: `“${found}” is not possible here.${meant.en} Possible: ${known.join(', ')}.`,
  };
}

const missingWord = (word: string): Words => ({ zh: `缺少 ${shownWord(word)}，请补写。`, en: `“${word}” is missing here. Write it.` });

const typeNames: Readonly<Record<string, Words>> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true（是）或 false（否）', en: 'true or false' },
  array: { zh: '列表（每行以“- ”开头）', en: 'a list (each line begins with “- ”)' },
  object: { zh: '若干“词: 内容”', en: 'words, each with what is said under it' },
};

function wrongType(expected: string, written: unknown): Words {
  const type = typeNames[expected] ?? { zh: expected, en: expected };
  const found = isFields(written) || Array.isArray(written) ? '' : String(written);
  return { zh: `此处应写${type.zh}${found === '' ? '' : `，现为“${found}”`}。`, en: `This must be ${type.en}${found === '' ? '' : `, not “${found}”`}.` };
}

function wrongFormat(word: string | number | undefined, written: unknown): Words {
  const found = String(written);
  if (word === 'from' || word === 'to') return { zh: `“${found}”不是时间，请写成 19:00。`, en: `“${found}” is not a time. Write it as 19:00.` };
  if (word === 'takesEffect') return { zh: `“${found}”不是日期，请写成 2026-01-01。`, en: `“${found}” is not a date. Write it as 2026-01-01.` };
  if (word === 'quota') return { zh: `“${found}”不是名额比例，请写成 1/3 或 30%。`, en: `“${found}” is not a share of places. Write it as 1/3 or 30%.` };
  if (word === 'by') return { zh: `“${found}”不是月日，请写成 07-31。`, en: `“${found}” is not a day of the year. Write it as 07-31.` };
  return {
    zh: `代号“${found}”不合规则：以小写英文字母开头，只用英文字母、数字和“-”，不超过64个字。`,
    en: `“${found}” cannot be an id: begin with a small letter, use only English letters, digits and “-”, at most 64.`,
  };
}

const wrongCondition: Words = {
  zh: '栏目条件写成：档次 [甲, 乙]，是否 true 或 false，或数 { atLeast: 1, atMost: 5 }。', en: 'Write a condition as levels [one, other], as true or false, or as { atLeast: 1, atMost: 5 }.',
};

const wrongPoints = (written: unknown): Words => ({
  zh: `分值“${String(written)}”超过两位小数，最小单位为 0.01 分。`, en: `“${String(written)}” has more than two decimals; the smallest unit is 0.01.`,
});
