import { useLanguage } from './language.tsx';

/** Names the other language in that language, so that whoever needs it can read it. */
export function LanguageSwitch() {
  const { language, choose } = useLanguage();
  const other = language === 'zh' ? { code: 'en', lang: 'en', name: 'English' } as const : { code: 'zh', lang: 'zh-CN', name: '中文' } as const;
  return (
    <button type="button" className="bar-button" lang={other.lang} onClick={() => choose(other.code)}>
      {other.name}
    </button>
  );
}
