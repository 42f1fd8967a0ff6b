import { CloseOutlined } from '@ant-design/icons';
import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { usePhone } from './screen.ts';
import './room.css';

const texts = defineTexts({ zh: { close: '关闭' }, en: { close: 'Close' } });

interface Properties {
  readonly title: ReactNode;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A form or a list beside the page; on a phone it takes the whole screen. Its content begins anew each time. */
export function SideForm({ title, open, onClose, wide = false, children }: Properties) {
  const { close } = useTexts(texts);
  const phone = usePhone();
  return (
    <Drawer
      open={open} onClose={onClose} title={title} size={phone ? '100%' : wide ? 720 : 480} destroyOnHidden rootClassName="side-form"
      closable={{ placement: 'end', closeIcon: <CloseOutlined aria-label={close} /> }}
    >
      {children}
    </Drawer>
  );
}
