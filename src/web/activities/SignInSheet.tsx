import type { SessionRecord } from '#domain/activities/record-contract.ts';
import { inRows, type SignInLine, type SignInLines } from '#domain/activities/sign-in-lines.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { longDayText } from '#web/ui/day-words.ts';
import './sign-in-sheet.css';

const texts = defineTexts({
  zh: {
    of: (activities: string) => `${activities}签到表`, time: '时间：', place: '地点：', topic: '主题：', sitting: (no: number) => `第 ${no} 场`, blank: '　',
    no: '序号', name: '姓名', number: '警号', signature: '签名', join: '、', duty: '勤务', leave: '请假', other: '其他',
    counts: (expected: number, onLeave: number, excused: number) => `应到 ${expected} 人${onLeave > 0 ? `（含请假应补 ${onLeave} 人）` : ''} · 免计 ${excused} 人 · 实到`,
    uncounted: '应到', present: '人 · 实到', persons: '人', host: '主持人：', minuteTaker: '记录人：', attendees: '列席：', nobody: '没有应到人员',
  },
  en: {
    of: (activities: string) => `Sign-in sheet: ${activities}`, time: 'When: ', place: 'Place: ', topic: 'Topic: ', sitting: (no: number) => `Sitting ${no}`, blank: ' ',
    no: 'No.', name: 'Name', number: 'Number', signature: 'Signature', join: ', ', duty: 'Duty', leave: 'Leave', other: 'Other',
    counts: (expected: number, onLeave: number, excused: number) => `Expected ${expected}${onLeave > 0 ? ` (${onLeave} on leave, to make up)` : ''} · not counted ${excused} · present`,
    uncounted: 'Expected', present: '· present', persons: '', host: 'Host: ', minuteTaker: 'Minute-taker: ', attendees: 'In attendance: ', nobody: 'Nobody is expected',
  },
});

/** As many as one column of a page holds; more stand side by side. */
const IN_ONE_COLUMN = 18;

interface Properties {
  readonly record: Pick<SessionRecord, 'organisation' | 'activities' | 'topic' | 'host' | 'minuteTaker'>;
  /** Null: a blank sheet, on which day, place and topic are written by hand. */
  readonly sitting: SessionRecord['sittings'][number] | null;
  /** Which sitting it is, where there are several. */
  readonly no: number | null;
  readonly lines: readonly SignInLine[];
  /** Null where the day is open, on which depends who is expected. */
  readonly counts: Omit<SignInLines, 'lines'> | null;
}

export function SignInSheet({ record, sitting, no, lines, counts }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const { bureau } = useWhoAmI();
  const blank = <span className="paper-blank" />;
  return (
    <>
      <h1>
        <small>{bureau[language]}{language === 'zh' ? '' : ', '}{record.organisation.name}</small>
        {t.of(record.activities.map(({ label }) => say(label)).join(t.join))}
      </h1>
      <p className="paper-lines">
        <span><b>{t.time}</b>{sitting === null ? blank : `${longDayText(sitting.day, language)} ${sitting.from}–${sitting.to}`}{no === null ? '' : ` ${t.sitting(no)}`}</span>
        <span><b>{t.place}</b>{sitting === null || sitting.place === '' ? blank : sitting.place}</span>
        {sitting === null ? <span><b>{t.topic}</b>{blank}</span> : record.topic === '' ? null : <span><b>{t.topic}</b>{record.topic}</span>}
      </p>
      {lines.length === 0 ? <p>{t.nobody}</p> : <SignInTable lines={lines} />}
      <div className="paper-foot">
        <p>
          {counts === null ? <>{t.uncounted} <span className="paper-blank roll-count" /> {t.present}</> : t.counts(counts.expected, counts.onLeave, counts.excused)}
          {' '}<span className="paper-blank roll-count" /> {t.persons}
        </p>
        <p className="paper-lines">
          <span><b>{t.host}</b>{record.host?.name ?? <span className="paper-blank" />}</span>
          <span><b>{t.minuteTaker}</b>{record.minuteTaker?.name ?? <span className="paper-blank" />}</span>
          <span><b>{t.attendees}</b><span className="paper-blank" /></span>
        </p>
      </div>
    </>
  );
}

function SignInTable({ lines }: { readonly lines: readonly SignInLine[] }) {
  const t = useTexts(texts);
  const across = lines.length > IN_ONE_COLUMN ? 2 : 1;
  const heads = [t.no, t.name, t.number, t.signature];
  const columns = Array.from({ length: across }, (_, at) => at);
  return (
    <table className={across === 1 ? 'roll' : 'roll two'}>
      <colgroup>{columns.flatMap((at) => heads.map((head, part) => <col key={`${at} ${head}`} className={`roll-${part}`} />))}</colgroup>
      <thead><tr>{columns.flatMap((at) => heads.map((head) => <th key={`${at} ${head}`} scope="col">{head}</th>))}</tr></thead>
      <tbody>
        {inRows(lines, across).map((row) => (
          <tr key={row[0]?.no}>
            {columns.flatMap((at) => (row[at] ? <Line key={at} line={row[at]} /> : heads.map((head) => <td key={`${at} ${head}`} />)))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whoever is accounted for stands in grey with the class of the reason where the others sign. */
function Line({ line: { no, person, away } }: { readonly line: SignInLine }) {
  const t = useTexts(texts);
  const grey = away === null ? '' : ' roll-away';
  return (
    <>
      <td className={`roll-no${grey}`}>{no}</td>
      <td className={`roll-name${grey}`}>{person.name}</td>
      <td className={grey.trim()}>{person.number}</td>
      <td className={grey.trim()}>{away === null ? null : t[away]}</td>
    </>
  );
}
