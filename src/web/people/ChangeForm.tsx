import { Button, Form } from 'antd';
import { changePerson, type HiddenParticular, type PersonPage } from '#domain/people/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { KeptField } from './KeptField.tsx';
import { maskOf } from './mask-of.ts';
import { ParticularFields, particularsOf, type ParticularValues } from './ParticularFields.tsx';
import { personTexts } from './person-texts.ts';

const texts = defineTexts({ zh: { changed: '已保存人员信息。' }, en: { changed: 'The particulars have been saved.' } });

interface Properties {
  readonly person: PersonPage;
  /** What was masked in full, once it was asked for here. */
  readonly onShown: (field: HiddenParticular, value: string) => void;
  readonly onDone: (said: string) => void;
}

/** Name, number and particulars of a person. What stands as a mask is no value of the form, and stays as it is. */
export function ChangeForm({ person, onShown, onDone }: Properties) {
  const { changed } = useTexts(texts);
  const { save } = useTexts(personTexts);
  const changing = useWrite(changePerson);
  const [form] = Form.useForm<ParticularValues>();
  const { id, number, name, gender, birthDate, details: { phone, ...details }, masked } = person;
  const hidden = masked.includes('phone');
  const show = (field: HiddenParticular, value: string) => { form.setFieldValue(field === 'birthDate' ? field : ['details', field], value); onShown(field, value); };
  const kept = Object.fromEntries(masked.map((field) => [field, <KeptField key={field} person={id} field={field} mask={maskOf(person, field)} onShown={show} />]));
  return (
    <Form<ParticularValues>
      form={form} layout="vertical" initialValues={{ number, name, gender, birthDate, details: hidden || phone === undefined ? details : { ...details, phone } }}
      onFinish={(fields) => changing.mutate({ person: id, ...particularsOf(fields), kept: masked }, { onSuccess: () => onDone(changed) })}
    >
      <ParticularFields kept={kept} />
      {changing.error ? <Form.Item><ErrorNote refusal={changing.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={changing.isPending}>{save}</Button>
    </Form>
  );
}
