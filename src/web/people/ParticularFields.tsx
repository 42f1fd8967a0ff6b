import { Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { HiddenParticular, PersonDetails } from '#domain/people/contract.ts';
import { genderLabels } from '#domain/people/labels.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { personTexts } from './person-texts.ts';

const texts = defineTexts({
  zh: { numberHint: '每人一个，导入花名册时以它对应。不要填公民身份号码。', numberShape: '2 至 20 位数字、字母或短横。' },
  en: { numberHint: 'One for each person; rosters find people by it. Never the ID number.', numberShape: '2 to 20 digits, letters or hyphens.' },
});

export interface ParticularValues {
  readonly number: string;
  readonly name: string;
  readonly gender: 'male' | 'female' | null;
  readonly birthDate: string | null;
  readonly details: { readonly [K in keyof PersonDetails]?: string | null };
}

/** What the roster says of a person beside the branch. @param kept What stands in the place of a particular that is not shown. */
export function ParticularFields({ kept = {} }: { readonly kept?: Readonly<Partial<Record<HiddenParticular, ReactNode>>> }) {
  const t = useTexts(personTexts);
  const { numberHint, numberShape } = useTexts(texts);
  const say = useWords();
  const { today } = useWhoAmI();
  const needed = { required: true, message: t.needed };
  return (
    <>
      <div className="field-pair">
        <Form.Item name="name" label={t.name} rules={[needed]}><Input maxLength={60} autoComplete="off" /></Form.Item>
        <Form.Item name="number" label={t.number} tooltip={numberHint} rules={[needed, { pattern: /^[0-9A-Za-z-]{2,20}$/, message: numberShape }]}><Input maxLength={20} autoComplete="off" /></Form.Item>
      </div>
      <div className="field-pair">
        <Form.Item name="gender" label={t.gender}>
          <Radio.Group options={(['male', 'female'] as const).map((it) => ({ value: it, label: say(genderLabels[it]) }))} />
        </Form.Item>
        {kept.birthDate ?? <Form.Item name="birthDate" label={t.birthDate}><DayField latest={today} clearable /></Form.Item>}
        <Form.Item name={['details', 'joinedParty']} label={t.joinedParty}><DayField latest={today} clearable /></Form.Item>
        <Form.Item name={['details', 'becameFull']} label={t.becameFull}><DayField latest={today} clearable /></Form.Item>
      </div>
      <NonClassifiedNotice />
      <div className="field-pair">
        <Form.Item name={['details', 'position']} label={t.position}><Input maxLength={100} /></Form.Item>
        {kept.phone ?? <Form.Item name={['details', 'phone']} label={t.phone}><Input maxLength={40} inputMode="tel" autoComplete="off" /></Form.Item>}
        {kept.ethnicity ?? <Form.Item name={['details', 'ethnicity']} label={t.ethnicity}><Input maxLength={100} /></Form.Item>}
        <Form.Item name={['details', 'education']} label={t.education}><Input maxLength={100} /></Form.Item>
      </div>
    </>
  );
}

/** What stands empty is not said. */
export const particularsOf = ({ number, name, gender, birthDate, details }: ParticularValues) => ({
  number, name, gender: gender ?? null, birthDate: birthDate ?? null,
  details: Object.fromEntries(Object.entries(details ?? {}).filter(([, it]) => it)) as PersonDetails,
});
