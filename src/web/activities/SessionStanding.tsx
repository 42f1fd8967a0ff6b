import { confirmSession, withdrawConfirmation } from '#domain/activities/contract.ts';
import type { SessionRecord } from '#domain/activities/record-contract.ts';
import { call } from '#web/shell/call.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { VersionsButton } from '#web/shell/VersionsButton.tsx';
import { useUndo } from '#web/shell/Undo.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { showAttendance } from './AttendanceView.tsx';
import { Section } from './Section.tsx';
import '#web/ui/figure.css';
import './session-page.css';

const texts = defineTexts({
  zh: {
    title: '办理情况', recorded: (by: string, on: string) => `${by} 于 ${on} 填报`, somebody: '公用账号', late: (days: number) => `补录 ${days} 天`, source: (file: string, on: string) => `补录·来源 Excel：${file}（${on} 导入）`, confirmed: (by: string, on: string) => `${by} 于 ${on} 审核`,
    earlier: (version: number) => `审核的是第 ${version} 版，之后有改动，须重新审核`, takeBack: '撤回审核', taken: '审核已撤回，活动回到待审核。', waits: '待另一人审核', counts: '计入积分', names: (label: string, shown: string) => `${label} ${shown}，查看名单`, persons: (count: number) => `${count} 人`, waiting: (count: number) => `待确认 ${count} 人`, versions: '修改经过',
    version: (version: number) => `第 ${version} 版`, arranged: '安排', held: '记录', notHeld: '说明未开展', amended: '修改', withdrawn: '撤回', restored: '恢复', changed: (what: string) => `改：${what}`,
  },
  en: {
    title: 'Progress', recorded: (by: string, on: string) => `Filled in by ${by} on ${on}`, somebody: 'an office account', late: (days: number) => (days === 1 ? '1 day late' : `${days} days late`), source: (file: string, on: string) => `Entered later from Excel: ${file}, imported on ${on}`, confirmed: (by: string, on: string) => `Confirmed by ${by} on ${on}`,
    earlier: (version: number) => `Version ${version} was confirmed and has changed since; it is to be confirmed again`, takeBack: 'Take back', taken: 'The confirmation is taken back; the session waits for one again.', waits: 'Waits for another to confirm', counts: 'Counts for points', names: (label, shown) => `${label} ${shown}, open the list`, persons: (count: number) => `${count}`, waiting: (count: number) => `${count} to be confirmed`, versions: 'History',
    version: (version: number) => `Version ${version}`, arranged: 'arranged', held: 'recorded', notHeld: 'not held', amended: 'amended', withdrawn: 'withdrawn', restored: 'restored', changed: (what: string) => `changed: ${what}`,
  },
});

/** Who filled it in, who stands for it, what it counts toward, and how it came to be. */
export function SessionStanding({ record }: { readonly record: SessionRecord }) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const taking = useWrite(withdrawConfirmation);
  const offerUndo = useUndo();
  const { recorded, confirmations, effects, versions, session } = record;
  const takeBack = (confirmation: string, version: number) => taking.mutate({ confirmation }, { onSuccess: () => offerUndo(t.taken, (key) => call(confirmSession, { session, version }, { key })) });
  const stepOf = ({ change, stage, version }: SessionRecord['versions'][number]): string => {
    if (change === 'withdrawn') return t.withdrawn;
    const before = versions.find((it) => it.version === version - 1);
    if (before?.change === 'withdrawn') return t.restored;
    return before?.stage === stage ? t.amended : t[stage];
  };
  return (
    <Section title={t.title}>
      {recorded ? <p>{t.recorded(recorded.by ?? t.somebody, recorded.on)}{recorded.lateDays > 0 ? <span className="session-late"> {t.late(recorded.lateDays)}</span> : null}</p> : null}
      {record.source ? <p className="session-late">{t.source(record.source.fileName, record.source.on)}</p> : null}
      {record.status === 'toConfirm' ? <p className="activity-hint">{record.may.confirm.why ? say(record.may.confirm.why) : t.waits}</p> : null}
      {confirmations.map(({ id, version, by, on, mine }) => (
        <p key={id}>
          {t.confirmed(by ?? t.somebody, on)}{' '}
          {version < record.version && record.status !== 'withdrawn' ? <span className="session-late">{t.earlier(version)}</span> : null}
          {mine && record.status !== 'withdrawn' ? <button type="button" className="text-button" disabled={taking.isPending} onClick={() => takeBack(id, version)}>{t.takeBack}</button> : null}
        </p>
      ))}
      {taking.error ? <ErrorNote refusal={taking.error.refusal} /> : null}
      {effects.length > 0 ? (
        <>
          <h3 className="minutes-head">{t.counts}</h3>
          <ul className="effects">
            {effects.map(({ rule, label, persons, proposed }) => {
              const shown = [persons > 0 ? t.persons(persons) : null, proposed > 0 ? t.waiting(proposed) : null].filter((it) => it !== null).join(' · ');
              return (
                <li key={rule}>
                  <span>{say(label)}</span>
                  <button type="button" className="figure" onClick={showAttendance} aria-label={t.names(say(label), shown)}><span className="figure-value">{shown}</span></button>
                </li>
              );
            })}
          </ul>
        </>
      ) : null}
      <h3 className="minutes-head">{t.versions} {versions.length > 1 ? <VersionsButton fact={session} /> : null}</h3>
      <ol className="versions">
        {versions.map((it) => (
          <li key={it.version}>
            <b>{t.version(it.version)}</b> {it.on} {it.by ?? t.somebody} {stepOf(it)}
            {it.changed.length > 0 && stepOf(it) === t.amended ? <span className="versions-changed">{t.changed(it.changed.map(say).join(language === 'zh' ? '、' : ', '))}</span> : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}
