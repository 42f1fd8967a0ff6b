/** Why somebody does not come in, each with a page of its own. */
export type PortalFaultKind = 'cancelled' | 'lost' | 'unreachable' | 'misconfigured' | 'unproven' | 'claimMissing' | 'claimStrange' | 'broken'
  | 'wrong' | 'waiting' | 'crowded' | 'ambiguous' | 'accountRefused' | 'untrusted';

/** Thrown where a way ends; its cause is for the log. */
export class PortalFault extends Error {
  override readonly name = 'PortalFault';
  readonly kind: PortalFaultKind;

  constructor(kind: PortalFaultKind, cause?: unknown) {
    super(kind, { cause });
    this.kind = kind;
  }
}

const ERROR = /^[a-z_]{1,40}$/;

/**
 * A fault as the log may keep it: which sentences and codes of our libraries, one cause after the other. What they quote
 * beside (claims, answers of the provider) names people and stays out.
 */
export function reasonOf(fault: unknown): string {
  const said: string[] = [];
  for (let it = fault; it instanceof Error && said.length < 6; it = it.cause) {
    const code = 'code' in it ? String(it.code) : undefined;
    const error = 'error' in it && typeof it.error === 'string' && ERROR.test(it.error) ? it.error : undefined;
    said.push([it.message.replaceAll(/\s+/g, ' ').trim(), code, error].filter((part) => part !== undefined && part !== '').join(' '));
  }
  return said.join(' ← ');
}
