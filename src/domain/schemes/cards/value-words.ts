import type { Match } from '#domain/schemes/format/match-shape.ts';
import { isFactValue, type FactValue, type RuleValue } from '#domain/schemes/format/value-shapes.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import type { Words } from '#domain/words/words.ts';
import { matchWords } from './match-words.ts';
import { measuredWords } from './measured-words.ts';
import { fieldWords, given, joined, marksWords, unitOf } from './phrases.ts';

/** How a rule pays, with what it looks at. */
export function valueWords(value: RuleValue, match: Match, scheme: Scheme): Words {
  return isFactValue(value) ? factWords(value, match, scheme) : measuredWords(value, match, scheme);
}

function factWords(value: FactValue, match: Match, scheme: Scheme): Words {
  const about = matchWords(match, scheme);
  const role = roleWords[match.part ?? 'none'];
  const { records } = match;
  switch (value.kind) {
    case 'fixed': {
      const each = given(value.each);
      return { zh: `${about.zh}${role.zh}，每次${value.each < 0 ? '' : ' '}${each.zh}`, en: `${each.en} for each ${about.en}${role.en}` };
    }
    case 'table': {
      const field = fieldWords(value.by, records, scheme);
      const marks = marksWords(value.marks, value.by, records, scheme);
      const half = value.half === undefined ? null : fieldWords(value.half, records, scheme);
      return {
        zh: `${about.zh}${role.zh}，按“${field.zh}”每次计：${marks.zh}${half === null ? '' : `；“${half.zh}”为是的减半`}`,
        en: `each ${about.en}${role.en} by “${field.en}”: ${marks.en}${half === null ? '' : `; half where “${half.en}” is yes`}`,
      };
    }
    case 'steps': {
      const field = fieldWords(value.by, records, scheme);
      const unit = unitOf(value.by, records, scheme);
      const steps = joined(value.steps.map(({ from, mark }) => ({ zh: `满 ${from}${unit.zh} ${given(mark).zh}`, en: `${given(mark).en} from ${from}${unit.en}` })), '、', ', ');
      return { zh: `${about.zh}${role.zh}，每次按“${field.zh}”：${steps.zh}`, en: `each ${about.en}${role.en} by “${field.en}”: ${steps.en}` };
    }
    case 'unit': {
      const field = fieldWords(value.by, records, scheme);
      const unit = unitOf(value.by, records, scheme);
      const round = roundWords[value.round ?? 'down'];
      return {
        zh: `${about.zh}${role.zh}，“${field.zh}”每 ${value.size}${unit.zh} ${given(value.each).zh}，${round.zh}`,
        en: `${given(value.each).en} for every ${value.size}${unit.en} of “${field.en}” of ${about.en}${role.en}, ${round.en}`,
      };
    }
  }
}

const roleWords: Readonly<Record<NonNullable<Match['part']> | 'none', Words>> = {
  none: { zh: '', en: '' },
  attendance: { zh: '参加', en: ' attended' },
  speaker: { zh: '主讲', en: ' given as speaker' },
  exchange: { zh: '交流发言', en: ' with a contribution to the discussion' },
  host: { zh: '主持', en: ' hosted' },
};

const roundWords: Readonly<Record<'down' | 'up' | 'nearest', Words>> = {
  down: { zh: '不满的舍去', en: 'whole ones only' },
  up: { zh: '不满的按一个计', en: 'begun ones count' },
  nearest: { zh: '不满的四舍五入', en: 'to the nearest' },
};

