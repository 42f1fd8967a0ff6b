import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber } from 'antd';
import { useState, type ReactNode } from 'react';
import { addDays } from '#domain/calendar/civil-date.ts';
import { markSheet, type SheetItem, type SheetPage } from '#domain/spot-checks/sheet-contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { KeptNote } from '#web/shell/KeptNote.tsx';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { useKeptState } from '#web/shell/use-kept-state.ts';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { usePhone } from '#web/ui/screen.ts';
import { computedGrounds, selfGrounds } from './sheet-grounds.ts';
import { sheetTexts } from './sheet-texts.ts';

const texts = defineTexts({
  zh: {
    save: '提交核定分', done: '核定分已提交，请检查组另一名成员确认。', hint: '核定分默认等于计算分；不一致的写明理由。', needReason: '与计算分不一致，请写明理由', add: '添加问题', remove: '删除', opinionHint: '写给支部的反馈意见：做得好的、要改进的。',
    state: { open: '未核定', same: '同计算分', changed: '已调整' },
  },
  en: {
    save: 'Submit the marks', done: 'Submitted; another member of the team confirms them.', hint: 'A mark is what facts make unless you change it; then say why.', needReason: 'Differs from what facts make: say why', add: 'Add a problem', remove: 'Remove', opinionHint: 'Feedback to the branch: what is good, what is to be better.',
    state: { open: 'No mark yet', same: 'As computed', changed: 'Changed' },
  },
});

const DUE_DAYS = 30;

interface Draft {
  readonly checked: number | null;
  readonly asked: number;
  readonly reason: string;
  readonly looked: string;
}
interface FoundProblem {
  readonly key: number;
  readonly item: string | null;
  readonly what: string;
  readonly until: string;
}

interface Filled {
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly problems: readonly FoundProblem[];
  readonly opinion: string;
}

const draftOf = ({ checked, computed, asked, reason, looked, markable }: SheetItem): Draft => ({ checked: checked ?? (markable ? computed : null), asked, reason, looked });

const begun = (page: SheetPage): Filled => ({
  drafts: Object.fromEntries(page.aspects.flatMap((aspect) => aspect.items).map((item) => [item.item, draftOf(item)])),
  problems: page.problems.map(({ item, what, until }, key) => ({ key, item, what, until })), opinion: page.opinion,
});

/** The sheet while one of the team fills it in: a mark for each item, and what is to be put right. */
export function MarkForm({ page, onDone }: { readonly page: SheetPage; readonly onDone: (said: string) => void }) {
  const t = useTexts(texts);
  const words = useTexts(sheetTexts);
  const say = useWords();
  const { value: sheet, change: fill, since, discard } = useKeptState<Filled>(`sheet ${page.sheet} ${page.version}`, () => begun(page));
  const { drafts, problems, opinion } = sheet;
  const saving = useWrite(markSheet);
  const change = (item: string, changed: Partial<Draft>) => fill((before) => {
    const own = before.drafts[item];
    return own ? { ...before, drafts: { ...before.drafts, [item]: { ...own, ...changed } } } : before;
  });
  const setProblems = (next: (before: readonly FoundProblem[]) => readonly FoundProblem[]) => fill((before) => ({ ...before, problems: next(before.problems) }));
  const send = () => saving.mutate({
    sheet: page.sheet, version: page.version, opinion, marks: Object.entries(drafts).map(([item, draft]) => ({ item, ...draft })), problems: problems.map(({ item, what, until }) => ({ item, what, until })),
  }, { onSuccess: () => { discard(); onDone(t.done); } });
  const alter = (key: number, changed: Partial<FoundProblem>) => setProblems((before) => before.map((one) => (one.key === key ? { ...one, ...changed } : one)));
  return (
    <div className="check-marking">
      <p className="room-hint">{t.hint}</p>
      {since === null ? null : <KeptNote at={since} onDiscard={discard} />}
      <NonClassifiedNotice />
      {page.aspects.map((aspect) => (
        <section key={aspect.aspect}>
          <h3>{say(aspect.label)}</h3>
          {aspect.items.map((item) => <ItemFields key={item.item} page={page} item={item} draft={drafts[item.item] ?? draftOf(item)} onChange={(changed) => change(item.item, changed)} />)}
        </section>
      ))}
      <section>
        <h3>{words.problems}</h3>
        {problems.map((one) => (
          <div key={one.key} className="check-problem">
            <Input aria-label={words.what} placeholder={words.what} value={one.what} maxLength={300} onChange={(event) => alter(one.key, { what: event.target.value })} />
            <DayField label={words.until} value={one.until} onChange={(until) => alter(one.key, { until: until ?? one.until })} />
            <Button icon={<DeleteOutlined />} aria-label={t.remove} onClick={() => setProblems((before) => before.filter(({ key }) => key !== one.key))} />
          </div>
        ))}
        <Button icon={<PlusOutlined />} onClick={() => setProblems((before) => [...before, { key: Math.max(-1, ...before.map(({ key }) => key)) + 1, item: null, what: '', until: addDays(page.day, DUE_DAYS) }])}>{t.add}</Button>
      </section>
      <section>
        <h3>{words.opinion}</h3>
        <Input.TextArea aria-label={words.opinion} placeholder={t.opinionHint} value={opinion} maxLength={1000} rows={3} className="grows" onChange={(event) => fill((before) => ({ ...before, opinion: event.target.value }))} />
      </section>
      {saving.error ? <ErrorNote refusal={saving.error.refusal} /> : null}
      <Button type="primary" loading={saving.isPending} disabled={problems.some(({ what }) => what.trim().length < 2)} onClick={send}>{t.save}</Button>
    </div>
  );
}

