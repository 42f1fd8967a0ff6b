import { FileExcelOutlined } from '@ant-design/icons';
import { useId, type DragEvent } from 'react';
import { WORKBOOK_LIMITS } from '#domain/imports/limits.ts';
import { defineTexts, useTexts } from './language.tsx';
import './import-steps.css';

const texts = defineTexts({
  zh: { limits: (megabytes: number, rows: string) => `xlsx 或 csv 文件，不超过 ${megabytes} MB、${rows} 行` },
  en: { limits: (megabytes, rows) => `xlsx or csv, at most ${megabytes} MB and ${rows} rows` },
});

interface Properties {
  /** What is asked for, until a file is chosen. */
  readonly label: string;
  readonly rowsMost: number;
  readonly file: File | null;
  readonly onFile: (file: File | null) => void;
}

/** A file to choose, or to drop. */
export function FileChoice({ label, rowsMost, file, onFile }: Properties) {
  const t = useTexts(texts);
  const field = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    onFile(event.dataTransfer.files[0] ?? null);
  };
  return (
    <label className={file ? 'file-choice chosen' : 'file-choice'} htmlFor={field} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <FileExcelOutlined />
      <b>{file?.name ?? label}</b>
      <small>{t.limits(WORKBOOK_LIMITS.bytes / 1024 / 1024, rowsMost.toLocaleString('en-US'))}</small>
      <input id={field} className="spoken" type="file" accept=".xlsx,.csv,.txt" onChange={({ target }) => onFile(target.files?.[0] ?? null)} />
    </label>
  );
}
