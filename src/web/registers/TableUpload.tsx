import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { checkRegisterTable, readRegisterTemplate } from '#domain/registers/import-contract.ts';
import { TABLE_ROWS_MOST } from '#domain/registers/table-limits.ts';
import { useDownload, useUpload } from '#web/shell/calling.ts';
import { FileChoice } from '#web/shell/FileChoice.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';

const texts = defineTexts({
  zh: {
    choose: '选择表格文件，或拖到这里', template: '下载模板', check: '上传并检查',
    hint: '可以用模板，也可以用本单位的台账：列名相同或相近即可识别，标题可以在表头上方，人员写姓名和警号。从本页导出的表格可直接导回，已登记的不会重复。',
    nothingYet: '检查只核对，不写入；看过结果后再决定是否导入。',
  },
  en: {
    choose: 'Choose the table, or drop it here', template: 'Template', check: 'Upload and check',
    hint: 'Use the template or a table of your own: columns are known by their titles, headings may stand above them, people are written with name and number. What was taken away from the register can be sent back; nothing is entered twice.',
    nothingYet: 'A check writes nothing; decide about the import when you have seen its result.',
  },
});

/** The file that is to be checked. */
export function TableUpload({ register, onSent }: { readonly register: string; readonly onSent: (id: string) => void }) {
  const t = useTexts(texts);
  const [file, setFile] = useState<File | null>(null);
  const sending = useUpload(checkRegisterTable);
  const template = useDownload(readRegisterTemplate);
  const send = () => {
    if (file) sending.mutate({ input: { register, fileName: file.name }, file }, { onSuccess: ({ id }) => onSent(id) });
  };
  return (
    <div className="import-panel">
      <FileChoice label={t.choose} rowsMost={TABLE_ROWS_MOST} file={file} onFile={(chosen) => { setFile(chosen); sending.reset(); }} />
      <div className="import-fields">
        <p className="room-hint">{t.hint}</p>
        <NonClassifiedNotice />
      </div>
      {sending.error ? <ErrorNote refusal={sending.error.refusal} /> : null}
      {template.error ? <ErrorNote refusal={template.error.refusal} /> : null}
      <div className="import-actions">
        <Button icon={<DownloadOutlined />} loading={template.isPending} onClick={() => template.mutate({ register })}>{t.template}</Button>
        <Button type="primary" disabled={file === null} loading={sending.isPending} onClick={send}>{t.check}</Button>
      </div>
      <p className="room-hint">{t.nothingYet}</p>
    </div>
  );
}
