/** What the reader makes of a policy in each form that a page gives it, in the browser: what is right was written first. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { LANGUAGES_WITH_RULES } from '../../reading/languages-with-rules.ts';
import type { PolicyReading, ReadState } from '../../reading/policy-reading.ts';
import type { RawDocument } from '../../reading/raw-document.ts';
import { MAX_BLOCKS, MAX_CHARACTERS } from '../../reading/read-document.ts';
import { readPolicy } from '../../reading/read-policy.ts';
import { readRawDocument } from '../../reading/read-raw-document.ts';
import { createStatementFinder } from '../../reading/statements.ts';
import type { ReadingRulesFile } from '../../schemas/reading-rules.ts';
import { COMPANY_HOST, OWN_POLICY_HOST } from '../../replica/hosts.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { artist, expect, test } from './fixtures.ts';

/** The script's own answer, through the check that the popup puts it through. */
async function rawIn(extension: ExtensionBrowser, page: Page): Promise<RawDocument> {
  const result = await extension.desk.evaluate(
    async (id) =>
      (await chrome.scripting.executeScript({ target: { tabId: id }, files: ['/content-scripts/read.js'] }))[0]?.result,
    await extension.tabOf(page),
  );
  const raw = readRawDocument(result);
  if (raw === null) throw new Error('The page was not read.');
  return raw;
}

function practicesIn(reading: PolicyReading): string[] {
  if (!LANGUAGES_WITH_RULES.includes(reading.language)) return [];
  const file = join(import.meta.dirname, `../../policy-data/reading/${reading.language}.json`);
  const rules = JSON.parse(readFileSync(file, 'utf8')) as ReadingRulesFile;
  const found = createStatementFinder(rules)
    .find(reading)
    .flatMap((one) => (one.about === 'practice' && one.speaks !== 'unclear' ? [one.practice] : []));
  return [...new Set(found)].sort();
}

/** What the policy of `replica/pages/policy-pages.ts` speaks of. */
const SPOKEN_OF = [
  ...['demographics', 'first-party-cookies', 'form-to-another-company', 'name-and-address', 'newsletter-email'],
  ...['outbound-links', 'policy-and-choice-links', 'session-recording', 'visit-data-sent-to-company', 'web-analytics'],
];
/** In German the same without what it does not say. */
const IN_GERMAN = SPOKEN_OF.filter((practice) => !['demographics', 'form-to-another-company'].includes(practice));

interface Right {
  readonly state: ReadState;
  readonly language: string;
  readonly date: string | null;
  readonly practices: readonly string[];
}

const POLICY: Right = { state: { state: 'policy' }, language: 'en', date: null, practices: SPOKEN_OF };
const DATED = { ...POLICY, date: '2026-03-02' };

const RIGHT: readonly (readonly [address: string, Right])[] = [
  [artist('/texts/dated'), DATED],
  [artist('/texts/undated'), POLICY],
  [artist('/texts/badly-formed'), POLICY],
  [artist('/texts/table'), { ...POLICY, practices: [...SPOKEN_OF, 'payment'].sort() }],
  [artist('/texts/accordion'), POLICY],
  [artist('/texts/own-frame'), DATED],
  [`https://${COMPANY_HOST}/privacy-policy/`, DATED],
  [`https://${OWN_POLICY_HOST}/Datenschutz/`, { ...DATED, language: 'de', practices: IN_GERMAN }],
  [artist('/texts/japanese'), { ...POLICY, state: { state: 'language-without-rules' }, language: 'ja', practices: [] }],
  [
    artist('/texts/cut'),
    {
      ...POLICY,
      state: { state: 'cut-short', by: 'unfinished' },
      practices: SPOKEN_OF.filter(
        (one) => !['demographics', 'outbound-links', 'policy-and-choice-links', 'session-recording'].includes(one),
      ),
    },
  ],
  [artist('/texts/tour'), { ...POLICY, state: { state: 'not-a-policy' }, practices: [] }],
];

