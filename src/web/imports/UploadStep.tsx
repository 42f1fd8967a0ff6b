import { DownloadOutlined, FileExcelOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId, useState, type DragEvent } from 'react';
import { checkRoster, readRosterTemplate } from '#domain/imports/contract.ts';
import { WORKBOOK_LIMITS } from '#domain/imports/limits.ts';
import { useDownload, useUpload } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';

const texts = defineTexts({
  zh: {
    choose: '选择花名册文件，或拖到这里', limits: (megabytes: number, rows: string) => `xlsx 文件，不超过 ${megabytes} MB、${rows} 行`, template: '下载模板',
    templateHint: '国家党员信息采集的列名可直接使用；表头须有姓名、警号（内部编号）、人员类别、所在党支部、人员身份。公民身份号码不导入。',
    from: '生效日期', fromHint: '新增和变动的组织关系自这一日起算。首次导入请填本年度开始考核之日。', check: '上传并检查', nothingYet: '检查只核对，不写入；看过结果后再决定是否导入。',
  },
  en: {
    choose: 'Choose the roster file, or drop it here', limits: (megabytes, rows) => `xlsx, at most ${megabytes} MB and ${rows} rows`, template: 'Template',
    templateHint: 'The column titles of the national collection work as they are. The header needs name, number, stage, branch and kind of staff. ID numbers are not taken over.',
    from: 'Holds from', fromHint: 'Memberships that are new or change begin on this day. For the first roster enter the day on which this year begins to count.', check: 'Upload and check', nothingYet: 'A check writes nothing; decide about the import when you have seen its result.',
  },
});

/** The file, and the day from which it holds. */
export function UploadStep({ onSent }: { readonly onSent: (id: string) => void }) {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const field = useId();
  const [file, setFile] = useState<File | null>(null);
  const [from, setFrom] = useState(today);
  const sending = useUpload(checkRoster);
  const template = useDownload(readRosterTemplate);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setFile(event.dataTransfer.files[0] ?? null);
  };
  const send = () => {
    if (file) sending.mutate({ input: { fileName: file.name, from }, file }, { onSuccess: ({ id }) => onSent(id) });
  };
  return (
    <div className="import-panel">
      <label className={file ? 'file-choice chosen' : 'file-choice'} htmlFor={field} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <FileExcelOutlined />
        <b>{file?.name ?? t.choose}</b>
        <small>{t.limits(WORKBOOK_LIMITS.bytes / 1024 / 1024, WORKBOOK_LIMITS.rows.toLocaleString('en-US'))}</small>
        <input id={field} className="spoken" type="file" accept=".xlsx" onChange={({ target }) => { setFile(target.files?.[0] ?? null); sending.reset(); }} />
      </label>
      <div className="import-fields">
        <label className="room-day">{t.from} <DayField value={from} latest={today} onChange={(day) => setFrom(day ?? today)} /></label>
        <p className="room-hint">{t.fromHint}</p>
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
