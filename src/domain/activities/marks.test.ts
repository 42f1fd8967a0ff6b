import { describe, expect, it } from 'vitest';
import { excusesHimself, filledIn, type Mark, markedTwice, notMarked, notOnRoster } from './marks.ts';
import type { Expected } from './roster.ts';

const mark = (person: string, it: Mark['mark'] = 'present', reason: string | null = null): Mark => ({ person, mark: it, reason, sitting: 0 });
const roster: readonly Expected[] = [
  { person: 'li', standing: 'expected', cause: null },
  { person: 'wang', standing: 'expected', cause: null },
  { person: 'zhao', standing: 'excused', cause: { reason: 'onDuty', exempts: true, because: [] } },
  { person: 'qian', standing: 'onLeave', cause: { reason: 'personalLeave', exempts: false, because: [] } },
];

describe('the marks of a list', () => {
  it('are wanting only for those whom no register accounts for', () => {
    expect(notMarked([mark('li')], roster)).toEqual(['wang']);
    expect(filledIn([mark('li', 'absent')], roster)).toEqual([mark('li', 'absent'), mark('wang')]);
  });

  it('name each person once, and only those who are expected', () => {
    expect(markedTwice([mark('li'), mark('wang'), mark('li', 'late'), mark('li')])).toEqual(['li']);
    expect(notOnRoster([mark('li'), mark('sun')], roster)).toEqual(['sun']);
  });

  it('are not for excusing oneself, unless another had written it before', () => {
    const excuse = mark('li', 'excused', 'urgentTask');
    expect(excusesHimself([excuse], [], 'li')).toBe(true);
    expect(excusesHimself([mark('li', 'absent', 'personalLeave')], [], 'li')).toBe(true);
    expect(excusesHimself([mark('li', 'absent')], [], 'li')).toBe(false);
    expect(excusesHimself([excuse], [], 'wang')).toBe(false);
    expect(excusesHimself([excuse], [excuse], 'li')).toBe(false);
    expect(excusesHimself([excuse], [mark('li', 'excused', 'sickLeave')], 'li')).toBe(true);
  });
});
