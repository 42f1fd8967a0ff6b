import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatHundredths } from '#domain/points/hundredths.ts';
import type { Words } from '#domain/words/words.ts';
import { randomSchemeFile } from '#test/schemes/random-scheme.ts';
import { card } from './card.ts';
import { buildScheme } from './format/build-scheme.ts';
import { fileShape } from './format/file-shape.ts';
import { activityCard } from './read-aloud.ts';
import type { Activity, PointsNode, Scheme } from './scheme.ts';

interface Numbers {
  readonly said: Words;
  readonly numbers: readonly string[];
}

/** What each card must name: the numbers of its own part, rule or activity; weekdays are words and no numbers. */
function numbersOf(scheme: Scheme): Numbers[] {
  const below = (node: PointsNode): Numbers[] => [
    { said: card(node, scheme), numbers: numbersOfNode(node) },
    ...(node.kind === 'part' ? node.children.flatMap(below) : []),
  ];
  const activities = scheme.activities.map((each) => ({ said: activityCard(each), numbers: numbersOfActivity(each) }));
  return [...activities, ...(scheme.points === null ? [] : below(scheme.points))];
}

const numbersOfActivity = ({ from, to, makeUpDays }: Activity): string[] => [from, to, ...(makeUpDays === null ? [] : [String(makeUpDays)])];

function numbersOfNode(node: PointsNode): string[] {
  const limits = node.limits.map(({ value }) => formatHundredths(value));
  if (node.kind === 'part') return [...limits, ...(node.full === null ? [] : [formatHundredths(node.full)])];
  switch (node.value.kind) {
    case 'fixed': return [...limits, formatHundredths(node.value.each)];
    case 'share': return [...limits, formatHundredths(node.value.full)];
    default: return limits;
    case 'hours': return [...limits, formatHundredths(node.value.full), String(node.value.targetHours)];
  }
}

/** The number itself, not a piece of a longer one. */
const names = (text: string, number: string): boolean => new RegExp(`(?<![\\d.−])${number.replace('.', '\\.')}(?!\\d|\\.\\d)`).test(text);

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
