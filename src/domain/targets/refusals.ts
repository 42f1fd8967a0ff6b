import { refusing } from '#domain/contracts/refusal.ts';
import type { Words } from '#domain/words/words.ts';

export const targetRefusals = {
  NoItemsInYear: {
    status: 409,
    say: ({ year }: { year: number }) => ({
      zh: `${year} 年没有含支部考核项目的考核方案，无法分解任务。请机关党委先启用方案。`, en: `No scheme with items for branches is in force in ${year}, so there is nothing to break down. Ask the office to adopt one.`,
    }),
  },
  PlanYearClosed: {
    status: 409,
    say: ({ year }: { year: number }) => ({ zh: `${year} 年度已经结束，任务分解只供查阅，不能再改。`, en: `${year} is over; its plan is there to be read and takes no more changes.` }),
  },
  PlanYearAhead: {
    status: 409,
    say: ({ year, next }: { year: number; next: number }) => ({ zh: `现在可以编制的最晚年度是 ${next} 年，${year} 年的以后再编。`, en: `The latest year that can be broken down now is ${next}; ${year} comes later.` }),
  },
  PlanHasAll: {
    status: 409,
    say: () => ({ zh: '适用的项目都已在分解表中，没有需要生成的。逐项修改请点“修改”。', en: 'Every item that applies is in the plan already. Change the lines one by one.' }),
  },
  PlanNotMade: {
    status: 409,
    say: ({ year }: { year: number }) => ({ zh: `还没有编制 ${year} 年的任务分解，请先点“一键生成”。`, en: `The year ${year} is not broken down yet. Generate the plan first.` }),
  },
  PlanFiledAlready: {
    status: 409,
    say: () => ({ zh: '任务分解已上报，之后没有改动，无需再次上报。', en: 'The plan is filed and has not been changed since; there is nothing to file.' }),
  },
  PlanNotFiled: {
    status: 409,
    say: () => ({ zh: '支部尚未上报，或正在修改，现在没有可退回的内容。', en: 'The branch has not filed it, or is changing it; there is nothing to return now.' }),
  },
  ItemNotApplicable: {
    status: 422,
    say: ({ label }: { label: Words }) => ({ zh: `“${label.zh}”不适用于本支部，不用分解。`, en: `“${label.en}” does not apply to this branch and is not planned.` }),
  },
  TargetOutOfRange: {
    status: 422,
    say: ({ label, most }: { label: Words; most: Words }) => ({ zh: `“${label.zh}”的目标值应在 0 到 ${most.zh}之间，请核对。`, en: `The target of “${label.en}” lies between 0 and ${most.en}. Check it.` }),
  },
  SplitNotTarget: {
    status: 422,
    say: ({ label, sum, target }: { label: Words; sum: number; target: number }) => ({
      zh: `“${label.zh}”各月（季）合计 ${sum}，与目标值 ${target} 不一致。请调整各月数字或目标值。`, en: `The months or quarters of “${label.en}” come to ${sum}, the target is ${target}. Change one of them.`,
    }),
  },
  SplitNotAsked: {
    status: 422,
    say: ({ label }: { label: Words }) => ({ zh: `“${label.zh}”按全年比例考核，不分月分季。`, en: `“${label.en}” is a rate of the whole year and is not spread over months.` }),
  },
  ResponsibleNotHere: {
    status: 422,
    say: ({ label }: { label: Words }) => ({ zh: `“${label.zh}”的责任人不是本支部的党员或委员，请重新选择。`, en: `Whoever is to answer for “${label.en}” is neither a member nor on the committee of this branch. Choose again.` }),
  },
  DueOutsideYear: {
    status: 422,
    say: ({ label, year }: { label: Words; year: number }) => ({ zh: `“${label.zh}”的完成时限应在 ${year} 年内，请核对。`, en: `“${label.en}” must be due within ${year}. Check the date.` }),
  },
} as const;

export const refuseTarget = refusing(targetRefusals);
