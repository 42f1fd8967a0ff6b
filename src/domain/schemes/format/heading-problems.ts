import { activityShape } from './file-shape.ts';
import type { Finder } from './problem.ts';
import { fieldOf, itemsOf } from './raw-value.ts';

/** What is wrong with the date of force and with the activities. */
export function findHeadingProblems(file: unknown, find: Finder): void {
  const takesEffect = fieldOf(file, 'takesEffect');
  if (typeof takesEffect === 'string' && /^\d{4}-\d\d-\d\d$/.test(takesEffect) && !takesEffect.endsWith('-01')) {
    find.atValue(['takesEffect'], {
      zh: `版本须自某月1日起施行，现为 ${takesEffect}。`, en: `A version takes effect on the first day of a month, not on ${takesEffect}.`,
    });
  }
  itemsOf(fieldOf(file, 'activities')).forEach((raw, index) => {
    const activity = activityShape.safeParse(raw).data;
    if (activity === undefined) return;
    if (activity.to <= activity.from) find.atValue(['activities', index, 'to'], {
      zh: `结束时间 ${activity.to} 应晚于开始时间 ${activity.from}。`, en: `It ends at ${activity.to}, which is not after ${activity.from}.`,
    });
    if (activity.holiday !== undefined && activity.weekday === undefined) find.atValue(['activities', index, 'holiday'], {
      zh: '没有固定星期（weekday）的活动，碰不上节假日，不用写 holiday。', en: 'An activity without a weekday falls on no holiday by itself. Leave out holiday.',
    });
    if (activity.makeUpDays !== undefined && activity.clause === undefined) find.atValue(['activities', index, 'makeUpDays'], {
      zh: '写了补学天数就要写明条款（clause）。', en: 'A number of days needs its clause.',
    });
  });
}
