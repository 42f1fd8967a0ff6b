import { type CivilDate, yearOf } from '#domain/calendar/civil-date.ts';
import { windowOf } from '#domain/calendar/window.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { isMarkedOnly, itemNodes } from '#domain/spot-checks/checkable-items.ts';
import type { DrawRule } from '#domain/spot-checks/draw-rule.ts';
import { listText } from '#domain/spot-checks/draw-text.ts';
import { refuseSpotCheck } from '#domain/spot-checks/refusals.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { schemeOn } from '#server/schemes/scheme-reads.ts';
import { sha256 } from './sha256.ts';

type Listed = FactState<'draw'>['list'][number];

/** A list as it would be published on a day, with its text and the hash of it. */
export interface DrawList {
  readonly list: readonly (Listed & { readonly number: string; readonly name: string })[];
  readonly items: FactState<'draw'>['items'];
  readonly text: string;
  readonly hash: string;
}

/**
 * The branches below a committee on a day with what a draw looks at: whether a branch works in shifts, which its shift
 * teams say and nobody types, and the quarter in which it was drawn last. @throws NothingToDraw
 */
export async function drawList(tx: Tx, organisation: string, rule: DrawRule, day: CivilDate): Promise<DrawList> {
  const list = await listed(tx, organisation, rule.window, day);
  const indicators = (await schemeOn(tx, `${yearOf(day)}-12-31`))?.indicators ?? null;
  if (list.length === 0 || indicators === null) throw refuseSpotCheck('NothingToDraw', {});
  const items = itemNodes(indicators).map((node) => ({ item: node.id, marked: isMarkedOnly(node) }));
  const committee = await tx.one<{ number: string }>(sql`SELECT number FROM organisation WHERE id = ${organisation}`);
  const text = listText({ ...rule, committee: committee?.number ?? '', items, branches: list.map(({ number, stratum, last }) => ({ code: number, stratum, last })) });
  return { list, items, text, hash: sha256(text) };
}

async function listed(tx: Tx, organisation: string, window: string, day: CivilDate): Promise<DrawList['list']> {
  const below = await subtree(tx, [organisation], day);
  return tx.many(sql`
    SELECT o.id AS organisation, o.number, o.short_name AS name,
      CASE WHEN EXISTS (SELECT 1 FROM shift_team team WHERE team.organisation_id = o.id AND team.from_day <= ${day} AND (team.to_day IS NULL OR team.to_day >= ${day}))
        THEN 'shift' ELSE 'office' END AS stratum,
      (SELECT max(drawn.window_key) FROM draw_branch drawn WHERE drawn.organisation_id = o.id AND drawn.window_key < ${window}) AS last
    FROM organisation o WHERE o.id = ANY(${[...below]}::uuid[]) AND o.category IN ('631', '632', '931', '932') ORDER BY o.number`);
}

export const ruleOf = ({ window, share, quarters }: FactState<'draw'>): DrawRule => ({ window, share, quarters });

/** The quarter that runs. */
export const quarterOn = (day: CivilDate): string => windowOf('quarter', day);
