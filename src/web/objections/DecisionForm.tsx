import { Button, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { type Correctable, decideReview, type ObjectionView, readCorrectable, replyToObjection } from '#domain/objections/contract.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { KeptForm } from '#web/shell/KeptForm.tsx';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { CorrectionFields } from './CorrectionFields.tsx';
import { correctionOf, type DecisionFields, initialOf } from './decision-fields.ts';
import { objectionTexts } from './objection-texts.ts';
import { Preview } from './Preview.tsx';

const texts = defineTexts({
  zh: {
    verdict: '结论', upheld: '采纳：按下列方式更正记录', partly: '部分采纳：更正其中一部分', rejected: '不采纳：维持原记录', which: '更正哪条记录',
    listing: { upheld: '成立：取消该人选，不得表彰', partly: '', rejected: '不成立：维持公示人选', hint: '提出人可见，被公示人看不到。涉及违纪线索的，移交机关纪委，不在此处写明。' },
    hint: { reply: '本人可见。分数不能直接改动，采纳的须写明如何更正记录，分数随记录变化。', decide: '复核决定为最终结论，本人和原答复单位可见。' }, nothing: '没有可更正的记录；确有遗漏的，请先补记，再选该记录。',
  },
  en: {
    verdict: 'Verdict', upheld: 'Upheld: the entry is put right as follows', partly: 'Partly upheld: some of it is put right', rejected: 'Rejected: the entry stays', which: 'Which entry',
    listing: { upheld: 'Upheld: taken off the list and not to be chosen', partly: '', rejected: 'Rejected: the list stands', hint: 'Whoever objected reads this, the member on the notice does not. A trace of misconduct goes to the discipline commission and is not written here.' },
    hint: { reply: 'Whoever objected reads this. A number is never changed by itself: upholding says how the entry is put right, and the number follows.', decide: 'The decision is final; whoever objected and the body that answered read it.' }, nothing: 'No entry can be put right here. If something is missing, enter it first and then choose it.',
  },
});

interface Properties {
  readonly of: ObjectionView;
  readonly act: 'reply' | 'decide';
  readonly onDone: () => void;
}

/** Verdict, the correction out of what the fact allows with what it would make of the number, and the words. */
export function DecisionForm({ of, act, onDone }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const [fact, setFact] = useState<string | null>(of.candidates.length === 1 ? of.candidates[0]?.fact ?? null : null);
  const [form] = Form.useForm<DecisionFields>();
  const verdict = Form.useWatch('verdict', form);
  const correctable = useCall(readCorrectable, { objection: of.objection, fact: fact ?? '' }, { enabled: fact !== null });
  const [replying, deciding] = [useWrite(replyToObjection), useWrite(decideReview)];
  const current = act === 'reply' ? replying : deciding;
  const words = useTexts(objectionTexts);
  const chosen = fact === null ? undefined : correctable.data;
  const send = (fields: DecisionFields): void => current.mutate({
    objection: of.objection, version: of.version, verdict: fields.verdict, words: fields.words, ...(fields.verdict === 'rejected' || !chosen
      ? { fact: null, correction: null } : { fact, correction: correctionOf(fields, chosen) }),
  }, { onSuccess: onDone });
  const needed = [{ required: true, message: words.choose }];
  return (
    <KeptForm<DecisionFields> of={`decision ${of.objection} ${of.version} ${chosen?.fact ?? 'none'}`} tabOnly form={form} layout="vertical" onFinish={send} initialValues={chosen ? initialOf(chosen) : {}}>
      <Form.Item name="verdict" label={t.verdict} rules={needed}>
        <Radio.Group className="objection-radios">{(of.listing === null ? (['upheld', 'partly', 'rejected'] as const) : (['upheld', 'rejected'] as const)).map((it) => <Radio key={it} value={it}>{of.listing === null ? t[it] : t.listing[it]}</Radio>)}</Radio.Group>
      </Form.Item>
      {verdict === undefined || verdict === 'rejected' || of.listing !== null ? null : (
        <>
          {of.candidates.length === 0 ? <p className="objection-hint">{t.nothing}</p> : null}
          {of.candidates.length > 1 ? (
            <Form.Item label={t.which} required><Select value={fact} showSearch={{ optionFilterProp: 'label' }} onChange={setFact} options={of.candidates.map((it) => ({ value: it.fact, label: say(it.label) }))} /></Form.Item>
          ) : null}
          {correctable.error ? <ErrorNote refusal={correctable.error.refusal} /> : fact === null ? null : chosen ? <Correcting of={of} correctable={chosen} /> : <LinesSkeleton count={3} />}
        </>
      )}
      <NonClassifiedNotice />
      <Form.Item name="words" label={words.why} extra={of.listing === null ? t.hint[act] : t.listing.hint} rules={[{ required: true, min: 2, message: words.needed }]}><Input.TextArea rows={4} maxLength={500} /></Form.Item>
      {current.error ? <Form.Item><ErrorNote refusal={current.error.refusal} /></Form.Item> : null}
      <Button type="primary" htmlType="submit" loading={current.isPending}>{words.send}</Button>
    </KeptForm>
  );
}

function Correcting({ of, correctable }: { readonly of: ObjectionView; readonly correctable: Correctable }) {
  const fields = Form.useWatch([]) as DecisionFields | undefined;
  return (
    <>
      <CorrectionFields of={correctable} way={fields?.way ?? initialOf(correctable).way} mark={fields?.mark} />
      {fields === undefined ? null : <Preview objection={of.objection} fact={correctable.fact} correction={correctionOf(fields, correctable)} />}
    </>
  );
}
