// @vitest-environment happy-dom
/** What does the view of the page's policy say in each of its states, and what does it ask of who reads? */
import { fireEvent, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PolicyReader, ReadingState, ReadPage } from '../../../components/popup/policy-reader.ts';
import { copyOf } from '../../../reading/kept-copy.ts';
import { readPlainText } from '../../../reading/plain-text.ts';
import { SHIPPED_PRACTICES } from '../../../shipped/held-texts.ts';
import { readShipped } from '../study-shipped.ts';
import { go, IDLE_READER, open, unfoldAll, words, wordsOf } from './popup-fixture.ts';
import { makeReport } from './report-fixture.ts';

const TEXT = `# Privacy Policy\n\nLast updated: May 2, 2020\n\n${'We collect personal information such as your e-mail address when you write to us. '.repeat(5)}\n\n## Services\n\nWe use web beacons. We use session replay services that record how you move your mouse.`;

/** A text as it was read, kept now unless something else is said. */
async function pageOf(text: string, over: Partial<ReadPage> = {}): Promise<ReadPage> {
  const { reading, statements } = await readShipped(readPlainText(text, { address: 'https://www.a.example/privacy' }));
  const copy = copyOf(reading, { id: 'mine', readAt: Date.UTC(2026, 10, 26, 12), organisation: null });
  return { reading, statements, kept: { kind: 'kept', copy, persistence: 'promised' }, change: null, ...over };
}

/** The view, with a reader in that state. */
function show(state: ReadingState, over: Partial<PolicyReader> = {}): HTMLElement {
  open({ at: '#policy', reader: { ...IDLE_READER, practices: SHIPPED_PRACTICES, state, ...over } });
  const view = document.querySelector<HTMLElement>('[data-reading]');
  if (view === null) throw new Error('The view is not there.');
  return view;
}
afterEach(() => {
  document.body.replaceChildren();
});

describe('before a page is read', () => {
  it('it is offered, with what becomes of it', async () => {
    const read = vi.fn(() => Promise.resolve());
    const prepare = vi.fn();
    const view = show({ is: 'none' }, { read, prepare });
    expect(view.dataset.reading).toBe('none');
    expect(wordsOf(view)).toContain('A copy is kept for you. Nothing is sent.');
    const button = screen.getByRole('button', { name: 'Read this policy' });
    await fireEvent.pointerEnter(button);
    expect(prepare).toHaveBeenCalled();
    await fireEvent.click(button);
    expect(read).toHaveBeenCalledOnce();
  });

  it('says that it is under way, and that going back stops it', async () => {
    const stop = vi.fn();
    const view = show({ is: 'reading', step: 'comparing' }, { stop });
    expect(view.querySelector('[data-step="comparing"] progress')).not.toBeNull();
    expect(wordsOf(view)).toContain('Go back to stop it');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Reading the page …' }).disabled).toBe(true);
    expect(screen.getAllByRole('status').map(wordsOf)).toContain('Reading the page …');
    expect(stop).not.toHaveBeenCalled();
    go('#');
    await tick();
    expect(stop).toHaveBeenCalledOnce();
  });

  it.each([
    ['not-let-in', 'The browser did not let Liner Notes into this page.'],
    ['broken', 'Something went wrong while it was read, or the page was left. Nothing was kept.'],
  ] as const)('says why it was not read: %s', (why, said) => {
    const view = show({ is: 'failed', why });
    expect(wordsOf(view)).toContain('The page was not read');
    expect(wordsOf(view)).toContain(said);
    expect(screen.getByRole('button', { name: 'Try again' })).not.toBeNull();
  });
});

