import { describe, expect, it } from 'vitest';
import en from '../../../policy-data/reading/en.json' with { type: 'json' };
import practicesFile from '../../../policy-data/practices.json' with { type: 'json' };
import { practicesInText, timesBefore } from '../../../findings/practices-of-text.ts';
import { readPlainText } from '../../../reading/plain-text.ts';
import { readDocument } from '../../../reading/read-document.ts';
import { studyTexts } from '../../../reading/study-texts.ts';
import type { PracticesFile } from '../../../schemas/policy-data.ts';
import type { ReadingRulesFile } from '../../../schemas/reading-rules.ts';

const { practices } = practicesFile as PracticesFile;
const START = `# Privacy Policy\n\n${'We collect personal information such as your e-mail address when you write to us. '.repeat(4)}\n\n`;
const REPLAY = 'We use session replay services that record how you move your mouse.';

function textOf(words: string) {
  const rules = { en: en as ReadingRulesFile };
  const [text] = studyTexts({ texts: [readDocument(readPlainText(START + words))], rules }, () => undefined).texts;
  if (text === undefined) throw new Error('Not read');
  return text;
}
const namesOf = (words: string, seen: readonly string[]) =>
  practicesInText(textOf(words), practices, seen).map(({ practice, isSeen }) => [practice.id, isSeen] as const);

describe('the practices of a text, beside a page', () => {
  it('begin with those that were seen, in their order, each with its sentences', () => {
    const words = `We use web analytics services. ${REPLAY} ${REPLAY.replace('mouse', 'finger')}`;
    const [first, second, ...others] = namesOf(words, ['session-recording', 'web-analytics']);
    expect([first, second]).toEqual([
      ['session-recording', true],
      ['web-analytics', true],
    ]);
    expect(others.filter(([, isSeen]) => isSeen)).toEqual([]);
    const [replay] = practicesInText(textOf(words), practices, ['session-recording']);
    expect(replay?.sentences.map(({ text }) => text)).toEqual([REPLAY, REPLAY.replace('mouse', 'finger')]);
  });

  it('hold none of which a sentence only denies that it is done', () => {
    expect(namesOf('We do not use session replay.', ['session-recording'])).not.toContainEqual([
      'session-recording',
      true,
    ]);
  });

  it('find the right one of two sentences that are alike', () => {
    const { reading } = textOf(`${REPLAY} We keep it. ${REPLAY}`);
    const alike = reading.sentences.filter(({ text }) => text === REPLAY);
    expect(alike.map((sentence) => timesBefore(reading, sentence))).toEqual([0, 1]);
  });
});
