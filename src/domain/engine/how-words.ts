import { formatHundredths } from '#domain/points/hundredths.ts';
import type { Words } from '#domain/words/words.ts';
import type { CountState, How, MeasureUnit } from './evaluation.ts';
import { percentText } from './rule-words.ts';

type Kind<K extends How['kind']> = Extract<How, { kind: K }>;
/** How values come about beside attendance, sums and limits; the drawer and the command line say it in the same words. */
export type WordedHow = Kind<'measured' | 'base' | 'raise' | 'choose' | 'weigh' | 'counted' | 'excluded' | 'check'>;

/** What happened, so that a clerk can follow it with a pocket calculator; empty where the label says it all. */
export function howWords(how: WordedHow): Words {
  switch (how.kind) {
    case 'measured': return measuredWords(how);
    case 'base': return how.months === null ? { zh: '', en: '' } : { zh: `按在册 ${how.months} 个月计`, en: `for ${how.months} months of membership` };
    case 'raise': {
      const [before, all, present] = [how.before, how.raised.all, how.raised.present].map(formatHundredths);
      return { zh: `不适用、未到期等没有得分的项目，其分值按比例并入：${before} × ${all} ÷ ${present}`, en: `the weight of items without a basis is spread: ${before} × ${all} ÷ ${present}` };
    }
    case 'check': return checkWords(how);
    case 'choose': return takeWords[how.take];
    case 'weigh': return weighWords(how);
    case 'counted': return countWords[how.state];
    case 'excluded': return { zh: `按规定不参评${how.clause === null ? '' : `（${how.clause}）`}`, en: `not evaluated${how.clause === null ? '' : ` (${how.clause})`}` };
  }
}

export const countWords: Readonly<Record<CountState, Words>> = {
  has: { zh: '已完成', en: 'done' },
  late: { zh: '逾期完成', en: 'done late' },
  lacks: { zh: '缺项', en: 'missing' },
  open: { zh: '未到期', en: 'not due yet' },
  outside: { zh: '未纳入', en: 'not included' },
};

const takeWords: Readonly<Record<Kind<'choose'>['take'], Words>> = {
  higher: { zh: '取高的一项', en: 'the higher stands' },
  lower: { zh: '取低的一项', en: 'the lower stands' },
  latest: { zh: '取最近的一项', en: 'the latest stands' },
  first: { zh: '取排在前面、有依据的一项', en: 'the first with a basis stands' },
};

const unitWords: Readonly<Record<MeasureUnit, Words>> = {
  times: { zh: '次', en: 'times' }, windows: { zh: '期', en: 'windows' }, persons: { zh: '人', en: 'people' }, pairs: { zh: '对', en: 'pairs' },
  ballots: { zh: '票', en: 'ballots' }, points: { zh: '分', en: 'points' }, sum: { zh: '', en: '' }, state: { zh: '', en: '' },
};

const BALLOT = 10_000;
const WINDOW = 10_000;
const HUNDREDTHS = 100;

function measuredWords({ of, full, raisedFrom, raised, part, whole, unit, mark }: Kind<'measured'>): Words {
  const [done, due] = unit === 'windows' ? [part / WINDOW, whole / WINDOW] : unit === 'ballots' ? [part / BALLOT, whole / BALLOT]
    // A share of attendance counts in hundredths of an attendance, because who is late counts half.
    : unit === 'points' || of === 'share' ? [part / HUNDREDTHS, whole / HUNDREDTHS] : [part, whole];
  const { zh, en } = unitWords[unit];
  const share = { zh: `${text(done)} ÷ ${text(due)}${zh === '' ? '' : ` ${zh}`}`, en: `${text(done)} ÷ ${text(due)}${en === '' ? '' : ` ${en}`}` };
  const spread = raised === null ? '' : ` × ${formatHundredths(raised.all)} ÷ ${formatHundredths(raised.present)}`;
  if (mark !== null) return { zh: `${share.zh}，得 ${formatHundredths(mark)}${spread}`, en: `${share.en}: ${formatHundredths(mark)}${spread}` };
  const from = `${formatHundredths(raisedFrom ?? full)}${spread}`;
  return { zh: `${from} × ${share.zh}`, en: `${from} × ${share.en}` };
}

const text = (number: number): string => String(Math.round(number * HUNDREDTHS) / HUNDREDTHS);

function weighWords({ weights, spread, missing }: Kind<'weigh'>): Words {
  const terms = weights.map(({ weight }) => percentText(weight)).join(' + ');
  const gone = missing.length === 0 ? { zh: '', en: '' } : { zh: '，依据不足的分摊给其他各项', en: ', what has no basis is spread over the others' };
  const over = spread === BALLOT ? '' : ` ÷ ${percentText(spread)}`;
  return { zh: `按权重 ${terms}${over}${gone.zh}`, en: `weighed ${terms}${over}${gone.en}` };
}

/** What facts make now, and the difference found with the weight of its months, so that it can be worked out again. */
function checkWords({ day, checked, computed, outOf, before, full, atCheck, now }: Kind<'check'>): Words {
  const [found, was, is] = [checked, computed, before].map(formatHundredths);
  const scaled = full !== null && outOf !== null && full !== outOf ? ` × ${formatHundredths(full)} ÷ ${formatHundredths(outOf)}` : '';
  const [zh, en] = atCheck === now ? ['', ''] : [` × ${atCheck} ÷ ${now} 个月`, ` × ${atCheck} ÷ ${now} months`];
  return {
    zh: `${day} 抽查核定 ${found}，当时计算 ${was}；现计算 ${is} +（${found} − ${was}）${scaled}${zh}，不低于 0、不超过满分`,
    en: `the check of ${day} found ${found} where facts made ${was}; now ${is} + (${found} − ${was})${scaled}${en}, within nothing and the full mark`,
  };
}
