type Text = Readonly<Record<string, unknown>> | null;

/** Where a reason stands in the texts of the rooms, the most particular first. */
const REASONS = ['withdrawal', 'reason', 'returned', 'back', 'said', 'document', 'circular'] as const;

/** The key of the text in which this version says why it was made; undefined where it says nothing new. */
export const reasonKey = (text: Text, before: Text): (typeof REASONS)[number] | undefined =>
  REASONS.find((key) => typeof text?.[key] === 'string' && text[key] !== '' && text[key] !== before?.[key]);

export function reasonIn(text: Text, before: Text): string | null {
  const key = reasonKey(text, before);
  const said = key === undefined ? undefined : text?.[key];
  return typeof said === 'string' ? said : null;
}
