import { Select } from 'antd';
import { categoryLabels } from '#domain/orgs/categories.ts';
import type { OrganisationNode } from '#domain/orgs/contract.ts';
import { staffKindLabels, stageLabels } from '#domain/people/labels.ts';
import { defineTexts, useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { FoldedFilters } from '#web/ui/FoldedFilters.tsx';
import { SearchField } from '#web/ui/SearchField.tsx';
import { personTexts } from './person-texts.ts';

const texts = defineTexts({
  zh: { search: '姓名、编号或拼音', everywhere: '全部党组织', everyStage: '全部类别', members: '全部党员', everyKind: '全部身份', day: '截至日期', asOf: (day: string) => `截至 ${day}` },
  en: { search: 'Name, number or pinyin', everywhere: 'All organisations', everyStage: 'Any stage', members: 'All members', everyKind: 'Any kind of staff', day: 'As of', asOf: (day) => `as of ${day}` },
});

export interface Asked {
  readonly q: string;
  readonly organisation: string;
  readonly stage: string;
  readonly staffKind: string;
  /** Those who belonged there on this day. */
  readonly day: string;
}

interface Properties {
  readonly asked: Asked;
  readonly onAsk: (change: Partial<Asked>) => void;
  readonly nodes: readonly OrganisationNode[];
}

/** What is asked for, for the file that one takes away. */
export function useAskedInWords(asked: Asked, nodes: readonly OrganisationNode[]): readonly string[] {
  const t = useTexts(texts);
  const say = useWords();
  const labelOf = (labels: Readonly<Record<string, { zh: string; en: string }>>, key: string): string => (labels[key] ? say(labels[key]) : '');
  const stage = asked.stage === 'member' ? t.members : labelOf(stageLabels, asked.stage);
  const { today } = useWhoAmI();
  return [asked.day === today ? '' : t.asOf(asked.day), asked.q, nodes.find((it) => it.id === asked.organisation)?.shortName ?? '', stage, labelOf(staffKindLabels, asked.staffKind)];
}

/** Only organisations whose people one may see are offered. A day is shown to whoever came by a figure of that day. */
export function PeopleFilters({ asked, onAsk, nodes }: Properties) {
  const t = useTexts(texts);
  const marks = useMarks();
  const words = useTexts(personTexts);
  const say = useWords();
  const places = nodes.filter((it) => it.people !== undefined);
  const labelled = (labels: Readonly<Record<string, { zh: string; en: string }>>) => Object.entries(labels).map(([value, label]) => ({ value, label: say(label) }));
  const { today } = useWhoAmI();
  return (
    <FoldedFilters search={<SearchField value={asked.q} onSearch={(q) => onAsk({ q })} placeholder={t.search} />} values={[asked.organisation, asked.stage, asked.staffKind, asked.day === today ? '' : asked.day]}>
      {places.length < 2 ? null : (
        <Select
          className="people-filter wide" aria-label={words.branch} value={asked.organisation} showSearch={{ optionFilterProp: 'find' }} onChange={(organisation) => onAsk({ organisation })}
          options={[{ value: '', label: t.everywhere, find: '' }, ...places.map((it) => ({ value: it.id, label: `${it.shortName}${it.category === '699' ? marks.aside(say(categoryLabels[it.category])) : ''}`, find: `${it.number} ${it.name} ${it.shortName}` }))]}
        />
      )}
      <Select className="people-filter" aria-label={words.stage} value={asked.stage} onChange={(stage) => onAsk({ stage })} options={[{ value: '', label: t.everyStage }, { value: 'member', label: t.members }, ...labelled(stageLabels)]} />
      <Select className="people-filter" aria-label={words.staffKind} value={asked.staffKind} onChange={(staffKind) => onAsk({ staffKind })} options={[{ value: '', label: t.everyKind }, ...labelled(staffKindLabels)]} />
      {asked.day === today ? null : <label className="room-day">{t.day} <DayField value={asked.day} latest={today} onChange={(day) => onAsk({ day: day ?? today })} /></label>}
    </FoldedFilters>
  );
}
