import { describe, expect, it } from 'vitest';
import practicesFile from '../../../policy-data/practices.json' with { type: 'json' };
import { practicesInText, timesBefore } from '../../../findings/practices-of-text.ts';
import { readPlainText } from '../../../reading/plain-text.ts';
import type { PracticesFile } from '../../../schemas/policy-data.ts';
import { readShipped } from '../study-shipped.ts';

const { practices } = practicesFile as PracticesFile;
const START = `# Privacy Policy\n\n${'We collect personal information such as your e-mail address when you write to us. '.repeat(4)}\n\n`;
const REPLAY = 'We use session replay services that record how you move your mouse.';

const textOf = (words: string) => readShipped(readPlainText(START + words));
const namesOf = async (words: string, seen: readonly string[]) =>
  practicesInText(await textOf(words), practices, seen).map(({ practice, isSeen }) => [practice.id, isSeen] as const);

describe('the practices of a text, beside a page', () => {
  it('begin with those that were seen, in their order, each with its sentences', async () => {
    const words = `We use web analytics services. ${REPLAY} ${REPLAY.replace('mouse', 'finger')}`;
    const [first, second, ...others] = await namesOf(words, ['session-recording', 'web-analytics']);
    expect([first, second]).toEqual([
      ['session-recording', true],
      ['web-analytics', true],
    ]);
    expect(others.filter(([, isSeen]) => isSeen)).toEqual([]);
    const [replay] = practicesInText(await textOf(words), practices, ['session-recording']);
    expect(replay?.sentences.map(({ text }) => text)).toEqual([REPLAY, REPLAY.replace('mouse', 'finger')]);
  });

  it('hold none of which a sentence only denies that it is done', async () => {
    expect(await namesOf('We do not use session replay.', ['session-recording'])).not.toContainEqual([
      'session-recording',
      true,
    ]);
  });

  it('find the right one of two sentences that are alike', async () => {
    const { reading } = await textOf(`${REPLAY} We keep it. ${REPLAY}`);
    const alike = reading.sentences.filter(({ text }) => text === REPLAY);
    expect(alike.map((sentence) => timesBefore(reading, sentence))).toEqual([0, 1]);
  });
});
