import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { markQuoteInTab, readPolicyPage, unmarkQuoteInTab } from '../../../background/policy-page.ts';
import type { RawDocument } from '../../../reading/raw-document.ts';

const RAW: RawDocument = {
  ...{ address: 'https://www.a.example/privacy', title: 'Privacy', declaredLanguage: 'en', publisher: 'A' },
  blocks: [{ kind: 'paragraph', level: 0, text: 'We collect.', isBold: false, isFolded: false, links: [] }],
  ...{ cutBy: null, unreadFrames: 0 },
};

/** The browser, whose script in the page gives `result`, and whose page answers `reply`. */
function stubPage(result: unknown, reply: () => Promise<unknown> = () => Promise.resolve({ result: 'marked' })) {
  const executeScript = vi.fn(() => Promise.resolve([{ frameId: 0, result }]));
  const insertCSS = vi.fn(() => Promise.resolve());
  const removeCSS = vi.fn(() => Promise.resolve());
  const sendMessage = vi.fn(reply);
  Object.assign(fakeBrowser.scripting, { executeScript, insertCSS, removeCSS });
  Object.assign(fakeBrowser.tabs, { sendMessage });
  return { executeScript, insertCSS, removeCSS, sendMessage };
}

describe('the page read as a policy', () => {
  it('is what its script gives', async () => {
    const { executeScript } = stubPage(RAW);
    expect(await readPolicyPage(4)).toEqual(RAW);
    expect(executeScript).toHaveBeenCalledWith({ target: { tabId: 4 }, files: ['/content-scripts/read.js'] });
  });

  it.each([
    ['nothing', undefined],
    ['something else', { blocks: 'none' }],
    ['a block of another kind', { ...RAW, blocks: [{ kind: 'advert', level: 0, text: '' }] }],
    ['an endless title', { ...RAW, title: 'a'.repeat(5000) }],
  ])('is an error where that is %s', async (_, result) => {
    stubPage(result);
    await expect(readPolicyPage(4)).rejects.toThrow('The page was not read.');
  });
});

describe('a quote in it', () => {
  it('is marked, with a style of ours', async () => {
    const { sendMessage, insertCSS } = stubPage(RAW);
    expect(await markQuoteInTab(4, 'We collect.', 1)).toBe('marked');
    expect(sendMessage).toHaveBeenCalledWith(
      4,
      { type: 'mark-quote', quote: 'We collect.', before: 1 },
      { frameId: 0 },
    );
    expect(insertCSS).toHaveBeenCalledOnce();
  });

  it('is gone with its page', async () => {
    stubPage(RAW, () => Promise.reject(new Error('Receiving end does not exist.')));
    expect(await markQuoteInTab(4, 'We collect.', 0)).toBe('page-gone');
    stubPage(RAW, () => Promise.resolve(undefined));
    expect(await markQuoteInTab(4, 'We collect.', 0)).toBe('page-gone');
  });

  it('loses its mark and the style, and a page that is gone is no error', async () => {
    const { removeCSS } = stubPage(RAW, () => Promise.reject(new Error('Receiving end does not exist.')));
    await unmarkQuoteInTab(4);
    expect(removeCSS).toHaveBeenCalledOnce();
  });
});
