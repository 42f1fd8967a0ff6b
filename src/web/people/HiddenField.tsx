import { Button, Dropdown } from 'antd';
import type { HiddenParticular } from '#domain/people/contract.ts';
import { disclosurePurpose, showParticulars } from '#domain/people/disclosure-contract.ts';
import { disclosurePurposeLabels } from '#domain/people/labels.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { personTexts } from './person-texts.ts';

const texts = defineTexts({
  zh: { show: '显示', showIt: (what: string) => `显示${what}`, purpose: '请选择查看事由，将记入操作日志' },
  en: { show: 'Show', showIt: (what) => `Show: ${what}`, purpose: 'Say what for; the audit trail keeps it' },
});

interface Properties {
  readonly person: string;
  readonly field: HiddenParticular;
  readonly mask: string;
  /** Whether the reader may have it shown; to others it stays a mask. */
  readonly showable: boolean;
  readonly onShown: (field: HiddenParticular, value: string) => void;
}

/** A particular of somebody else as a mask, and beside it the way to see it: a purpose out of a list. */
export function HiddenField({ person, field, mask, showable, onShown }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(personTexts);
  const say = useWords();
  const showing = useWrite(showParticulars);
  const ask = (key: string) => showing.mutate({ person, purpose: disclosurePurpose.parse(key), fields: [field] }, { onSuccess: (shown) => onShown(field, shown[field] ?? '') });
  const purposes = disclosurePurpose.options.map((it) => ({ key: it, label: say(disclosurePurposeLabels[it]) }));
  return (
    <>
      <span className="hidden-number">
        {mask}
        {showable ? (
          <Dropdown menu={{ items: [{ key: 'purpose', type: 'group', label: t.purpose, children: purposes }], onClick: ({ key }) => ask(key) }} trigger={['click']} placement="topLeft">
            <Button type="link" size="small" aria-label={t.showIt(words[field])} loading={showing.isPending}>{t.show}</Button>
          </Dropdown>
        ) : null}
      </span>
      {showing.error ? <ErrorNote refusal={showing.error.refusal} /> : null}
    </>
  );
}
