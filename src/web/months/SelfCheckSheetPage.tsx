import { readSelfCheck, type SelfCheckItem, type SelfCheckView } from '#domain/months/self-check-contract.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { Paper } from '#web/ui/Paper.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { monthText } from '#web/ui/month-words.ts';
import { groundsOfItem } from './self-check-grounds.ts';
import { wordsWithoutMark } from './self-check-texts.ts';
import './months.css';

const texts = defineTexts({
  zh: { title: '支部月自查表', back: '返回自查', item: '考核项目', mark: '自查得分', note: '说明', total: '合计', secretary: '支部书记（签名）：', branch: '党支部（盖章）：', date: '　　　年　　月　　日', basis: (seq: number, day: string) => `根据截至 ${day}、第 ${seq} 号工作记录生成。`, draft: '尚未提交，分数为当前工作记录所得。' },
  en: { title: 'Monthly self-check of a branch', back: 'Back to the self-check', item: 'Item', mark: 'Mark', note: 'Note', total: 'Total', secretary: 'Secretary (signature): ', branch: 'Branch (seal): ', date: 'Date: ', basis: (seq, day) => `Made from the record as of ${day}, entry ${seq}.`, draft: 'Not submitted yet; the marks are those of the record now.' },
});

/** The sheet on A4, to be signed by the secretary. */
export function SelfCheckSheetPage() {
  const t = useTexts(texts);
  const organisation = useField('organisation');
  const period = useField('period');
  const read = useCall(readSelfCheck, { organisation, period });
  if (read.error) return <PageFault refusal={read.error.refusal} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  return <Paper title={t.title} back={<PathLink to={paths.selfCheck(organisation, period)} className="link-button">{t.back}</PathLink>} sheets={[<Sheet key="sheet" of={read.data} />]} />;
}

function Sheet({ of }: { readonly of: SelfCheckView }) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const { bureau } = useWhoAmI();
  const missing = (item: SelfCheckItem): string | undefined => {
    const words = wordsWithoutMark(of, item);
    return words === undefined ? undefined : say(words);
  };
  return (
    <>
      <h1><small>{bureau[language]}</small>{t.title}<small>{of.organisation.name} {monthText(of.period, language)}</small></h1>
      <table className="statement-sheet-numbers self-check-sheet">
        <thead><tr><th>{t.item}</th><th>{t.mark}</th><th>{t.note}</th></tr></thead>
        {of.aspects.map((aspect) => (
          <tbody key={aspect.aspect}>
            <tr><th colSpan={3}><b>{say(aspect.label)}</b></th></tr>
            {aspect.items.map((item) => (
              <tr key={item.item}><th scope="row">{say(item.label)}</th><td><Figure value={item.mark} full={item.full} missing={missing(item)} grounds={groundsOfItem(of, item.item)} /></td><th>{item.note}</th></tr>
            ))}
          </tbody>
        ))}
        <tbody><tr><th scope="row"><b>{t.total}</b></th><td><Figure value={of.total} full={of.full} grounds={groundsOfItem(of)} /></td><th /></tr></tbody>
      </table>
      <div className="paper-foot">
        <p>{of.asOf === null ? t.draft : t.basis(of.asOf.seq, of.asOf.day)}</p>
        <p className="paper-lines"><span>{t.secretary}<span className="paper-blank" /></span><span>{t.branch}<span className="paper-blank" /></span><span>{t.date}</span></p>
      </div>
    </>
  );
}
