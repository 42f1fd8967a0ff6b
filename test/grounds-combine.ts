import type { Grounds } from '#domain/engine/evaluation.ts';
import { roundedQuotient } from '#domain/points/hundredths.ts';

/**
 * Every place of the tree where the children do not combine to the parent by the rule that is shown, in words; none
 * when the whole tree can be checked by hand. Imports nothing of the engine: it does the sums again.
 */
export function brokenGrounds(grounds: Grounds): string[] {
  const shown = recomputed(grounds);
  const own = shown === undefined || shown === grounds.value ? [] : [`${grounds.id}: shown ${shown}, says ${grounds.value}`];
  return [...own, ...countsOf(grounds), ...grounds.children.flatMap(brokenGrounds)];
}

/** What the shown rule gives; undefined where it says nothing about the value. */
function recomputed({ how, children, value }: Grounds): number | null | undefined {
  const limits = sum(children.filter((child) => child.how.kind === 'limit' || child.how.kind === 'check'));
  switch (how.kind) {
    case 'sum': return value === null ? undefined : sum(children);
    case 'each': return how.each * how.times === sum(children) ? sum(children) : Number.NaN;
    case 'share': {
      const { all, present } = how.raised ?? { all: 1, present: 1 };
      return roundedQuotient((how.raisedFrom ?? how.full) * all * how.creditHundredths, present * how.expected * 100) + limits;
    }
    case 'hours': {
      const { all, present } = how.raised ?? { all: 1, present: 1 };
      const target = how.targetMinutes * how.months;
      return roundedQuotient((how.raisedFrom ?? how.full) * all * Math.min(how.minutes * 12, target), present * target) + limits;
    }
    case 'measured': {
      const { all, present } = how.raised ?? { all: 1, present: 1 };
      const own = how.mark === null ? roundedQuotient((how.raisedFrom ?? how.full) * all * how.part, present * how.whole) : roundedQuotient(how.mark * all, present);
      return own + limits;
    }
    case 'raise': return roundedQuotient(how.before * how.raised.all, how.raised.present) - how.before;
    case 'check': {
      const [above, below] = how.full === null || how.outOf === null || how.outOf === 0 ? [1, 1] : [how.full, how.outOf];
      const moved = how.before + roundedQuotient((how.checked - how.computed) * above * how.atCheck, below * how.now);
      return how.checked === how.computed ? 0 : Math.max(0, Math.min(how.full ?? moved, moved)) - how.before;
    }
    case 'limit': return how.bound === 'ceiling' ? Math.min(0, how.at - how.before) : Math.max(0, how.at - how.before);
    case 'noBasis': return how.missing === 'zero' ? 0 : null;
    case 'window': return null;
    default: return undefined;
  }
}

/** Whether a share's counts are those of its months, and a month's those of its sessions. */
function countsOf({ id, how, children }: Grounds): string[] {
  // A session of a branch has counts and no list of people.
  if (how.kind === 'window' && how.window.length === 10) return [];
  if (how.kind === 'window') {
    const statuses = children.map((child) => (child.how.kind === 'fact' ? child.how.fact.status : ''));
    const count = (status: string) => statuses.filter((one) => one === status).length;
    const counted = { present: count('present'), madeUp: count('madeUp'), excused: count('excused'), absent: count('absent') };
    const agrees = how.present === counted.present && how.madeUp === counted.madeUp && how.excused === counted.excused
      && how.expected === counted.present + counted.madeUp + counted.absent;
    return agrees ? [] : [`${id}: ${JSON.stringify(how)} of ${JSON.stringify(counted)}`];
  }
  if (how.kind !== 'share') return [];
  const months = children.flatMap((child) => (child.how.kind === 'window' ? [child.how] : []));
  return (['present', 'madeUp', 'excused', 'expected'] as const)
    .filter((one) => how[one] !== months.reduce((total, month) => total + month[one], 0))
    .map((one) => `${id}: ${one} is not that of its months`);
}

function sum(children: readonly Grounds[]): number {
  return children.reduce((total, { value }) => total + (value ?? 0), 0);
}
