import { readSessionRecord } from '#domain/activities/record-contract.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Paper } from '#web/ui/Paper.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { MinutesSheet } from './MinutesSheet.tsx';

const texts = defineTexts({
  zh: { title: '会议记录', back: '返回活动', none: '本次活动没有可打印的记录', next: '活动开展并记录后，才能打印会议记录。' },
  en: { title: 'Minutes', back: 'Back to the session', none: 'There are no minutes to print', next: 'They can be printed once the session has been held and recorded.' },
});

/** 会议记录 on paper, for the branch's handbook. */
export function MinutesPage() {
  const t = useTexts(texts);
  const session = useField('session');
  const record = useCall(readSessionRecord, { session });
  if (record.error) return <PageFault refusal={record.error.refusal} onRetry={() => void record.refetch()} />;
  if (!record.data) return <PageSkeleton />;
  const back = <PathLink to={paths.session(session)} className="link-button">{t.back}</PathLink>;
  if (record.data.counts === null) return <EmptyState title={t.none} next={t.next} action={back} />;
  return <Paper title={t.title} back={back} sheets={[<MinutesSheet key="minutes" record={record.data} counts={record.data.counts} />]} />;
}
