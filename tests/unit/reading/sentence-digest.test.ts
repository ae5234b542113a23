import { expect, it } from 'vitest';
import { sentenceDigest } from '../../fixtures/sentence-texts.ts';

it('gives a thousand texts the borders and hashes that it gave before: kept copies and annotations hang on them', () => {
  expect(sentenceDigest()).toEqual({
    sentences: 3962,
    digest: '93a5af81fe4416efc3f1ba9da41bb87c74af54612a32218416554b3acbc6df3d',
  });
});
