import { Button } from 'antd';
import { useState } from 'react';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import { figureText } from './figure-format.ts';
import { groundsTexts } from './grounds-texts.ts';
import type { NamedGrounds } from './grounds-source.ts';
import { useGroundsWords } from './grounds-words.ts';
import { usePhone } from './screen.ts';
import { type NotTaken, useTableTaking } from './table-taker.ts';

const texts = defineTexts({
  zh: { level: '层级', item: '项目', day: '日期', why: '依据', full: '满分', value: '值' },
  en: { level: 'Level', item: 'Item', day: 'Day', why: 'Grounds', full: 'Full', value: 'Value' },
});

interface Leveled {
  readonly level: number;
  readonly grounds: Grounds;
}

/** The whole tree, each level before what it is made of. */
const leveled = (grounds: Grounds, level = 0): readonly Leveled[] => [{ level, grounds }, ...grounds.children.flatMap((child) => leveled(child, level + 1))];

/** 导出: the whole of the grounds as a table, by the way of every other table; one's own needs no right. Not on a phone. */
export function GroundsFile({ named: { grounds, names, disputes }, title }: { readonly named: NamedGrounds; readonly title: string }) {
  const t = useTexts(texts);
  const { export: save } = useTexts(groundsTexts);
  const { take, ofOthers, person } = useTableTaking();
  const wordsOf = useGroundsWords(names);
  const [refusal, setRefusal] = useState<NotTaken | null>(null);
  const phone = usePhone();
  const own = person !== null && disputes?.subject.kind === 'person' && disputes.subject.id === person;
  if (phone || !(own || ofOthers)) return null;
  const row = ({ level, grounds: of }: Leveled) => {
    const { label, why, value } = wordsOf(of);
    const number = typeof value === 'number' && of.format === 'count' ? figureText(value, 'count') : value ?? '';
    return [level, label, of.how.kind === 'fact' ? of.how.fact.day : '', why.join('\n'), of.full ?? '', number];
  };
  const columns = [
    { title: t.level, format: 'count' as const }, { title: t.item, format: 'text' as const }, { title: t.day, format: 'text' as const },
    { title: t.why, format: 'text' as const }, { title: t.full, format: 'points' as const }, { title: t.value, format: 'points' as const }];
  const send = async () => setRefusal(await take(async () => ({ name: own ? 'my-grounds' : 'grounds', title, scope: '', columns, rows: leveled(grounds).map(row), total: null })));
  return (
    <>
      <Button onClick={() => void send()}>{save}</Button>
      {refusal ? <ErrorNote refusal={refusal} /> : null}
    </>
  );
}
