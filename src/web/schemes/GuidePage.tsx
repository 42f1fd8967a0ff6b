import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { readRegisterTemplate } from '#domain/registers/import-contract.ts';
import { type DutyGuideCard, readGuides } from '#domain/schemes/guide-contract.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { useCall, useDownload } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { recording } from '#web/shell/needs.ts';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { Paper } from '#web/ui/Paper.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { guideTexts } from './guide-texts.ts';
import { GuideSheet } from './GuideSheet.tsx';
import { GuideStanding } from './GuideStanding.tsx';
import '#web/ui/room.css';
import './guides.css';

const texts = defineTexts({
  zh: {
    gone: '没有这项办理指引', goneNext: '方案换版后可能已经改名或取消，请在全部办理指引中查找。',
    record: '记一次活动', register: '打开登记簿', score: '看支部得分', sessions: '在活动中打印', ballots: '打开年度综合评价', template: '下载导入模板', blank: '空白签到表',
  },
  en: {
    gone: 'There is no such guide', goneNext: 'A newer version of the scheme may call it otherwise or have dropped it. Look for it among all guides.',
    record: 'Record a session', register: 'Open the register', score: 'See the branch score', sessions: 'Print it from the session', ballots: 'Open the evaluation', template: 'Download the template', blank: 'Blank sign-in sheet',
  },
});

/** One duty on one page of A4: for whoever is about to do it, and for the wall of the office. */
export function GuidePage() {
  const t = useTexts(texts);
  const words = useTexts(guideTexts);
  const say = useWords();
  const [kind, duty] = [useField('kind'), useField('duty')];
  const list = useCall(readGuides, {});
  if (list.error) return <PageFault refusal={list.error.refusal} onRetry={() => void list.refetch()} />;
  if (!list.data) return <PageSkeleton />;
  const { scheme, items } = list.data;
  const found = items.find((it) => it.kind === kind && it.id === duty);
  const all = <PathLink to={paths.guides()} className="link-button">{words.all}</PathLink>;
  if (!found || scheme === null) return <><PageHeader title={words.title} /><EmptyState title={t.gone} next={t.goneNext} action={all} /></>;
  return <Paper title={say(found.label)} back={all} acts={<><Ways of={found} /><GuideStanding of={found} /></>} sheets={[<GuideSheet key="guide" of={found} scheme={scheme} />]} />;
}

/** Where it is done and where its paper comes from, for whoever keeps the records of a branch. */
function Ways({ of: { kind, id, template } }: { readonly of: DutyGuideCard }) {
  const t = useTexts(texts);
  const words = useTexts(guideTexts);
  const who = useWhoAmI();
  const download = useDownload(readRegisterTemplate);
  if (!recording(who)) return null;
  return (
    <div className="room-bar">
      {kind === 'activity' && who.branch !== null ? <PathLink to={paths.record(who.branch.id)} search={{ activity: id }} className="link-button">{t.record}</PathLink> : null}
      {kind === 'register' ? <PathLink to={paths.registers()} search={{ register: id }} className="link-button">{t.register}</PathLink> : null}
      {kind === 'item' ? <PathLink to={paths.branchScore()} className="link-button">{t.score}</PathLink> : null}
      {template === 'signInSheet' || template === 'minutes' ? <PathLink to={paths.sessions()} className="link-button">{`${words.templates[template]} · ${t.sessions}`}</PathLink> : null}
      {kind === 'activity' && template === 'signInSheet' && who.branch !== null ? <PathLink to={paths.blankSignInSheet(who.branch.id)} search={{ activity: id }} className="link-button">{t.blank}</PathLink> : null}
      {template === 'ballotSheet' ? <PathLink to={paths.memberReviews()} className="link-button">{`${words.templates[template]} · ${t.ballots}`}</PathLink> : null}
      {template === 'registerTemplate' ? <Button icon={<DownloadOutlined />} loading={download.isPending} onClick={() => download.mutate({ register: id })}>{t.template}</Button> : null}
      {download.error ? <ErrorNote refusal={download.error.refusal} /> : null}
    </div>
  );
}
