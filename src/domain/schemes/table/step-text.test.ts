import { expect, it } from 'vitest';
import { stepsIn, stepsText } from './step-text.ts';

const steps = [{ zh: '从讲师名册选业务讲师。', en: 'Take a lecturer from the register.' }, { zh: '写明主讲人' }];

it('steps of a guide stand a line each in one cell and come back as they were', () => {
  expect(stepsText(steps)).toBe('从讲师名册选业务讲师。 | Take a lecturer from the register.\n写明主讲人');
  expect(stepsIn(stepsText(steps))).toEqual(steps);
  expect(stepsIn(' 第一步 \n\n 第二步 ')).toEqual([{ zh: '第一步' }, { zh: '第二步' }]);
});

it('steps that no line can hold stay out of the cell', () => {
  for (const hard of [[{ zh: '两\n行' }], [{ zh: '甲 | 乙' }], [{ zh: ' 空白在前' }], [{ zh: '多余', de: 'mehr' }], undefined, 'no list']) expect([hard, stepsText(hard)]).toEqual([hard, '']);
});
