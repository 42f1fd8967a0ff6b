import { Button } from 'antd';
import { useState } from 'react';
import { resetPassword, type AccountRow } from '#domain/access/account-contract.ts';
import { firstPassword } from '#domain/access/password-rules.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { HandOver } from './HandOver.tsx';
import { randomBelow } from './random-below.ts';

const texts = defineTexts({
  zh: { follows: '原密码立即失效，所有登录退出，本人凭新的初始密码登录后须修改。请当面核实本人身份。', reset: '重置密码' },
  en: { follows: 'The old password ends at once, with every session. The owner signs in with the new first password and must change it. Make sure it is really he who asks.', reset: 'Reset the password' },
});

interface Properties {
  readonly account: AccountRow;
  /** The first password is about to be shown: the form must not be lost by a click beside it. */
  readonly onHanding: () => void;
  readonly onDone: () => void;
}

/** Gives an account a first password again and shows it once. */
export function ResetForm({ account, onHanding, onDone }: Properties) {
  const t = useTexts(texts);
  const { bureau } = useWhoAmI();
  const resetting = useWrite(resetPassword);
  // One for the intention: a repeat after a lost answer sends the same, so that what is shown is what holds.
  const [password] = useState(() => firstPassword(randomBelow));
  if (resetting.isSuccess) return <HandOver bureau={bureau} slips={[{ name: account.person?.name ?? account.userName, userName: account.userName, password }]} onDone={onDone} />;
  return (
    <>
      <p className="room-hint">{t.follows}</p>
      {resetting.error ? <ErrorNote refusal={resetting.error.refusal} /> : null}
      <div className="side-foot"><Button type="primary" loading={resetting.isPending} onClick={() => resetting.mutate({ account: account.id, firstPassword: password }, { onSuccess: onHanding })}>{t.reset}</Button></div>
    </>
  );
}
