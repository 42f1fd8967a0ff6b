import { paths } from '#web/paths.ts';
import { defineTexts, useTexts } from './language.tsx';
import { PathLink } from './PathLink.tsx';
import { useWhoAmI } from './session.tsx';

const texts = defineTexts({ zh: { object: '提出异议' }, en: { object: 'Object' } });

interface Properties {
  /** Branches whose number or standing the page shows. */
  readonly of: readonly string[];
  /** What it is about: a fact, or a year. */
  readonly about: { readonly fact: string } | { readonly year: string };
}

/** Offered to the secretary of one of the branches; whether it can be raised is said by its form. */
export function BranchObjection({ of, about }: Properties) {
  const t = useTexts(texts);
  const { grants } = useWhoAmI();
  const own = grants.find(({ role, organisation }) => role === 'secretary' && of.includes(organisation));
  return own ? <PathLink to={paths.raiseObjection()} search={{ subject: 'branch', of: own.organisation, ...about }}>{t.object}</PathLink> : null;
}
