import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { changeTeam, type JudgeCandidate, planSheet, readTeamForm, type SheetPage } from '#domain/spot-checks/sheet-contract.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { sheetTexts } from './sheet-texts.ts';

const interestZh: Readonly<Record<NonNullable<JudgeCandidate['interest']>, string>> = { home: '组织关系在该支部，回避', contact: '该支部为其联系点，回避', declared: '已声明回避' };
const interestEn: Readonly<Record<NonNullable<JudgeCandidate['interest']>, string>> = { home: 'belongs to the branch', contact: 'is its contact', declared: 'has declared a recusal' };
const texts = defineTexts({
  zh: { hint: '选 2 至 3 人；回避的人员不能选。检查项目由抽取确定。', save: '编成检查组', interest: (because: NonNullable<JudgeCandidate['interest']>): string => interestZh[because], none: '还没有检查组成员，请先由安全管理员授予职责。' },
  en: { hint: 'Choose two or three; whoever has an interest cannot be chosen. The items follow from the draw.', save: 'Form the team', interest: (because) => interestEn[because], none: 'Nobody has the role of a member of an inspection team; have it granted first.' },
});

interface Properties {
  readonly draw: string;
  readonly organisation: string;
  /** The sheet whose team changes; left out for a new one. */
  readonly before?: Pick<SheetPage, 'sheet' | 'version' | 'day' | 'judges'>;
  readonly onDone: (sheet: string) => void;
}

/** 编成检查组: two or three without an interest in the branch, and a day. */
export function TeamForm({ draw, organisation, before, onDone }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(sheetTexts);
  const form = useCall(readTeamForm, { draw, organisation });
  const [chosen, setChosen] = useState<readonly string[]>(before?.judges.map(({ id }) => id) ?? []);
  const [picked, setPicked] = useState<string | null>(before?.day ?? null);
  const planning = useWrite(planSheet);
  const changing = useWrite(changeTeam);
  if (form.error) return <ErrorNote refusal={form.error.refusal} onRetry={() => void form.refetch()} />;
  if (!form.data) return <LinesSkeleton />;
  const { candidates, until } = form.data;
  const day = picked ?? form.data.day;
  const error = planning.error ?? changing.error;
  const save = () => {
    const judges = [...chosen];
    const done = { onSuccess: ({ sheet }: { sheet: string }) => onDone(sheet) };
    if (before) changing.mutate({ sheet: before.sheet, version: before.version, day, judges }, done);
    else planning.mutate({ draw, organisation, day, judges }, done);
  };
  return (
    <div className="check-form">
      <p className="room-hint">{t.hint}</p>
      <label className="check-day">{words.day}<DayField value={day} onChange={(typed) => setPicked(typed ?? day)} latest={until} label={words.day} /></label>
      {candidates.length === 0 ? <p className="faint">{t.none}</p> : (
        <ul className="check-candidates">
          {candidates.map(({ id, name, number, interest }) => (
            <li key={id}>
              <Checkbox
                checked={chosen.includes(id)} disabled={interest !== null}
                onChange={(event) => setChosen(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
              >{name} <span className="faint">{number}{interest === null ? '' : ` · ${t.interest(interest)}`}</span></Checkbox>
            </li>
          ))}
        </ul>
      )}
      {error ? <ErrorNote refusal={error.refusal} /> : null}
      <Button type="primary" disabled={chosen.length < 2 || chosen.length > 3} loading={planning.isPending || changing.isPending} onClick={save}>{t.save}</Button>
    </div>
  );
}
