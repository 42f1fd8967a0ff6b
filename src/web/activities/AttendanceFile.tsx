import type { Participant, SessionRecord } from '#domain/activities/record-contract.ts';
import { makeUpWayWords } from '#domain/activities/status-words.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { SaveTable } from '#web/ui/SaveTable.tsx';
import { statuses } from '#web/ui/statuses.ts';

const texts = defineTexts({
  zh: { title: '到会情况', name: '姓名', number: '警号/内部编号', group: '党小组', status: '状态', why: '原因', makeUp: '补学', until: '应补期限', waits: '待确认', join: '、' },
  en: { title: 'Attendance', name: 'Name', number: 'Police or internal number', group: 'Group', status: 'Status', why: 'Reason', makeUp: 'Made up', until: 'To make up by', waits: 'to be confirmed', join: ', ' },
});

interface Properties {
  readonly record: SessionRecord;
  /** The reason where the reader may know it, else its class. */
  readonly why: (participant: Participant) => string | null;
}

/** The names of a session as a file, with as much of the reasons as the page shows. */
export function AttendanceFile({ record, why }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const makeUpOf = ({ makeUp }: Participant): string => (makeUp === null ? '' : `${makeUp.day} ${say(makeUpWayWords[makeUp.way])}${makeUp.proposed ? ` ${t.waits}` : ''}`);
  return (
    <SaveTable
      seen={{
        name: 'attendance', title: t.title, rows: record.participants, rowKey: (it: Participant) => it.person.id,
        asked: [record.organisation.name, record.day, record.activities.map(({ label }) => say(label)).join(t.join)],
        columns: [
          { key: 'name', title: t.name, text: (it) => it.person.name },
          { key: 'number', title: t.number, text: (it) => it.person.number },
          { key: 'group', title: t.group, text: (it) => it.group ?? '' },
          { key: 'status', title: t.status, text: (it) => say(statuses[it.status].words) },
          { key: 'why', title: t.why, text: (it) => (it.status === 'present' || it.status === 'madeUp' ? '' : why(it) ?? '') },
          { key: 'makeUp', title: t.makeUp, text: makeUpOf },
          { key: 'until', title: t.until, text: (it) => it.owes?.until ?? '' },
        ],
      }}
    />
  );
}
