/**
 * In a real Firefox: a thousand texts have the same sentences as in Node, and the same hashes; and the script that reads a page as a
 * policy gives its text. A step of the journey in `firefox.ts`.
 */
import type { Browser } from 'puppeteer-core';
import { LABEL_HOST } from '../../replica/hosts.ts';
import { readPolicy } from '../../reading/read-policy.ts';
import { readRawDocument } from '../../reading/read-raw-document.ts';
import { sentenceDigest } from '../fixtures/sentence-texts.ts';
import { bundledSentences } from './bundled-sentences.ts';
import { must, openOwnPage } from './firefox-browser.ts';

const PAGE = `https://${LABEL_HOST}/policy-text`;

/** Splits the texts in a page, and has another page read. */
export async function sentencesAgree(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  await page.goto(PAGE);
  const digest = (await page.evaluate(await bundledSentences())) as string;
  must(digest === JSON.stringify(sentenceDigest()), `Firefox splits the texts in another way: ${digest}`);

  const desk = await openOwnPage(browser, 'manifest.json');
  const result = await desk.evaluate(async (url) => {
    const { scripting, tabs } = (globalThis as unknown as { browser: typeof chrome }).browser;
    const tabId = (await tabs.query({ url }))[0]?.id ?? -1;
    const [injected] = await scripting.executeScript({ target: { tabId }, files: ['/content-scripts/read.js'] });
    return JSON.stringify(injected?.result ?? null);
  }, PAGE);
  const raw = readRawDocument(JSON.parse(result));
  must(raw !== null, `The page was not read: ${result.slice(0, 300)}`);
  const { state, sentences } = readPolicy(raw);
  must(state.state === 'policy', `The page counts as ${state.state}.`);
  const statements = sentences.map(({ statement }) => statement);
  for (const wanted of [
    'We may share your information: with companies that: print tickets',
    'gull – What for: counts your visits',
    'From the shadow: we keep logs.',
  ])
    must(statements.includes(wanted), `The page's text lacks "${wanted}".`);
  await page.close();
  await desk.close();
  return 'a thousand texts split as in Node, and a page read as a policy';
}
