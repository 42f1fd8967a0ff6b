import { readViewpoint, type Viewpoint } from '#domain/access/grant-contract.ts';
import type { WhoAmI } from '#domain/access/contract.ts';
import { roleLabels } from '#domain/access/roles.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { useEveryPage } from '#web/shell/offered-pages.ts';
import { menuGroups, type Page } from '#web/shell/page-table.ts';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { accessTexts } from './access-texts.ts';
import { grouped } from './grouped.ts';
import '#web/ui/room.css';
import './accounts.css';

const texts = defineTexts({
  zh: {
    title: (name: string) => `以 ${name} 的视角查看`, back: '返回账号', note: '只读核对：列出此人能打开哪些页面、能在哪里做什么、依据哪一项职责；不显示其支部的任何数据。本次查看已记入操作日志。',
    pages: '菜单中的页面', rights: '权限', person: '本人事项', everybody: '人人可用', nothing: '没有职责：只能办理本人事项。', join: '、',
  },
  en: {
    title: (name) => `As ${name} sees it`, back: 'Back to the account', note: 'A check without writing: which pages are offered, what may be done where, and by which role; no data of the branch is shown. This look is in the audit trail.',
    pages: 'Pages of the menu', rights: 'Rights', person: 'his own matters', everybody: 'for everybody', nothing: 'No role: his own matters only.', join: ', ',
  },
});

/** What somebody else is offered and may do, with the grants that allow it; for the security administrator's check. */
export function ViewpointPage() {
  const t = useTexts(texts);
  const account = useField('account');
  const view = useCall(readViewpoint, { account });
  if (view.error) return <PageFault refusal={view.error.refusal} onRetry={() => void view.refetch()} />;
  if (!view.data) return <PageSkeleton />;
  const { who } = view.data;
  return (
    <>
      <PageHeader title={t.title(who.person?.name ?? who.userName)} actions={<PathLink to={paths.account(account)} className="link-button">{t.back}</PathLink>} />
      <p className="room-hint">{t.note}</p>
      <OfferedTo who={who} />
      <RightsOf view={view.data} />
    </>
  );
}

function OfferedTo({ who }: { readonly who: WhoAmI }) {
  const t = useTexts(texts);
  const say = useWords();
  const offered = useEveryPage().filter((page) => page.menu && page.needs(who));
  return (
    <section className="room-section">
      <h2>{t.pages}</h2>
      {grouped(offered, (page) => page.menu?.group ?? '').map(([group, pages]) => (
        <div key={group}>
          <h3 className="faint">{say(menuGroups[pages[0]?.menu?.group ?? 'desk'])}</h3>
          <ul className="right-lines">{pages.map((page) => <li key={page.path}><b>{say(page.title)}</b><span>{groundsOf(page, who, t, say)}</span></li>)}</ul>
        </div>
      ))}
    </section>
  );
}

/** Why a page is offered: to everybody, to a person, or by each role that would suffice alone. */
function groundsOf(page: Page, who: WhoAmI, t: { readonly everybody: string; readonly person: string; readonly join: string }, say: ReturnType<typeof useWords>): string {
  const bare: WhoAmI = { ...who, person: null, grants: [] };
  if (page.needs(bare)) return t.everybody;
  const roles = who.grants.filter((it) => page.needs({ ...bare, grants: [it] })).map((it) => `${say(roleLabels[it.role])} · ${it.organisationName}`);
  return [...(page.needs({ ...who, grants: [] }) ? [t.person] : []), ...roles].join(t.join);
}

function RightsOf({ view }: { readonly view: Viewpoint }) {
  const t = useTexts(texts);
  const words = useTexts(accessTexts);
  const say = useWords();
  return (
    <section className="room-section">
      <h2>{t.rights}</h2>
      {view.rights.length === 0 ? <p>{t.nothing}</p> : null}
      <ul className="right-lines">
        {view.rights.map((it) => (
          <li key={it.act}><b>{say(it.words)}</b><span>{it.because.map((by) => `${say(roleLabels[by.role])} · ${by.organisationName} · ${words.days(by.from, by.to)}`).join(t.join)}</span></li>
        ))}
      </ul>
    </section>
  );
}
