import type { ReactNode } from 'react';
import { attendanceLines } from '#domain/activities/attendance-lines.ts';
import type { SessionRecord } from '#domain/activities/record-contract.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { longDayText } from '#web/ui/day-words.ts';
import { voteTexts } from './vote-texts.ts';
import './minutes-sheet.css';

const texts = defineTexts({
  zh: {
    of: (organisation: string) => `${organisation}会议记录`, kinds: '会议名称', topic: '主题', time: '时间', place: '地点', host: '主持人', minuteTaker: '记录人', attendance: '到会情况', attendees: '列席人员',
    contents: '学习内容', material: '学习材料', speakers: '主讲人', exchanges: '交流发言', agenda: '议题', first: '（首要议题）', resolutions: '决议事项', discussion: '讨论要点',
    counts: ({ expected, present, madeUp, excused, absent }: Counts) => `应到 ${expected} 人，实到 ${present} 人${madeUp > 0 ? `，补学 ${madeUp} 人` : ''}，请假和缺席 ${absent} 人，免计 ${excused} 人。`,
    present: '实到', madeUp: '补学', onLeave: '请假（应补）', absent: '缺席', excused: (why: string) => `免计（${why}）`, duty: '勤务', leave: '请假', other: '其他',
    line: (what: string, count: number, names: string) => `${what} ${count} 人：${names}`, join: '、', sitting: (no: number) => `第 ${no} 场：`, vote: (parts: string, outcome: string) => `表决：${parts}。${outcome}。`, comma: '，', numbered: (no: number) => `${no}．`,
    hostSigns: '主持人（签名）：', takerSigns: '记录人（签名）：', date: '　　　年　　月　　日', toConfirm: '本记录尚未审核。',
    confirmed: (by: string, on: string) => `审核：${by}　${on}`, recorded: (by: string, on: string) => `填报：${by}　${on}`, system: '公用账号',
  },
  en: {
    of: (organisation: string) => `Minutes of ${organisation}`, kinds: 'Meeting', topic: 'Topic', time: 'When', place: 'Place', host: 'Host', minuteTaker: 'Minute-taker', attendance: 'Attendance', attendees: 'In attendance',
    contents: 'Contents', material: 'Material', speakers: 'Speakers', exchanges: 'Contributions', agenda: 'Agenda', first: ' (first item)', resolutions: 'Resolutions', discussion: 'Discussion',
    counts: ({ expected, present, madeUp, excused, absent }: Counts) => `Expected ${expected}, present ${present}${madeUp > 0 ? `, made up ${madeUp}` : ''}, on leave or absent ${absent}, not counted ${excused}.`,
    present: 'Present', madeUp: 'Made up', onLeave: 'On leave (to make up)', absent: 'Absent', excused: (why: string) => `Not counted (${why})`, duty: 'duty', leave: 'leave', other: 'other',
    line: (what: string, count: number, names: string) => `${what}, ${count}: ${names}`, join: ', ', sitting: (no: number) => `Sitting ${no}: `, vote: (parts: string, outcome: string) => `Vote: ${parts}. ${outcome}.`, comma: ', ', numbered: (no: number) => `${no}. `,
    hostSigns: 'Host (signature): ', takerSigns: 'Minute-taker (signature): ', date: 'Date: ', toConfirm: 'Not confirmed yet.',
    confirmed: (by: string, on: string) => `Confirmed by ${by}, ${on}`, recorded: (by: string, on: string) => `Filled in by ${by}, ${on}`, system: 'an office account',
  },
});

type Counts = NonNullable<SessionRecord['counts']>;

interface Properties {
  readonly record: SessionRecord;
  readonly counts: Counts;
}

