/** Order of organisation and person numbers as people read them: runs of digits by value, so A9 comes before A10. */
export function byNumber(left: { readonly number: string }, right: { readonly number: string }): number {
  const a = left.number.match(RUNS) ?? [];
  const b = right.number.match(RUNS) ?? [];
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const [one = '', other = ''] = [a[at], b[at]];
    const numeric = DIGITS.test(one) && DIGITS.test(other) ? Number(one) - Number(other) : 0;
    if (numeric !== 0) return numeric;
    if (one !== other) return one < other ? -1 : 1;
  }
  return a.length - b.length;
}

const RUNS = /\d+|\D+/g;
const DIGITS = /^\d+$/;
