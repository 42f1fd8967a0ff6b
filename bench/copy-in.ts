import type { Client } from 'pg';

/** What `pg` has of the protocol's COPY without a command for it. */
interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

const CHUNK = 64 * 1024;

/** COPY … FROM STDIN of lines with tabs between their cells and nothing in them that would have to be escaped. */
export function copyIn(client: Client, text: string, lines: Iterable<string>): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query({
      submit: (connection: CopyConnection) => connection.query(text),
      handleCopyInResponse: (connection: CopyConnection) => {
        let chunk = '';
        for (const line of lines) {
          chunk += `${line}\n`;
          if (chunk.length > CHUNK) {
            connection.sendCopyFromChunk(Buffer.from(chunk));
            chunk = '';
          }
        }
        connection.sendCopyFromChunk(Buffer.from(chunk));
        connection.endCopyFrom();
      },
      handleCommandComplete: () => {},
      handleReadyForQuery: () => resolve(),
      handleError: reject,
    } as never);
  });
}
