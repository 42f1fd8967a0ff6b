import { CloseOutlined } from '@ant-design/icons';
import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { usePhone } from './screen.ts';

const texts = defineTexts({ zh: { close: '关闭' }, en: { close: 'Close' } });

interface Properties {
  readonly title: ReactNode;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form beside the page; on a phone it takes the whole screen. Its content begins anew each time. */
export function SideForm({ title, open, onClose, children }: Properties) {
  const { close } = useTexts(texts);
  const phone = usePhone();
  return (
    <Drawer
      open={open} onClose={onClose} title={title} size={phone ? '100%' : 480} destroyOnHidden
      closable={{ placement: 'end', closeIcon: <CloseOutlined aria-label={close} /> }}
    >
      {children}
    </Drawer>
  );
}
