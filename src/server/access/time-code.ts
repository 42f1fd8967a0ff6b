import { createHmac, timingSafeEqual } from 'node:crypto';
import { base32Bytes, STEP_SECONDS } from '#domain/access/second-factor.ts';

/** The code of a time step: HOTP (RFC 4226) of the step, as TOTP (RFC 6238) has it. */
export function timeCode(secret: string, step: number, digits = 6): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', base32Bytes(secret)).update(counter).digest();
  const at = (mac[mac.length - 1] ?? 0) & 0x0f;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 10 ** digits).padStart(digits, '0');
}

export const stepOf = (now: Date): number => Math.floor(now.getTime() / 1000 / STEP_SECONDS);

/** One step before and after, for clocks that differ and for slow fingers. */
const STEPS_ASIDE = [0, -1, 1] as const;

/** The step whose code this is, newer than `after`; undefined when there is none. */
export function stepOfCode(secret: string, code: string, now: Date, after: number): number | undefined {
  return STEPS_ASIDE.map((aside) => stepOf(now) + aside)
    .filter((step) => step > after)
    .find((step) => timingSafeEqual(Buffer.from(timeCode(secret, step)), Buffer.from(code.padStart(6, ' ').slice(0, 6))));
}
