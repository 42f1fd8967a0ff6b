import { Button } from 'antd';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { Paper } from '#web/ui/Paper.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { accessTexts } from './access-texts.ts';
import { grouped } from './grouped.ts';
import { LeaveQuestion } from './LeaveQuestion.tsx';
import type { Issued, Outcome } from './use-issuing.ts';

const texts = defineTexts({
  zh: {
    title: '初始密码单', done: '已交接，关闭',
    opened: (passwords: number, granted: number) => `已开通 ${passwords} 个账号，授予 ${granted} 项职责。`, reset: (passwords: number) => `已重置 ${passwords} 个账号的密码，原登录已退出。`,
    once: '初始密码只在本页显示这一次，系统不保存明文。请按支部打印，当面交给本人；离开本页后遗失的，只能重新重置。',
    refused: (count: number) => `${count} 项未办理：`, none: '没有新的初始密码需要打印。', password: '初始密码', name: '姓名', signed: '签收', serial: '序号',
    made: (day: string, count: number) => `生成日期 ${day}　共 ${count} 人`,
    rule: '一、首次登录须修改密码，至少 10 位，含字母、数字、符号中的两类，不含用户名。二、本单由支部指定专人保管、逐人裁发，发完即销毁，不得拍照、转发。三、遗失请立即报安全管理员重置。',
  },
  en: {
    title: 'First passwords', done: 'Handed over, close',
    opened: (passwords, granted) => `${passwords} accounts opened, ${granted} roles granted.`, reset: (passwords) => `${passwords} passwords reset; the sessions have ended.`,
    once: 'First passwords are shown on this page once and kept nowhere in clear. Print them by branch and hand them over; what is lost after leaving this page can only be reset.',
    refused: (count) => `${count} not carried out:`, none: 'There is no new first password to print.', password: 'First password', name: 'Name', signed: 'Received', serial: 'No.',
    made: (day, count) => `Made on ${day}; ${count} people`,
    rule: '1. The password must be changed at the first sign-in: at least 10 characters, two kinds out of letters, digits and symbols, without the user name. 2. One person of the branch keeps this page, cuts it apart and destroys what is left; no photographs. 3. Who loses his asks the security administrator for a reset.',
  },
});

interface Properties {
  readonly kind: 'opened' | 'reset';
  readonly outcome: Outcome;
  readonly onDone: () => void;
}

/** First passwords on paper, a page for each branch. They exist in this page alone. */
export function PasswordSheets({ kind, outcome, onDone }: Properties) {
  const t = useTexts(texts);
  const { issued, granted, refused } = outcome;
  const branches = grouped(issued, (it) => it.branch.id).map(([, rows]) => rows);
  const said = (
    <>
      <SuccessNote>{kind === 'opened' ? t.opened(issued.length, granted) : t.reset(issued.length)}</SuccessNote>
      <Refused refused={refused} />
      <p>{issued.length === 0 ? t.none : t.once}</p>
    </>
  );
  const close = <Button onClick={onDone}>{t.done}</Button>;
  if (branches.length === 0) return <div>{said}{close}</div>;
  return (
    <>
      <LeaveQuestion running={false} />
      <div className="unprinted">{said}</div>
      <Paper title={t.title} back={close} sheets={branches.map((rows) => <Sheet key={rows[0]?.branch.id} rows={rows} />)} />
    </>
  );
}

function Refused({ refused }: { readonly refused: Outcome['refused'] }) {
  const t = useTexts(texts);
  const say = useWords();
  if (refused.length === 0) return null;
  return (
    <div className="issue-refused" role="alert">
      <p>{t.refused(refused.length)}</p>
      <ul>{refused.map((it) => <li key={`${it.key} ${it.words.en}`}><b>{it.name} {it.number}</b> {say(it.words)}</li>)}</ul>
    </div>
  );
}

function Sheet({ rows }: { readonly rows: readonly Issued[] }) {
  const t = useTexts(texts);
  const words = useTexts(accessTexts);
  const say = useWords();
  const { bureau, today } = useWhoAmI();
  return (
    <>
      <h1><small>{say(bureau)}</small>{t.title}<small>{rows[0]?.branch.name}</small></h1>
      <p className="paper-lines"><span>{t.made(today, rows.length)}</span></p>
      <table className="password-sheet">
        <thead><tr><th>{t.serial}</th><th>{t.name}</th><th>{words.number}</th><th>{words.userName}</th><th>{t.password}</th><th>{t.signed}</th></tr></thead>
        <tbody>
          {rows.map((it, at) => (
            <tr key={it.key}><td>{at + 1}</td><td>{it.name}</td><td>{it.number}</td><td className="mono">{it.userName}</td><td className="mono">{it.password}</td><td /></tr>
          ))}
        </tbody>
      </table>
      <p className="paper-foot">{t.rule}</p>
    </>
  );
}
