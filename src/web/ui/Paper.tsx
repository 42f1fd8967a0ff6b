import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PageHeader } from './PageHeader.tsx';
import { customProperties, light } from './theme.ts';
import './paper.css';

const texts = defineTexts({
  zh: { print: '打印', hint: 'A4 纸，打印时请选“实际大小”，不打印页眉页脚。' },
  en: { print: 'Print', hint: 'A4; print at actual size, without the headers of the browser.' },
});

interface Properties {
  readonly title: string;
  /** The way back, left of the print button. */
  readonly back: ReactNode;
  /** One sheet each; every one begins on a page of its own. */
  readonly sheets: readonly ReactNode[];
  /** What is chosen before it is printed. */
  readonly choices?: ReactNode;
}

/** Paper is white and ink is black, whatever the colours of the screen. */
const white = customProperties(light);

/** A document as it will lie on the desk, with the button that prints it. */
export function Paper({ title, back, sheets, choices }: Properties) {
  const t = useTexts(texts);
  return (
    <div className="paper-page">
      <div className="unprinted">
        <PageHeader title={title} actions={<>{back}<Button type="primary" icon={<PrinterOutlined />} onClick={() => print()}>{t.print}</Button></>} />
        <p className="paper-hint">{t.hint} {choices}</p>
      </div>
      {sheets.map((sheet, at) => <article key={at} className="paper" style={white}>{sheet}</article>)}
    </div>
  );
}
