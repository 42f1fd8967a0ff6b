import { type ObjectionView, readObjection } from '#domain/objections/contract.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { longDayText } from '#web/ui/day-words.ts';
import { Paper } from '#web/ui/Paper.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { objectionTexts } from './objection-texts.ts';
import '#web/ui/room.css';
import './objections.css';

const texts = defineTexts({
  zh: {
    answer: '异议答复书', decision: '复核决定书', back: '返回异议', to: '提出人', whose: '涉及对象', about: '异议事项', said: '异议内容', answered: '答复', review: '申请复核理由', decided: '决定', corrected: '更正内容', none: '维持原记录，分数不变。', struck: '取消该人选，不予表彰。', listed: '维持公示人选。',
    follows: '更正已写入原记录，积分（得分）随记录按考核方案计算，可在“依据”中查看。', seal: '办理单位（盖章）：', signed: '本人签收：', date: '　　　年　　月　　日', final: '本决定为最终结论。', further: '对本答复不同意的，可在异议期内申请复核。',
  },
  en: {
    answer: 'Answer to an objection', decision: 'Decision of a review', back: 'Back to the objection', to: 'Raised by', whose: 'Concerns', about: 'About', said: 'The objection', answered: 'The answer', review: 'Why a review was asked for', decided: 'The decision', corrected: 'Put right', none: 'The entry and the number stay as they are.', struck: 'Taken off the list and not to be chosen.', listed: 'The list stands.',
    follows: 'What was put right stands in the entry; the points follow it under the scheme and can be read in their grounds.', seal: 'Body (seal): ', signed: 'Received (signature): ', date: 'Date: ', final: 'This decision is final.', further: 'Whoever does not agree may ask for a review in time.',
  },
});

/** 复核决定书 on A4, or the answer while there is no review. */
export function DecisionSheetPage() {
  const t = useTexts(texts);
  const objection = useField('objection');
  const read = useCall(readObjection, { objection });
  if (read.error) return <PageFault refusal={read.error.refusal} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const title = read.data.standing === 'decided' ? t.decision : t.answer;
  return <Paper title={title} back={<PathLink to={paths.objection(objection)} className="link-button">{t.back}</PathLink>} sheets={[<DecisionSheet key="sheet" of={read.data} title={title} />]} />;
}

function DecisionSheet({ of, title }: { readonly of: ObjectionView; readonly title: string }) {
  const t = useTexts(texts);
  const words = useTexts(objectionTexts);
  const say = useWords();
  const { language } = useLanguage();
  const { bureau } = useWhoAmI();
  const said = { raised: t.said, answered: t.answered, appealed: t.review, decided: t.decided, withdrawn: '' };
  const last = of.history.findLast(({ kind }) => kind === 'answered' || kind === 'decided');
  return (
    <>
      <h1><small>{bureau[language]}</small>{title}</h1>
      <p className="paper-lines"><span><b>{t.to}</b> {of.raisedBy}</span><span><b>{t.whose}</b> {of.listing?.name ?? of.subject.name}</span></p>
      <p className="paper-lines"><span><b>{t.about}</b> {say(of.label)}</span></p>
      {of.history.filter(({ kind }) => kind !== 'withdrawn' && (kind !== 'appealed' || of.standing === 'decided')).map((step) => (
        <section key={step.kind} className="decision-sheet-step">
          <h2>{said[step.kind]}{step.verdict !== null && (step.kind === 'answered' || step.kind === 'decided') ? ` · ${words.verdicts[step.verdict]}` : ''}</h2>
          <p>{step.words}</p>
          <p className="decision-sheet-by">{step.by ?? ''} {longDayText(step.on, language)}</p>
        </section>
      ))}
      <section className="decision-sheet-step"><h2>{t.corrected}</h2><p>{of.listing !== null ? (of.verdict === 'upheld' ? t.struck : t.listed) : of.correction === null ? t.none : `${say(of.correction.words)}${language === 'zh' ? '。' : '. '}${t.follows}`}</p></section>
      <div className="paper-foot">
        <p>{of.standing === 'decided' ? t.final : of.standing === 'answered' ? t.further : ''}</p>
        <p className="paper-lines"><span>{t.seal}<span className="paper-blank" /></span><span>{last ? longDayText(last.on, language) : t.date}</span></p>
        <p className="paper-lines"><span>{t.signed}<span className="paper-blank" /></span><span>{t.date}</span></p>
      </div>
    </>
  );
}