describe('a page that was read', () => {
  it('has its date, its language, its copy and the sentences of each practice', async () => {
    const view = show({ is: 'read', page: await pageOf(TEXT) });
    expect(view.dataset.reading).toBe('policy');
    expect(wordsOf(view.querySelector('[data-facts]'))).toMatch(/^Last changed 2 May 2020 · English · \d+ sentences/);
    expect(wordsOf(view.querySelector('[data-kept="promised"]'))).toContain('has promised not to clear it');
    await unfoldAll();
    const replay = view.querySelector('details[data-practice="session-recording"]');
    expect(wordsOf(replay?.querySelector('blockquote'))).toBe(
      'We use session replay services that record how you move your mouse.',
    );
    expect(wordsOf(replay)).toContain('Section “Services”.');
    const links = [...view.querySelectorAll('.links a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/policy.html#mine/drift', '/policy.html#']);
  });

  it.each([
    ['private-window', 'nothing of private windows is'],
    ['empty', 'there was no text to keep'],
    ['too-many', 'you have 200 copies'],
    ['no-room', 'your copies together are as long as may be'],
    ['disk-full', 'the browser has no room left'],
    ['no-database', 'does not let Liner Notes store it'],
  ] as const)('says why no copy is kept (%s), and leads to none', async (why, said) => {
    const view = show({ is: 'read', page: await pageOf(TEXT, { kept: { kind: 'not-kept', why } }) });
    expect(wordsOf(view.querySelector(`[data-kept="${why}"]`))).toContain(said);
    expect(view.querySelector('.links')).toBeNull();
    expect(view.querySelector('details[data-practice]')).not.toBeNull();
  });

  it('says since when the same text is kept', async () => {
    const page = await pageOf(TEXT);
    if (page.kept.kind === 'not-kept') throw new Error('Not kept');
    const view = show({ is: 'read', page: { ...page, kept: { ...page.kept, kind: 'kept-before' } } });
    expect(wordsOf(view)).toContain('You have kept the same text since 26 November 2026.');
  });

  it.each([
    ['a text that is cut short', `${TEXT}\n\nWe also share your`, 'cut-short', 'nothing is said to be missing from it'],
    [
      'no policy',
      `# News\n\n${'The band plays in town tonight and everybody is glad of it. '.repeat(9)}`,
      'not-a-policy',
      'nothing can be said',
    ],
    [
      'a language without rules',
      '個人情報の取り扱いについて、当社は以下のとおり定めます。お客様の情報を収集します。'.repeat(9),
      'language-without-rules',
      'nothing can be said',
    ],
    ['hardly any text', '# Privacy', 'empty', 'nothing can be said'],
  ])('is called %s where it is, and is never silent of a practice', async (_name, text, state, said) => {
    const view = show({ is: 'read', page: await pageOf(text) });
    expect(view.dataset.reading).toBe(state);
    expect(wordsOf(view)).toContain(said);
    expect(wordsOf(view)).not.toContain('The rules found no sentence');
  });

  it('that is a policy and speaks of nothing says so', async () => {
    const page = await pageOf(TEXT);
    const view = show({ is: 'read', page: { ...page, statements: [] } });
    expect(wordsOf(view)).toContain('The rules found no sentence');
  });

  it('that has changed says how, and counts as told once it stands there', async () => {
    const told = vi.fn(() => Promise.resolve());
    const change = {
      ...{ copy: 'before', hash: 'f'.repeat(64), since: Date.UTC(2026, 9, 1, 12) },
      counts: { same: 9, moved: 0, reworded: 1, gone: 2, new: 3 },
      examples: [
        { before: 'We keep it.', after: 'We keep it all.' },
        { before: null, after: 'We sell.' },
      ],
    };
    const page = await pageOf(TEXT, { change });
    const view = show({ is: 'read', page }, { told });
    await tick();
    expect(told).toHaveBeenCalledExactlyOnceWith(change);
    const section = view.querySelector('[data-change]');
    expect(wordsOf(section)).toContain('Sentences reworded: 1. Gone: 2. New: 3.');
    await unfoldAll();
    expect(wordsOf(section?.querySelector('del'))).toBe('We keep it.');
    expect([...(section?.querySelectorAll('ins') ?? [])].map(wordsOf)).toEqual(['We keep it all.', 'We sell.']);
  });
});

describe('a sentence of it', () => {
  it.each([
    ['marked', 'Marked in the page.'],
    ['folded', 'open that first'],
    ['not-found', 'no longer stand in the page'],
    ['page-gone', 'Read it again'],
  ] as const)('is shown in the page, and what came of it is said: %s', async (outcome, said) => {
    const mark = vi.fn(() => Promise.resolve(outcome));
    const view = show({ is: 'read', page: await pageOf(TEXT) }, { mark });
    await unfoldAll();
    const sentence = view.querySelector('details[data-practice="session-recording"] [data-sentence]');
    const button = sentence?.querySelector('[data-show]');
    if (button == null) throw new Error('no button');
    await fireEvent.click(button);
    await tick();
    expect(mark).toHaveBeenCalledWith('We use session replay services that record how you move your mouse.', 0);
    expect(wordsOf(sentence?.querySelector(`[data-outcome="${outcome}"]`))).toContain(said);
  });
});

describe('the button of the first screen', () => {
  const AT_POLICY = { ...makeReport().visit.address, path: '/privacy-policy/' };
  it('offers to read, goes to the view at the press, and leads there once it is read', async () => {
    const read = vi.fn(() => Promise.resolve());
    const report = makeReport({ visit: { ...makeReport().visit, address: AT_POLICY } });
    const tab = { url: `https://${AT_POLICY.host}${AT_POLICY.path}` };
    const { unmount } = open({ report, tab, reader: { ...IDLE_READER, read } });
    await fireEvent.click(screen.getByRole('button', { name: 'Read this policy' }));
    expect(read).toHaveBeenCalledOnce();
    expect(location.hash).toBe('#policy');
    unmount();
    open({ report, tab, reader: { ...IDLE_READER, state: { is: 'read', page: await pageOf(TEXT) } } });
    expect(document.querySelector('[data-read="done"]')?.getAttribute('href')).toBe('#policy');
    expect(words()).not.toContain('Read this policy');
  });
});
