import { once } from 'node:events';
import { Readable, type Duplex } from 'node:stream';
import type pg from 'pg';

/** What the protocol of COPY needs of a connection, and the types of `pg` leave out. */
interface Wire extends pg.Connection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

/** Small rows travel together, so that a million of them are no million steps. */
const BATCH_BYTES = 64 * 1024;

/** What `COPY … TO STDOUT` says, as it comes; the server waits while nobody reads on. */
export const copyOut = (client: pg.Client, statement: string): AsyncIterable<Buffer> => client.query(new CopyOut(statement));

/** Feeds `COPY … FROM STDIN`; a fault of the source makes the server forget what it was given. */
export const copyIn = (client: pg.Client, statement: string, chunks: AsyncIterable<Buffer>): Promise<void> => new Promise((resolve, reject) => {
  client.query(new CopyIn(statement, chunks, (fault) => (fault === undefined ? resolve() : reject(fault))));
});

class CopyOut extends Readable {
  readonly #statement: string;
  #wire: Duplex | undefined;
  #batch: Buffer[] = [];
  #bytes = 0;

  constructor(statement: string) {
    super({ highWaterMark: 4 * BATCH_BYTES });
    this.#statement = statement;
  }

  submit(connection: pg.Connection): void {
    this.#wire = connection.stream;
    connection.query(this.#statement);
  }

  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    // The parser uses its memory again, so the bytes are taken at once.
    this.#batch.push(Buffer.from(chunk));
    this.#bytes += chunk.length;
    if (this.#bytes >= BATCH_BYTES && !this.#flush()) this.#wire?.pause();
  }

  handleCommandComplete(): void {
    this.#flush();
  }

  handleReadyForQuery(): void {
    this.push(null);
  }

  handleError(fault: Error): void {
    this.destroy(fault);
  }

  override _read(): void {
    this.#wire?.resume();
  }

  override _destroy(fault: Error | null, done: (fault?: Error | null) => void): void {
    this.#wire?.resume();
    done(fault);
  }

  #flush(): boolean {
    if (this.#bytes === 0 || this.destroyed) return true;
    const [first] = this.#batch;
    // A row with a file in it is tens of megabytes, and goes on as it is.
    const batch = first !== undefined && this.#batch.length === 1 ? first : Buffer.concat(this.#batch);
    this.#batch = [];
    this.#bytes = 0;
    return this.push(batch);
  }
}

class CopyIn {
  readonly #statement: string;
  readonly #chunks: AsyncIterable<Buffer>;
  readonly #done: (fault?: unknown) => void;
  readonly #refused = new AbortController();
  #broken: unknown;

  constructor(statement: string, chunks: AsyncIterable<Buffer>, done: (fault?: unknown) => void) {
    this.#statement = statement;
    this.#chunks = chunks;
    this.#done = done;
  }

  submit(connection: pg.Connection): void {
    connection.query(this.#statement);
  }

  handleCopyInResponse(wire: Wire): void {
    this.#send(wire).catch((fault: unknown) => {
      if (this.#refused.signal.aborted) return;
      this.#broken = fault;
      wire.sendCopyFail('the source broke off');
    });
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#done();
  }

  /** Where our own source broke off, its fault says more than that the server was told so. */
  handleError(fault: Error): void {
    this.#refused.abort();
    this.#done(this.#broken ?? fault);
  }

  async #send(wire: Wire): Promise<void> {
    const { signal } = this.#refused;
    for await (const chunk of this.#chunks) {
      signal.throwIfAborted();
      wire.sendCopyFromChunk(chunk);
      if (wire.stream.writableNeedDrain) await once(wire.stream, 'drain', { signal });
    }
    wire.endCopyFrom();
  }
}
