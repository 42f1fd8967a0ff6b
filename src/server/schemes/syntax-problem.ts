import type { YAMLError } from 'yaml';
import type { Words } from '#domain/words/words.ts';

/** Whether the text can no longer be trusted to mean what it seems to: what follows would be guesses. */
export const isBroken = (error: YAMLError): boolean => error.code !== 'DUPLICATE_KEY';

/** What is wrong with the writing itself, in the words of somebody who has never heard of YAML. */
export const syntaxWords = (error: YAMLError): Words => wordsByCode[error.code] ?? {
  zh: `写法有误：${error.message}`, en: `This is not valid YAML: ${error.message}`,
};

const noQuote: Words = { zh: '引号或括号没有配对。', en: 'A quote or bracket is not closed.' };
const strangeSign: Words = {
  zh: '这里的符号不对。文字里有特殊符号的，请用单引号括起来。', en: 'This sign is not expected here. Put a text with special signs into single quotes.',
};

const wordsByCode: Readonly<Record<string, Words>> = {
  DUPLICATE_KEY: { zh: '同一个词写了两次，请只留一个。', en: 'The same word stands twice here. Keep one.' },
  TAB_AS_INDENT: { zh: '缩进请用空格，不要用制表符（Tab）。', en: 'Indent with spaces, not with tabs.' },
  BAD_INDENT: { zh: '缩进不齐：同一级的各行应左对齐。', en: 'The indentation is off: lines of one level begin in the same column.' },
  MULTIPLE_DOCS: { zh: '一个文件只能写一份，请去掉“---”以后的内容。', en: 'One file holds one document. Remove what follows “---”.' },
  MULTILINE_IMPLICIT_KEY: {
    zh: '词后应是英文冒号加一个空格，如“version: 1”；不要用中文冒号“：”。', en: 'After a word stands a colon and a space, as in “version: 1”, and not the Chinese colon “：”.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    zh: '一行只能有一个“词: 内容”。文字里有冒号的，请用单引号括起来；上一行缩进不齐也会这样。',
    en: 'A line holds one “word: content”. Put a text with a colon into single quotes; wrong indentation of the line before does this, too.',
  },
  MISSING_CHAR: noQuote,
  UNEXPECTED_TOKEN: strangeSign,
  BAD_SCALAR_START: strangeSign,
};
