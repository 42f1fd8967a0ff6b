import { readTransferSheet, type TransferSheetView } from '#domain/evaluations/result-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress, useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { longDayText } from '#web/ui/day-words.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { Paper } from '#web/ui/Paper.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { YearSteps } from '#web/ui/YearSteps.tsx';
import '#web/ui/room.css';
import './evaluations.css';

const texts = defineTexts({
  zh: {
    title: '积分转移单', back: '返回人员', who: (name: string, number: string) => `姓名：${name}　　编号：${number}`, move: (day: string, from: string, to: string) => `${day}，组织关系由${from}转至${to}。`, part: '积分构成', mark: '转移时积分', total: '合计',
    travels: '积分明细随本人转移，基础分不重新起算；年度综合评价由 12 月 31 日所在党支部办理。', basis: (seq: number, day: string) => `根据 ${day} 查询、第 ${seq} 号工作记录生成。`, hash: (hash: string) => `依据校验码：${hash}`, leaving: '转出党支部书记（签名）：', coming: '转入党支部书记（签名）：', date: '　　　年　　月　　日',
  },
  en: {
    title: 'Transfer of points', back: 'Back to the person', who: (name, number) => `Name: ${name}   Number: ${number}`, move: (day, from, to) => `${day}: from ${from} to ${to}.`, part: 'Part', mark: 'On the day of the transfer', total: 'Total',
    travels: 'The entries go with the member and the base does not start anew; his year is evaluated by the branch where he is on 31 December.', basis: (seq, day) => `Made on ${day} from the record up to entry ${seq}.`, hash: (hash) => `Check of the grounds: ${hash}`, leaving: 'Secretary of the branch he leaves: ', coming: 'Secretary of the branch he joins: ', date: 'Date: ',
  },
});

/** 积分转移单: what a member's points were when he moved, signed by both branches. */
export function TransferSheetPage() {
  const t = useTexts(texts);
  const person = useField('person');
  const { today } = useWhoAmI();
  const [{ year }, ask] = useAddress({ year: today.slice(0, 4) });
  const read = useCall(readTransferSheet, { person, year: Number(year) }, { keep: true });
  const steps = <YearSteps year={year} onChoose={(chosen) => ask({ year: chosen })} />;
  const back = <PathLink to={paths.person(person)} className="link-button">{t.back}</PathLink>;
  if (read.error) return <><PageHeader title={t.title} beside={steps} actions={back} /><ErrorNote refusal={read.error.refusal} /></>;
  if (!read.data) return <PageSkeleton />;
  const { data } = read;
  return <Paper title={t.title} back={back} choices={steps} sheets={data.transfers.map((it) => <Sheet key={it.day} of={data} transfer={it} />)} />;
}

function Sheet({ of, transfer }: { readonly of: TransferSheetView; readonly transfer: TransferSheetView['transfers'][number] }) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const { bureau } = useWhoAmI();
  const { grounds, names } = transfer;
  const source = (part?: string) => {
    const found = part === undefined ? grounds : grounds?.children.find(({ id }) => id === part) ?? null;
    return found ? { grounds: found, names } : async () => Promise.reject(new Error('no grounds'));
  };
  return (
    <>
      <h1><small>{bureau[language]}</small>{t.title}</h1>
      <p>{t.who(of.person.name, of.person.number)}</p>
      <p>{t.move(longDayText(transfer.day, language), transfer.from.name, transfer.to.name)}</p>
      <table className="result-figures">
        <thead><tr><th scope="col">{t.part}</th><th scope="col">{t.mark}</th></tr></thead>
        <tbody>{transfer.parts.map((part) => <tr key={part.part}><th scope="row">{say(part.label)}</th><td><Figure value={part.value} full={part.full} grounds={source(part.part)} /></td></tr>)}</tbody>
        <tfoot><tr><th scope="row">{t.total}</th><td><Figure value={transfer.total} full={transfer.full} grounds={source()} /></td></tr></tfoot>
      </table>
      <p>{t.travels}</p>
      <div className="paper-foot">
        <p>{t.basis(of.asOf.seq, of.asOf.day)}</p>
        <p className="transfer-hash">{t.hash(transfer.groundsHash)}</p>
        <p className="paper-lines"><span>{t.leaving}<span className="paper-blank" /></span><span>{t.date}</span></p>
        <p className="paper-lines"><span>{t.coming}<span className="paper-blank" /></span><span>{t.date}</span></p>
      </div>
    </>
  );
}
