import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { checkTable, type ImportTable, readTableTemplate } from '#domain/imports/table-contract.ts';
import { TABLE_LINES_MOST } from '#domain/imports/limits.ts';
import { useDownload, useUpload } from '#web/shell/calling.ts';
import { FileChoice } from '#web/shell/FileChoice.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { tableTexts } from './table-texts.ts';

const texts = defineTexts({
  zh: { choose: '选择表格文件，或拖到这里', template: '下载模板', check: '上传并检查', nothingYet: '检查只核对，不写入；看过结果后再决定是否导入。列名相同或相近即可识别，标题可以在表头上方。' },
  en: { choose: 'Choose the table, or drop it here', template: 'Template', check: 'Upload and check', nothingYet: 'A check writes nothing; decide about the import when you have seen its result. Columns are known by their titles, and headings may stand above them.' },
});

/** The file that is to be checked. */
export function TableUpload({ table, onSent }: { readonly table: ImportTable; readonly onSent: (id: string) => void }) {
  const t = useTexts(texts);
  const { hint } = useTexts(tableTexts)[table];
  const [file, setFile] = useState<File | null>(null);
  const sending = useUpload(checkTable);
  const template = useDownload(readTableTemplate);
  const send = () => {
    if (file) sending.mutate({ input: { table, fileName: file.name }, file }, { onSuccess: ({ id }) => onSent(id) });
  };
  return (
    <div className="import-panel">
      <FileChoice label={t.choose} rowsMost={TABLE_LINES_MOST} file={file} onFile={(chosen) => { setFile(chosen); sending.reset(); }} />
      <div className="import-fields">
        <p className="room-hint">{hint}</p>
        <NonClassifiedNotice />
      </div>
      {sending.error ? <ErrorNote refusal={sending.error.refusal} /> : null}
      {template.error ? <ErrorNote refusal={template.error.refusal} /> : null}
      <div className="import-actions">
        <Button icon={<DownloadOutlined />} loading={template.isPending} onClick={() => template.mutate({ table })}>{t.template}</Button>
        <Button type="primary" disabled={file === null} loading={sending.isPending} onClick={send}>{t.check}</Button>
      </div>
      <p className="room-hint">{t.nothingYet}</p>
    </div>
  );
}
