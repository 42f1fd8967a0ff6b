import { Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '#web/shell/language.tsx';
import { schemeTexts } from './scheme-texts.ts';

interface Properties {
  /** Whether there is a text that would be lost. */
  readonly asks: boolean;
  readonly onReplace: () => void;
  readonly disabled?: boolean;
  readonly small?: boolean;
  readonly children: ReactNode;
}

/** Puts another text in the place of the one that is there, and asks before one is lost. */
export function ReplaceButton({ asks, onReplace, disabled = false, small = false, children }: Properties) {
  const t = useTexts(schemeTexts);
  const button = <Button disabled={disabled} size={small ? 'small' : 'medium'} onClick={asks ? undefined : onReplace}>{children}</Button>;
  return asks ? <Popconfirm title={t.replace} okText={t.yesReplace} cancelText={t.keep} onConfirm={onReplace}>{button}</Popconfirm> : button;
}
