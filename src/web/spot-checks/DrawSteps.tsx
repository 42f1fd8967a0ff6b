import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { carryOutDraw, type DrawPage, giveDrawWord, voidDraw } from '#domain/spot-checks/draw-contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts } from '#web/shell/language.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { StrataReach } from './StrataReach.tsx';

const texts = defineTexts({
  zh: {
    list: '公布名单', listed: (by: string, on: string) => `${by}于 ${on} 公布名单，名单指纹同时公开。`, nobody: '公用账号',
    word: '两人以上各输入一个词', worded: (by: string, on: string) => `${by}，${on}`, wordHint: '词语由您自定（2 至 40 个字），抽取前互不可见，抽取后公开。', typed: '您的词', give: '提交',
    given: '已提交。请再请一人输入，或由党务办抽取。', waiting: '还没有人输入。',
    draw: '抽取', drawing: '开始抽取', drawn: (count: number, on: string) => `${on} 抽到 ${count} 个支部。`, drawHint: '抽取结果由名单和词语推出，任何人都可以重算。', done: (count: number) => `已抽到 ${count} 个支部，请编成检查组。`,
    void: '作废名单', reason: '作废原因', cancelled: '名单已作废，可以重新公布。',
  },
  en: {
    list: 'Publish the list', listed: (by, on) => `Published by ${by} on ${on}, together with its hash.`, nobody: 'an office account',
    word: 'At least two people type a word each', worded: (by, on) => `${by}, ${on}`, wordHint: 'Any word of 2 to 40 characters. Nobody sees the others’ before the draw; afterwards they are public.', typed: 'Your word', give: 'Submit',
    given: 'Submitted. Ask one more, or let the office draw.', waiting: 'Nobody has typed one yet.',
    draw: 'Draw', drawing: 'Draw now', drawn: (count, on) => `${count} branches were drawn on ${on}.`, drawHint: 'Whom it takes follows from list and words; anybody can repeat it.', done: (count) => `${count} branches were drawn. Now form the teams.`,
    void: 'Void the list', reason: 'Reason', cancelled: 'The list is void and can be published anew.',
  },
});

interface Properties {
  readonly page: DrawPage;
  readonly onDone: (said: string) => void;
}

/** The three acts of a draw: what has been done, by whom, and the button of the next one. */
export function DrawSteps({ page, onDone }: Properties) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { card, may, strata } = page;
  const day = (on: string): string => dayText(on, language);
  return (
    <ol className="check-steps">
      <Step name={t.list} done>
        <p>{t.listed(card.publishedBy ?? t.nobody, day(card.publishedOn))}</p>
        <StrataReach strata={strata} quarters={card.quarters} />
      </Step>
      <Step name={t.word} done={card.words.length > 1}>
        {card.words.length === 0 ? <p className="faint">{t.waiting}</p> : <ul>{card.words.map((it) => <li key={it.by}>{t.worded(it.by, day(it.on))}</li>)}</ul>}
        {may.word ? <WordForm draw={card.draw} onDone={onDone} /> : null}
      </Step>
      <Step name={t.draw} done={card.stage === 'drawn'}>
        {card.drawnOn === null ? <p className="faint">{t.drawHint}</p> : <p>{t.drawn(card.drawn.length, day(card.drawnOn))}</p>}
        {may.draw ? <DrawButtons page={page} onDone={onDone} /> : null}
      </Step>
    </ol>
  );
}

const Step = ({ name, done, children }: { readonly name: string; readonly done: boolean; readonly children: ReactNode }) => (
  <li className={done ? 'check-step done' : 'check-step'}><h2>{name}</h2>{children}</li>
);

function WordForm({ draw, onDone }: { readonly draw: string; readonly onDone: (said: string) => void }) {
  const t = useTexts(texts);
  const [word, setWord] = useState('');
  const giving = useWrite(giveDrawWord);
  return (
    <div className="check-act">
      <p className="room-hint">{t.wordHint}</p>
      <div className="check-line">
        <Input aria-label={t.typed} placeholder={t.typed} value={word} maxLength={40} autoComplete="off" onChange={(event) => setWord(event.target.value)} />
        <Button type="primary" disabled={word.trim().length < 2} loading={giving.isPending} onClick={() => giving.mutate({ draw, word }, { onSuccess: () => onDone(t.given) })}>{t.give}</Button>
      </div>
      {giving.error ? <ErrorNote refusal={giving.error.refusal} /> : null}
    </div>
  );
}

function DrawButtons({ page: { card: { draw, words } }, onDone }: Properties) {
  const t = useTexts(texts);
  const [reason, setReason] = useState('');
  const drawing = useWrite(carryOutDraw);
  const voiding = useWrite(voidDraw);
  const error = drawing.error ?? voiding.error;
  return (
    <div className="check-act">
      {words.length < 2 ? null : <Button type="primary" loading={drawing.isPending} onClick={() => drawing.mutate({ draw }, { onSuccess: ({ drawn }) => onDone(t.done(drawn)) })}>{t.drawing}</Button>}
      <NonClassifiedNotice />
      <div className="check-line">
        <Input aria-label={t.reason} placeholder={t.reason} value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
        <Button disabled={reason.trim().length < 2} loading={voiding.isPending} onClick={() => voiding.mutate({ draw, reason }, { onSuccess: () => onDone(t.cancelled) })}>{t.void}</Button>
      </div>
      {error ? <ErrorNote refusal={error.refusal} /> : null}
    </div>
  );
}
