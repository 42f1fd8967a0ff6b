import type { Requirement } from '#domain/schemes/format/requirement-shape.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import type { Words } from '#domain/words/words.ts';
import { matchWords } from './match-words.ts';
import { withinWords } from './measured-words.ts';
import { cited, windowWords } from './phrases.ts';

const ofWords: Readonly<Record<Requirement['of'], Words>> = { branch: { zh: '党支部', en: 'each branch' }, bureau: { zh: '局党委', en: 'the committee of the bureau' } };

/** What a body owes beside all marks, in the words of an office. */
export function requirementCard({ label, of, match, value, clause }: Requirement, scheme: Scheme): Words {
  const [who, about, source] = [ofWords[of], matchWords(match, scheme), cited(clause)];
  if (value.kind === 'duty') return {
    zh: `${label.zh}：${who.zh}${windowWords[value.per].zh}至少 ${value.atLeast ?? 1} 次${about.zh}，不计分。${source.zh}`,
    en: `${label.en}: ${who.en} owes at least ${value.atLeast ?? 1} of ${about.en} in ${windowWords[value.per].en}, without marks.${source.en}`,
  };
  const [asking, when] = [matchWords(value.to, scheme), withinWords(value.within)];
  const each = value.eachPerson === true ? { zh: '，涉及几人就要对应几人', en: ', for each person named' } : { zh: '', en: '' };
  return {
    zh: `${label.zh}：${who.zh}有${asking.zh}的，${when.zh}应有${about.zh}${each.zh}，不计分。${source.zh}`,
    en: `${label.en}: ${asking.en} calls for ${about.en} within ${when.en}${each.en}; ${who.en} owes it, without marks.${source.en}`,
  };
}
