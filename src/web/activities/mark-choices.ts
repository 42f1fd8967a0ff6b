import type { ActivityWords } from '#domain/activities/contract.ts';
import type { Mark } from '#domain/activities/marks.ts';
import type { Words } from '#domain/words/words.ts';

/** One line of the menu behind a name: what it says and the mark that it makes. */
export interface MarkChoice {
  readonly key: string;
  readonly label: Words;
  readonly mark: Pick<Mark, 'mark' | 'reason'>;
}

export interface MarkGroup {
  readonly key: 'there' | 'excused' | 'counted';
  readonly choices: readonly MarkChoice[];
}

const present: MarkChoice = { key: 'present', label: { zh: '实到', en: 'Present' }, mark: { mark: 'present', reason: null } };
const late: MarkChoice = { key: 'late', label: { zh: '迟到早退超过 30 分钟', en: 'More than 30 minutes late or early' }, mark: { mark: 'late', reason: null } };
const absent: MarkChoice = { key: 'absent', label: { zh: '无故缺席', en: 'Absent without reason' }, mark: { mark: 'absent', reason: null } };

/** Whoever fills in says nothing of his own excuse: he is offered only what needs nobody else. */
export function markChoices(reasons: ActivityWords['reasons'], himself: boolean): MarkGroup[] {
  const offered = himself ? [] : reasons.filter(({ byHand }) => byHand);
  const choice = (mark: Mark['mark']) => ({ id, label }: ActivityWords['reasons'][number]): MarkChoice => ({ key: id, label, mark: { mark, reason: id } });
  return [
    { key: 'there', choices: [present, late] },
    { key: 'excused', choices: offered.filter(({ exempts }) => exempts).map(choice('excused')) },
    { key: 'counted', choices: [...offered.filter(({ exempts }) => !exempts).map(choice('absent')), absent] },
  ];
}
