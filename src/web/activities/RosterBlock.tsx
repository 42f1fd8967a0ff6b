import { Button } from 'antd';
import { useState } from 'react';
import type { ActivityWords, RecordForm, Roster, RosterItem } from '#domain/activities/contract.ts';
import { type Mark, WITHHELD } from '#domain/activities/marks.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import type { CallRefused } from '#web/shell/call-refused.ts';
import { markChoices } from './mark-choices.ts';
import { MarkMenu } from './MarkMenu.tsx';
import { PersonCell } from './PersonCell.tsx';
import type { ChangeDraft, Draft } from './record-draft.ts';
import { Section } from './Section.tsx';
import { standingOf, withMark } from './standing-of-person.ts';
import './roster.css';

const texts = defineTexts({
  zh: {
    title: '到会情况', all: '全部实到', undo: '取消“全部实到”', hint: '点姓名记为实到，点“…”选择请假、值班等。已知值班、请假、借调的人员已自动免计。',
    done: '已记“全部实到”：未另行标注的人员均为实到。', choose: '选好活动和时间后，这里列出应到人员。', nobody: '当日没有应到人员', check: '请核对日期，或检查花名册。',
    stopped: '当日已通知停学，全体免计。', noGroup: '未编组', sitting: (at: number) => `场次 ${at}`,
    duty: '勤务', leave: '请假', other: '其他', absent: '缺席',
  },
  en: {
    title: 'Who was there', all: 'Everybody present', undo: 'Take back “everybody present”', hint: 'Tap a name for “was there”; the dots hold leave, duty and the rest. Whoever a register accounts for is excused already.',
    done: '“Everybody present” is noted: whoever is not marked otherwise was there.', choose: 'Choose the activity and the time; those expected will stand here.', nobody: 'Nobody is expected that day', check: 'Check the date, or the roster.',
    stopped: 'Study was cancelled that day; everybody is excused.', noGroup: 'Without a group', sitting: (at: number) => `no. ${at}`,
    duty: 'Duty', leave: 'Leave', other: 'Other', absent: 'Absent',
  },
});

interface Properties {
  readonly words: ActivityWords;
  readonly roster: Roster | undefined;
  readonly error: CallRefused | null;
  /** Whether activity and time are known, so that the list can be asked for. */
  readonly ready: boolean;
  readonly self: string | null;
  /** Of whose marks one may know the class of the reason alone. */
  readonly withheld: RecordForm['withheld'];
  readonly draft: Draft;
  readonly change: ChangeDraft;
}

export function RosterBlock({ words, roster, error, ready, self, withheld, draft, change }: Properties) {
  const t = useTexts(texts);
  const all = (
    <Button type={draft.allPresent ? 'default' : 'primary'} ghost={!draft.allPresent} disabled={!roster} onClick={() => change(({ allPresent }) => ({ allPresent: !allPresent }))}>
      {draft.allPresent ? t.undo : t.all}
    </Button>
  );
  return (
    <Section title={t.title} beside={roster && roster.items.length > 0 ? all : null}>
      {error ? <ErrorNote refusal={error.refusal} /> : null}
      {ready || error ? null : <p className="activity-hint">{t.choose}</p>}
      {ready && !roster && !error ? <LinesSkeleton count={5} /> : null}
      {roster?.items.length === 0 ? <EmptyState title={t.nobody} next={t.check} /> : null}
      {roster && roster.items.length > 0 ? (
        <>
          <p className="activity-hint">{roster.stopped ? t.stopped : draft.allPresent ? t.done : t.hint}</p>
          <PersonGrid words={words} items={roster.items} self={self} withheld={withheld} draft={draft} change={change} />
        </>
      ) : null}
    </Section>
  );
}

function PersonGrid({ words, items, self, withheld, draft, change }: { readonly items: readonly RosterItem[] } & Pick<Properties, 'words' | 'self' | 'withheld' | 'draft' | 'change'>) {
  const t = useTexts(texts);
  const say = useWords();
  const [asked, setAsked] = useState<RosterItem | null>(null);
  const [open, setOpen] = useState(false);
  const marks = new Map(draft.marks.map((it) => [it.person, it]));
  const reasonOf = (item: RosterItem, mark: Mark | undefined): string | null => {
    const kept = mark?.reason === WITHHELD ? withheld.find((it) => it.person === item.person.id) : undefined;
    if (kept) return t[kept.shownAs];
    const reason = mark?.reason ? words.reasons.find(({ id }) => id === mark.reason) : mark ? undefined : item.reason;
    return reason ? say(reason.label) : !mark && item.reasonClass ? t[item.reasonClass] : null;
  };
  const put = (person: string, mark: Omit<Mark, 'person'> | null) => change((before) => ({ marks: withMark(before.marks, person, mark) }));
  const groups = [...new Set(items.map(({ group }) => group))];
  return (
    <>
      {groups.map((group) => (
        <div key={group ?? ''} role="group" aria-label={group ?? t.noGroup}>
          {groups.length > 1 ? <h3 className="roster-group">{group ?? t.noGroup}</h3> : null}
          <div className="roster-grid">
            {items.filter((it) => it.group === group).map((item) => {
              const mark = marks.get(item.person.id);
              const standing = standingOf(item, mark, draft);
              return (
                <PersonCell
                  key={item.person.id} item={item} standing={standing} reason={reasonOf(item, mark)}
                  sitting={draft.sittings.length > 1 && (standing === 'present' || standing === 'late') ? t.sitting((mark?.sitting ?? 0) + 1) : null}
                  onPresent={() => put(item.person.id, { mark: 'present', reason: null, sitting: 0 })} onMenu={() => { setAsked(item); setOpen(true); }}
                />
              );
            })}
          </div>
        </div>
      ))}
      <MarkMenu
        open={open} name={asked?.person.name ?? ''} himself={asked !== null && asked.person.id === self} groups={markChoices(words.reasons, asked?.person.id === self)}
        sittings={draft.sittings.length} current={asked ? marks.get(asked.person.id) : undefined} onClose={() => setOpen(false)}
        onChoose={(mark) => { if (asked) put(asked.person.id, mark); setOpen(false); }}
      />
    </>
  );
}
