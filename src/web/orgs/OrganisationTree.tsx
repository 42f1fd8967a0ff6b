import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons';
import { useRef } from 'react';
import type { OrganisationNode } from '#domain/orgs/contract.ts';
import { categoryLabels } from '#domain/orgs/categories.ts';
import { paths } from '#web/paths.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { CountLink } from '#web/shell/CountLink.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useRowKeys } from '#web/ui/row-keys.ts';
import { usePhone } from '#web/ui/screen.ts';
import { organisationTexts } from './organisation-texts.ts';
import type { TreeRow } from './tree-rows.ts';
import '#web/ui/data-table.css';
import './orgs.css';

const texts = defineTexts({
  zh: { open: (name: string) => `展开${name}`, close: (name: string) => `收起${name}` },
  en: { open: (name) => `Open ${name}`, close: (name) => `Close ${name}` },
});

interface Properties {
  readonly rows: readonly TreeRow[];
  readonly onTurn: (id: string) => void;
  /** Kept when a page is opened from here. */
  readonly search: Readonly<Record<string, string>>;
}

/** The tree as a table: each row leads to its organisation. */
export function OrganisationTree({ rows, onTurn, search }: Properties) {
  const t = useTexts(organisationTexts);
  const phone = usePhone();
  const around = useRef<HTMLDivElement>(null);
  useRowKeys(around);
  return (
    <div ref={around} className="data-grid tree-grid" role="region" aria-label={t.title} tabIndex={0}>
      <table role="treegrid" aria-label={t.title}>
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            {phone ? null : <><th scope="col">{t.number}</th><th scope="col">{t.category}</th><th scope="col" className="figures">{t.people}</th></>}
            <th scope="col" className="figures">{t.members}</th>
            {phone ? null : <th scope="col">{t.secretary}</th>}
          </tr>
        </thead>
        <tbody>{rows.map((row) => <Row key={row.node.id} row={row} phone={phone} onTurn={onTurn} search={search} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ row: { node, level, open }, phone, onTurn, search }: { readonly row: TreeRow; readonly phone: boolean } & Pick<Properties, 'onTurn' | 'search'>) {
  const say = useWords();
  return (
    <tr role="row" data-row tabIndex={-1} aria-level={level} {...(open === null ? {} : { 'aria-expanded': open })}>
      <th scope="row">
        <div className="tree-name" style={{ paddingInlineStart: (level - 1) * (phone ? 12 : 20) }}>
          <Turn node={node} open={open} onTurn={onTurn} />
          <span>
            <PathLink to={paths.organisation(node.id)} search={search} title={node.name}>{node.shortName}</PathLink>
            {phone ? <small>{node.number} {say(categoryLabels[node.category])} {node.secretary?.name}</small> : null}
          </span>
        </div>
      </th>
      {phone ? null : <><td>{node.number}</td><td>{say(categoryLabels[node.category])}</td><td className="figures"><Heads node={node} of="people" search={search} /></td></>}
      <td className="figures"><Heads node={node} of="members" search={search} /></td>
      {phone ? null : <td>{node.secretary ? <PathLink to={paths.person(node.secretary.person)}>{node.secretary.name}</PathLink> : null}</td>}
    </tr>
  );
}

/** A head count leads to those whom it counts; where one may not see people there is none. */
export function Heads({ node, of, search }: { readonly node: OrganisationNode; readonly of: 'people' | 'members' } & Pick<Properties, 'search'>) {
  const t = useTexts(organisationTexts);
  const count = node[of];
  if (count === undefined) return null;
  return <CountLink to={paths.people()} search={{ ...search, organisation: node.id, ...(of === 'members' ? { stage: 'member' } : {}) }} value={count} label={`${node.shortName} ${t[of]} ${count}`} />;
}

function Turn({ node, open, onTurn }: { readonly node: OrganisationNode; readonly open: boolean | null; readonly onTurn: (id: string) => void }) {
  const words = useTexts(texts);
  if (open === null) return <span className="tree-leaf" />;
  return (
    <button type="button" className="plain-button tree-turn" aria-label={open ? words.close(node.shortName) : words.open(node.shortName)} onClick={() => onTurn(node.id)}>
      {open ? <CaretDownOutlined /> : <CaretRightOutlined />}
    </button>
  );
}