interface ItemProperties {
  readonly page: SheetPage;
  readonly item: SheetItem;
  readonly draft: Draft;
  readonly onChange: (changed: Partial<Draft>) => void;
}

function ItemFields({ page, item, draft, onChange }: ItemProperties) {
  const t = useTexts(texts);
  const words = useTexts(sheetTexts);
  const say = useWords();
  const name = say(item.label);
  const phone = usePhone();
  const differs = draft.checked !== null && item.computed !== null && draft.checked !== item.computed;
  const fields = (
    <>
      <p className="check-item-marks">
        <span>{words.self} {item.selfMark === null ? '–' : <Figure value={item.selfMark} grounds={selfGrounds(page, item)} />}</span>
        <span>{words.computed} {item.computed === null ? '–' : <Figure value={item.computed} full={item.full} grounds={computedGrounds(page, item)} />}</span>
      </p>
      {item.markable ? (
        <div className="check-item-fields">
          <label>{words.checked}<InputNumber
            aria-label={`${words.checked} ${name}`} min={0} {...(item.full === null ? {} : { max: item.full / 100 })} step={0.1} precision={2} value={draft.checked === null ? null : draft.checked / 100}
            onChange={(typed) => onChange({ checked: typed === null ? null : Math.round(typed * 100) })}
          /></label>
          <label>{words.asked}<InputNumber aria-label={`${words.asked} ${name}`} min={0} max={500} precision={0} value={draft.asked} onChange={(typed) => onChange({ asked: typed ?? 0 })} /></label>
          <Input aria-label={`${words.looked} ${name}`} placeholder={words.looked} value={draft.looked} maxLength={300} onChange={(event) => onChange({ looked: event.target.value })} />
          {differs || draft.reason !== '' ? <Input aria-label={`${words.reason} ${name}`} placeholder={t.needReason} status={differs && draft.reason === '' ? 'warning' : ''} value={draft.reason} maxLength={300} onChange={(event) => onChange({ reason: event.target.value })} /> : null}
        </div>
      ) : <p className="faint">{words.none}</p>}
    </>
  );
  const why = <small className="faint">{words.why(item.why)}</small>;
  // A mark that facts make is a line on a phone until somebody doubts it; what only he can judge lies open.
  if (phone) return <Folded name={name} why={why} state={draft.checked === null ? 'open' : differs ? 'changed' : 'same'}>{fields}</Folded>;
  return <div className="check-item"><p><b>{name}</b> {why}</p>{fields}</div>;
}

interface FoldedProperties {
  readonly name: string;
  readonly why: ReactNode;
  /** What has become of it; what has no mark lies open at first. */
  readonly state: 'open' | 'same' | 'changed';
  readonly children: ReactNode;
}

function Folded({ name, why, state, children }: FoldedProperties) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(state === 'open');
  return (
    <details className="check-item" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary><span><b>{name}</b> {why}</span> <span className="check-item-mark">{t.state[state]}</span></summary>
      {children}
    </details>
  );
}
