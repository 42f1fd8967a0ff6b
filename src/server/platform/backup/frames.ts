import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { damaged } from './backup-refusals.ts';

/**
 * The content of a backup file is cut into frames: one byte that says whether it is the last, four for the length, the
 * content, and a proof. A frame proves the head of the file, its own place and that nothing is missing behind it, so a file
 * that was cut, mixed or changed anywhere is found while it is read, without ever holding more than one frame.
 */
const FRAME_BYTES = 64 * 1024;
const MORE = 0;
const LAST = 1;
const OPENING_BYTES = 5;

/** How the frames of one file are closed and opened. */
export interface Seal {
  readonly proofBytes: number;
  close(place: bigint, opening: Buffer, plain: Buffer): { readonly content: Buffer; readonly proof: Buffer };
  /** The plain content, or undefined when the proof is another. */
  open(place: bigint, opening: Buffer, content: Buffer, proof: Buffer): Buffer | undefined;
}

const placeBytes = (place: bigint): Buffer => {
  const bytes = Buffer.alloc(12);
  bytes.writeBigUInt64BE(place, 4);
  return bytes;
};

/** Against accidents: SHA-256. It proves nothing against somebody who writes the file anew. */
export function checksumSeal(head: Buffer): Seal {
  const proofOf = (place: bigint, opening: Buffer, content: Buffer): Buffer =>
    createHash('sha256').update(head).update(placeBytes(place)).update(opening).update(content).digest();
  return {
    proofBytes: 32,
    close: (place, opening, plain) => ({ content: plain, proof: proofOf(place, opening, plain) }),
    open: (place, opening, content, proof) => (proofOf(place, opening, content).equals(proof) ? content : undefined),
  };
}

/** Against reading and changing: AES-256-GCM, where the place is the nonce, since a key serves one file only. */
export function cipherSeal(head: Buffer, key: Buffer): Seal {
  return {
    proofBytes: 16,
    close: (place, opening, plain) => {
      const cipher = createCipheriv('aes-256-gcm', key, placeBytes(place)).setAAD(Buffer.concat([head, opening]));
      const content = Buffer.concat([cipher.update(plain), cipher.final()]);
      return { content, proof: cipher.getAuthTag() };
    },
    open: (place, opening, content, proof) => {
      const cipher = createDecipheriv('aes-256-gcm', key, placeBytes(place), { authTagLength: 16 });
      cipher.setAAD(Buffer.concat([head, opening])).setAuthTag(proof);
      try {
        return Buffer.concat([cipher.update(content), cipher.final()]);
      } catch {
        return undefined;
      }
    },
  };
}

export async function* intoFrames(content: AsyncIterable<Buffer>, seal: Seal): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  let place = 0n;
  const frame = (flag: number, plain: Buffer): Buffer => {
    const opening = Buffer.alloc(OPENING_BYTES);
    opening.writeUInt8(flag, 0);
    opening.writeUInt32BE(plain.length, 1);
    const closed = seal.close(place, opening, plain);
    place += 1n;
    return Buffer.concat([opening, closed.content, closed.proof]);
  };
  for await (const chunk of content) {
    rest = Buffer.concat([rest, chunk]);
    for (; rest.length > FRAME_BYTES; rest = rest.subarray(FRAME_BYTES)) yield frame(MORE, rest.subarray(0, FRAME_BYTES));
  }
  yield frame(LAST, rest);
}

/** @throws StartRefusal where the file is not what was written. */
export async function* outOfFrames(file: ByteSource, seal: Seal): AsyncGenerator<Buffer> {
  for (let place = 0n; ; place += 1n) {
    const opening = await file.take(OPENING_BYTES);
    const [flag = -1, length] = [opening[0], opening.readUInt32BE(1)];
    if (length > FRAME_BYTES || (flag !== MORE && flag !== LAST)) throw damaged();
    const plain = seal.open(place, opening, await file.take(length), await file.take(seal.proofBytes));
    if (plain === undefined) throw damaged();
    yield plain;
    if (flag === MORE) continue;
    if (!(await file.isAtEnd())) throw damaged();
    return;
  }
}

/** Bytes of a stream, as many as are asked for. */
export class ByteSource {
  readonly #chunks: AsyncIterator<Buffer>;
  /** What was read and not asked for; put together only when it is, since most answers lie within one chunk. */
  #held: Buffer[] = [];
  #bytes = 0;

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** @throws StartRefusal when the stream ends before. */
  async take(count: number): Promise<Buffer> {
    while (this.#bytes < count) if (!(await this.#more())) throw damaged();
    const [first] = this.#held;
    const whole = first !== undefined && first.length >= count ? first : Buffer.concat(this.#held);
    this.#held = whole === first ? [whole.subarray(count), ...this.#held.slice(1)] : [whole.subarray(count)];
    this.#bytes -= count;
    return whole.subarray(0, count);
  }

  async isAtEnd(): Promise<boolean> {
    return this.#bytes === 0 && !(await this.#more());
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#chunks.next();
    if (done) return false;
    if (this.#bytes === 0) this.#held = [];
    this.#held.push(value);
    this.#bytes += value.length;
    return true;
  }
}
