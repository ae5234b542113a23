/** Firefox: a policy is read in its page, with its folded sections and its frame, and a quote in it is marked and unmarked. */
import type { Browser, Page } from 'puppeteer-core';
import { LABEL_HOST } from '../../replica/hosts.ts';
import type { MarkReply } from '../../observers/policy-text/policy-text-messages.ts';
import type { RawDocument } from '../../reading/raw-document.ts';
import { readPolicy } from '../../reading/read-policy.ts';
import { readRawDocument } from '../../reading/read-raw-document.ts';
import { must } from './firefox-browser.ts';

const QUOTE = 'Hotjar records mouse movements on our pages so that we can replay visits.';

/** The tab in front of which the page stands, asked of the browser from a page of the extension. */
const tabWith = (desk: Page, address: string): Promise<number> =>
  desk.evaluate(async (url) => {
    const { tabs } = (globalThis as unknown as { browser: typeof chrome }).browser;
    return (await tabs.query({ url }))[0]?.id ?? -1;
  }, address);

async function readIn(desk: Page, tabId: number): Promise<RawDocument> {
  const result = await desk.evaluate(async (id) => {
    const { scripting } = (globalThis as unknown as { browser: typeof chrome }).browser;
    const [injected] = await scripting.executeScript({ target: { tabId: id }, files: ['/content-scripts/read.js'] });
    return injected?.result;
  }, tabId);
  const raw = readRawDocument(result);
  if (raw === null) throw new Error('The page was not read.');
  return raw;
}

const send = (desk: Page, tabId: number, message: object): Promise<MarkReply | undefined> =>
  desk.evaluate(
    async (id, said) => {
      const { tabs } = (globalThis as unknown as { browser: typeof chrome }).browser;
      return tabs.sendMessage<unknown, MarkReply | undefined>(id, said);
    },
    tabId,
    message,
  );

const marked = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(CSS.highlights.get('liner-notes-quote') ?? [])].map(String));

/** Reads the replica's policies in a form that unfolds and in one that stands in a frame, and marks a quote of the first. */
export async function reading(
  browser: Browser,
  openOwnPage: (browser: Browser, path: string) => Promise<Page>,
): Promise<string> {
  const desk = await openOwnPage(browser, 'options.html');
  const page = await browser.newPage();
  const hashes: string[][] = [];
  for (const name of ['own-frame', 'accordion']) {
    const address = `https://${LABEL_HOST}/texts/${name}`;
    await page.goto(address);
    const { state, sentences } = readPolicy(await readIn(desk, await tabWith(desk, address)));
    must(state.state === 'policy', `The policy in the form “${name}” is read as “${state.state}”.`);
    must(
      sentences.some(({ text }) => text === QUOTE),
      `A sentence of the policy in the form “${name}” is not read.`,
    );
    hashes.push(sentences.filter(({ kind }) => kind !== 'heading').map(({ hash }) => hash));
  }
  const [framed = [], folded = []] = hashes;
  must(
    folded.length > 10 && folded.every((hash) => framed.includes(hash)),
    'The same sentences have other hashes in another form.',
  );

  // Folded by the page's own script it stays so; what stands open is marked, and the mark goes again.
  const tab = await tabWith(desk, `https://${LABEL_HOST}/texts/accordion`);
  const quote = 'We collect your name and your email address when you join our mailing list.';
  const first = await send(desk, tab, { type: 'mark-quote', quote, before: 0 });
  must(first?.result === 'marked', `A quote is not marked: ${String(first?.result)}.`);
  must((await marked(page)).join() === quote, 'Another text than the quote is marked.');
  const absent = await send(desk, tab, { type: 'mark-quote', quote: 'We sell the moon.', before: 0 });
  must(absent?.result === 'not-found', 'A quote that is not there is said to be marked.');
  await send(desk, tab, { type: 'unmark-quote' });
  must((await marked(page)).length === 0, 'The mark stays.');
  await page.close();
  await desk.close();
  return `a policy is read in a frame and folded, with the same ${String(folded.length)} sentences; a quote is marked and unmarked`;
}
