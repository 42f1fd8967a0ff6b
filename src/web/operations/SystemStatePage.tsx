import { Button } from 'antd';
import type { ReactNode } from 'react';
import { readSystemState, type SystemState } from '#domain/operations/contract.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { minuteText } from '#web/ui/instant-text.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import type { Status } from '#web/ui/statuses.ts';
import '#web/ui/room.css';
import './system-state.css';

const texts = defineTexts({
  zh: {
    title: '系统运行', again: '重新检查', hint: (release: string) => `版本 ${release}。与在服务器上执行 zhibu doctor 的结果相同。`,
    findings: '检查结果', backups: '最近备份', noBackup: '还没有备份。请在服务器上每晚执行 zhibu backup 文件名 --rehearse，写法见运行维护手册。',
    backup: ({ bytes, encrypted }: SystemState['backups'][number]) => `${sizeText(bytes)} · ${encrypted ? '已加密' : '未加密'}`, rehearsed: '已演练恢复', notRehearsed: '未演练恢复',
    jobs: '后台任务', noJob: '没有等待或近期办理的任务。', since: (at: string) => `${at} 提交`,
  },
  en: {
    title: 'System', again: 'Examine again', hint: (release) => `Release ${release}. The same as zhibu doctor says on the server.`,
    findings: 'Findings', backups: 'Last backups', noBackup: 'None yet. Run zhibu backup FILE --rehearse on the server every night, as the page on operations says.',
    backup: ({ bytes, encrypted }) => `${sizeText(bytes)} · ${encrypted ? 'encrypted' : 'not encrypted'}`, rehearsed: 'restored and compared', notRehearsed: 'never restored',
    jobs: 'Long work', noJob: 'Nothing waits, and nothing was done lately.', since: (at) => `asked for ${at}`,
  },
});

const sizeText = (bytes: number): string => (bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${Math.ceil(bytes / 1_000_000)} MB`);

const levels: Readonly<Record<SystemState['findings'][number]['level'], Status>> = { ok: 'well', warn: 'toWatch', fail: 'broken' };
const jobStates: Readonly<Record<SystemState['jobs'][number]['state'], Status>> = {
  waiting: 'toDo', running: 'inProgress', done: 'done', refused: 'returned', failed: 'broken', cancelled: 'cancelled',
};

/** How the installation stands, for the one who runs it: findings with what to do, backups, long work. */
export function SystemStatePage() {
  const t = useTexts(texts);
  const say = useWords();
  const state = useCall(readSystemState, {});
  if (state.error) return <PageFault refusal={state.error.refusal} onRetry={() => void state.refetch()} />;
  if (!state.data) return <PageSkeleton />;
  const { release, findings, backups, jobs } = state.data;
  const worstFirst = (['fail', 'warn', 'ok'] as const).flatMap((level) => findings.filter((it) => it.level === level));
  return (
    <>
      <PageHeader title={t.title} actions={<Button loading={state.isFetching} onClick={() => void state.refetch()}>{t.again}</Button>} />
      <p className="room-hint">{t.hint(release)}</p>
      <Section title={t.findings} empty={null}>
        {worstFirst.map((it) => (
          <li key={`${it.about.en} ${it.says.en}`}>
            <StatusTag status={levels[it.level]} />
            <b>{say(it.about)}</b>
            <span className="state-says">{say(it.says)}{it.advice === null ? null : <span className="state-advice">{say(it.advice)}</span>}</span>
          </li>
        ))}
      </Section>
      <Section title={t.backups} empty={t.noBackup}>
        {backups.map((it) => (
          <li key={it.at}><StatusTag status={it.rehearsed ? 'well' : 'toWatch'} /><b>{minuteText(it.at)}</b><span className="state-says">{t.backup(it)} · {it.rehearsed ? t.rehearsed : t.notRehearsed}</span></li>
        ))}
      </Section>
      <Section title={t.jobs} empty={t.noJob}>
        {jobs.map((it) => <li key={it.id}><StatusTag status={jobStates[it.state]} /><b>{say(it.words)}</b><span className="state-says faint">{t.since(minuteText(it.createdAt))} · {it.id.slice(-8)}</span></li>)}
      </Section>
    </>
  );
}

interface SectionProperties {
  readonly title: string;
  readonly empty: string | null;
  readonly children: readonly ReactNode[];
}

function Section({ title, empty, children }: SectionProperties) {
  return (
    <section className="room-section">
      <h2>{title}</h2>
      {children.length === 0 && empty !== null ? <p className="faint">{empty}</p> : <ul className="state-lines">{children}</ul>}
    </section>
  );
}
