import { FileExcelOutlined } from '@ant-design/icons';
import { useId, type DragEvent } from 'react';
import { WORKBOOK_LIMITS } from '#domain/imports/limits.ts';
import { defineTexts, useTexts } from './language.tsx';
import { usePastedTable } from './pasted-table.ts';
import './import-steps.css';

const texts = defineTexts({
  zh: {
    limits: (megabytes: number, rows: string) => `xlsx 或 csv 文件，不超过 ${megabytes} MB、${rows} 行`,
    paste: '也可以在 Excel 或 WPS 中连同表头复制，在本页按 Ctrl+V 粘贴', pasted: '粘贴的表格.txt',
  },
  en: {
    limits: (megabytes, rows) => `xlsx or csv, at most ${megabytes} MB and ${rows} rows`,
    paste: 'Or copy the rows with their header in Excel or WPS and press Ctrl+V on this page', pasted: 'pasted-table.txt',
  },
});

interface Properties {
  /** What is asked for, until a file is chosen. */
  readonly label: string;
  readonly rowsMost: number;
  readonly file: File | null;
  readonly onFile: (file: File | null) => void;
}

/** A file to choose, or to drop, or rows to paste. */
export function FileChoice({ label, rowsMost, file, onFile }: Properties) {
  const t = useTexts(texts);
  const field = useId();
  usePastedTable(t.pasted, onFile);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    onFile(event.dataTransfer.files[0] ?? null);
  };
  return (
    <label className={file ? 'file-choice chosen' : 'file-choice'} htmlFor={field} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <FileExcelOutlined />
      <b>{file?.name ?? label}</b>
      <small>{t.limits(WORKBOOK_LIMITS.bytes / 1024 / 1024, rowsMost.toLocaleString('en-US'))}</small>
      <small className="paste-hint">{t.paste}</small>
      <input id={field} className="spoken" type="file" accept=".xlsx,.csv,.txt" onChange={({ target }) => onFile(target.files?.[0] ?? null)} />
    </label>
  );
}
