import { yearOf } from '#domain/calendar/civil-date.ts';
import type { Hundredths } from '#domain/points/hundredths.ts';
import type { PointsNode, PointsPart } from '#domain/schemes/scheme.ts';
import type { ShareValue } from './measured-values.ts';
import { sumOf } from './posting.ts';
import type { RawValue } from './raw-values.ts';
import type { Reading } from './reading.ts';
import type { Subject } from './subject.ts';

/** What a child of a choosing part has to offer; null where it has no basis. */
interface Offer {
  readonly id: string;
  readonly value: Hundredths | null;
  /** When its latest fact happened; looked for only where that decides, because it is in the grounds. */
  readonly latest: () => string;
}

/**
 * Where one of several sources stands for a part (word 10), the values of the others are outdone. Sources are rules
 * directly below the part; the choice is made before any limit.
 */
export function chosen(reading: Reading, subject: Subject, raws: readonly RawValue[], shares: readonly ShareValue[]): { raws: readonly RawValue[]; shares: readonly ShareValue[] } {
  const years = [...new Set(shares.map(({ year }) => year))];
  const dropped = new Set(years.flatMap((year) => (reading.book.forWindow(String(year))?.trees.get(subject.tree)?.parts ?? [])
    .filter(({ part }) => part.choose !== null)
    .flatMap(({ part }) => outdoneIn(part, offersOf(part, year, raws, shares)).map((id) => `${id} ${year}`))));
  if (dropped.size === 0) return { raws, shares };
  return {
    raws: raws.map((raw) => (raw.standing === 'counted' && dropped.has(`${raw.rule.id} ${yearOf(raw.anchor)}`) ? { ...raw, standing: 'outdone' } : raw)),
    shares: shares.map((share) => (dropped.has(`${share.placed.rule.id} ${share.year}`) ? { ...share, outdone: true } : share)),
  };
}

/** The child that stands for the part, or null where none has a basis. */
export function chosenIn(part: PointsPart, offers: readonly Offer[]): string | null {
  const standing = offers.filter(({ value }) => value !== null);
  const better = (one: Offer, best: Offer): boolean => {
    switch (part.choose) {
      case 'higher': return (one.value ?? 0) > (best.value ?? 0);
      case 'lower': return (one.value ?? 0) < (best.value ?? 0);
      case 'latest': return one.latest() > best.latest();
      default: return false;
    }
  };
  return standing.reduce<Offer | null>((best, one) => (best === null || better(one, best) ? one : best), null)?.id ?? null;
}

function outdoneIn(part: PointsPart, offers: readonly Offer[]): string[] {
  const taken = chosenIn(part, offers);
  return offers.filter(({ id }) => id !== taken).map(({ id }) => id);
}

export const offersOf = (part: PointsPart, year: number, raws: readonly RawValue[], shares: readonly ShareValue[]): Offer[] =>
  part.children.map((child) => offerOf(child, year, raws, shares));

function offerOf(node: PointsNode, year: number, raws: readonly RawValue[], shares: readonly ShareValue[]): Offer {
  const share = shares.find((one) => one.year === year && one.placed.rule.id === node.id);
  if (share) return { id: node.id, value: share.value, latest: () => latestIn(share) };
  const own = raws.filter((raw) => raw.rule.id === node.id && yearOf(raw.anchor) === year && raw.standing !== 'proposed');
  return { id: node.id, value: own.length === 0 ? null : sumOf(own), latest: () => own.map(({ fact }) => fact.day).toSorted().at(-1) ?? '' };
}

function latestIn({ measured }: ShareValue): string {
  return measured.leaves().flatMap(({ how }) => (how.kind === 'fact' ? [how.fact.day] : how.kind === 'window' ? [how.window] : [])).toSorted().at(-1) ?? '';
}
