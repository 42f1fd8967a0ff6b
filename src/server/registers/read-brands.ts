import { holds } from '#domain/activities/holders.ts';
import { byNumber } from '#domain/orgs/number-order.ts';
import type { Brands, BrandsOf, ShownBrand } from '#domain/registers/showcase-contract.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import { dateField, registerFor, textField } from '#domain/schemes/register-uses.ts';
import { organisationsOn } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { allOf, entriesWhere, type FoundEntry } from './entry-reads.ts';
import { registersOn } from './register-reads.ts';
import { Reach } from './register-rights.ts';
import { demandInside, titleOf } from './use-reads.ts';

const MOST = 20_000;

/**
 * 品牌与工作法 (S0-21 … S0-23): what stands in the registers today, typed nowhere else. Brands are made to be seen, so the
 * whole bureau sees them; what waits for the office is counted and not shown.
 */
export async function readBrands(call: Call): Promise<Brands> {
  demandInside(call);
  const registers = await registersOn(call.tx, call.today);
  const [bureauBrand, brand, method] = (['bureauBrand', 'brand', 'method'] as const).map((use) => registerFor(use, registers));
  const ofBureau = await inForce(call, bureauBrand);
  const [brands, methods] = [byOrganisation(await inForce(call, brand)), byOrganisation(await inForce(call, method))];
  const branches = (await organisationsOn(call.tx, call.today)).filter(({ category }) => holds('branch', category)).toSorted(byNumber);
  const places = new Set(brand === undefined ? [] : await new Reach(call).entering(brand));
  return {
    registers: { bureauBrand: bureauBrand?.id ?? null, brand: brand?.id ?? null, method: method?.id ?? null },
    bureau: ofBureau.filter(({ waiting }) => !waiting).map((it) => shownOf(bureauBrand, it)),
    branches: branches.map(({ id, shortName }) => ({ organisation: { id, name: shortName }, brand: brandsOf(brand, brands.get(id) ?? []), method: brandsOf(method, methods.get(id) ?? []) })),
    entering: branches.map(({ id }) => id).filter((id) => places.has(id)),
  };
}

const inForce = async ({ tx, today }: Call, register: Register | undefined): Promise<FoundEntry[]> => (register === undefined ? [] : entriesWhere(tx, allOf([
  sql`r.register = ${register.id}`, sql`r.from_day <= ${today}`, sql`(r.to_day IS NULL OR r.to_day >= ${today})`]), MOST));

function byOrganisation(entries: readonly FoundEntry[]): ReadonlyMap<string, readonly FoundEntry[]> {
  const found = new Map<string, FoundEntry[]>();
  for (const it of entries) found.set(it.state.organisation, [...(found.get(it.state.organisation) ?? []), it]);
  return found;
}

function brandsOf(register: Register | undefined, own: readonly FoundEntry[]): BrandsOf {
  return { shown: own.filter(({ waiting }) => !waiting).map((it) => shownOf(register, it)), waiting: own.filter(({ waiting }) => waiting).length };
}

function shownOf(register: Register | undefined, it: FoundEntry): ShownBrand {
  const [text, date] = register === undefined ? [] : [textField(register), dateField(register)];
  const reviewed = date === undefined ? undefined : it.state.values[date.id];
  return {
    entry: it.entry, title: register === undefined ? '' : titleOf(register, it), text: it.text?.fields[text?.id ?? ''] ?? '', since: it.state.day,
    reviewed: typeof reviewed === 'string' ? reviewed : null,
  };
}
