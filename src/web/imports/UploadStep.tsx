import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { checkRoster, readRosterTemplate } from '#domain/imports/contract.ts';
import { WORKBOOK_LIMITS } from '#domain/imports/limits.ts';
import { readPeople } from '#domain/people/contract.ts';
import { useCall, useDownload, useUpload } from '#web/shell/calling.ts';
import { FileChoice } from '#web/shell/FileChoice.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';

const texts = defineTexts({
  zh: {
    choose: '选择花名册文件，或拖到这里', template: '下载模板',
    templateHint: '国家党员信息采集的列名可直接使用；表头须有姓名、警号（内部编号）、人员身份（民警、辅警、职员、离退休），还要看得出党支部和是否党员：没有“所在党支部”的按工作表名或标题认定，没有“人员类别”的按入党、转正日期认定。公民身份号码不导入。',
    from: '生效日期', fromHint: '新增和变动的组织关系自这一日起算。',
    firstHint: '首次导入自本年 1 月 1 日起算，今年以来的活动才能补录；年中才开始考核的，改为开始考核之日。', check: '上传并检查', nothingYet: '检查只核对，不写入；看过结果后再决定是否导入。',
  },
  en: {
    choose: 'Choose the roster file, or drop it here', template: 'Template',
    templateHint: 'The column titles of the national collection work as they are. The header needs name, number and kind of staff; without a branch the name or title of the sheet tells it, without a stage the days of joining do. ID numbers are not taken over.',
    from: 'Holds from', fromHint: 'Memberships that are new or change begin on this day.',
    firstHint: 'The first roster holds from 1 January, so that sessions of this year can be brought in; where the year begins to count later, enter that day.', check: 'Upload and check', nothingYet: 'A check writes nothing; decide about the import when you have seen its result.',
  },
});

interface Properties {
  /** From when the last roster was to hold, if it was sent today: rows that were put right belong to it. */
  readonly lastFrom: string | null;
  readonly onSent: (id: string) => void;
}

/** The file, and the day from which it holds: while nobody is there, the year from its beginning. */
export function UploadStep({ lastFrom, onSent }: Properties) {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const [file, setFile] = useState<File | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const isFirst = useCall(readPeople, { size: 1 }).data?.total === 0;
  const from = chosen ?? lastFrom ?? (isFirst ? `${today.slice(0, 4)}-01-01` : today);
  const sending = useUpload(checkRoster);
  const template = useDownload(readRosterTemplate);
  const send = () => {
    if (file) sending.mutate({ input: { fileName: file.name, from }, file }, { onSuccess: ({ id }) => onSent(id) });
  };
  return (
    <div className="import-panel">
      <FileChoice label={t.choose} rowsMost={WORKBOOK_LIMITS.rows} file={file} onFile={(chosen) => { setFile(chosen); sending.reset(); }} />
      <div className="import-fields">
        <label className="room-day">{t.from} <DayField value={from} latest={today} onChange={setChosen} /></label>
        <p className="room-hint">{t.fromHint}{isFirst ? t.firstHint : ''}</p>
        <p className="room-hint">{t.templateHint}</p>
      </div>
      {sending.error ? <ErrorNote refusal={sending.error.refusal} /> : null}
      {template.error ? <ErrorNote refusal={template.error.refusal} /> : null}
      <div className="import-actions">
        <Button icon={<DownloadOutlined />} loading={template.isPending} onClick={() => template.mutate({})}>{t.template}</Button>
        <Button type="primary" disabled={file === null} loading={sending.isPending} onClick={send}>{t.check}</Button>
      </div>
      <p className="room-hint">{t.nothingYet}</p>
    </div>
  );
}
