import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refusing } from '#domain/contracts/refusal.ts';
import type { Words } from '#domain/words/words.ts';
import type { ReviewStage } from './review.ts';

/** What a stage is called, as the step that was done last. */
export const stageWords: Readonly<Record<ReviewStage, Words>> = {
  opened: { zh: '支部自评', en: 'self-review' },
  scored: { zh: '核分', en: 'scoring' },
  deliberated: { zh: '机关党委研究', en: 'deliberation' },
  noticed: { zh: '公示', en: 'public notice' },
  approved: { zh: '局党委审定', en: 'approval' },
  circulated: { zh: '通报', en: 'circular' },
};

export const reviewRefusals = {
  NoBranchResult: {
    status: 409,
    say: ({ year }: { year: number }) => ({
      zh: `${year} 年的考核方案没有支部年度考核的计分和等次，无法开展。请先启用含此项内容的方案。`,
      en: `The scheme of ${year} has no annual result with grades for branches. Adopt a scheme that has one first.`,
    }),
  },
  ReviewExists: {
    status: 409,
    say: ({ year, name }: { year: number; name: string }) => ({
      zh: `${name} ${year} 年度考核已经开始，所属支部不能重复考核。请在“年度考核”中继续办理。`, en: `The review of ${year} by ${name} has begun; its branches cannot be reviewed twice. Go on with that one.`,
    }),
  },
  YearNotOver: {
    status: 409,
    say: ({ year }: { year: number }) => ({ zh: `${year} 年尚未结束，年终后才能办理。`, en: `${year} is not over yet. Come back when it is.` }),
  },
  ReviewTooEarly: {
    status: 409,
    say: ({ year }: { year: number }) => ({ zh: `${year} 年度考核从 ${year} 年 12 月 1 日起布置。`, en: `The review of ${year} can be opened from 1 December ${year} on.` }),
  },
  SelfReviewEndsInPast: {
    status: 422,
    say: ({ today }: { today: CivilDate }) => ({ zh: `自评截止日不能早于今天（${today}）。`, en: `The last day for self-reviews cannot be before today (${today}).` }),
  },
  SelfReviewDayStays: { status: 409, say: () => ({ zh: '自评截止日没有变化。', en: 'The last day for self-reviews is this one already.' }) },
  MonthsNotLocked: {
    status: 409,
    say: ({ year, open }: { year: number; open: string }) => ({
      zh: `${year} 年尚有未锁定的月份：${open}。请先在“月度办理”中锁定各月，再核分。`, en: `Months of ${year} are not locked yet: ${open}. Lock them under Months before scoring.`,
    }),
  },
  ScoringDisturbed: {
    status: 409,
    say: ({ year }: { year: number }) => ({
      zh: `核分期间有 ${year} 年的记录被修改或撤回，本次核分未保存。请重新核分。`, en: `Entries of ${year} were amended or withdrawn while it was being scored, so nothing was saved. Score again.`,
    }),
  },
  StepNotNext: {
    status: 409,
    say: ({ stage }: { stage: ReviewStage }) => ({
      zh: `年度考核目前已办到“${stageWords[stage].zh}”，不能办理这一步。请刷新后按步骤办理。`,
      en: `The review has come to: ${stageWords[stage].en}. This step does not follow it; look again and go step by step.`,
    }),
  },
  StepBeforeLast: {
    status: 422,
    say: ({ least, most }: { least: CivilDate; most: CivilDate }) => ({
      zh: `日期应在 ${least} 至 ${most} 之间：不能早于上一步办理日期，也不能晚于今天。`, en: `Give a day from ${least} to ${most}: not before the step before it, and not after today.`,
    }),
  },
  YearUnderScheme: {
    status: 409,
    say: ({ year, first }: { year: number; first: number }) => ({
      zh: `只能补录施行考核方案以前的年度（${first} 年以前）。${year} 年请在“年度考核”中办理。`, en: `Only years before the scheme, before ${first}, are brought along. The review of ${year} is held here.`,
    }),
  },
  PastGradesDay: {
    status: 422,
    say: ({ year, today }: { year: number; today: CivilDate }) => ({ zh: `通报日期应在 ${year} 年以后、今天（${today}）以前，请核对。`, en: `The circular came after ${year} and not after today, ${today}. Check the day.` }),
  },
  PastGradeUnknown: {
    status: 422,
    say: () => ({ zh: '名单中有方案没有的等次、不在本范围或重复的支部，请刷新后重新填写。', en: 'The list has a grade that the scheme does not know, or a branch that is not of this committee or stands there twice. Load it again.' }),
  },
  ReviewNotCirculated: {
    status: 409,
    say: () => ({ zh: '年度考核结果还没有通报，通报后再签收。', en: 'The result is not circulated yet. Sign for it once it is.' }),
  },
  ReviewSignedAlready: {
    status: 409,
    say: ({ on }: { on: CivilDate }) => ({ zh: `本支部已于 ${on} 签收，不必重复。对结果有异议的，请在“提出异议”中提出。`, en: `The branch signed for it on ${on}. To dispute the result, object to it.` }),
  },
  TieUndecided: {
    status: 409,
    say: ({ grade, places, names }: { grade: Words; places: number; names: readonly string[] }) => ({
      zh: `${names.join('、')}得分并列，“${grade.zh}”只剩 ${places} 个名额。请由会议确定给谁并写明理由。`,
      en: `${names.join(', ')} are equal, and ${places} places are left for ${grade.en}. The meeting names who gets them, with its reason.`,
    }),
  },
  PlaceNotTied: {
    status: 422,
    say: ({ name, grade }: { name: string; grade: Words }) => ({
      zh: `${name}不在“${grade.zh}”名额线上的并列支部之中，无需由会议确定名额。`, en: `${name} is not among those equal at the line of ${grade.en}; there is no place to decide.`,
    }),
  },
  ReasonMissing: {
    status: 422,
    say: ({ name }: { name: string }) => ({
      zh: `${name}的等次与建议等次不同或由会议确定，须写明理由。`, en: `${name}: a grade that differs from the proposal, or was decided among equals, needs its reason.`,
    }),
  },
  BranchWithoutGrade: {
    status: 422,
    say: ({ name }: { name: string }) => ({
      zh: `${name}缺项、不定等次或按规定不参评，不能确定等次。请先补齐缺项后重新核分。`, en: `${name} has something missing, or is not graded by rule, and can be given no grade. Fill what is missing and score again.`,
    }),
  },
  GradeAboveVeto: {
    status: 422,
    say: ({ name, grade, most }: { name: string; grade: Words; most: Words }) => ({
      zh: `${name}被一票否决，最高为“${most.zh}”，不能定为“${grade.zh}”。`, en: `${name} is vetoed and can be ${most.en} at most, not ${grade.en}.`,
    }),
  },
  GradeBelowScore: {
    status: 422,
    say: ({ name, grade, least, score }: { name: string; grade: Words; least: string; score: string }) => ({
      zh: `${name}得分 ${score}，未达到“${grade.zh}”须有的 ${least} 分，不能定为“${grade.zh}”。`, en: `${name} has ${score}; ${grade.en} asks for ${least}.`,
    }),
  },
  TooManyPlaces: {
    status: 422,
    say: ({ grade, places, given }: { grade: Words; places: number; given: number }) => ({
      zh: `“${grade.zh}”名额 ${places} 个，现有 ${given} 个支部，超出 ${given - places} 个。请调整后再提交。`, en: `${grade.en} has ${places} places and was given to ${given} branches. Take ${given - places} back.`,
    }),
  },
  NobodyToList: {
    status: 409,
    say: () => ({ zh: '本年度没有拟定为最高等次的支部，无需公示，可直接报局党委审定。', en: 'No branch is proposed for the best grade: there is nothing to give notice of. Go on to the approval.' }),
  },
  NoticeTooShort: {
    status: 422,
    say: ({ days, least }: { days: number; least: CivilDate }) => ({
      zh: `公示期不少于 ${days} 个工作日（公示当日不计），截止日最早为 ${least}。`, en: `A notice stands for ${days} working days at least, not counting the day it is posted: until ${least} or later.`,
    }),
  },
  NoticeNotOver: {
    status: 409,
    say: ({ until }: { until: CivilDate }) => ({ zh: `公示到 ${until} 为止，期满后才能报局党委审定。`, en: `The notice stands until ${until}. The approval comes after that day.` }),
  },
  NoticeProvisional: {
    status: 409,
    say: ({ year }: { year: number }) => ({
      zh: `${year} 年工作日历尚未公布，公示期满日无法确定。请先在“工作日历”中登记，再办理审定。`,
      en: `The working calendar of ${year} is not announced, so nobody can say when the notice is over. Enter it under Working calendar first.`,
    }),
  },
  NoticeMissing: {
    status: 409,
    say: () => ({ zh: '拟定等次尚未公示，或名单有新增。请先公示，期满后再审定。', en: 'The proposed grades were not given notice of, or the list has grown. Give notice first.' }),
  },
  ObjectionOpen: {
    status: 409,
    say: ({ count }: { count: number }) => ({ zh: `尚有 ${count} 件异议未办结，办结后才能审定。`, en: `${count} objections are open. The approval waits for them.` }),
  },
  SelfReviewClosed: {
    status: 409,
    say: () => ({ zh: '年度考核尚未开始，或已核分，目前不能自评。需要修改的，请机关党委退回。', en: 'The review is not open, or scored already. Ask the office to send it back if the self-review must change.' }),
  },
  RevisionRunning: {
    status: 409,
    say: ({ revision }: { revision: number }) => ({ zh: `第 ${revision} 次修订正在办理，请先办结。`, en: `Revision ${revision} is under way. Finish it first.` }),
  },
} as const;

export const refuseReview = refusing(reviewRefusals);
