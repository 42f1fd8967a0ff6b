import { defineTexts } from '#web/shell/language.tsx';

export const recusalTexts = defineTexts({
  zh: { organisation: '党支部', person: '回避人', because: '事由', from: '起', to: '止', reason: '说明', contact: '联系点', declared: '本人声明', self: '本人' },
  en: { organisation: 'Branch', person: 'Who', because: 'Ground', from: 'From', to: 'To', reason: 'Why', contact: 'contact of the branch', declared: 'declared himself', self: 'Myself' },
});
