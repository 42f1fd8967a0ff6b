import { defineTexts, useTexts } from './language.tsx';

const texts = defineTexts({
  zh: { created: '新增', changed: '变动', unchanged: '不变', there: '已登记', faulty: '需改正', leftOut: '未导入' },
  en: { created: 'New', changed: 'Changed', unchanged: 'Unchanged', there: 'There already', faulty: 'To correct', leftOut: 'Left out' },
});

type Name = 'created' | 'changed' | 'unchanged' | 'there' | 'faulty' | 'leftOut';
const ORDER: readonly Name[] = ['created', 'changed', 'unchanged', 'there', 'faulty', 'leftOut'];

/** How many rows become what. */
export function CheckFigures({ figures }: { readonly figures: { readonly [N in Name]?: number } }) {
  const t = useTexts(texts);
  return (
    <dl className="import-figures">
      {ORDER.flatMap((name) => (figures[name] === undefined ? [] : [<div key={name} className={name}><dt>{t[name]}</dt><dd>{figures[name].toLocaleString('en-US')}</dd></div>]))}
    </dl>
  );
}
