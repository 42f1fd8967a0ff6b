const WHOLE = 2 ** 32;

/** A whole number from 0 to `limit` less one that nobody can foretell, each as likely as the other. */
export function randomBelow(limit: number): number {
  const fair = WHOLE - (WHOLE % limit);
  for (;;) {
    const drawn = crypto.getRandomValues(new Uint32Array(1))[0] ?? WHOLE;
    if (drawn < fair) return drawn % limit;
  }
}
