import { Button, Form } from 'antd';
import { changePerson, type PersonPage } from '#domain/people/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { ParticularFields, particularsOf, type ParticularValues } from './ParticularFields.tsx';
import { personTexts } from './person-texts.ts';

const texts = defineTexts({ zh: { changed: '已保存人员信息。' }, en: { changed: 'The particulars have been saved.' } });

/** Name, number and particulars of a person. */
export function ChangeForm({ person, onDone }: { readonly person: PersonPage; readonly onDone: (said: string) => void }) {
  const { changed } = useTexts(texts);
  const { save } = useTexts(personTexts);
  const changing = useWrite(changePerson);
  const { id, number, name, gender, birthDate, details } = person;
  return (
    <Form<ParticularValues>
      layout="vertical" initialValues={{ number, name, gender, birthDate, details }}
      onFinish={(fields) => changing.mutate({ person: id, ...particularsOf(fields) }, { onSuccess: () => onDone(changed) })}
    >
      <ParticularFields />
      {changing.error ? <Form.Item><ErrorNote refusal={changing.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={changing.isPending}>{save}</Button>
    </Form>
  );
}