test('reads a policy in every form, and says of the rest why it may not be judged', async ({ extension, page }) => {
  for (const [address, right] of RIGHT) {
    await test.step(address, async () => {
      await page.goto(address);
      const reading = readPolicy(await rawIn(extension, page));
      const { state, language, date } = reading;
      const practices = practicesIn(reading);
      expect
        .soft({ state, language, date: date.kind === 'found' ? date.iso : null, practices }, address)
        .toEqual(right);
    });
  }

  // An app of which no script ran has no words; nor has a page whose text stands in another site's frame.
  for (const [name, by] of [
    ['shell', 'no-words'],
    ['other-frame', 'unread-frame'],
  ] as const) {
    await page.goto(artist(`/texts/${name}`));
    const { state } = readPolicy(await rawIn(extension, page));
    expect.soft(state, name).toEqual({ state: 'empty', by });
  }
});

test('gives the same sentences and hashes whatever the form, and another hash only with other words', async ({
  extension,
  page,
}) => {
  const read = async (path: string): Promise<PolicyReading> => {
    await page.goto(artist('/plain'));
    await page.goto(artist(path));
    return readPolicy(await rawIn(extension, page));
  };
  const bodyOf = ({ sentences }: PolicyReading) => sentences.filter(({ kind }) => kind !== 'heading');
  const undated = await read('/texts/undated');
  const hashes = bodyOf(undated).map(({ hash }) => hash);
  for (const path of ['/texts/accordion', '/texts/dated', '/texts/own-frame'])
    expect
      .soft(
        bodyOf(await read(path)).map(({ hash }) => hash),
        path,
      )
      .toEqual(expect.arrayContaining(hashes));
  // Lines of a list that go on in small letters are one sentence where nothing marks them as items.
  const loose = (await read('/texts/badly-formed')).sentences.map(({ hash }) => hash);
  const ofNoList = bodyOf(undated).filter(({ text, leadIn }) => leadIn === null && !text.endsWith(':'));
  expect(loose).toEqual(expect.arrayContaining(ofNoList.map(({ hash }) => hash)));

  // Below its lead-in each item is a full statement, folded or not.
  const folded = await read('/texts/accordion');
  const artists = folded.sentences.find(({ text }) => text === 'with our artists');
  expect(artists?.statement).toBe('We may share your personal information: with our artists');
  expect(artists?.section).toContain('Who receives it');

  const [before, date, more] = [
    await read('/texts/changing'),
    await read('/texts/changing#date'),
    await read('/texts/changing#more'),
  ];
  expect(date.document.address).toBe(before.document.address);
  const known = new Set(before.sentences.map(({ hash }) => hash));
  const fresh = ({ sentences }: PolicyReading) =>
    sentences.flatMap(({ hash, text }) => (known.has(hash) ? [] : [text]));
  expect(fresh(date)).toEqual(['Last updated: April 9, 2026']);
  expect(fresh(more)).toEqual(['Last updated: April 9, 2026', 'We use session replay.']);
});

test('holds against a page that is made to break it', async ({ extension, page }) => {
  await page.goto(artist('/texts/hostile'));
  const raw = await rawIn(extension, page);
  expect(raw.cutBy).not.toBeNull();
  expect(raw.blocks.length).toBeLessThanOrEqual(MAX_BLOCKS);
  const reading = readPolicy(raw);
  expect(reading.state).toEqual({ state: 'cut-short', by: 'limit' });
  expect(reading.document.text.length).toBeLessThanOrEqual(MAX_CHARACTERS + 2 * MAX_BLOCKS);
  // Signs that nobody sees part no words, and what stands deepest is there.
  const texts = new Set(reading.sentences.slice(0, 10).map(({ text }) => text));
  expect(texts).toContain('We collect your email address for our newsletter.');
  expect(texts).toContain('We use cookies on this page.');
  expect(texts).toContain('Deep down we share your data.');
  expect(practicesIn({ ...reading, sentences: reading.sentences.slice(0, 200) })).toEqual(
    expect.arrayContaining(['first-party-cookies', 'newsletter-email']),
  );
});
