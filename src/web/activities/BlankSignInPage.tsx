import { Select } from 'antd';
import { readActivityWords, readRoster, type ActivityWords } from '#domain/activities/contract.ts';
import { blankLines } from '#domain/activities/sign-in-lines.ts';
import { writeSittings } from '#domain/activities/sittings.ts';
import { readOrganisation } from '#domain/orgs/contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress, useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { SchemeWay } from '#web/shell/SchemeWay.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { Paper } from '#web/ui/Paper.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { SignInSheet } from './SignInSheet.tsx';

const texts = defineTexts({
  zh: { title: '空白签到表', back: '返回支部工作台', activity: '活动', hint: '时间、地点、主题手写；谁值班、请假，记录时以登记为准。', none: '尚未启用考核方案', next: '启用考核方案后，按其中的活动列出人员。' },
  en: { title: 'Blank sign-in sheet', back: 'Back to the branch desk', activity: 'Activity', hint: 'Day, place and topic are written by hand; who is on duty or leave is told by the registers when it is recorded.', none: 'No scheme is in force', next: 'Once one is, the people of its activities are listed here.' },
});

/** 空白签到表: a session that nobody has arranged yet, or a pile for the drawer. */
export function BlankSignInPage() {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const words = useCall(readActivityWords, { day: today });
  if (words.error) return <PageFault refusal={words.error.refusal} onRetry={() => void words.refetch()} />;
  if (!words.data) return <PageSkeleton />;
  const [first] = words.data.activities;
  if (first === undefined) return <><PageHeader title={t.title} /><EmptyState title={t.none} next={t.next} action={<SchemeWay />} /></>;
  return <Sheet activities={words.data.activities} first={first} />;
}

type Activity = ActivityWords['activities'][number];

function Sheet({ activities, first }: { readonly activities: readonly Activity[]; readonly first: Activity }) {
  const t = useTexts(texts);
  const say = useWords();
  const { today } = useWhoAmI();
  const organisation = useField('organisation');
  const [{ activity }, ask] = useAddress({ activity: first.id });
  const chosen = activities.find(({ id }) => id === activity) ?? first;
  const home = useCall(readOrganisation, { organisation, day: today });
  const roster = useCall(readRoster, { organisation, activities: chosen.id, sittings: writeSittings([{ day: today, from: chosen.from, to: chosen.to }]) }, { keep: true });
  const error = home.error ?? roster.error;
  if (error) return <PageFault refusal={error.refusal} onRetry={() => void roster.refetch()} />;
  if (!roster.data || !home.data) return <PageSkeleton />;
  const record = { organisation: { id: organisation, name: home.data.organisation.shortName }, activities: [chosen], topic: '', host: null, minuteTaker: null };
  return (
    <Paper
      title={t.title} back={<PathLink to={paths.branchDesk()} search={{ branch: organisation }} className="link-button">{t.back}</PathLink>}
      choices={<><Select aria-label={t.activity} value={chosen.id} options={activities.map(({ id, label }) => ({ value: id, label: say(label) }))} onChange={(id) => ask({ activity: id })} /> {t.hint}</>}
      sheets={[<SignInSheet key={chosen.id} record={record} sitting={null} no={null} lines={blankLines(roster.data.items)} counts={null} />]}
    />
  );
}
