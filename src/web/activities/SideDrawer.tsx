import { CloseOutlined } from '@ant-design/icons';
import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { usePhone } from '#web/ui/screen.ts';
import './activities.css';

const texts = defineTexts({ zh: { close: '关闭' }, en: { close: 'Close' } });

interface Properties {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A short form beside the page, on a phone in its place; begins anew each time. */
export function SideDrawer({ title, open, onClose, children }: Properties) {
  const { close } = useTexts(texts);
  const phone = usePhone();
  return (
    <Drawer open={open} onClose={onClose} title={title} size={phone ? '100%' : 440} destroyOnHidden closable={{ placement: 'end', closeIcon: <CloseOutlined aria-label={close} /> }}>
      {children}
    </Drawer>
  );
}
