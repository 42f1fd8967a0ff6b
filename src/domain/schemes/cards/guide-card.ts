import { guidesOf } from '#domain/schemes/duty-guides.ts';
import type { Guide } from '#domain/schemes/format/guide-shape.ts';
import { answerName } from '#domain/schemes/format/word-names.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import type { Words } from '#domain/words/words.ts';

/** 办理指引 of one duty read aloud: the steps by number, who votes, what often goes wrong, and the paper. */
export function guideCard(of: Words, { course, whoVotes, mistakes = [], template }: Guide): Words {
  const counted = (words: readonly Words[]): Words => ({
    zh: words.map(({ zh }, index) => `（${index + 1}）${zh}`).join(''), en: words.map(({ en }, index) => `(${index + 1}) ${en}`).join(' '),
  });
  const wrong = counted(mistakes);
  const steps = counted(course);
  return {
    zh: `怎样办“${of.zh}”：${steps.zh}${whoVotes === undefined ? '' : `表决办法：${whoVotes.zh}`}${wrong.zh === '' ? '' : `常见差错：${wrong.zh}`}${template === undefined ? '' : `表样：${answerName(template, 'template') ?? template}。`}`,
    en: `How “${of.en}” is done: ${steps.en}${whoVotes === undefined ? '' : ` Who votes: ${whoVotes.en}`}${wrong.en === '' ? '' : ` Common mistakes: ${wrong.en}`}${template === undefined ? '' : ` Paper: ${templateWords[template]}.`}`,
  };
}

const templateWords: Readonly<Record<NonNullable<Guide['template']>, string>> = {
  signInSheet: 'sign-in sheet', minutes: 'minutes', ballotSheet: 'sheet of the ballots', registerTemplate: 'template of the register',
};

/** Every guide of a scheme read aloud. */
export const guideCards = (scheme: Scheme): Words[] => guidesOf(scheme).map(({ label, guide }) => guideCard(label, guide));
