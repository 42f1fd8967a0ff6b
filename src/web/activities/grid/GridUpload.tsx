import { DownloadOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { readActivityWords } from '#domain/activities/contract.ts';
import { checkAttendanceTable, type listAttendanceBatches, readAttendanceTemplate } from '#domain/activities/grid/grid-contract.ts';
import { GRID_LIMITS } from '#domain/activities/grid/grid-limits.ts';
import { addMonths } from '#domain/calendar/civil-date.ts';
import type { z } from 'zod';
import { useCall, useDownload, useUpload } from '#web/shell/calling.ts';
import { FileChoice } from '#web/shell/FileChoice.tsx';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';

const texts = defineTexts({
  zh: {
    choose: '选择考勤表文件，或拖到这里', check: '上传并检查', nothingYet: '检查只核对，不写入；看过结果后再决定是否导入。',
    hint: '每人一行，每次活动一列，列名是日期；格中填√、缺、迟到或请假事由，系统认得常见写法，认不得的可在检查后选定含义。一个党组织一张工作表，或者一个月一张（表名“2月”，列名只写几日也可以），多张可以一起上传；标题或文件名写明哪个支部的，以写明的为准。',
    activity: '没有写明的列，活动是', organisation: '没有写明的工作表，党组织是', templateTitle: '没有现成的表？先下载模板', template: '下载模板', from: '自', to: '至', templateHint: '模板已填好本党组织的人员和所选月份的活动日期。',
  },
  en: {
    choose: 'Choose the attendance file, or drop it here', check: 'Upload and check', nothingYet: 'A check writes nothing; decide about the import when you have seen its result.',
    hint: 'One row for each person and one column for each session, headed by its day; a tick, absent, late or a reason in the cells. Common ways of writing are known, others get their meaning after the check. One sheet for each organisation or each month (called 2月, its columns by the number of the day), several in one file; a branch that the title or the file name says goes before the choice below.',
    activity: 'Columns that do not say are', organisation: 'Sheets that do not say are of', templateTitle: 'No table yet? Take the template', template: 'Template', from: 'From', to: 'to', templateHint: 'The template has the people of the organisation and the days of the activity in these months.',
  },
});

type Place = z.output<typeof listAttendanceBatches.output>['places'][number];

/** The file that is to be checked, and the template for those who have none. */
export function GridUpload({ places, onSent }: { readonly places: readonly Place[]; readonly onSent: (id: string) => void }) {
  const t = useTexts(texts);
  const say = useWords();
  const { today } = useWhoAmI();
  const [file, setFile] = useState<File | null>(null);
  const [chosen, choose] = useState<{ activity?: string; organisation?: string }>({});
  const words = useCall(readActivityWords, { day: today });
  const sending = useUpload(checkAttendanceTable);
  const activities = words.data?.activities ?? [];
  const activity = chosen.activity ?? activities.find(({ weekday }) => weekday !== null)?.id ?? activities[0]?.id ?? '';
  const organisation = chosen.organisation ?? places.find(({ name }) => name.includes('支部'))?.id ?? places[0]?.id ?? '';
  const send = () => {
    if (file) sending.mutate({ input: { fileName: file.name, activity, organisation }, file }, { onSuccess: ({ id }) => onSent(id) });
  };
  if (words.error) return <ErrorNote refusal={words.error.refusal} />;
  return (
    <div className="import-panel">
      <FileChoice label={t.choose} rowsMost={GRID_LIMITS.people * GRID_LIMITS.sheets} file={file} onFile={(one) => { setFile(one); sending.reset(); }} />
      <div className="import-fields">
        <p className="room-hint">{t.hint}</p>
        <label className="grid-field">{t.activity}
          <Select value={activity} aria-label={t.activity} showSearch={{ optionFilterProp: 'label' }} options={activities.map(({ id, label }) => ({ value: id, label: say(label) }))} onChange={(one) => choose({ ...chosen, activity: one })} />
        </label>
        <label className="grid-field">{t.organisation}
          <Select value={organisation} aria-label={t.organisation} showSearch={{ optionFilterProp: 'label' }} options={places.map(({ id, name }) => ({ value: id, label: name }))} onChange={(one) => choose({ ...chosen, organisation: one })} />
        </label>
        <NonClassifiedNotice />
      </div>
      {sending.error ? <ErrorNote refusal={sending.error.refusal} /> : null}
      <div className="import-actions">
        <Button type="primary" disabled={file === null || activity === ''} loading={sending.isPending} onClick={send}>{t.check}</Button>
      </div>
      <p className="room-hint">{t.nothingYet}</p>
      <TemplateOf activity={activity} organisation={organisation} today={today} />
    </div>
  );
}

function TemplateOf({ activity, organisation, today }: { readonly activity: string; readonly organisation: string; readonly today: string }) {
  const t = useTexts(texts);
  const template = useDownload(readAttendanceTemplate);
  const month = today.slice(0, 7);
  const months = Array.from({ length: 12 }, (_, at) => addMonths(month, -at)).toReversed();
  const [from, setFrom] = useState(`${month.slice(0, 4)}-01`);
  const [to, setTo] = useState(month);
  const options = [...new Set([...months, from])].sort().map((it) => ({ value: it, label: it }));
  return (
    <section className="room-section">
      <h2>{t.templateTitle}</h2>
      <p className="room-hint">{t.templateHint}</p>
      {template.error ? <ErrorNote refusal={template.error.refusal} /> : null}
      <div className="grid-template">
        <span>{t.from}</span><Select value={from} aria-label={t.from} options={options} onChange={setFrom} />
        <span>{t.to}</span><Select value={to} aria-label={t.to} options={options} onChange={setTo} />
        <Button icon={<DownloadOutlined />} disabled={activity === '' || organisation === ''} loading={template.isPending} onClick={() => template.mutate({ organisation, activity, from, to })}>{t.template}</Button>
      </div>
    </section>
  );
}
