import { readRoster } from '#domain/activities/contract.ts';
import { readSessionRecord, type SessionRecord } from '#domain/activities/record-contract.ts';
import { signInLines } from '#domain/activities/sign-in-lines.ts';
import { writeSittings } from '#domain/activities/sittings.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { Paper } from '#web/ui/Paper.tsx';
import { SignInSheet } from './SignInSheet.tsx';

const texts = defineTexts({
  zh: { title: '签到表', back: '返回活动', stopped: '本次已发布停学、顺延，全员免计。' },
  en: { title: 'Sign-in sheet', back: 'Back to the session', stopped: 'Study was cancelled or postponed that day; nobody is counted.' },
});

/** 签到表, printed before a session: phones stay outside the wall. */
export function SignInSheetPage() {
  const record = useCall(readSessionRecord, { session: useField('session') });
  if (record.error) return <PageFault refusal={record.error.refusal} onRetry={() => void record.refetch()} />;
  if (!record.data) return <PageSkeleton />;
  return <Sheets record={record.data} />;
}

function Sheets({ record }: { readonly record: SessionRecord }) {
  const t = useTexts(texts);
  const { session, organisation, activities, sittings } = record;
  const times = sittings.map(({ day, from, to }) => ({ day, from, to }));
  const roster = useCall(readRoster, { organisation: organisation.id, activities: activities.map(({ id }) => id).join(','), sittings: writeSittings(times) });
  if (roster.error) return <PageFault refusal={roster.error.refusal} onRetry={() => void roster.refetch()} />;
  if (!roster.data) return <PageSkeleton />;
  const { lines, ...counts } = signInLines(roster.data.items);
  return (
    <Paper
      title={t.title} back={<PathLink to={paths.session(session)} className="link-button">{t.back}</PathLink>} choices={roster.data.stopped ? t.stopped : null}
      sheets={sittings.map((sitting, at) => <SignInSheet key={at} record={record} sitting={sitting} no={sittings.length > 1 ? at + 1 : null} lines={lines} counts={counts} />)}
    />
  );
}
