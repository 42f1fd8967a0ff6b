import { useWhoAmI } from '#web/shell/session.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PersonPoints } from './PersonPoints.tsx';

const texts = defineTexts({
  zh: { title: '我的积分', none: '本账号没有对应的党员', next: '管理员账号不参与积分。' },
  en: { title: 'My points', none: 'No member behind this account', next: 'Accounts of administrators have no points.' },
});

export function MyPointsPage() {
  const t = useTexts(texts);
  const { person } = useWhoAmI();
  if (person === null) return <><PageHeader title={t.title} /><EmptyState title={t.none} next={t.next} /></>;
  return <PersonPoints person={person.id} title={t.title} />;
}
