import { expect, it } from 'vitest';
import { activity, part, schemeOf } from '#test/scheme-parts.ts';
import { guideCard, guideCards } from './guide-card.ts';

const words = (zh: string, en: string) => ({ zh, en });
const lecture = { course: [words('定主讲人。', 'Name the speaker.'), words('当日登记。', 'Record it that day.')], template: 'signInSheet' as const };

it('reads a guide aloud: steps by number, who votes, mistakes and the paper', () => {
  const whole = { ...lecture, whoVotes: words('正式党员表决。', 'Full members vote.'), mistakes: [words('没有报告人数。', 'Nobody counted.')] };
  expect(guideCard(words('党课', 'Lecture'), whole)).toEqual({
    zh: '怎样办“党课”：（1）定主讲人。（2）当日登记。表决办法：正式党员表决。常见差错：（1）没有报告人数。表样：签到表。',
    en: 'How “Lecture” is done: (1) Name the speaker. (2) Record it that day. Who votes: Full members vote. Common mistakes: (1) Nobody counted. Paper: sign-in sheet.',
  });
});

it('leaves out what a guide does not say, and duties without one', () => {
  const scheme = schemeOf([part('study', [], { guide: lecture })], { activities: [activity('partyLecture', { guide: lecture }), activity('mondayStudy')] });
  expect(guideCards(scheme).map(({ zh }) => zh)).toEqual([
    '怎样办“partyLecture”：（1）定主讲人。（2）当日登记。表样：签到表。', '怎样办“study”：（1）定主讲人。（2）当日登记。表样：签到表。',
  ]);
});
