import { ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useLayoutEffect, useMemo, type ReactNode } from 'react';
import { useLanguage } from '#web/shell/language.tsx';
import { DisplayContext, useKeptDisplay } from './display.ts';
import { usePhone, useStill } from './screen.ts';
import { antdTheme, dark, light, paint } from './theme.ts';
import './base.css';
import './large.css';

interface Properties {
  /** Under which styles may be written into the page (content security policy). */
  readonly nonce: string;
  readonly children: ReactNode;
}

/** Tokens and locales, for antd, dayjs and our own style sheets at once. */
export function Appearance({ nonce, children }: Properties) {
  const { language } = useLanguage();
  const phone = usePhone();
  const still = useStill();
  const { display, large, dark: darkened } = useKeptDisplay();
  const colours = darkened ? dark : light;
  const theme = useMemo(() => antdTheme(colours, { phone, large, still }), [colours, phone, large, still]);
  useLayoutEffect(() => paint(colours, document.documentElement), [colours]);
  useLayoutEffect(() => void document.documentElement.toggleAttribute('data-large', large), [large]);
  // Set while rendering: date pickers below read it in this same pass.
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  return (
    <ConfigProvider
      theme={theme} locale={language === 'zh' ? zh : en} csp={nonce === '' ? {} : { nonce }}
      button={{ autoInsertSpace: false }} form={{ requiredMark: 'optional' }}
    >
      <DisplayContext value={display}>{children}</DisplayContext>
    </ConfigProvider>
  );
}
