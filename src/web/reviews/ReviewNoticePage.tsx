import { readReviewNotice } from '#domain/reviews/branch-contract.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { documentDayText } from '#web/ui/day-words.ts';
import { Paper } from '#web/ui/Paper.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import './reviews.css';

const texts = defineTexts({
  zh: {
    page: '年度考核结果公示', title: (year: number, grade: string) => `${year} 年度党支部考核拟定“${grade}”等次名单公示`, back: '返回',
    said: (year: number, grade: string, organisation: string) => `根据考核方案，经支部自评、核分和${organisation}研究，拟确定以下党支部 ${year} 年度考核为“${grade}”等次，现予公示。`,
    time: (from: string, until: string) => `公示时间：${from} 至 ${until}（公示当日不计，不少于 5 个工作日）。`, provisional: '当年工作日历公布后，公示期满日以届时确定的为准。',
    object: (organisation: string) => `公示期间如有异议，请以书面形式或通过本系统向${organisation}反映。反映情况应当实事求是，署真实姓名和联系方式，以便核实；${organisation}对反映人予以保密。`, phone: '联系电话：', address: '受理地点：', signed: '（印章）',
  },
  en: {
    page: 'Public notice', title: (year, grade) => `Branches proposed as ${grade} for ${year}`, back: 'Back',
    said: (year, grade, organisation) => `Under the scheme, and after self-review, scoring and deliberation by ${organisation}, these branches are proposed as ${grade} for ${year}. Public notice is hereby given.`,
    time: (from, until) => `From ${from} to ${until}: five working days at least, not counting the first.`, provisional: 'The last day is settled once the working calendar of the year is announced.',
    object: (organisation) => `Whoever objects tells ${organisation} in writing or by this system before the last day, truthfully and under his own name so that it can be verified; ${organisation} keeps it confidential.`, phone: 'Telephone: ', address: 'Place: ', signed: ' (seal)',
  },
});

/** 公示 on A4: only the proposed best grade, in the order of the numbers, without points (finding 14). */
export function ReviewNoticePage() {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const review = useField('review');
  const read = useCall(readReviewNotice, { review });
  const { bureau } = useWhoAmI();
  if (read.error) return <PageFault refusal={read.error.refusal} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const { organisation, year, grade, from, until, provisional, branches } = read.data;
  const day = (it: string) => documentDayText(it, language);
  const sheet = (
    <div key="notice" className="review-notice">
      <h1><small>{bureau[language]}</small>{t.title(year, say(grade))}</h1>
      <p>{t.said(year, say(grade), organisation.name)}</p>
      <ul>{branches.map((it) => <li key={it.id}>{it.fullName}</li>)}</ul>
      <p>{t.time(day(from), day(until))}{provisional ? t.provisional : ''}</p>
      <p>{t.object(organisation.name)}</p>
      <p>{t.phone}<span className="paper-blank" /> {t.address}<span className="paper-blank" /></p>
      <p className="review-sign">{organisation.name}{t.signed}</p>
      <p className="review-sign">{day(from)}</p>
    </div>
  );
  return <Paper title={t.page} back={<PathLink to={paths.branchReview()} search={{ year: String(year) }} className="link-button">{t.back}</PathLink>} sheets={[sheet]} />;
}
