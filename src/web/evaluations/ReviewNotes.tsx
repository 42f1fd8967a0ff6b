import type { MemberReviewView } from '#domain/evaluations/contract.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { evaluationTexts } from './evaluation-texts.ts';

const texts = defineTexts({
  zh: {
    opens: (day: string) => `本年度综合评价从 ${day} 起办理。`, none: '先填写学习动员、自评、互评的日期，会后录入民主测评票数。下表为按现有记录计算的情况。', live: '尚未核算，下表为按现有记录计算的情况，随记录变动。',
    names: '您可以录入测评票数；积分和等次由支部委员会和机关党委办理人员查看。',
    papers: (kind: string, issued: number, received: number, valid: number) => `${kind}：发出 ${issued}，收回 ${received}，有效 ${valid}`, entitled: (count: number) => `有表决权的正式党员 ${count} 人`,
    waiting: (count: number) => `${count} 条票数待核对。录入人以外的支部书记、副书记或党务干部核对后核算；各人的票数不由本人核对。`,
    places: (among: number, grade: string, quota: string, places: number, now: number) => `参评 ${among} 人；“${grade}”不超过 ${quota}，即 ${places} 人，现评 ${now} 人。`,
    decided: (grades: string) => `${grades}不按分数产生，由支委会依据事实决定。`, returned: (why: string) => `退回理由：${why}`,
    meeting: (day: string, minutes: string, who: string) => `组织评定：${day}，${minutes}，参加评定 ${who}（评定本人时回避）。`, approved: (day: string, document: string) => `机关党委 ${day} 审定，${document}。`,
    told: (all: number, confirmed: number, objected: number) => `已告知 ${all} 人，确认阅知 ${confirmed} 人，异议 ${objected} 人；期满未提出异议的视为确认。`,
  },
  en: {
    opens: (day) => `This year's evaluation begins on ${day}.`, none: 'First the days of preparation, self-review and review by one another; after the meeting the ballots. The table shows what the record gives now.', live: 'Not scored yet: the table shows what the record gives now, and moves with it.',
    names: 'You may enter the ballots; points and grades are seen by the branch committee and the office.',
    papers: (kind, issued, received, valid) => `${kind}: ${issued} handed out, ${received} back, ${valid} valid`, entitled: (count) => `${count} full members have a vote`,
    waiting: (count) => `${count} counts wait to be checked by a secretary, deputy or the office other than who entered them; nobody checks his own.`,
    places: (among, grade, quota, places, now) => `${among} are evaluated; at most ${quota} “${grade}”, that is ${places}; now ${now}.`,
    decided: (grades) => `${grades} come from no score: the committee decides on facts.`, returned: (why) => `Returned: ${why}`,
    meeting: (day, minutes, who) => `Graded on ${day}, ${minutes}, by ${who} (each abstained from his own grade).`, approved: (day, document) => `Approved by the organs committee on ${day}, ${document}.`,
    told: (all, confirmed, objected) => `${all} were told, ${confirmed} have confirmed, ${objected} object; silence until the last day confirms.`,
  },
});

/** What must be known beside the table, in the order in which it matters. */
export function ReviewNotes({ of }: { readonly of: MemberReviewView }) {
  const t = useTexts(texts);
  const words = useTexts(evaluationTexts);
  const say = useWords();
  const { language } = useLanguage();
  const [best] = of.grades;
  const decided = of.grades.filter((grade) => grade.decided).map(({ label }) => `“${say(label)}”`).join(language === 'zh' ? '、' : ', ');
  const papers = of.ballots?.papers.flatMap((one) => {
    const kind = of.kinds.find(({ register }) => register === one.register);
    return kind && one.issued > 0 ? [t.papers(say(kind.label), one.issued, one.received, one.valid)] : [];
  }) ?? [];
  const graded = of.members.filter(({ grade }) => grade !== null && grade === best?.id).length;
  const notes = [
    of.stage === 'none' ? (of.may.keepSteps ? t.none : t.opens(dayText(of.opens, language))) : '',
    of.stage === 'opened' && of.may.figures ? t.live : '',
    of.may.figures ? '' : t.names,
    of.ballots === null ? '' : [...papers, t.entitled(of.ballots.entitled)].join(language === 'zh' ? '；' : '; '),
    of.pin && best && best.quota !== null && best.places !== null ? `${t.places(of.taking, say(best.label), best.quota, best.places, graded)}${decided === '' ? '' : ` ${t.decided(decided)}`}` : '',
    of.gradedOn === null ? '' : t.meeting(dayText(of.gradedOn, language), of.minutes, of.deciders.map(({ name }) => name).join(language === 'zh' ? '、' : ', ')),
    of.approvedOn === null ? '' : t.approved(dayText(of.approvedOn, language), of.document),
    of.stage === 'approved' ? t.told(of.told.all, of.told.confirmed, of.told.objected) : '',
    of.pin === null ? '' : words.basis(of.pin.seq, of.pin.day),
  ].filter((it) => it !== '');
  return (
    <div className="evaluation-notes">
      {of.stage === 'returned' && of.returned !== '' ? <p className="evaluation-until" role="status">{t.returned(of.returned)}</p> : null}
      {of.waiting > 0 ? <p className="evaluation-until" role="status">{t.waiting(of.waiting)}</p> : null}
      {notes.map((note) => <p key={note} className="evaluation-hint">{note}</p>)}
    </div>
  );
}