export function MinutesSheet({ record, counts }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const { bureau } = useWhoAmI();
  const names = (persons: readonly { readonly name: string }[], more = ''): string => [...persons.map(({ name }) => name), more].filter((it) => it !== '').join(t.join);
  const labels = (named: SessionRecord['contents']): string => named.map(({ label }) => say(label)).join(t.join);
  const several = record.sittings.length > 1;
  return (
    <>
      <h1><small>{bureau[language]}</small>{t.of(record.organisation.name)}</h1>
      <table className="minutes-sheet">
        <colgroup><col className="minutes-col" /><col /><col className="minutes-col" /><col className="minutes-place" /></colgroup>
        <tbody>
          <tr><th scope="row">{t.kinds}</th><td colSpan={3}>{labels(record.activities)}</td></tr>
          <Row head={t.topic}>{record.topic}</Row>
          <tr>
            <th scope="row">{t.time}</th>
            <td>{record.sittings.map(({ day, from, to }, at) => <p key={at}>{several ? t.sitting(at + 1) : ''}{longDayText(day, language)} {from}–{to}</p>)}</td>
            <th scope="row">{t.place}</th>
            <td>{[...new Set(record.sittings.map(({ place }) => place))].filter((it) => it !== '').join(t.join)}</td>
          </tr>
          <tr><th scope="row">{t.host}</th><td>{record.host?.name}</td><th scope="row">{t.minuteTaker}</th><td>{record.minuteTaker?.name}</td></tr>
          <tr><th scope="row">{t.attendance}</th><td colSpan={3}><Attendance record={record} counts={counts} /></td></tr>
          <Row head={t.attendees}>{names(record.attendees, record.otherAttendees)}</Row>
          <Row head={t.contents}>{labels(record.contents)}</Row>
          <Row head={t.material}>{record.material}</Row>
          <Row head={t.speakers}>{names(record.speakers, record.lecturer)}</Row>
          <Row head={t.exchanges}>{names(record.exchanges)}</Row>
          {record.agenda.length === 0 ? null : (
            <tr><th scope="row">{t.agenda}</th><td colSpan={3}>{record.agenda.map(({ title, firstItem }, at) => <p key={at}>{t.numbered(at + 1)}{title}{firstItem ? t.first : ''}</p>)}</td></tr>
          )}
          <Row head={t.discussion}>{record.discussion}</Row>
          {record.resolutions.length === 0 ? null : <tr><th scope="row">{t.resolutions}</th><td colSpan={3}><Resolutions record={record} /></td></tr>}
        </tbody>
      </table>
      <Foot record={record} />
    </>
  );
}

/** A line of the form; what was left empty takes no room. */
const Row = ({ head, children }: { readonly head: string; readonly children: ReactNode }) =>
  (children === '' ? null : <tr><th scope="row">{head}</th><td colSpan={3} className="minutes-words">{children}</td></tr>);

/** The counts and the names behind them; of a reason only its class, because the handbook lies open to the branch. */
function Attendance({ record, counts }: Properties) {
  const t = useTexts(texts);
  const { present, madeUp, excused, onLeave, absent } = attendanceLines(record.participants);
  const lines: readonly (readonly [string, readonly string[]])[] = [
    [t.present, present], [t.madeUp, madeUp], [t.onLeave, onLeave], [t.absent, absent], ...excused.map(({ away, names }) => [t.excused(t[away]), names] as const),
  ];
  return (
    <>
      <p>{t.counts(counts)}</p>
      {lines.filter(([, names]) => names.length > 0).map(([what, names]) => <p key={what}>{t.line(what, names.length, names.join(t.join))}</p>)}
    </>
  );
}

function Resolutions({ record }: { readonly record: SessionRecord }) {
  const t = useTexts(texts);
  const v = useTexts(voteTexts);
  return record.resolutions.map(({ text, vote }, at) => (
    <div key={at}>
      <p className="minutes-words">{t.numbered(at + 1)}{text}</p>
      {vote ? <p>{t.vote((['entitled', 'present', 'yes', 'no', 'abstained'] as const).map((name) => `${v[name]} ${vote[name]}`).join(t.comma), v[vote.outcome])}</p> : null}
    </div>
  ));
}

/** Who stands for it: by hand on paper, and who did in the system. */
function Foot({ record }: { readonly record: SessionRecord }) {
  const t = useTexts(texts);
  const confirmed = record.confirmations.filter(({ version }) => version === record.version);
  return (
    <div className="paper-foot">
      <p className="paper-lines">
        <span>{t.hostSigns}<span className="paper-blank" /></span>
        <span>{t.takerSigns}<span className="paper-blank" /></span>
        <span className="minutes-date">{t.date}</span>
      </p>
      <p className="paper-lines minutes-standing">
        {record.recorded ? <span>{t.recorded(record.recorded.by ?? t.system, record.recorded.on)}</span> : null}
        {confirmed.map(({ id, by, on }) => <span key={id}>{t.confirmed(by ?? t.system, on)}</span>)}
        {record.status === 'toConfirm' ? <span>{t.toConfirm}</span> : null}
      </p>
    </div>
  );
}
