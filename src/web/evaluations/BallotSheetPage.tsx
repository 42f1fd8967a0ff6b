import { type BallotKindView, type MemberReviewView, readMemberReview } from '#domain/evaluations/contract.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { longDayText } from '#web/ui/day-words.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Paper } from '#web/ui/Paper.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { evaluationTexts } from './evaluation-texts.ts';
import '#web/ui/room.css';
import './evaluations.css';

const texts = defineTexts({
  zh: {
    title: '民主测评汇总表', held: (day: string, entitled: number) => `测评日期：${day}　　有表决权的正式党员：${entitled} 人`, papers: (issued: number, received: number, valid: number) => `发出 ${issued} 张，收回 ${received} 张，有效 ${valid} 张`,
    teller: '计票人（签名）：', watcher: '监票人（签名）：', secretary: '支部书记（签名）：', none: '还没有录入票数', next: '民主测评后录入各人票数。', count: (count: number | undefined) => (count === undefined ? '' : String(count)), waiting: '部分票数尚未核对。',
  },
  en: {
    title: 'Sheet of the ballots', held: (day, entitled) => `Held on: ${day}   Full members with a vote: ${entitled}`, papers: (issued, received, valid) => `${issued} handed out, ${received} back, ${valid} valid`,
    teller: 'Teller (signature): ', watcher: 'Watcher (signature): ', secretary: 'Secretary (signature): ', none: 'No ballots yet', next: 'They are entered after the meeting.', count: (count) => (count === undefined ? '' : String(count)), waiting: 'Some counts are not checked yet.',
  },
});

/** 民主测评汇总表 on A4: the counts as they were typed in, to be signed by who counted and who watched. */
export function BallotSheetPage() {
  const t = useTexts(texts);
  const words = useTexts(evaluationTexts);
  const [organisation, year] = [useField('organisation'), useField('year')];
  const read = useCall(readMemberReview, { organisation, year: Number(year) });
  if (read.error) return <PageFault refusal={read.error.refusal} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const back = <PathLink to={paths.memberReview(organisation, year)} className="link-button">{words.back}</PathLink>;
  const { data } = read;
  if (data.ballots === null) return <EmptyState title={t.none} next={t.next} action={back} />;
  const held = data.kinds.filter(({ register }) => data.ballots?.papers.some((it) => it.register === register && it.issued > 0));
  return <Paper title={t.title} back={back} sheets={held.map((kind) => <Sheet key={kind.register} of={data} kind={kind} />)} />;
}

function Sheet({ of, kind }: { readonly of: MemberReviewView; readonly kind: BallotKindView }) {
  const t = useTexts(texts);
  const marks = useMarks();
  const words = useTexts(evaluationTexts);
  const say = useWords();
  const { language } = useLanguage();
  const { bureau } = useWhoAmI();
  const papers = of.ballots?.papers.find(({ register }) => register === kind.register);
  const rows = of.members.filter(({ ballots }) => ballots.some(({ register }) => register === kind.register));
  return (
    <>
      <h1><small>{bureau[language]}</small>{t.title}{marks.aside(say(kind.label))}<small>{of.organisation.name} {words.year(String(of.year))}</small></h1>
      {of.ballots === null ? null : <p>{t.held(longDayText(of.ballots.day, language), of.ballots.entitled)}</p>}
      {papers ? <p>{t.papers(papers.issued, papers.received, papers.valid)}</p> : null}
      <table className="ballot-sheet">
        <thead><tr><th scope="col">{words.name}</th><th scope="col">{words.number}</th>{kind.answers.map(({ id, label }) => <th key={id} scope="col">{say(label)}</th>)}</tr></thead>
        <tbody>
          {rows.map(({ person, ballots }) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th><th>{person.number}</th>
              {kind.answers.map(({ id }) => <td key={id}>{t.count(ballots.find(({ register }) => register === kind.register)?.counts[id])}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="paper-foot">
        {of.waiting > 0 ? <p>{t.waiting}</p> : null}
        <p className="paper-lines"><span>{t.teller}<span className="paper-blank" /></span><span>{t.watcher}<span className="paper-blank" /></span><span>{t.secretary}<span className="paper-blank" /></span></p>
      </div>
    </>
  );
}
