import { type ShouldBlockFn, useBlocker } from '@tanstack/react-router';
import { Modal } from 'antd';
import { defineTexts, useTexts } from '#web/shell/language.tsx';

const texts = defineTexts({
  zh: {
    title: '初始密码单还没有交接', note: '离开后不能再显示这些密码，只能重新重置。请先打印，再点“已交接，关闭”。', stay: '留在本页', leave: '仍然离开',
    running: '正在办理，离开后已产生的初始密码无法打印，只能重新重置。',
  },
  en: {
    title: 'The first passwords have not been handed over', note: 'After leaving they cannot be shown again, only reset. Print them first, then “Handed over, close”.', stay: 'Stay', leave: 'Leave all the same',
    running: 'Work is going on; passwords already made could not be printed after leaving, only reset.',
  },
});

const isLeaving: ShouldBlockFn = ({ current, next }) => current.pathname !== next.pathname;

/** Asks before the page is left on which alone first passwords stand: by the menu, by "back", by closing the window. */
export function LeaveQuestion({ running }: { readonly running: boolean }) {
  const t = useTexts(texts);
  const leaving = useBlocker({ shouldBlockFn: isLeaving, withResolver: true });
  return (
    <Modal open={leaving.status === 'blocked'} title={t.title} okText={t.stay} cancelText={t.leave} width={440} closable={false} mask={{ closable: false }} keyboard={false} onOk={() => leaving.reset?.()} onCancel={() => leaving.proceed?.()}>
      <p>{running ? t.running : t.note}</p>
    </Modal>
  );
}
