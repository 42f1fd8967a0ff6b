import { refusing } from '#domain/contracts/refusal.ts';

export const spotCheckRefusals = {
  DrawStands: {
    status: 409,
    say: ({ window }: { window: string }) => ({ zh: `${window} 的抽取名单已经公布，不能再公布一份；名单有误的，先作废再重新公布。`, en: `A list for ${window} has been published. If it is wrong, void it and publish anew.` }),
  },
  NothingToDraw: {
    status: 422,
    say: () => ({ zh: '没有可抽查的支部，或者本年度没有启用含考核项目的考核方案，请先核对组织机构和考核方案。', en: 'There is no branch to check, or no scheme with items is in force this year. Look at the organisations and the scheme.' }),
  },
  ListChanged: {
    status: 409,
    say: () => ({ zh: '名单公布后支部、分组或考核项目有变动，公布的名单已不准确。请作废本次抽取，重新公布名单后再办理。', en: 'Branches, strata or items have changed since the list was published. Void this draw and publish the list anew.' }),
  },
  DrawOver: {
    status: 409,
    say: () => ({ zh: '本次抽取已经完成或作废，不能再办理。', en: 'This draw is over: branches have been drawn, or it was voided.' }),
  },
  WordTwice: {
    status: 409,
    say: () => ({ zh: '您已经输入过一个词，请由另一人输入。同一人换用别的账号也算同一人。', en: 'You have typed your word. Somebody else types the next one; another account of yours is still you.' }),
  },
  WordNeedsPerson: {
    status: 403,
    say: () => ({ zh: '此账号没有对应的人员，不能输入词语。请用本人账号办理。', en: 'Nobody stands behind this account, so it cannot type a word. Use an account of a person.' }),
  },
  WordsMissing: {
    status: 409,
    say: ({ least, typed }: { least: number; typed: number }) => ({ zh: `至少要有 ${least} 人各输入一个词，目前 ${typed} 人。请再请一人输入后抽取。`, en: `At least ${least} people type a word each; ${typed} have. Ask one more, then draw.` }),
  },
  NotDrawn: {
    status: 409,
    say: () => ({ zh: '该支部本次没有抽到，或者还没有抽取，不能编成检查组。', en: 'This branch was not drawn, or nobody has been drawn yet. There is no team to form.' }),
  },
  TeamStands: {
    status: 409,
    say: () => ({ zh: '该支部的检查组已经编成，请在评分表上调整。', en: 'The team of this branch has been formed. Change it on its sheet.' }),
  },
  JudgesAlike: {
    status: 422,
    say: () => ({ zh: '检查组成员重复，请选择 2 至 3 名不同的人员。', en: 'Somebody stands in the team twice. Choose two or three different people.' }),
  },
  JudgeWithoutRole: {
    status: 422,
    say: ({ name }: { name: string }) => ({ zh: `${name}没有检查组成员的职责，请先由安全管理员授予，或另选人员。`, en: `${name} has not the role of a member of an inspection team here. Have it granted first, or choose another.` }),
  },
  InterestedJudge: {
    status: 409,
    say: ({ name, because }: { name: string; because: 'home' | 'contact' | 'declared' }) => ({
      zh: `${name}${{ home: '的组织关系在该支部', contact: '以该支部为联系点', declared: '已声明回避' }[because]}，应当回避，请另选人员。`,
      en: `${name} ${{ home: 'belongs to this branch', contact: 'is its contact', declared: 'has declared a recusal' }[because]} and does not check it. Choose another.`,
    }),
  },
  CheckDayUnfit: {
    status: 422,
    say: ({ from, until }: { from: string; until: string }) => ({ zh: `检查日期须在 ${from} 至 ${until} 之间。`, en: `The day of the check lies between ${from} and ${until}.` }),
  },
  SheetMarked: {
    status: 409,
    say: () => ({ zh: '评分表已经填写，不能再调整检查组。', en: 'The sheet has been filled in; the team does not change any more.' }),
  },
  RecusalDates: { status: 422, say: () => ({ zh: '回避的止期不能早于起期。', en: 'A recusal does not end before it begins.' }) },
  RecusalByOther: {
    status: 403,
    say: () => ({ zh: '声明回避由本人办理；联系点由党务办登记。', en: 'One declares one’s own recusal; contacts are entered by the office.' }),
  },
  RecusalHeld: { status: 409, say: () => ({ zh: '这段时间内已有同一回避登记。', en: 'This recusal is on record for that time.' }) },
  RecusalEnded: { status: 409, say: () => ({ zh: '回避在这一天或更早已经终止，只能提前，不能延后；需要延后的另行登记。', en: 'It ends on that day or earlier. It can be cut short only; enter another to go on.' }) },
  NotOfTheTeam: {
    status: 403,
    say: () => ({ zh: '评分表由检查组成员填写和确认。', en: 'A sheet is filled in and confirmed by the members of its team.' }),
  },
  SheetConfirmed: { status: 409, say: () => ({ zh: '评分表已经确认，不能再修改。', en: 'The sheet has been confirmed and does not change any more.' }) },
  CheckNotYet: {
    status: 409,
    say: ({ day }: { day: string }) => ({ zh: `检查安排在 ${day}，当天起才能填写。`, en: `The check is on ${day}; it is filled in from that day on.` }),
  },
  ItemNotOnSheet: { status: 422, say: () => ({ zh: '有的项目不在本次抽查范围内，请刷新页面后再填。', en: 'Some item is not on this sheet. Open the page anew.' }) },
  MarkAboveFull: { status: 422, say: () => ({ zh: '核定分不能超过该项分值。', en: 'A checked mark is not above the full mark of its item.' }) },
  MarkWithoutBasis: {
    status: 422,
    say: () => ({ zh: '该项不适用或依据不足，其分值已分摊给其他项目，不能核定。', en: 'The item does not apply or has no basis; its weight has gone to the others, so it is not marked.' }),
  },
  MarksMissing: { status: 422, say: () => ({ zh: '还有项目没有核定分，请填齐后再提交。', en: 'Some items have no checked mark yet. Fill them in first.' }) },
  ReasonMissing: { status: 422, say: () => ({ zh: '核定分与计算分不一致的，请写明理由。', en: 'Where the checked mark differs from the computed one, say why.' }) },
  ProblemDueUnfit: { status: 422, say: () => ({ zh: '整改时限不能早于检查日期。', en: 'A problem is not due before the day of the check.' }) },
  SheetNotMarked: { status: 409, say: () => ({ zh: '评分表还没有填写，不能确认。', en: 'The sheet has not been filled in, so there is nothing to confirm.' }) },
  SheetByOther: {
    status: 403,
    say: () => ({ zh: '您填写的评分表须由检查组另一名成员确认。', en: 'You filled it in; another member of the team confirms it.' }),
  },
  SheetNotConfirmed: { status: 409, say: () => ({ zh: '评分表还没有由检查组另一名成员确认，或者已经反馈。', en: 'The sheet has not been confirmed by another member of the team, or was sent already.' }) },
  NobodyDrawnYet: { status: 409, say: () => ({ zh: '本季度还没有抽取，抽取、检查后再发布通报。', en: 'Nobody is drawn yet. Draw and check first, then issue the circular.' }) },
  SheetsUnconfirmed: {
    status: 409,
    say: ({ names }: { names: readonly string[] }) => ({
      zh: `还有 ${names.length} 个抽到的支部没有核定：${names.join('、')}。核定分确认后再发布通报。`, en: `${names.length} drawn branches have no confirmed sheet yet: ${names.join(', ')}. Confirm the marks first.`,
    }),
  },
  RevisionNeedsReason: { status: 422, say: () => ({ zh: '通报已经发布。再次发布为修订，请写明修订理由。', en: 'The circular is issued already. Issuing it again is a revision: give the reason.' }) },
  CircularStays: { status: 409, say: () => ({ zh: '重新核算的结果与已发布的通报相同，不必修订。', en: 'Worked out again, the table is the same as the one issued; there is nothing to revise.' }) },
  FeedbackNotSent: { status: 409, say: () => ({ zh: '没有待签收的反馈意见。', en: 'There is no feedback that waits for a signature.' }) },
  ProblemWaits: { status: 409, say: () => ({ zh: '已申请销号，正等待复核。', en: 'Closure has been asked for; it waits to be checked again.' }) },
  ProblemClosed: { status: 409, say: () => ({ zh: '该问题已销号。', en: 'The problem has been closed.' }) },
  ProblemNotApplied: { status: 409, say: () => ({ zh: '支部还没有申请销号，不能复核。', en: 'The branch has not asked to close it, so there is nothing to check again.' }) },
  RecheckByFinder: {
    status: 403,
    say: () => ({ zh: '由发现问题的检查组成员或党务办复核、销号。', en: 'Whoever found it checks it again: the team, or the office.' }),
  },
  RecheckByOther: { status: 403, say: () => ({ zh: '您申请的销号须由他人复核。', en: 'You asked for the closure; somebody else checks it again.' }) },
  ReturnNeedsWords: { status: 422, say: () => ({ zh: '退回须写明理由。', en: 'Say why it is returned.' }) },
} as const;

export const refuseSpotCheck = refusing(spotCheckRefusals);
