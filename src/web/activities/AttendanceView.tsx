import { useRef } from 'react';
import type { Participant, SessionRecord } from '#domain/activities/record-contract.ts';
import { makeUpWayWords } from '#domain/activities/status-words.ts';
import { defineTexts, useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { AttendanceFile } from './AttendanceFile.tsx';
import { ConfirmMakeUp } from './ConfirmMakeUp.tsx';
import { Section } from './Section.tsx';
import { WithdrawMakeUp } from './WithdrawMakeUp.tsx';
import './session-page.css';

const texts = defineTexts({
  zh: {
    title: '到会情况', expected: '应到', present: '实到', madeUp: '补学', excused: '免计', absent: '缺席', show: (name: string, count: number) => `${name} ${count}，查看名单`,
    rule: '应到 = 实到 + 补学 + 缺席；免计人员不计入应到。', all: '已记“全部实到”', half: '迟到早退超过 30 分钟，计 0.5 次', until: (until: string) => `${until} 前可补`, must: (until: string) => `应于 ${until} 前补学`,
    make: '登记补学', tap: '点姓名登记补学', made: (day: string, way: string) => `${day} 补学（${way}）`, waits: '待确认', source: (file: string) => `补录·来源 Excel：${file}`, by: (name: string) => `${name} 登记`, sitting: (at: number) => `场次 ${at}`,
    duty: '勤务', leave: '请假', other: '其他', absentReason: '无故缺席',
  },
  en: {
    title: 'Attendance', expected: 'Expected', present: 'Present', madeUp: 'Made up', excused: 'Not counted', absent: 'Absent', show: (name: string, count: number) => `${name} ${count}, show the list`,
    rule: 'Expected = present + made up + absent; those not counted are out of it.', all: '“Everybody present” was noted', half: 'more than 30 minutes late or early, counts half', until: (until: string) => `may be made up until ${until}`, must: (until: string) => `to be made up by ${until}`,
    make: 'Record make-up', tap: 'tap a name to record a make-up', made: (day: string, way: string) => `made up on ${day} (${way})`, waits: 'to be confirmed', source: (file) => `entered later from Excel: ${file}`, by: (name: string) => `entered by ${name}`, sitting: (at: number) => `sitting ${at}`,
    duty: 'Duty', leave: 'Leave', other: 'Other', absentReason: 'Absent without reason',
  },
});

const ATTENDANCE = 'session-attendance';
/** Brings the names into sight that the counts of the page are made of. */
export const showAttendance = () => document.getElementById(ATTENDANCE)?.scrollIntoView({ block: 'start', behavior: 'smooth' });

const statuses = ['present', 'madeUp', 'excused', 'absent'] as const;

interface Properties {
  readonly record: SessionRecord;
  readonly onMakeUp: (participant: Participant) => void;
}

/** The counts, and below them the names that they are made of: each count leads to its list. */
export function AttendanceView({ record, onMakeUp }: Properties) {
  const t = useTexts(texts);
  const lists = useRef<HTMLDivElement>(null);
  const why = useWhy();
  const { counts, participants } = record;
  if (!counts) return null;
  const go = (status: string) => lists.current?.querySelector(`[data-status="${status}"]`)?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  return (
    <Section title={t.title} beside={<>{record.allPresent ? <span className="attendance-note">{t.all}</span> : null}<AttendanceFile record={record} why={why} /></>}>
      <div className="attendance-counts">
        <button type="button" className="attendance-count" aria-label={t.show(t.expected, counts.expected)} disabled={counts.expected === 0} onClick={showAttendance}>
          <span>{t.expected}</span> <b>{counts.expected}</b>
        </button>
        {statuses.map((status) => (
          <button key={status} type="button" className="attendance-count" aria-label={t.show(t[status], counts[status])} disabled={counts[status] === 0} onClick={() => go(status)}>
            <span>{t[status]}</span> <b>{counts[status]}</b>
          </button>
        ))}
      </div>
      <p className="activity-hint">{t.rule}</p>
      <div ref={lists} id={ATTENDANCE}>
        {[...statuses].toReversed().map((status) => {
          const those = participants.filter((it) => it.status === status);
          return those.length === 0 ? null : (
            <div key={status} data-status={status} className="attendance-list">
              <h3><StatusTag status={status} /> {those.length}</h3>
              {status === 'present' ? <Present those={those} several={record.sittings.length > 1} /> : null}
              {status === 'excused' ? <Excused those={those} record={record} onMakeUp={onMakeUp} /> : null}
              {status === 'madeUp' || status === 'absent'
                ? <ul>{those.map((it) => <li key={it.person.id} className="attendance-person"><Away participant={it} record={record} onMakeUp={onMakeUp} /></li>)}</ul> : null}
            </div>
          );
        })}
      </div>
    </Section>
  );
}

function Present({ those, several }: { readonly those: readonly Participant[]; readonly several: boolean }) {
  const t = useTexts(texts);
  return (
    <ul className="attendance-names">
      {those.map((it) => (
        <li key={it.person.id}>{it.person.name}{it.credit < 100 ? <small> {t.half}</small> : null}{several && it.sitting !== null ? <small> {t.sitting(it.sitting + 1)}</small> : null}</li>
      ))}
    </ul>
  );
}

/** Most are excused by the same rota: said once for all of them, each name leading to his make-up. */
function Excused({ those, record, onMakeUp }: { readonly those: readonly Participant[] } & Properties) {
  const t = useTexts(texts);
  const marks = useMarks();
  const { person: self } = useWhoAmI();
  const why = useWhy();
  const alikeKey = (it: Participant): string => `${why(it) ?? ''} ${it.owes?.until ?? ''}${it.makeUp ? it.person.id : ''}`;
  return [...new Set(those.map(alikeKey))].map((key) => {
    const alike = those.filter((it) => alikeKey(it) === key);
    const [first] = alike;
    if (!first) return null;
    if (first.makeUp) return <div key={first.person.id} className="attendance-person"><Away participant={first} record={record} onMakeUp={onMakeUp} /></div>;
    return (
      <div key={first.person.id} className="attendance-alike">
        <p className="attendance-why">{[why(first), first.owes ? t.until(first.owes.until) : null].filter((text) => text !== null).join(' · ')}{first.owes && record.may.recordMakeUp.allowed ? ` · ${t.tap}` : ''}</p>
        <ul className="attendance-names">
          {alike.map((it) => (
            <li key={it.person.id}>
              {it.owes && (record.may.recordMakeUp.allowed || it.person.id === self?.id)
                ? <button type="button" className="text-button" aria-label={`${it.person.name}${marks.colon}${t.make}`} onClick={() => onMakeUp(it)}>{it.person.name}</button> : it.person.name}
            </li>
          ))}
        </ul>
      </div>
    );
  });
}

/** The reason where it may be known, else its class. */
function useWhy(): (participant: Participant) => string | null {
  const t = useTexts(texts);
  const say = useWords();
  return (it) => (it.reason ? say(it.reason) : it.reasonClass === 'absent' ? t.absentReason : it.reasonClass ? t[it.reasonClass] : null);
}

/** Somebody who was not there: why, and what may still be done about it. */
function Away({ participant: it, record, onMakeUp }: { readonly participant: Participant } & Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const why = useWhy();
  const own = useWhoAmI().person?.id === it.person.id;
  const mayMake = it.owes !== null && (own || record.may.recordMakeUp.allowed);
  return (
    <>
      <span className="attendance-who">{it.person.name}</span>
      <span className="attendance-why">
        {[
          it.status === 'madeUp' ? null : why(it), it.makeUp ? t.made(it.makeUp.day, say(makeUpWayWords[it.makeUp.way])) : null, it.makeUp?.proposed ? t.waits : null, it.makeUp?.source ? t.source(it.makeUp.source) : null,
          it.owes ? (it.owes.required ? t.must(it.owes.until) : t.until(it.owes.until)) : null,
        ].filter((text) => text !== null).join(' · ')}
      </span>
      {mayMake ? <button type="button" className="link-button small" onClick={() => onMakeUp(it)}>{t.make}</button> : null}
      {it.makeUp?.proposed && !own && record.may.confirmMakeUp.allowed ? <ConfirmMakeUp makeUp={it.makeUp.id} version={it.makeUp.version} /> : null}
      {it.makeUp && (record.may.recordMakeUp.allowed || (own && it.makeUp.proposed)) ? <WithdrawMakeUp session={record.session} person={it.person} makeUp={it.makeUp} /> : null}
    </>
  );
}
