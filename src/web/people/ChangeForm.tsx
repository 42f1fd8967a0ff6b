import { Button, Form } from 'antd';
import { changePerson, type PersonPage } from '#domain/people/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { KeptPhone } from './KeptPhone.tsx';
import { ParticularFields, particularsOf, type ParticularValues } from './ParticularFields.tsx';
import { personTexts } from './person-texts.ts';

const texts = defineTexts({ zh: { changed: '已保存人员信息。' }, en: { changed: 'The particulars have been saved.' } });

interface Properties {
  readonly person: PersonPage;
  /** The number in full, once it was asked for here. */
  readonly onShown: (phone: string) => void;
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
  const show = (shown: string) => { form.setFieldValue(['details', 'phone'], shown); onShown(shown); };
  return (
    <Form<ParticularValues>
      form={form} layout="vertical" initialValues={{ number, name, gender, birthDate, details: hidden || phone === undefined ? details : { ...details, phone } }}
      onFinish={(fields) => changing.mutate({ person: id, ...particularsOf(fields), kept: masked }, { onSuccess: () => onDone(changed) })}
    >
      <ParticularFields phone={hidden ? <KeptPhone person={id} mask={phone ?? ''} onShown={show} /> : undefined} />
      {changing.error ? <Form.Item><ErrorNote refusal={changing.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={changing.isPending}>{save}</Button>
    </Form>
  );
}
