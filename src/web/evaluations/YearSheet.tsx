import type { MemberResultView } from '#domain/evaluations/result-contract.ts';
import { defineTexts, useLanguage, useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { longDayText } from '#web/ui/day-words.ts';
import { Figure } from '#web/ui/Figure.tsx';
import { evaluationTexts } from './evaluation-texts.ts';
import { ResultFigures } from './ResultFigures.tsx';
import { fetchResult } from './year-grounds.ts';

const texts = defineTexts({
  zh: {
    title: '党员年度综合评价表', who: (name: string, number: string, branch: string) => `姓名：${name}　　编号：${number}　　党支部：${branch}`, proposal: '支部委员会评定', approval: '机关党委审定', own: '本人意见', grade: '等次',
    reason: '事实和理由', talk: (day: string) => `${day}谈话并听取说明。`, approved: (day: string, document: string) => `${day}　${document}`, signed: '签名：', seal: '盖章：', date: '　　　年　　月　　日', basis: (seq: number, day: string) => `分数根据截至 ${day}、第 ${seq} 号工作记录核算。`,
    regraded: (from: string, to: string, day: string, minutes: string) => `${day}　${minutes}　异议成立，由“${from}”改评为“${to}”。`, confirmed: '已确认阅知', silent: '期满未提出异议，视为确认', objected: '已提出异议', answered: '异议已答复', told: '',
  },
  en: {
    title: 'Annual evaluation of a member', who: (name, number, branch) => `Name: ${name}\u2003Number: ${number}\u2003Branch: ${branch}`, proposal: 'Grade by the branch committee', approval: 'Approved by the organs committee', own: 'The member', grade: 'Grade',
    reason: 'Facts and reason', talk: (day) => `Talked to and heard on ${day}.`, approved: (day, document) => `${day}   ${document}`, signed: 'Signature: ', seal: 'Seal: ', date: 'Date: ', basis: (seq, day) => `Worked out from the record as of ${day}, entry ${seq}.`,
    regraded: (from, to, day, minutes) => `${day}   ${minutes}   objection upheld, “${from}” became “${to}”.`, confirmed: 'has read it', silent: 'no objection in time', objected: 'has objected', answered: 'the objection was answered', told: '',
  },
});

/** 党员年度综合评价表: one A4 a person. */
export function YearSheet({ of }: { readonly of: MemberResultView }) {
  const t = useTexts(texts);
  const marks = useMarks();
  const words = useTexts(evaluationTexts);
  const say = useWords();
  const { language } = useLanguage();
  const { bureau } = useWhoAmI();
  const line = (label: string) => <p className="paper-lines"><span>{label}<span className="paper-blank" /></span><span>{t.date}</span></p>;
  return (
    <>
      <h1><small>{bureau[language]}</small>{t.title}<small>{words.year(String(of.year))}</small></h1>
      <p>{t.who(of.person.name, of.person.number, of.organisation.name)}</p>
      <ResultFigures of={of} />
      <table className="year-sheet">
        <tbody>
          <tr>
            <th scope="row">{t.proposal}</th>
            <td><p>{t.grade}{marks.colon}<Figure value={say(of.grade)} grounds={fetchResult(of.result)} /></p>{of.reason === '' ? null : <p>{t.reason}{marks.colon}{of.reason} {of.talkedOn === null ? '' : t.talk(longDayText(of.talkedOn, language))}</p>}{line(t.seal)}</td>
          </tr>
          <tr><th scope="row">{t.approval}</th><td>{of.regraded === null ? null : <p>{t.regraded(say(of.regraded.from), say(of.grade), longDayText(of.regraded.on, language), of.regraded.minutes)}</p>}{of.approvedOn === null ? null : <p>{t.approved(longDayText(of.approvedOn, language), of.document)}</p>}{line(t.seal)}</td></tr>
          <tr><th scope="row">{t.own}</th><td><p>{t[of.standing]}</p>{line(t.signed)}</td></tr>
        </tbody>
      </table>
      <div className="paper-foot"><p>{t.basis(of.asOf.seq, of.asOf.day)}</p></div>
    </>
  );
}
