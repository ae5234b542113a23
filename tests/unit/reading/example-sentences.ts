/** An example as the rules' files write it → sentences as the reader gives them. */
import type { Sentence } from '../../../reading/policy-reading.ts';

/** `[Heading] Lead-in: || item`, or `the sentence before >> the sentence`: the last sentence is the one that the example is about. */
export function exampleSentences(example: string): Sentence[] {
  const heading = /^\[([^\]]+)\] /.exec(example);
  const section = heading?.[1] === undefined ? [] : [heading[1]];
  let start = 0;
  return example
    .slice(heading?.[0].length ?? 0)
    .split(' >> ')
    .map((written, at): Sentence => {
      const parts = written.split(' || ');
      const text = parts.at(-1) ?? '';
      const kind = parts.length > 1 ? 'item' : 'paragraph';
      const sentence = { at, start, end: start + text.length, text, block: at, kind, section, leadIn: null } as const;
      start += text.length + 1;
      return { ...sentence, statement: parts.join(' '), hash: '' };
    });
}
