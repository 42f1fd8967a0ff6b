import { Form, Input, Select } from 'antd';
import { categoryLabels, type OrganisationCategory } from '#domain/orgs/categories.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { organisationTexts } from './organisation-texts.ts';

const texts = defineTexts({
  zh: { fullHint: '与印章一致；花名册用全称或简称对应。', numberHint: '本局自编的简短编号，列表按它排序。', numberShape: '用数字、字母和短横，不超过 20 位。' },
  en: { fullHint: 'As on the seal; rosters use the full or the short name.', numberHint: "The bureau's own short number; lists are in its order.", numberShape: 'Digits, letters and hyphens, at most 20.' },
});

export interface NamedFields {
  readonly category: OrganisationCategory;
  readonly number: string;
  readonly name: string;
  readonly shortName: string;
  readonly founded: string;
}

/** What an organisation is called, its number and category, and since when it exists. */
export function NameFields({ categories }: { readonly categories: readonly OrganisationCategory[] }) {
  const t = useTexts(texts);
  const words = useTexts(organisationTexts);
  const say = useWords();
  const { today } = useWhoAmI();
  const needed = [{ required: true, message: words.needed }];
  return (
    <>
      <Form.Item name="category" label={words.category} rules={[{ required: true, message: words.choose }]}>
        <Select options={categories.map((it) => ({ value: it, label: `${say(categoryLabels[it])}　${it}` }))} />
      </Form.Item>
      <Form.Item name="name" label={words.fullName} extra={t.fullHint} rules={needed}><Input maxLength={100} autoComplete="off" /></Form.Item>
      <Form.Item name="shortName" label={words.shortName} rules={needed}><Input maxLength={40} autoComplete="off" /></Form.Item>
      <Form.Item name="number" label={words.number} extra={t.numberHint} rules={[...needed, { pattern: /^[0-9A-Za-z-]{1,20}$/, message: t.numberShape }]}>
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
      <Form.Item name="founded" label={words.founded} rules={needed}><DayField latest={today} /></Form.Item>
    </>
  );
}
