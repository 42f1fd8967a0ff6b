import type { Problem } from '#domain/schemes/format/problem.ts';

/** The text of a file, or that it is not in UTF-8: an older editor writes Chinese in another code. */
export function decodeText(bytes: Uint8Array): string | Problem {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return {
      line: 1, column: 1, path: '',
      words: { zh: '文件不是 UTF-8 编码，请用记事本“另存为”，编码选 UTF-8。', en: 'The file is not in UTF-8. Save it again with the encoding UTF-8.' },
    };
  }
}
