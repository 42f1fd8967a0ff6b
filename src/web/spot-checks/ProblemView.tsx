import { Button, Input } from 'antd';
import { useState } from 'react';
import { type ProblemPage, readProblem, recheckProblem, reportProblem } from '#domain/spot-checks/problem-contract.ts';
import { paths } from '#web/paths.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { KeptNote } from '#web/shell/KeptNote.tsx';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useKeptState } from '#web/shell/use-kept-state.ts';
import { VersionsButton } from '#web/shell/VersionsButton.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { statuses } from '#web/ui/statuses.ts';
import { problemStatus, sheetTexts } from './sheet-texts.ts';

const texts = defineTexts({
  zh: {
    measures: '整改情况', report: '保存整改情况', apply: '申请销号', close: '复核通过，销号', giveBack: '退回并说明', reason: '复核意见（退回须填写）', history: '办理经过', sheet: '抽查评分表', system: '公用账号',
    done: { report: '整改情况已保存。', apply: '已申请销号，等待复核。', close: '已销号。', return: '已退回支部。' },
  },
  en: {
    measures: 'What was done', report: 'Save', apply: 'Ask to close it', close: 'Close it', giveBack: 'Return with a reason', reason: 'Remark (to return it, say why)', history: 'What became of it', sheet: 'The sheet', system: 'an office account',
    done: { report: 'Saved.', apply: 'Closure was asked for; it is checked again.', close: 'Closed.', return: 'Returned to the branch.' },
  },
});

interface Properties {
  readonly problem: string;
  readonly onDone: (said: string) => void;
}

/** One problem beside the list: what it is, what was done, and what the reader may do. */
export function ProblemView({ problem, onDone }: Properties) {
  const page = useCall(readProblem, { problem });
  if (page.error) return <ErrorNote refusal={page.error.refusal} />;
  return page.data ? <Shown page={page.data} onDone={onDone} /> : <LinesSkeleton />;
}

interface ShownProperties {
  readonly page: ProblemPage;
  readonly onDone: (said: string) => void;
}

function Shown({ page, onDone }: ShownProperties) {
  const t = useTexts(texts);
  const words = useTexts(sheetTexts);
  const say = useWords();
  const { row, measures, history, may } = page;
  return (
    <div className="check-form">
      <p className="check-opinion">{row.what}</p>
      <dl className="check-facts">
        <div><dt>{words.branch}</dt><dd>{row.organisation.name}</dd></div>
        {row.item === null ? null : <div><dt>{words.item}</dt><dd>{say(row.item)}</dd></div>}
        <div><dt>{words.until}</dt><dd><DateText day={row.until} /></dd></div>
        {row.sheet === null ? null : <div><dt>{t.sheet}</dt><dd><PathLink to={paths.checkSheet(row.sheet)}>{row.day}</PathLink></dd></div>}
        {measures === '' || may.report ? null : <div><dt>{t.measures}</dt><dd>{measures}</dd></div>}
      </dl>
      {may.report ? <Report page={page} onDone={onDone} /> : null}
      {may.recheck ? <Recheck page={page} onDone={onDone} /> : null}
      <h3>{t.history} {row.version > 1 ? <VersionsButton fact={row.problem} /> : null}</h3>
      <ol className="check-history">
        {history.map((it, at) => <li key={history.length - at}><span className="date-text">{it.on}</span> <b>{say(statuses[problemStatus[it.stage]].words)}</b> {it.by ?? t.system}{it.said === '' ? null : <p>{it.said}</p>}</li>)}
      </ol>
    </div>
  );
}

function Report({ page: { row, measures: before }, onDone }: ShownProperties) {
  const t = useTexts(texts);
  const { value: measures, change, since, discard } = useKeptState(`measures ${row.problem} ${row.version}`, () => before);
  const reporting = useWrite(reportProblem);
  const send = (apply: boolean) => reporting.mutate({ problem: row.problem, version: row.version, measures, apply }, { onSuccess: () => { discard(); onDone(apply ? t.done.apply : t.done.report); } });
  const unsaid = measures.trim().length < 2;
  return (
    <div className="check-act">
      {since === null ? null : <KeptNote at={since} onDiscard={discard} />}
      <NonClassifiedNotice />
      <Input.TextArea aria-label={t.measures} placeholder={t.measures} value={measures} maxLength={300} rows={3} className="grows" onChange={(event) => change(() => event.target.value)} />
      {reporting.error ? <ErrorNote refusal={reporting.error.refusal} /> : null}
      <div className="check-line"><Button type="primary" disabled={unsaid} loading={reporting.isPending} onClick={() => send(true)}>{t.apply}</Button><Button disabled={unsaid} onClick={() => send(false)}>{t.report}</Button></div>
    </div>
  );
}

function Recheck({ page: { row }, onDone }: ShownProperties) {
  const t = useTexts(texts);
  const [reason, setReason] = useState('');
  const checking = useWrite(recheckProblem);
  const send = (verdict: 'close' | 'return') => checking.mutate({ problem: row.problem, version: row.version, verdict, reason }, { onSuccess: () => onDone(t.done[verdict]) });
  return (
    <div className="check-act">
      <Input.TextArea aria-label={t.reason} placeholder={t.reason} value={reason} maxLength={500} rows={2} className="grows" onChange={(event) => setReason(event.target.value)} />
      {checking.error ? <ErrorNote refusal={checking.error.refusal} /> : null}
      <div className="check-line"><Button type="primary" loading={checking.isPending} onClick={() => send('close')}>{t.close}</Button><Button disabled={reason.trim() === ''} onClick={() => send('return')}>{t.giveBack}</Button></div>
    </div>
  );
}
