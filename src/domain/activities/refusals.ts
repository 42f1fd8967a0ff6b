import { refusing } from '#domain/contracts/refusal.ts';
import type { Words } from '#domain/words/words.ts';

const noun = (zh: string, en: string) => ({ word }: { word: string }): Words => ({
  zh: `现行考核方案中没有“${word}”这一${zh}，请从列表中选择。`,
  en: `The scheme in force has no ${en} “${word}”. Choose one from the list.`,
});

const NAMED_MOST = 12;

interface Names {
  readonly names: readonly string[];
}

/** A few names in full; of many, the first and how many they are. */
function listed({ names }: Names): Words {
  const shown = names.slice(0, NAMED_MOST);
  const more = names.length > shown.length;
  return { zh: `${shown.join('、')}${more ? `等 ${names.length} 人` : ''}`, en: `${shown.join(', ')}${more ? ` and others, ${names.length} in all` : ''}` };
}

/** What may be wrong with a record or an arrangement, each in a sentence that says what helps; nothing was written. */
export const activityRefusals = {
  ActivityUnknown: { status: 422, say: noun('活动', 'activity') },
  ContentUnknown: { status: 422, say: noun('学习内容', 'study content') },
  ReasonUnknown: { status: 422, say: noun('事由', 'reason') },
  OrganisationHoldsNot: {
    status: 422,
    say: ({ organisation }: { organisation: string }) => ({
      zh: `“${organisation}”在这一天不是党组织，或者已撤销。请核对日期。`,
      en: `“${organisation}” did not exist on that day. Check the date.`,
    }),
  },
  FutureDay: {
    status: 422,
    say: ({ day }: { day: string }) => ({ zh: `${day} 还没有到，只能记录已经开展的活动。`, en: `${day} has not come yet. Only what has taken place can be recorded.` }),
  },
  SittingsOverlap: {
    status: 422,
    say: ({ first, second, place }: { first: number; second: number; place: string }) => ({
      zh: `场次 ${first} 与场次 ${second} 时间重叠，地点${place === '' ? '均未填写' : `都是“${place}”`}。请改正时间，或者分别填写地点。`,
      en: `Sittings ${first} and ${second} overlap ${place === '' ? 'and neither has a place' : `at the same place, “${place}”`}. Correct the times, or give each its own place.`,
    }),
  },
  SessionOverlaps: {
    status: 409,
    say: ({ organisation, when, activity }: { organisation: string; when: string; activity: Words }) => ({
      zh: `${organisation}在 ${when} 已有一次${activity.zh}，时间重叠。若是同一次，请打开那一次记录；若是两场，请记为同一次的两个场次。`,
      en: `${organisation} already has a ${activity.en} on ${when} that overlaps. If it is the same one, open that record; if there were two sittings, record them as sittings of one session.`,
    }),
  },
  PeriodNotAllowed: {
    status: 422,
    say: ({ day, period }: { day: string; period: string }) => ({
      zh: `${day} 的活动不能归到 ${period}。只有组织生活会、民主评议可在次年 1 至 3 月补开并归到上年 12 月；跨月的场次可归到任一场次所在月份。`,
      en: `A session of ${day} cannot belong to ${period}. Only the criticism meeting and the appraisal of members may be held from January to March for December before; a session whose sittings lie in two months may belong to either.`,
    }),
  },
  PeriodReasonMissing: {
    status: 422,
    say: ({ period }: { period: string }) => ({ zh: `归到 ${period} 须填写说明（如通知文号）。`, en: `Say why it belongs to ${period}, for instance by the number of the notice.` }),
  },
  NotOfThisSession: {
    status: 422,
    say: (it: Names) => ({
      zh: `${listed(it).zh}当日不在本次活动的应到范围（不属本组织，或按规定不参加）。请从名单中去掉；确实到场的，填入“列席”。`,
      en: `Not expected at this session on that day (of another organisation, or not among those it is for): ${listed(it).en}. Take them off the list; who was there all the same belongs under “in attendance”.`,
    }),
  },
  PersonTwice: {
    status: 422,
    say: (it: Names) => ({ zh: `${listed(it).zh}在名单中出现了两次，每人只记一次，请删去多余的一行。`, en: `Marked twice: ${listed(it).en}. Each person is marked once; remove the second line.` }),
  },
  PersonUnknown: {
    status: 422,
    say: () => ({ zh: '所填人员中有花名册上没有的人。不在册的人员请填入“其他列席人员”。', en: 'Somebody named is not on the roster. Write people from outside under “others in attendance”.' }),
  },
  NotMarked: {
    status: 422,
    say: (it: Names) => ({
      zh: `还有 ${it.names.length} 人没有标注：${listed(it).zh}。请逐人标注，或点“全部实到”。`,
      en: `Not marked yet: ${listed(it).en}. Mark each of them, or tap “everybody present”.`,
    }),
  },
  ReasonMissing: {
    status: 422,
    say: (it: Names) => ({ zh: `${listed(it).zh}标为免计，请选择事由。`, en: `Choose the reason for which ${listed(it).en} is excused.` }),
  },
  SelfExcused: {
    status: 422,
    say: () => ({
      zh: '本人的请假、免计须由他人登记。请由支部书记或其他记录员填写您的出勤，或先由他人登记您的请假。',
      en: 'Nobody excuses himself. Have the secretary or another recorder fill in your attendance, or have your leave entered by somebody else first.',
    }),
  },
  SittingMissing: {
    status: 422,
    say: (it: Names) => ({ zh: `${listed(it).zh}所在的场次不存在，请重新选择场次。`, en: `The sitting chosen for ${listed(it).en} does not exist. Choose it again.` }),
  },
  VoteSumsWrong: {
    status: 422,
    say: ({ at }: { at: number }) => ({
      zh: `第 ${at} 项决议的表决数不相符：赞成、反对、弃权之和应等于到会有表决权人数，到会不能多于应到。`,
      en: `The vote on resolution ${at} does not add up: yes, no and abstained together are those present, and those present cannot be more than those entitled.`,
    }),
  },
  AlreadyRecorded: {
    status: 409,
    say: () => ({ zh: '这次活动已经记录。请打开记录查看，需要时点“修改”。', en: 'This session is recorded already. Open the record, and amend it if needed.' }),
  },
  NotRecordedYet: {
    status: 409,
    say: () => ({ zh: '这次活动还没有记录，请先记录。', en: 'This session is not recorded yet. Record it first.' }),
  },
  OwnRecord: {
    status: 403,
    say: () => ({
      zh: '这条记录是您填报的，须由另一人审核（支部书记、副书记或党务干部）。',
      en: 'You filled in this record yourself. Another person confirms it: the secretary, the deputy or a Party-affairs officer.',
    }),
  },
  NoPersonBehind: {
    status: 403,
    say: () => ({
      zh: '本账号没有对应的人员，不能审核。请用本人账号办理；没有本人账号的，请安全管理员开立并授予职责。',
      en: 'No person stands behind this account, so it cannot confirm. Use your own account, or have the security administrator open one for you with your role.',
    }),
  },
  AlreadyConfirmed: {
    status: 409,
    say: () => ({ zh: '您已审核过这一版，无需再次审核。', en: 'You have confirmed this version already.' }),
  },
  ConfirmationOfAnother: {
    status: 403,
    say: ({ name }: { name: string }) => ({ zh: `这是${name}的审核，须由本人撤回。`, en: `${name} confirmed this; only the same person can take it back.` }),
  },
  OwnMakeUp: {
    status: 403,
    say: () => ({ zh: '本人的补学须由另一人确认（组织委员、支部书记或记录员）。', en: 'Your own make-up is confirmed by another: the organiser, the secretary or the recorder.' }),
  },
  MakeUpNotOpen: {
    status: 422,
    say: () => ({ zh: '按考核方案，这类活动不安排补学。', en: 'By the scheme this activity is not made up.' }),
  },
  MakeUpNotNeeded: {
    status: 422,
    say: ({ name }: { name: string }) => ({
      zh: `${name} 这一次无需补学，或者按事由不能补学（已实到、不在应到范围，或为无故缺席）。`,
      en: `${name} has nothing to make up here: present, not expected, or absent for a reason that is not made up.`,
    }),
  },
  MakeUpTooEarly: {
    status: 422,
    say: ({ day }: { day: string }) => ({ zh: `补学日期不能早于活动当日（${day}）。`, en: `A make-up cannot come before the session itself (${day}).` }),
  },
  MakeUpTooLate: {
    status: 422,
    say: ({ until }: { until: string }) => ({ zh: `补学期限到 ${until} 为止，已过期。`, en: `It could be made up until ${until}.` }),
  },
  AlreadyMadeUp: {
    status: 409,
    say: ({ name, day }: { name: string; day: string }) => ({ zh: `${name} 已于 ${day} 补学，每次活动只补一次。`, en: `${name} made it up on ${day}; a session is made up once.` }),
  },
  StudiedUnknown: {
    status: 422,
    say: () => ({ zh: '所选的课程或党课已不在可选范围内，请重新选择。', en: 'A course or lecture chosen is no longer offered. Choose again.' }),
  },
  StudiedTwice: {
    status: 422,
    say: ({ title }: { title: string }) => ({ zh: `“${title}”同一讲选了两次。`, en: `The same lesson of “${title}” stands there twice.` }),
  },
  LessonBeyond: {
    status: 422,
    say: ({ title, lessons }: { title: string; lessons: number }) => ({ zh: `“${title}”共 ${lessons} 讲，请选择其中的讲次。`, en: `“${title}” has ${lessons} lessons. Choose among them.` }),
  },
  CourseNotOn: {
    status: 422,
    say: ({ title, from, until }: { title: string; from: string; until: string | null }) => ({
      zh: `“${title}”的学习时间为 ${from} 至 ${until ?? '今'}，活动日期不在其中。`, en: `“${title}” runs from ${from}${until === null ? '' : ` to ${until}`}, and the day of the session lies outside.`,
    }),
  },
  HoldersMixed: {
    status: 422,
    say: ({ day }: { day: string }) => ({
      zh: `${day} 一行中的活动由不同层级的党组织开展，请分行安排。`,
      en: `The activities of ${day} are held at different levels. Arrange them in separate lines.`,
    }),
  },
  HeldByNobody: {
    status: 422,
    say: ({ day }: { day: string }) => ({
      zh: `${day} 的活动在所选范围内没有开展单位，请调整范围。`,
      en: `Nobody in the chosen scope holds the activity of ${day}. Choose another scope.`,
    }),
  },
  ArrangedAlready: {
    status: 409,
    say: ({ count }: { count: number }) => ({
      zh: `有 ${count} 处与已有安排或记录时间重叠（见下）。请删去已安排的行，或修改原安排。`,
      en: `${count} sessions overlap with what is arranged or recorded already (see below). Remove those lines, or amend the earlier arrangement.`,
    }),
  },
} as const;

export const refuseActivity = refusing(activityRefusals);
