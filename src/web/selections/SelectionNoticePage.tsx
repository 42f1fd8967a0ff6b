import { listSelections } from '#domain/selections/contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress, useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { documentDayText } from '#web/ui/day-words.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Paper } from '#web/ui/Paper.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import '#web/ui/room.css';
import './selections.css';

const texts = defineTexts({
  zh: {
    page: '评选公示', none: '还没有公示', title: (year: number, title: string) => `${year} 年度${title}拟表彰对象公示`, back: '返回', said: (title: string, organisation: string) => `经党支部推荐、${organisation}审核，拟表彰下列同志为${title}（按党支部排列，不分先后），现予公示。`,
    time: (from: string, until: string) => `公示时间：${from} 至 ${until}（公示当日不计，不少于 5 个工作日）。`,
    object: (organisation: string) => `公示期间如有异议，请以书面形式向${organisation}反映，或在本系统“评选表彰”中提出。反映情况应当实事求是，署真实姓名和联系方式，以便核实；${organisation}对反映人予以保密。`, phone: '联系电话：', address: '受理地点：', signed: '（印章）',
  },
  en: {
    page: 'Public notice', none: 'No notice is given yet', title: (year, title) => `Members proposed as ${title} for ${year}`, back: 'Back', said: (title, organisation) => `Proposed by their branches and examined by ${organisation}, these members are to be honoured as ${title}, listed by branch and in no order of merit. Public notice is hereby given.`,
    time: (from, until) => `From ${from} to ${until}: five working days at least, not counting the first.`,
    object: (organisation) => `Whoever objects tells ${organisation} in writing before the last day, or here under Selections, truthfully and under his own name so that it can be verified; ${organisation} keeps it confidential.`, phone: 'Telephone: ', address: 'Place: ', signed: ' (seal)',
  },
});

/** 公示 of a selection on A4. */
export function SelectionNoticePage() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { bureau } = useWhoAmI();
  const selection = useField('selection');
  const [{ year }] = useAddress({ year: '' });
  const page = useCall(listSelections, year === '' ? {} : { year: Number(year) });
  if (page.error) return <PageFault refusal={page.error.refusal} onRetry={() => void page.refetch()} />;
  if (!page.data) return <PageSkeleton />;
  const it = page.data.items.find((each) => each.selection === selection);
  if (!it?.notice) return <EmptyState title={t.none} />;
  const day = (of: string) => documentDayText(of, language);
  const sheet = (
    <div key="notice" className="selection-notice">
      <h1><small>{bureau[language]}</small>{t.title(it.year, it.title)}</h1>
      <p>{t.said(it.title, it.organisation.name)}</p>
      <ul>{it.notice.persons.map(({ person, organisation }) => <li key={person.id}>{person.name}　{organisation}</li>)}</ul>
      <p>{t.time(day(it.notice.from), day(it.notice.until))}</p>
      <p>{t.object(it.organisation.name)}</p>
      <p>{t.phone}<span className="paper-blank" /> {t.address}<span className="paper-blank" /></p>
      <p className="selection-sign">{it.organisation.name}{t.signed}</p>
      <p className="selection-sign">{day(it.notice.from)}</p>
    </div>
  );
  return <Paper title={t.page} back={<PathLink to={paths.selections()} search={{ year: String(it.year) }} className="link-button">{t.back}</PathLink>} sheets={[sheet]} />;
}
