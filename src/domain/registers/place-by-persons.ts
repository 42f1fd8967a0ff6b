/** Which place a row of a table without a column of places is of: one, none of those asked, or no single one. */
export type PlaceByPersons = { readonly kind: 'one'; readonly place: string } | { readonly kind: 'none' } | { readonly kind: 'several'; readonly places: readonly string[] };

/**
 * The place to which all belong whom a row names. Who belongs to none of the places that are asked about says nothing: that he
 * is no one of the place is told when it is known. A name that stands in several is decided by the others.
 * @param mentions for each whom the row names, the places of all who may be meant.
 */
export function placeByPersons(mentions: readonly (readonly string[])[]): PlaceByPersons {
  const told = mentions.filter((places) => places.length > 0);
  const all = [...new Set(told.flat())];
  const common = all.filter((place) => told.every((places) => places.includes(place)));
  const [place] = common;
  if (place === undefined) return all.length === 0 ? { kind: 'none' } : { kind: 'several', places: all };
  return common.length === 1 ? { kind: 'one', place } : { kind: 'several', places: common };
}
