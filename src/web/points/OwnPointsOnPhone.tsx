import { paths } from '#web/paths.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';

const texts = defineTexts({
  zh: { title: '手机端只显示本人积分', next: '党员积分名单请在电脑上查看；需在手机上开放的，由局领导依据文件开启。', go: '查看合规开关' },
  en: { title: 'A phone shows only your own points', next: 'The list of a branch is for the desk. A bureau leader can open it for phones on a document.', go: 'Compliance switches' },
});

/** In place of the list of a branch, while its switch is closed. */
export function OwnPointsOnPhone() {
  const t = useTexts(texts);
  return <EmptyState title={t.title} next={t.next} action={<PathLink to={paths.compliance()} className="link-button">{t.go}</PathLink>} />;
}
