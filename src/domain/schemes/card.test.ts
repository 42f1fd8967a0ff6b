import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatHundredths } from '#domain/points/hundredths.ts';
import type { Words } from '#domain/words/words.ts';
import { randomSchemeFile } from '#test/schemes/random-scheme.ts';
import { card } from './card.ts';
import { classCard, registerCard } from './cards/register-card.ts';
import { requirementCard } from './cards/requirement-card.ts';
import { filingCard, proposalCard, resultCards } from './cards/result-card.ts';
import { buildScheme } from './format/build-scheme.ts';
import { fileShape } from './format/file-shape.ts';
import { isFields } from './format/raw-value.ts';
import { activityCard } from './read-aloud.ts';
import type { Activity, PointsNode, Scheme } from './scheme.ts';

interface Numbers {
  readonly said: Words;
  readonly numbers: readonly string[];
}

/** What each card must name: the numbers of its own part, rule or activity; weekdays are words and no numbers. */
function numbersOf(scheme: Scheme): Numbers[] {
  const below = (node: PointsNode): Numbers[] => [
    { said: card(node, scheme), numbers: numbersIn(node.kind === 'part' ? { ...node, children: [] } : node) },
    ...(node.kind === 'part' ? node.children.flatMap(below) : []),
  ];
  return [
    ...scheme.activities.map((each) => ({ said: activityCard(each), numbers: numbersOfActivity(each) })),
    ...scheme.registers.map((each) => ({ said: registerCard(each), numbers: numbersIn(each) })),
    ...scheme.requirements.map((each) => ({ said: requirementCard(each, scheme), numbers: numbersIn(each) })),
    ...scheme.classes.map((each) => ({ said: classCard(each, scheme), numbers: numbersIn(each) })),
    ...[scheme.points, scheme.indicators].flatMap((tree) => (tree === null ? [] : below(tree))),
    ...scheme.results.map((each) => ({ said: together(resultCards(each, scheme)), numbers: numbersIn(each) })),
    ...scheme.proposals.map((each) => ({ said: proposalCard(each, scheme), numbers: numbersIn(each) })),
    ...(scheme.filing === null ? [] : [{ said: filingCard(scheme.filing), numbers: numbersIn(scheme.filing) }]),
  ];
}

const together = (cards: readonly Words[]): Words => ({ zh: cards.map(({ zh }) => zh).join('\n'), en: cards.map(({ en }) => en).join('\n') });

const numbersOfActivity = ({ from, to, makeUpDays }: Activity): string[] => [from, to, ...(makeUpDays === null ? [] : [String(makeUpDays)])];

/** Words under which a number is a percentage, and those under which it is a count; every other one is in hundredths of a point. */
const percents = ['fullFrom', 'zeroBelow', 'percent', 'weight'];
const counts = [
  'size', 'days', 'atLeast', 'least', 'most', 'enteredWithin', 'personsAtLeast', 'targetHours', 'times', 'hours', 'committeeHours', 'judges', 'vacantMonths',
  'before', 'after', 'monthsLeast', 'running', 'due', 'lock', 'lateDays', 'objectionDays', 'answerDays', 'reviewDays',
];

/** Every number of a thing, as its card writes it: its words are looked through without knowing what they mean. */
function numbersIn(it: object): string[] {
  const look = (inside: unknown, words: readonly string[], owner: Readonly<Record<string, unknown>>): string[] => {
    if (typeof inside === 'number') return [written(inside, words, owner)];
    if (Array.isArray(inside)) return inside.flatMap((each) => look(each, words, owner));
    return isFields(inside) ? Object.entries(inside).flatMap(([word, each]) => look(each, [...words, word], 'kind' in inside ? inside : owner)) : [];
  };
  return look(it, [], {});
}

function written(value: number, words: readonly string[], owner: Readonly<Record<string, unknown>>): string {
  const word = words.at(-1) ?? '';
  const share = owner['kind'] !== 'steps' && words.at(-2) === 'steps' && word === 'from';
  if (percents.includes(word) || share || (owner['kind'] === 'ballot' && words.includes('marks'))) return String(value / 100);
  const counted = counts.includes(word) || words.includes('where') || (owner['kind'] === 'steps' && word === 'from');
  if (counted && !(word === 'atLeast' && words.includes('grades'))) return String(value);
  return formatHundredths(Math.abs(value));
}

/** The number itself, not a piece of a longer one. */
const names = (text: string, number: string): boolean => new RegExp(`(?<![\\d.])${number.replace('.', '\\.')}(?!\\d|\\.\\d)`).test(text);

it('the card of every part, rule and activity of a random valid scheme names all its numbers, in both languages (P15)', { timeout: 60_000 }, () => {
  fc.assert(fc.property(randomSchemeFile.map((file) => buildScheme(fileShape.decode(file))), (scheme) => {
    for (const { said, numbers } of numbersOf(scheme)) {
      for (const number of numbers) {
        expect(names(said.zh, number), `${number} in ${said.zh}`).toBe(true);
        expect(names(said.en, number), `${number} in ${said.en}`).toBe(true);
      }
    }
  }), { numRuns: 100 });
});
