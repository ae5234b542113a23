import { describe, expect, it, vi } from 'vitest';
import practicesFile from '../../../policy-data/practices.json' with { type: 'json' };
import { driftByPractice, practicesOfChange } from '../../../findings/drift-by-practice.ts';
import { spokenPractices } from '../../../findings/spoken-practices.ts';
import { readPlainText } from '../../../reading/plain-text.ts';
import { studyTexts } from '../../../reading/study-texts.ts';
import type { PracticesFile } from '../../../schemas/policy-data.ts';
import { loadRules } from '../../../shipped/reading-rules.ts';

const { practices } = practicesFile as PracticesFile;
const START = `# Privacy Policy\n\n${'We collect personal information such as your e-mail address when you write to us. '.repeat(4)}\n\n`;
const study = (...texts: string[]) =>
  studyTexts(
    texts.map((text) => readPlainText(text)),
    loadRules,
    () => undefined,
  );
async function changeOf(practice: string, before: string, after: string) {
  const { texts, drift } = await study(START + before, START + after);
  const [one, other] = texts;
  if (one === undefined || other === undefined || drift === null) throw new Error('Not compared');
  const row = driftByPractice(practices, drift, one, other).find((found) => found.practice.id === practice);
  return { row, one, other, drift };
}
const REPLAY = 'We use session replay services that record how you move your mouse.';

describe('a practice in two texts', () => {
  it('is the same where its sentences are, wherever they stand', async () => {
    const { row } = await changeOf('session-recording', `${REPLAY} We keep it.`, `We keep it. ${REPLAY}`);
    expect([row?.change, row?.before, row?.before === row?.after]).toEqual(['same', 'names', true]);
  });

  it('is added or dropped where only one of them speaks of it', async () => {
    expect((await changeOf('session-recording', 'We keep it.', REPLAY)).row).toMatchObject({
      change: 'added',
      before: 'none',
      counts: { new: 1, gone: 0 },
    });
    expect((await changeOf('session-recording', REPLAY, 'We keep it.')).row).toMatchObject({
      change: 'dropped',
      after: 'none',
      counts: { gone: 1 },
    });
  });

  it('is changed where another sentence speaks of it, and concerns both wordings', async () => {
    const { row, one, other, drift } = await changeOf(
      'session-recording',
      REPLAY,
      'We use session replay services that record how you move your mouse and type.',
    );
    expect(row).toMatchObject({ change: 'changed', counts: { reworded: 1 } });
    const concerned = practicesOfChange(one, other);
    const reworded = drift.changes.filter(({ kind }) => kind === 'reworded');
    expect(reworded.map((change) => [...concerned(change)])).toEqual([['session-recording']]);
  });

  it('is in neither, or cannot be told where a text is not whole', async () => {
    const { row: neither } = await changeOf('fingerprinting', 'We keep it.', 'We keep it all.');
    expect(neither?.change).toBe('neither');
    const { row } = await changeOf('session-recording', REPLAY, 'We keep it, and we share your');
    expect(row).toMatchObject({ change: 'unknown', before: 'names', after: 'unknown' });
  });
});

describe('what a text says', () => {
  it('stands by practice, with those of which it is silent', async () => {
    const [text] = (await study(START + REPLAY)).texts;
    if (text === undefined) throw new Error('Not read');
    const { spoken, silent } = spokenPractices(practices, text);
    const replay = spoken.find(({ practice }) => practice.id === 'session-recording');
    expect(replay?.statements.map(({ sentence }) => text.reading.sentences[sentence]?.text)).toEqual([REPLAY]);
    expect(spoken.length + (silent?.length ?? 0)).toBe(practices.length);
  });

  it('is never silence where the text was cut short', async () => {
    const [text] = (await study(`${START + REPLAY} We also share your`)).texts;
    if (text === undefined) throw new Error('Not read');
    expect(spokenPractices(practices, text).silent).toBeNull();
  });
});

describe('work on texts', () => {
  it('tells its steps, and compares no texts of two languages', async () => {
    const steps: string[] = [];
    const german = `# Datenschutz\n\n${'Wir erheben Ihre personenbezogenen Daten, wenn Sie uns schreiben. '.repeat(9)}`;
    const documents = [START, german].map((text) => readPlainText(text));
    const asked = vi.fn<typeof loadRules>(() => Promise.resolve({}));
    const apart = await studyTexts(documents, asked, (step) => steps.push(step));
    expect([apart.drift, apart.texts.map(({ statements }) => statements.length)]).toEqual([null, [0, 0]]);
    expect(steps).toEqual(['reading']);
    expect(asked.mock.calls).toEqual([[['en', 'de']]]);
    await studyTexts(
      [START, START].map((text) => readPlainText(text)),
      asked,
      (step) => steps.push(step),
    );
    expect(steps).toEqual(['reading', 'reading', 'comparing']);
    expect(asked.mock.lastCall).toEqual([['en']]);
  });

  it('fails where the rules do not come', async () => {
    const none = () => Promise.reject(new Error('no file'));
    await expect(studyTexts([readPlainText(START)], none, () => undefined)).rejects.toThrow('no file');
  });
});
