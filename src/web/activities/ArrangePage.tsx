import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { readArrangementMonth } from '#domain/activities/arrangement-contract.ts';
import { readActivityWords } from '#domain/activities/contract.ts';
import { addMonths, firstOfMonth } from '#domain/calendar/civil-date.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { monthText } from '#web/ui/month-words.ts';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { ArrangedList } from './ArrangedList.tsx';
import { ArrangeForm } from './ArrangeForm.tsx';
import './arrange.css';
import './sessions.css';

const texts = defineTexts({
  zh: { title: '安排本月学习', before: '上个月', after: '下个月', scope: '安排范围' },
  en: { title: 'Arrange the month', before: 'Previous month', after: 'Next month', scope: 'Scope' },
});

/** 月度学习安排: what the scheme proposes, what the office adds, and what is arranged already. */
export function ArrangePage() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { today, grants } = useWhoAmI();
  const [{ month, scope }, ask] = useAddress({ month: today.slice(0, 7), scope: '' });
  const organisation = scope || (grants[0]?.organisation ?? '');
  const arranged = useCall(readArrangementMonth, { organisation, month }, { enabled: organisation !== '', keep: true });
  const words = useCall(readActivityWords, { day: firstOfMonth(month) }, { keep: true });
  if (arranged.error) return <PageFault refusal={arranged.error.refusal} onRetry={() => void arranged.refetch()} />;
  if (!arranged.data || !words.data) return <PageSkeleton />;
  const { data } = arranged;
  return (
    <div className="arrange-page">
      <PageHeader
        title={t.title}
        beside={(
          <>
            <span className="session-month">
              <Button icon={<LeftOutlined />} aria-label={t.before} onClick={() => ask({ month: addMonths(month, -1) })} />
              <b aria-live="polite">{monthText(month, language)}</b>
              <Button icon={<RightOutlined />} aria-label={t.after} onClick={() => ask({ month: addMonths(month, 1) })} />
            </span>
            {data.choices.length > 1 ? (
              <Select className="organisation-choice" aria-label={t.scope} value={organisation} onChange={(chosen) => ask({ scope: chosen })} options={data.choices.map((it) => ({ value: it.id, label: it.name }))} />
            ) : <span>{data.organisation.name}</span>}
          </>
        )}
      />
      <NonClassifiedNotice />
      <ArrangedList month={data} words={words.data} />
      <ArrangeForm key={`${organisation} ${month} ${data.arranged.map(({ arrangement, version }) => `${arrangement}${version}`).join()}`} month={data} period={month} words={words.data} />
    </div>
  );
}
