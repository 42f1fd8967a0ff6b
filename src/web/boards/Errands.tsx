import type { Errand } from '#domain/boards/contract.ts';
import { paths } from '#web/paths.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { Card } from './DeskCards.tsx';

const texts = defineTexts({
  zh: {
    label: { signResult: '考核结果待签收', propose: '评选待推荐', postNotice: '推荐待审核公示', decide: '公示期满待决定', listed: '您在公示名单中', answerComplaint: '投诉建议待答复' },
    act: { signResult: '去签收', propose: '去推荐', postNotice: '去公示', decide: '去登记决定', listed: '查看公示', answerComplaint: '去答复' },
    since: { signResult: '通报于 ', propose: '开展于 ', postNotice: '推荐始于 ', decide: '公示截止 ', listed: '公示至 ', answerComplaint: '答复至 ' },
    result: (year: number) => `${year} 年度支部考核结果`, selection: (year: number, title: string) => `${year} 年度${title}`, complaint: '有一条投诉建议',
  },
  en: {
    label: { signResult: 'Result to sign for', propose: 'Selection: propose members', postNotice: 'Proposals to examine and post', decide: 'Notice is over, to be decided', listed: 'You stand on a public notice', answerComplaint: 'To be answered' },
    act: { signResult: 'Sign for it', propose: 'Propose', postNotice: 'Give notice', decide: 'Enter the decision', listed: 'See the notice', answerComplaint: 'Answer' },
    since: { signResult: 'circulated on ', propose: 'opened on ', postNotice: 'proposals since ', decide: 'notice ended on ', listed: 'until ', answerComplaint: 'by ' },
    result: (year) => `Annual review of the branch, ${year}`, selection: (year, title) => `${title}, ${year}`, complaint: 'A complaint or suggestion',
  },
});

/** What a step of the year or a complaint asks of me or tells me, with the one button that leads to it. */
export function ErrandCard({ of }: { readonly of: Errand }) {
  const t = useTexts(texts);
  const { kind, organisation, year, title, since, until } = of;
  const place = kind === 'signResult' ? { to: paths.branchReview(), search: { branch: organisation.id, year: String(year) } }
    : kind === 'answerComplaint' ? { to: paths.complaints(), search: { list: 'open' } } : { to: paths.selections(), search: { year: String(year) } };
  const heading = kind === 'signResult' ? t.result(year) : kind === 'answerComplaint' ? t.complaint : t.selection(year, title);
  return (
    <Card
      label={t.label[kind]} tone={kind === 'listed' ? 'quiet' : 'due'} title={heading}
      when={<>{t.since[kind]}<DateText day={until ?? since} short /></>} about={organisation.name}
      action={<PathLink {...place} className={kind === 'listed' ? 'desk-button' : 'desk-button main'}>{t.act[kind]}</PathLink>}
    />
  );
}
