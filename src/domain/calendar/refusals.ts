import { refusing } from '#domain/contracts/refusal.ts';
import type { CivilDate } from './civil-date.ts';

export const dayRefusals = {
  DayInFuture: {
    status: 422,
    say: ({ day, today }: { day: CivilDate; today: CivilDate }) => ({
      zh: `${day} 还没有到（今天是 ${today}）。请填写今天或以前的日期。`,
      en: `${day} has not come yet (today is ${today}). Enter today or an earlier day.`,
    }),
  },
  YearClosed: {
    status: 422,
    say: ({ day, open }: { day: CivilDate; open: CivilDate }) => ({
      zh: `${day} 所在年度已经结束考核，不能再变动。最早可填 ${open}。`,
      en: `The year of ${day} has been settled and cannot be changed any more. The earliest possible day is ${open}.`,
    }),
  },
} as const;

export const refuseDay = refusing(dayRefusals);
