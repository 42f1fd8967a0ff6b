import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';

const texts = defineTexts({
  zh: { title: '待办', none: '目前没有待办事项。', next: '有学习、会议或需要确认的事项时，会按先后列在这里。' },
  en: { title: 'To do', none: 'Nothing is due right now.', next: 'Studies, meetings and matters to confirm will stand here, soonest first.' },
});

export function MyDeskPage() {
  const { title, none, next } = useTexts(texts);
  return (
    <>
      <PageHeader title={title} />
      <EmptyState title={none} next={next} />
    </>
  );
}
