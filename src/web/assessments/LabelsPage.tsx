import { Select } from 'antd';
import { type Labels, readLabelledFacts, readLabels } from '#domain/assessments/labels-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { SchemeWay } from '#web/shell/SchemeWay.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useNarrowing } from '#web/shell/table-view.ts';
import { ClearFilters } from '#web/ui/ClearFilters.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { Pager } from '#web/ui/Pager.tsx';
import { usePhone } from '#web/ui/screen.ts';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { YearSteps } from '#web/ui/YearSteps.tsx';
import '#web/ui/room.css';
import './labels.css';

const texts = defineTexts({
  zh: {
    title: '标签统计', everybody: '全部党支部', branch: '党支部', asOf: (day: string) => `截至 ${day}`, none: '考核方案没有标签体系', next: '在考核方案的 framework 里写明本单位的提法，如四抓四有。',
    count: (count: number) => `${count} 件`, legend: '一件事贴几个标签也只算一件；上级标签含下级的全部。只作统计，不影响得分。', factsOf: (label: string) => `“${label}”的记录`, empty: '没有记录',
    choose: '点按件数，列出这个标签下的记录。', withheld: '内容不在您的查看范围内',
  },
  en: {
    title: 'Labels', everybody: 'All branches', branch: 'Branch', asOf: (day) => `as of ${day}`, none: 'The scheme has no frame of labels', next: 'Write the frame of your bureau under framework in the scheme.',
    count: (count) => `${count}`, legend: 'A fact with several labels counts once; a label holds all that stands below it. For counting only, it moves no mark.', factsOf: (label) => `Under “${label}”`, empty: 'Nothing yet',
    choose: 'Open a count to list the facts under the label.', withheld: 'its content is outside what you may see',
  },
});

/** 标签统计: what was done under each label of the bureau's frame, and the facts behind each count. */
export function LabelsPage() {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const phone = usePhone();
  const [{ year, branch, label, page }, ask] = useAddress({ year: today.slice(0, 4), branch: '', label: '', page: '1' });
  const asked = { year: Number(year), ...(branch === '' ? {} : { organisation: branch }) };
  const narrowing = useNarrowing(['branch', 'label']);
  const labels = useCall(readLabels, asked, { keep: true });
  if (labels.error) return <PageFault refusal={labels.error.refusal} onRetry={() => void labels.refetch()} />;
  const { data } = labels;
  const chosen = label === '' && !phone ? data?.items[0]?.id ?? '' : label;
  return (
    <div className="labels-page">
      <PageHeader title={t.title} beside={<><YearSteps year={year} onChoose={(chosen) => ask({ year: chosen, page: '1' })} />{data ? <span className="labels-as-of">{t.asOf(data.asOf.day)}</span> : null}</>} />
      <div className="room-bar unprinted">
        {data && data.choices.length > 1 ? (
          <Select
            className="labels-branch" aria-label={t.branch} value={branch} showSearch={{ optionFilterProp: 'label' }} onChange={(chosen) => ask({ branch: chosen, page: '1' })}
            options={[{ value: '', label: t.everybody }, ...data.choices.map((it) => ({ value: it.id, label: it.name }))]}
          />
        ) : null}
        <ClearFilters narrowing={narrowing} />
      </div>
      {data === undefined ? <LinesSkeleton count={6} /> : data.items.length === 0 ? <EmptyState title={t.none} next={t.next} action={<SchemeWay />} /> : (
        <div className="labels-columns">
          <Frame labels={data} branch={branch} chosen={chosen} />
          {chosen === '' ? <p className="labels-as-of">{t.choose}</p> : <Facts of={{ ...asked, label: chosen }} labels={data} page={Number(page) || 1} onPage={(turned) => ask({ page: String(turned) })} />}
        </div>
      )}
      <p className="labels-legend">{t.legend}</p>
    </div>
  );
}

function Frame({ labels: { items, year }, branch, chosen }: { readonly labels: Labels; readonly branch: string; readonly chosen: string }) {
  const t = useTexts(texts);
  const say = useWords();
  return (
    <ul className="labels-frame" aria-label={t.title}>
      {items.map(({ id, label, depth, count }) => (
        <li key={id} className={`depth-${Math.min(depth, 3)}`} aria-current={id === chosen ? 'true' : undefined}>
          <span>{say(label)}</span>
          <CountLink to={paths.labels()} search={{ year: String(year), label: id, ...(branch === '' ? {} : { branch }) }} value={count} label={say(label)}>{t.count(count)}</CountLink>
        </li>
      ))}
    </ul>
  );
}

/** A fact that has a page of its own leads there. */
function What({ kind, fact, children }: { readonly kind: string; readonly fact: string; readonly children: string }) {
  if (kind !== 'session' && kind !== 'record') return children;
  return <PathLink to={kind === 'session' ? paths.session(fact) : paths.registerEntry(fact)}>{children}</PathLink>;
}

interface FactsProperties {
  readonly of: { readonly label: string; readonly year: number; readonly organisation?: string };
  readonly labels: Labels;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

function Facts({ of, labels, page, onPage }: FactsProperties) {
  const t = useTexts(texts);
  const say = useWords();
  const facts = useCall(readLabelledFacts, { ...of, page }, { keep: true });
  const name = labels.items.find(({ id }) => id === of.label)?.label;
  if (facts.error) return <ErrorNote refusal={facts.error.refusal} />;
  return (
    <section className="labels-facts">
      <h2>{t.factsOf(name ? say(name) : of.label)}</h2>
      {facts.data === undefined ? <LinesSkeleton count={6} /> : null}
      {facts.data?.items.length === 0 ? <EmptyState title={t.empty} /> : null}
      <ul>
        {(facts.data?.items ?? []).map(({ fact, kind, day, organisation, what, withheld }) => (
          <li key={fact}>
            <DateText day={day} />
            <span><What kind={withheld ? '' : kind} fact={fact}>{say(what)}</What>{withheld ? <small> {t.withheld}</small> : null}</span>
            <span className="labels-place">{organisation.name}</span>
          </li>
        ))}
      </ul>
      {facts.data ? <Pager count={facts.data.total} view={{ page, size: facts.data.pageSize }} onView={(turned) => onPage(turned.page ?? 1)} /> : null}
    </section>
  );
}
