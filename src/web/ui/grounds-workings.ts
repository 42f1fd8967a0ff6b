import type { FactLeaf, Grounds, How } from '#domain/engine/evaluation.ts';
import { howWords } from '#domain/engine/how-words.ts';
import { isNotIncluded } from '#domain/engine/not-included.ts';
import { figureText, hoursText, pointsText } from './figure-format.ts';
import type { GroundsTexts } from './grounds-texts.ts';

type Kind<K extends How['kind']> = Extract<How, { kind: K }>;

/** How a value came about, one sentence a line, so that a clerk can follow it with a pocket calculator. */
export function workings(grounds: Grounds, texts: GroundsTexts): readonly string[] {
  const value = grounds.value === null ? (isNotIncluded(grounds) ? texts.notIncluded : texts.noBasis) : figureText(grounds.value, grounds.format ?? 'points');
  const { how } = grounds;
  switch (how.kind) {
    case 'sum': return sum(grounds, value, texts);
    case 'share': return share(how, value, texts);
    case 'hours': return hours(how, value, texts);
    case 'limit': return [limit(how, grounds.value ?? 0, texts)];
    case 'each': return [texts.each(pointsText(how.each), how.times, value)];
    case 'noBasis': return [texts.missing[how.missing]];
    case 'window':
    case 'counted':
    case 'fact': return [];
    case 'measured': return [measured(how, value, texts)];
    default: {
      const said = texts.inWords(howWords(how));
      return said === '' ? [] : [said];
    }
  }
}

function measured(how: Kind<'measured'>, value: string, texts: GroundsTexts): string {
  const said = texts.inWords(howWords(how));
  return how.mark === null ? texts.equals(said, value) : said;
}

/** Shown only where there is something to add and the line stays readable. */
function sum({ children, format }: Grounds, value: string, texts: GroundsTexts): readonly string[] {
  const terms = children.filter(adds).map((child) => child.value ?? 0);
  if (terms.length < 2 || terms.length > 8) return [];
  const said = (term: number): string => figureText(term, format ?? 'points');
  const [first = 0, ...rest] = terms;
  const text = rest.reduce((line, term) => `${line} ${term < 0 ? '−' : '+'} ${said(Math.abs(term))}`, said(first));
  return [texts.sum(text, value)];
}

/** What waits for confirmation, or is counted under another rule, is shown but not added. */
export const counts = ({ status }: FactLeaf): boolean => status !== 'proposed' && status !== 'outdone';

const adds = ({ value, how }: Grounds): boolean => value !== null && (how.kind !== 'fact' || counts(how.fact));

function share(how: Kind<'share'>, value: string, texts: GroundsTexts): readonly string[] {
  const full = fullText(how);
  const whole = how.creditHundredths === (how.present + how.madeUp) * 100;
  return [
    ...raised(how, texts),
    whole ? texts.share(full, how, value) : texts.shareInParts(full, pointsText(how.creditHundredths), how, value),
    ...(how.excused > 0 ? [texts.excusedBeside(how.excused)] : []),
  ];
}

function hours(how: Kind<'hours'>, value: string, texts: GroundsTexts): readonly string[] {
  // Hours only where one decimal says all of it; else the minutes, so that the line can be worked out again.
  const even = how.minutes % 6 === 0 && how.targetMinutes % 6 === 0;
  const amount = (minutes: number): string => (even ? texts.hoursOf(hoursText(minutes)) : texts.minutes(minutes));
  const done = amount(how.minutes);
  const whole = amount(how.targetMinutes);
  const due = how.months < 12 ? texts.forMonths(whole, how.months) : whole;
  if (how.minutes * 12 >= how.targetMinutes * how.months) return [...raised(how, texts), texts.hoursMet(done, due, value)];
  const line = how.months < 12 ? texts.hoursInPart : texts.hours;
  return [...raised(how, texts), line(fullText(how), done, due, value)];
}

/** Raised marks stand as the exact ratio: rounded for show they would not give the value. */
const fullText = ({ full, raisedFrom, raised: ratio }: Kind<'share'> | Kind<'hours'>): string =>
  ratio === null ? pointsText(full) : `${pointsText(raisedFrom ?? full)} × ${pointsText(ratio.all)} ÷ ${pointsText(ratio.present)}`;

const raised = ({ full, raisedFrom, raised: ratio }: Kind<'share'> | Kind<'hours'>, texts: GroundsTexts): readonly string[] =>
  ratio === null || raisedFrom === null ? [] : [texts.raised(pointsText(raisedFrom), pointsText(full))];

function limit({ bound, before, at }: Kind<'limit'>, moved: number, texts: GroundsTexts): string {
  const [x, bar] = [pointsText(before), pointsText(at)];
  if (bound === 'ceiling') return moved === 0 ? texts.ceilingKept(x, bar) : texts.ceiling(x, bar, pointsText(-moved));
  return moved === 0 ? texts.floorKept(x, bar) : texts.floor(x, bar, pointsText(moved));
}
