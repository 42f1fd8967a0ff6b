import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refusing } from '#domain/contracts/refusal.ts';
import { formatHundredths, type Hundredths } from '#domain/points/hundredths.ts';
import type { Words } from '#domain/words/words.ts';

export const evaluationRefusals = {
  NoMemberResult: {
    status: 409,
    say: ({ year }: { year: number }) => ({
      zh: `${year} 年没有施行含党员年度综合评价的考核方案，无法评价。请先由机关党委启用考核方案。`, en: `No scheme with an annual evaluation of members is in force in ${year}. The organs committee adopts one first.`,
    }),
  },
  ReviewNotOpenYet: {
    status: 409,
    say: ({ year, opens }: { year: number; opens: CivilDate }) => ({ zh: `${year} 年度综合评价从 ${opens} 起办理。`, en: `The evaluation of ${year} begins on ${opens}.` }),
  },
  ReviewOver: {
    status: 409,
    say: ({ year, closed }: { year: number; closed: CivilDate }) => ({ zh: `${year} 年度综合评价已于 ${closed} 截止，不能再办理。`, en: `The evaluation of ${year} ended on ${closed}.` }),
  },
  StepUnknown: {
    status: 422,
    say: () => ({ zh: '考核方案没有这一步骤，或这一步骤的日期由系统填写（民主测评、组织评定）。', en: 'The scheme has no such step, or its day is kept by the product (ballots, grading).' }),
  },
  StepsOutOfOrder: {
    status: 422,
    say: ({ step, day, before, beforeDay }: { step: Words; day: CivilDate; before: Words; beforeDay: CivilDate }) => ({
      zh: `“${step.zh}”（${day}）早于前一步“${before.zh}”（${beforeDay}），请核对日期。`, en: `“${step.en}” (${day}) is before the step ahead of it, “${before.en}” (${beforeDay}). Check the days.`,
    }),
  },
  ReviewAtOtherStage: {
    status: 409,
    say: ({ stage }: { stage: Words }) => ({
      zh: `本支部的年度综合评价${stage.zh}，现在不能这样办理，可能已被他人办理。请刷新查看。`, en: `The evaluation of this branch is at “${stage.en}”, where this cannot be done. Somebody else may have dealt with it; look again.`,
    }),
  },
  BallotedAlready: {
    status: 409,
    say: ({ day }: { day: CivilDate }) => ({
      zh: `本年度已于 ${day} 进行民主测评并录入票数，一年只测评一次。个别票数录错的，请在登记簿中更正该人的记录；整张录错的，核算前可以撤回后重新录入。`,
      en: `The ballots of this year were held on ${day} and are entered; they are held once a year. A wrong count is corrected in that member's entry of the register; all of them can be taken back before they are scored.`,
    }),
  },
  NotBallotedYet: {
    status: 409,
    say: () => ({ zh: '尚未民主测评并核对票数，不能评定等次。请先录入测评票数，由另一人核对。', en: 'There are no checked ballots yet, so no grades. Enter the ballots first and have them checked by another.' }),
  },
  BallotsAboveIssued: {
    status: 422,
    say: ({ kind, issued, received, valid }: { kind: Words; issued: number; received: number; valid: number }) => ({
      zh: `${kind.zh}：发出 ${issued} 张，收回 ${received} 张，有效 ${valid} 张。收回不能多于发出，有效不能多于收回，请核对。`,
      en: `${kind.en}: ${issued} handed out, ${received} back, ${valid} valid. No more come back than go out, and no more are valid than come back.`,
    }),
  },
  BallotsAboveEntitled: {
    status: 422,
    say: ({ kind, issued, entitled }: { kind: Words; issued: number; entitled: number }) => ({
      zh: `${kind.zh}发出 ${issued} 张，多于当日有表决权的正式党员 ${entitled} 人，请核对。`, en: `${kind.en}: ${issued} were handed out, but only ${entitled} full members had a vote that day.`,
    }),
  },
  BallotsBelowQuorum: {
    status: 422,
    say: ({ kind, received, entitled, needed }: { kind: Words; received: number; entitled: number; needed: number }) => ({
      zh: `${kind.zh}收回 ${received} 张，有表决权的正式党员 ${entitled} 人，至少须收回 ${needed} 张，本次测评无效。请另行组织。`,
      en: `${kind.en}: ${received} of ${entitled} entitled members gave a ballot, at least ${needed} must. These ballots are void; hold them again.`,
    }),
  },
  BallotRowsDiffer: {
    status: 422,
    say: ({ count }: { count: number }) => ({
      zh: `有 ${count} 行票数不符：每人各档与弃权之和应等于有效票。请按标出的行核对。`, en: `${count} rows do not fit: the answers and abstentions of each member make up the valid papers. Check the rows that are marked.`,
    }),
  },
  PersonNotEvaluated: {
    status: 422,
    say: () => ({ zh: '名单中有按规定不参评、不在本支部或重复的人员，请刷新名单。', en: 'The list names somebody who is not evaluated, not of this branch, or stands there twice. Load the list again.' }),
  },
  BallotsNotToCheck: {
    status: 409,
    say: ({ waiting }: { waiting: number }) => ({
      zh: `还有 ${waiting} 条票数待核对，但都由您录入或是您本人的，须由另一名支部书记、副书记或党务干部核对。`,
      en: `${waiting} counts wait to be checked, all of them entered by you or about you. Another secretary, deputy or the office checks them.`,
    }),
  },
  GradeUnknown: { status: 422, say: () => ({ zh: '考核方案没有这个等次。', en: 'The scheme has no such grade.' }) },
  GradesOverCap: {
    status: 422,
    say: ({ grade, quota, among, places, count }: { grade: Words; quota: string; among: number; places: number; count: number }) => ({
      zh: `评为“${grade.zh}”的有 ${count} 人，超过名额：参评 ${among} 人的 ${quota} 取整为 ${places} 人。请减少 ${count - places} 人。`,
      en: `${count} are graded “${grade.en}”, more than the places: ${quota} of ${among} is ${places}, rounded down. Take ${count - places} out.`,
    }),
  },
  NoPlaceLeft: {
    status: 409,
    say: ({ grade, quota, among, places, taken }: { grade: Words; quota: string; among: number; places: number; taken: number }) => ({
      zh: `不能改评为“${grade.zh}”：参评 ${among} 人的 ${quota} 取整为 ${places} 人，已评 ${taken} 人，没有空余名额。可选择退回支部，由支部委员会在名额内重新评定。`,
      en: `This member cannot become “${grade.en}”: ${quota} of ${among} is ${places}, rounded down, and ${taken} have it. Send it back to the branch, whose committee grades anew within the places.`,
    }),
  },
  GradeStays: {
    status: 422,
    say: ({ grade }: { grade: Words }) => ({
      zh: `该党员现在的等次就是“${grade.zh}”。请选择另一等次；等次不变的，异议按“不成立”答复。`, en: `The grade is “${grade.en}” already. Choose another, or reject the objection if it stays.`,
    }),
  },
  RegradeNotApproved: {
    status: 409,
    say: () => ({
      zh: '本支部的年度综合评价已退回重新评定，现在不能单独改评。请由支部重新评定并提请审定。', en: 'The evaluation of this branch was sent back and is graded anew, so a single grade is not changed now. The branch grades again and submits it.',
    }),
  },
  GradeAboveVeto: {
    status: 422,
    say: ({ grade, veto }: { grade: Words; veto: Words }) => ({ zh: `该党员“${veto.zh}”，不能评为“${grade.zh}”。`, en: `This member cannot be “${grade.en}”: ${veto.en}.` }),
  },
  GradeBelowThreshold: {
    status: 422,
    say: ({ grade, atLeast, value }: { grade: Words; atLeast: Hundredths; value: Hundredths | null }) => ({
      zh: `评为“${grade.zh}”须达到 ${formatHundredths(atLeast)} 分，该党员${value === null ? '依据不足，没有分数' : `为 ${formatHundredths(value)} 分`}。`,
      en: `“${grade.en}” needs ${formatHundredths(atLeast)}; this member has ${value === null ? 'no value, for want of a basis' : formatHundredths(value)}.`,
    }),
  },
  GradeNeedsReason: {
    status: 422,
    say: ({ grade }: { grade: Words }) => ({ zh: `评定等次“${grade.zh}”与建议等次不同，请写明事实和理由。`, en: `“${grade.en}” differs from what is proposed. Give the facts and the reason.` }),
  },
  GradeNeedsTalk: {
    status: 422,
    say: ({ grade }: { grade: Words }) => ({
      zh: `评为“${grade.zh}”前须同本人谈话并听取说明，请填写谈话日期（不晚于评定日期）。`, en: `Before “${grade.en}” the member is talked to and heard. Enter the day of the talk, not after the meeting.`,
    }),
  },
  OwnGrade: {
    status: 403,
    say: () => ({ zh: '任何人不能决定自己的等次。参加评定的委员只有被评定者本人，请由其他委员评定。', en: 'Nobody decides his own grade. Of those who decided, only the member himself is left; others must decide.' }),
  },
  DeciderNotOnCommittee: {
    status: 422,
    say: () => ({ zh: '参加评定的人须是评定当日的支部委员（未设委员会的，为正式党员），且不重复。', en: 'Who decides sits on the branch committee that day (without a committee: full members), each once.' }),
  },
  DecidersTooFew: {
    status: 422,
    say: ({ present, needed }: { present: number; needed: number }) => ({ zh: `参加评定 ${present} 人，须有半数以上（${needed} 人）到会。`, en: `${present} decided; half or more, ${needed}, must be present.` }),
  },
  ReviewHasGaps: {
    status: 409,
    say: ({ steps, ungraded }: { steps: number; ungraded: number }) => ({
      zh: `还不能提请审定：${[ungraded === 0 ? '' : `${ungraded} 人未评定等次`, steps === 0 ? '' : `${steps} 个步骤未填日期`].filter((it) => it !== '').join('，')}。`,
      en: `It cannot be submitted yet: ${[ungraded === 0 ? '' : `${ungraded} without a grade`, steps === 0 ? '' : `${steps} steps without a day`].filter((it) => it !== '').join(', ')}.`,
    }),
  },
  OwnBranch: {
    status: 403,
    say: () => ({ zh: '不能审定本人所在支部的年度综合评价，请由机关党委其他负责人办理。', en: 'Nobody approves the evaluation of his own branch. Another of the organs committee does.' }),
  },
  ResultSettled: {
    status: 409,
    say: () => ({ zh: '您已确认阅知或已提出异议，或异议期已满。', en: 'You have confirmed or objected already, or the time to object is over.' }),
  },
  ResultNotDisputed: {
    status: 409,
    say: () => ({ zh: '目前没有待答复的异议，可能已被他人办理。请刷新查看。', en: 'No objection waits here; somebody else may have dealt with it. Look again.' }),
  },
  OwnResult: {
    status: 403,
    say: () => ({ zh: '不能答复本人的异议，请由机关党委其他人员办理。', en: 'Nobody answers his own objection. Another of the office does.' }),
  },
  NotTransferred: {
    status: 404,
    say: () => ({ zh: '该党员当年没有在本单位内转移组织关系，没有积分转移单。', en: 'This member did not move inside the bureau that year, so there is no transfer sheet.' }),
  },
} as const;

export const refuseEvaluation = refusing(evaluationRefusals);
