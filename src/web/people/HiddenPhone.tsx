import { Button, Dropdown } from 'antd';
import { disclosurePurpose, showParticulars } from '#domain/people/disclosure-contract.ts';
import { disclosurePurposeLabels } from '#domain/people/labels.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';

const texts = defineTexts({
  zh: { show: '显示', showPhone: '显示联系电话', purpose: '请选择查看事由，将记入操作日志' },
  en: { show: 'Show', showPhone: 'Show the phone number', purpose: 'Say what for; the audit trail keeps it' },
});

interface Properties {
  readonly person: string;
  readonly mask: string;
  readonly onShown: (phone: string) => void;
}

/** A number of somebody else as a mask, and beside it the way to see it: a purpose out of a list. */
export function HiddenPhone({ person, mask, onShown }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const showing = useWrite(showParticulars);
  const ask = (key: string) => showing.mutate({ person, purpose: disclosurePurpose.parse(key) }, { onSuccess: ({ phone }) => onShown(phone ?? '') });
  const purposes = disclosurePurpose.options.map((it) => ({ key: it, label: say(disclosurePurposeLabels[it]) }));
  return (
    <>
      <span className="hidden-number">
        {mask}
        <Dropdown menu={{ items: [{ key: 'purpose', type: 'group', label: t.purpose, children: purposes }], onClick: ({ key }) => ask(key) }} trigger={['click']} placement="topLeft">
          <Button type="link" size="small" aria-label={t.showPhone} loading={showing.isPending}>{t.show}</Button>
        </Dropdown>
      </span>
      {showing.error ? <ErrorNote refusal={showing.error.refusal} /> : null}
    </>
  );
}
