/** The script that reads a page as a policy: what it takes, what it leaves out, and how a quote is found again. */
import type { Page } from '@playwright/test';
import type { RawDocument } from '../../reading/raw-document.ts';
import { readPolicy } from '../../reading/read-policy.ts';
import type { MarkReply } from '../../observers/policy-text/policy-text-messages.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import { artist, expect, test } from './fixtures.ts';

async function tabOf(extension: ExtensionBrowser, page: Page): Promise<number> {
  const tab = await extension.desk.evaluate(async (url) => (await chrome.tabs.query({ url }))[0]?.id, page.url());
  if (tab === undefined) throw new Error(`There is no tab with ${page.url()}.`);
  return tab;
}

async function readIn(extension: ExtensionBrowser, tabId: number): Promise<RawDocument> {
  const result = await extension.desk.evaluate(
    async (id) =>
      (await chrome.scripting.executeScript({ target: { tabId: id }, files: ['/content-scripts/read.js'] }))[0]?.result,
    tabId,
  );
  return result as RawDocument;
}

const mark = (extension: ExtensionBrowser, tabId: number, quote: string, before = 0): Promise<MarkReply> =>
  extension.desk.evaluate(async ([id, message]) => chrome.tabs.sendMessage<unknown, MarkReply>(id, message), [
    tabId,
    { type: 'mark-quote', quote, before },
  ] as const);

test('takes the text as a person sees it', async ({ extension, page }) => {
  await page.goto(artist('/policy-text'));
  const raw = await readIn(extension, await tabOf(extension, page));
  const { document, sentences, state, date, questions } = readPolicy(raw);

  expect(document.text).toBe(
    [
      'Privacy Policy',
      'Last updated: May 2, 2020',
      'We collect personal information when you write to us, e.g. your name. We use cookies to count visits.\nWe do not sell them.',
      'Sharing',
      'We may share your information:',
      'with our label\nwith companies that:\nsend e-mail for us\nprint tickets\nas the law asks',
      'Cookies by name',
      'Name\nWhat for\ntide\nremembers your choice\ngull\ncounts your visits',
      'Children',
      'We ask no child under 13 for personal data.',
      'Your rights',
      'You may ask us to delete what we hold.',
      'Shown to all.',
      'A form whose fields are called like members.',
      'The frame says: we keep your data for two years.',
      'From the shadow: we keep logs.',
      'Questions? Write to harbour@band.example.',
    ].join('\n\n'),
  );
  const statementOf = (text: string) => sentences.find((sentence) => sentence.text === text)?.statement;
  expect(statementOf('print tickets')).toBe('We may share your information: with companies that: print tickets');
  expect(statementOf('as the law asks')).toBe('We may share your information: as the law asks');
  expect(statementOf('counts your visits')).toBe('gull – What for: counts your visits');
  const folded = document.blocks
    .filter(({ isFolded }) => isFolded)
    .map(({ start, end }) => document.text.slice(start, end));
  expect(folded).toEqual(['We ask no child under 13 for personal data.', 'You may ask us to delete what we hold.']);
  expect(document.blocks.flatMap(({ links }) => links)).toContainEqual({
    text: 'cookies',
    address: artist('/cookies'),
  });
  expect(raw.publisher).toBe('Harbour Band Records');
  expect([state, date, questions]).toEqual([
    { state: 'policy' },
    { kind: 'found', iso: '2020-05-02', of: 'changed', sentence: 1 },
    ['harbour@band.example'],
  ]);
});

test('finds a quote again, marks it, and takes the mark away', async ({ extension, page }) => {
  await page.setViewportSize({ width: 900, height: 300 });
  await page.goto(artist('/policy-text'));
  const tab = await tabOf(extension, page);
  await readIn(extension, tab);
  const before = await page.content();
  const marked = () => page.evaluate(() => [...(CSS.highlights.get('liner-notes-quote') ?? [])].map(String));

  expect(await mark(extension, tab, 'We collect personal information when you write to us, e.g. your name.')).toEqual({
    result: 'marked',
  });
  expect((await marked())[0]?.replace(/\s+/g, ' ')).toBe(
    'We collect personal information when you write to us, e.g. your name.',
  );
  // In a closed section that the browser itself can open.
  expect(await mark(extension, tab, 'We ask no child under 13 for personal data.')).toEqual({ result: 'marked' });
  await expect(page.getByText('We ask no child under 13')).toBeInViewport();
  // In one of the page's own, which stays as it is.
  expect(await mark(extension, tab, 'You may ask us to delete what we hold.')).toEqual({ result: 'folded' });
  expect(await mark(extension, tab, 'We sell everything.')).toEqual({ result: 'not-found' });
  await mark(extension, tab, 'gull');
  await extension.desk.evaluate(async (id) => {
    await chrome.tabs.sendMessage(id, { type: 'unmark-quote' });
  }, tab);
  expect(await marked()).toEqual([]);
  expect(await page.content()).toBe(before);
});

test('stays within its limits in a page without an end, and says so', async ({ extension, page }) => {
  await page.goto(artist('/policy-huge'));
  const raw = await readIn(extension, await tabOf(extension, page));
  expect(raw.cutBy).toBe('blocks');
  expect(raw.blocks.length).toBe(20_000);
  expect(readPolicy(raw).state).toEqual({ state: 'cut-short', by: 'limit' });
});
