import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { evenText, sentenceHash, textHash } from '../../../reading/sentence-hash.ts';

describe('the hash of a sentence', () => {
  it('is what sha256sum gives for the even text', () => {
    const sum = createHash('sha256').update('We may share your data with "partners".').digest('hex');
    expect(sentenceHash('We may share your data with “partners”.')).toBe(sum.slice(0, 16));
  });

  it('is the same for another way to set the same words, and another for another word', () => {
    const one = sentenceHash("We don't share - ever.");
    expect(sentenceHash('  We don’t\u00a0share – ever. ')).toBe(one);
    expect(sentenceHash('We don\u00ad’t share — ever.')).toBe(one);
    expect(sentenceHash("We don't share - never.")).not.toBe(one);
    expect(sentenceHash("we don't share - ever.")).not.toBe(one);
  });

  it('takes half of a pair as every encoder does', () => {
    expect(textHash('a\ud83d')).toBe(createHash('sha256').update('a\ufffd').digest('hex'));
  });

  it('leaves nothing of a text that is spaces alone', () => {
    expect(evenText(' \n\t\u3000\u200b')).toBe('');
  });
});
