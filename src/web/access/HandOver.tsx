import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Words } from '#domain/words/words.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import './accounts.css';

const texts = defineTexts({
  zh: {
    once: '初始密码只在这里显示一次，请打印或抄录后交给本人；首次登录须修改。', userName: '用户名', password: '初始密码', print: '打印', done: '已交接，关闭',
    slip: (bureau: string) => `${bureau} · 支部 登录凭条`, change: '首次登录须修改密码。', failed: '未开通',
  },
  en: {
    once: 'First passwords are shown here once. Print or copy them for their owners; they must be changed at the first sign-in.', userName: 'User name', password: 'First password',
    print: 'Print', done: 'Handed over, close', slip: (bureau) => `${bureau} · Zhibu`, change: 'To be changed at the first sign-in.', failed: 'Not opened',
  },
});

/** What one person is handed: a first password, or why there is none. */
export type Slip = { readonly name: string; readonly userName: string } & ({ readonly password: string } | { readonly refusal: { readonly words: Words } });

interface Properties {
  readonly bureau: Words;
  readonly slips: readonly Slip[];
  readonly onDone: () => void;
}

/** First passwords, one slip for each person, to print and cut; they exist nowhere else. */
export function HandOver({ bureau, slips, onDone }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  return (
    <div className="hand-over">
      <p className="unprinted">{t.once}</p>
      <ul>
        {slips.map((slip) => (
          <li key={slip.userName} className={'password' in slip ? 'slip' : 'slip unprinted'}>
            <b>{slip.name}</b>
            <small>{t.slip(say(bureau))}</small>
            <dl>
              <div><dt>{t.userName}</dt><dd className="mono">{slip.userName}</dd></div>
              {'password' in slip
                ? <div><dt>{t.password}</dt><dd className="mono">{slip.password}</dd></div>
                : <div><dt>{t.failed}</dt><dd>{say(slip.refusal.words)}</dd></div>}
            </dl>
            {'password' in slip ? <small>{t.change}</small> : null}
          </li>
        ))}
      </ul>
      <div className="side-foot unprinted">
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>{t.print}</Button>
        <Button type="primary" onClick={onDone}>{t.done}</Button>
      </div>
    </div>
  );
}
