import { isValidElement, type ReactNode } from 'react';

/** The words that a piece of a page shows, so that what is read aloud begins with what is seen; `null` where a component of its own decides. */
export function wordsIn(node: ReactNode): string | null {
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return joined(node.map((it: ReactNode) => wordsIn(it)));
  if (!isValidElement<{ readonly children?: ReactNode }>(node) || typeof node.type === 'function') return null;
  return wordsIn(node.props.children);
}

const joined = (words: readonly (string | null)[]): string | null => (words.includes(null) ? null : words.join(''));
