import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { readSecondFactor, removeSecondFactor } from '#domain/access/second-factor-contract.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { minuteText } from '#web/ui/instant-text.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { EnrolForm } from './EnrolForm.tsx';
import '#web/ui/room.css';
import './second-factor.css';

const texts = defineTexts({
  zh: {
    title: '动态口令', about: '登录时除密码外，再输入手机上每 30 秒变一次的 6 位口令。手机只用来计时计算，不需要联网。',
    demanded: '您的职责要求使用动态口令，启用后才能办理业务。', on: (at: string) => `已于 ${at} 启用。`, left: (count: number) => `恢复码还剩 ${count} 个。用完前请停用后重新启用，换一批新的。`,
    keep: '您的职责要求使用动态口令，不能自行停用；换手机或手机遗失，请联系安全管理员重置。', password: '当前密码', remove: '停用动态口令', removed: '动态口令已停用，登录只需密码。', missing: '请填写',
    done: '动态口令已启用，其他设备上的登录已退出。下次登录请准备好手机。',
  },
  en: {
    title: 'Second factor', about: 'At sign-in the phone gives a code of six digits that changes every 30 seconds, besides the password. The phone only computes; it needs no network.',
    demanded: 'Your role demands a second factor: enrol it before anything else.', on: (at) => `Enrolled ${at}.`, left: (count) => `${count} recovery codes are left. Before the last is used, remove the factor and enrol it anew.`,
    keep: 'Your role demands a second factor. For another phone, ask the security administrator for a reset.', password: 'Current password', remove: 'Remove the second factor', removed: 'Removed. The password alone signs you in.', missing: 'Fill this in',
    done: 'Enrolled. Sessions on other devices have ended. Have your phone at hand at the next sign-in.',
  },
});

/** One's own second factor: enrolled with a phone, or taken away. */
export function SecondFactorPage() {
  const t = useTexts(texts);
  const factor = useCall(readSecondFactor, {});
  const [said, setSaid] = useState<string | null>(null);
  if (factor.error) return <PageFault refusal={factor.error.refusal} onRetry={() => void factor.refetch()} />;
  if (!factor.data) return <PageSkeleton />;
  const { enrolledAt, recoveryLeft, demanded } = factor.data;
  return (
    <div className="second-factor">
      <PageHeader title={t.title} />
      {said === null ? null : <SuccessNote>{said}</SuccessNote>}
      <p className="room-hint">{t.about}</p>
      {enrolledAt === null ? (
        <>
          {demanded ? <p className="second-factor-first">{t.demanded}</p> : null}
          <EnrolForm onDone={() => setSaid(t.done)} />
        </>
      ) : (
        <>
          <p>{t.on(minuteText(enrolledAt))}{t.left(recoveryLeft)}</p>
          {demanded ? <p className="room-hint">{t.keep}</p> : <RemoveForm onDone={() => setSaid(t.removed)} />}
        </>
      )}
    </div>
  );
}

function RemoveForm({ onDone }: { readonly onDone: () => void }) {
  const t = useTexts(texts);
  const removing = useWrite(removeSecondFactor);
  return (
    <Form<{ password: string }> layout="vertical" requiredMark={false} onFinish={(fields) => removing.mutate(fields, { onSuccess: onDone })}>
      <Form.Item name="password" label={t.password} rules={[{ required: true, message: t.missing }]}><Input.Password autoComplete="current-password" maxLength={200} /></Form.Item>
      {removing.error ? <Form.Item><ErrorNote refusal={removing.error.refusal} /></Form.Item> : null}
      <Button htmlType="submit" loading={removing.isPending}>{t.remove}</Button>
    </Form>
  );
}
