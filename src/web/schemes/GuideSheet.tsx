import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { DutyGuideCard, readGuides } from '#domain/schemes/guide-contract.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';

const texts = defineTexts({
  zh: {
    of: (label: string) => `${label}办理指引`, below: '', clause: '依据', by: (scheme: string, clause: string) => `《${scheme}》${clause}`, asked: '要求', who: '谁来办、何时', steps: '办理步骤', votes: '表决', template: '表样', mistakes: '常见差错',
    at: { signInSheet: '签到表，在已安排的活动里打印；未安排的，打印空白签到表。', minutes: '会议记录，登记后在活动里打印，签字存档。', ballotSheet: '民主测评汇总表，在“党员年度综合评价”里打印。', registerTemplate: '登记簿导入模板，在登记簿“导入登记”里下载。' },
    foot: (version: number, day: string) => `按方案第 ${version} 版，${day} 打印。方案改版后以新版为准。`,
  },
  en: {
    of: (label) => label, below: 'How it is done', clause: 'Basis', by: (scheme, clause) => (clause === '' ? scheme : `${scheme}, ${clause}`), asked: 'Asked for', who: 'Who and when', steps: 'Steps', votes: 'Who votes', template: 'Paper', mistakes: 'Common mistakes',
    at: { signInSheet: 'Sign-in sheet, printed from the arranged session; without one, print a blank sheet.', minutes: 'Minutes, printed from the session once it is recorded; signed and filed.', ballotSheet: 'Sheet of the ballots, printed from the evaluation of members.', registerTemplate: 'Template of the register, where entries are imported.' },
    foot: (version, day) => `By version ${version} of the scheme, printed ${day}. A newer version takes its place.`,
  },
});

interface Properties {
  readonly of: DutyGuideCard;
  readonly scheme: NonNullable<z.output<typeof readGuides.output>['scheme']>;
}

/** The page of a duty as it is printed: what asks for it, who does it, its steps, the vote, the paper, the mistakes. */
export function GuideSheet({ of, scheme }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const { bureau, today } = useWhoAmI();
  const { label, clause, who, asked, course, whoVotes, template, mistakes } = of;
  const points = (all: readonly { readonly zh: string; readonly en: string }[]) => all.map((it) => <li key={it.zh}>{say(it)}</li>);
  const lines: readonly (readonly [string, ReactNode])[] = [
    [t.clause, t.by(say(scheme.label), clause ?? '')], [t.who, who === null ? null : say(who)],
    [t.asked, asked.length === 0 ? null : <ul className="guide-asked">{points(asked)}</ul>],
    [t.steps, <ol key="steps">{points(course)}</ol>],
    [t.votes, whoVotes === null ? null : say(whoVotes)],
    [t.template, template === null ? null : t.at[template]],
    [t.mistakes, mistakes.length === 0 ? null : <ul>{points(mistakes)}</ul>],
  ];
  return (
    <>
      <h1><small>{bureau[language]}</small>{t.of(say(label))}{t.below === '' ? null : <small>{t.below}</small>}</h1>
      <table className="guide-sheet">
        <colgroup><col className="guide-head" /><col /></colgroup>
        <tbody>{lines.map(([head, body]) => (body === null ? null : <tr key={head}><th scope="row">{head}</th><td>{body}</td></tr>))}</tbody>
      </table>
      <p className="guide-foot">{t.foot(scheme.version, today)}</p>
    </>
  );
}
