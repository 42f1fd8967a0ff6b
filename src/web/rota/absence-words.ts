import type { AbsenceRow } from '#domain/rota/absence-contract.ts';
import type { Words } from '#domain/words/words.ts';
import { defineTexts } from '#web/shell/language.tsx';
import { classWords } from './cell-looks.ts';

export const absenceTexts = defineTexts({
  zh: {
    others: (names: string, all: number) => `${names}等 ${all} 人`, over: '已结束', running: '进行中', ahead: '未开始',
    atPost: '封闭点组织学习', notAtPost: '封闭点不组织学习', to: (place: string) => `去向：${place}`, outside: '外单位', join: '、', comma: '，',
  },
  en: {
    others: (names, all) => `${names} and others, ${all} in all`, over: 'Over', running: 'Now', ahead: 'Ahead',
    atPost: 'study held at the post', notAtPost: 'no study at the post', to: (place) => `to ${place}`, outside: 'outside the bureau', join: ', ', comma: ', ',
  },
});
export type AbsenceTexts = (typeof absenceTexts)['zh'];

export function standingOf({ from, to }: Pick<AbsenceRow, 'from' | 'to'>, today: string): 'over' | 'running' | 'ahead' {
  if (to !== null && to < today) return 'over';
  return from > today ? 'ahead' : 'running';
}

export function whoOf(row: AbsenceRow, t: AbsenceTexts): string {
  const names = row.people.map((it) => it.name).join(t.join);
  return row.others > 0 ? t.others(names, row.people.length + row.others) : names;
}

/** The reason with its particulars, or its class alone for whoever may not know more. */
export function whyOf(row: AbsenceRow, reasons: readonly ({ id: string } & Words)[], say: (words: Words) => string, t: AbsenceTexts): string {
  const known = reasons.find((it) => it.id === row.reason);
  const why = known ? say(known) : say(classWords[row.shownAs]);
  if (row.kind === 'closedDuty') return why + t.comma + (row.studyAtPost ? t.atPost : t.notAtPost);
  if (row.kind === 'secondment') return why + t.comma + t.to(row.seconded?.name ?? t.outside);
  return why;
}
