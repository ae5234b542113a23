// @vitest-environment happy-dom
/** What does a person read after pressing "What was sent"? */
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { clippedValue } from '../../../words/carried-words.ts';
import { companyId } from '../../../findings/company-groups.ts';
import { viewAddress } from '../../../components/popup/popup-view.ts';
import type { CarriedAnswer, CarriedRequest } from '../../../recognition/carried-request.ts';
import { open, unfoldAll, words, wordsOf, type Setting } from './popup-fixture.ts';
import { companies, makeReport, ownPolicy } from './report-fixture.ts';

const analytics = companies.find(({ company }) => company.name === 'Google')!;
const at = viewAddress({ is: 'company', id: companyId(analytics) });
const sent = (url: string, over: Partial<CarriedRequest> = {}): CarriedRequest => ({
  ...{ url, method: null, body: null, bodyUnread: false, at: 1_000 },
  ...over,
});
const found = (...requests: CarriedRequest[]): CarriedAnswer => ({ state: 'found', requests, left: 0, full: false });
const COLLECT =
  'https://www.google-analytics.com/g/collect?cid=12345.678&en=page_view&dl=https%3A%2F%2Fwww.bobdylan.com%2Ftour';

/** Opens the company, presses, and waits for what is shown. */
async function look(answer: CarriedAnswer, over: Setting = {}): Promise<HTMLElement> {
  open({ at, carried: () => Promise.resolve(answer), ...over });
  await fireEvent.click(screen.getByRole('button', { name: 'What was sent' }));
  return waitFor(() => {
    const section = document.querySelector<HTMLElement>(`[data-carried="${answer.state}"]`);
    expect(section?.querySelector('.says')).toBeTruthy();
    return section!;
  });
}

describe('before the press', () => {
  it('nothing is asked', () => {
    const carried = vi.fn(() => Promise.resolve(found()));
    open({ at, carried });
    expect(carried).not.toHaveBeenCalled();
    expect(document.querySelector('[data-carried="closed"]')).not.toBeNull();
    expect(words()).toContain('shown here and kept nowhere');
  });
});

describe('what was sent', () => {
  it('is told in words, with its name, its value and the sentence of the policy', async () => {
    const section = await look(found(sent(COLLECT)));
    await unfoldAll();
    const told = wordsOf(section);
    for (const part of [
      'Identifier of your browser tells you apart 12345.678 cid',
      'Address of the page https://www.bobdylan.com/tour dl',
      'What happened page_view en',
      'The policy of 31 Dec 2011 names this',
      'The policy of 31 Dec 2011 speaks of this in general words',
      'Sentence on: Address of the page',
    ]) {
      expect(told).toContain(part);
    }
    expect(section.querySelector('[data-speaks="names"] blockquote')?.textContent).toContain('pages viewed');
  });

  it('is gone when it is hidden', async () => {
    await look(found(sent(COLLECT)));
    await fireEvent.click(screen.getByRole('button', { name: 'Hide it' }));
    expect(words()).not.toContain('12345.678');
  });

  it('stands as it is where we have no reader', async () => {
    const section = await look(found(sent('https://unknown.example/x?who=me', { bodyUnread: true })));
    await unfoldAll();
    expect(wordsOf(section)).toContain('We have no reader for this company’s requests. These are the names');
    expect(wordsOf(section)).toContain('who me');
    expect(wordsOf(section)).toContain('may have carried more, which we cannot read');
  });

  it('is not compared where the site has a policy of its own', async () => {
    const section = await look(found(sent(COLLECT)), { report: makeReport({ recognition: ownPolicy }) });
    await unfoldAll();
    expect(section.querySelector('blockquote')).toBeNull();
    expect(wordsOf(section)).not.toContain('policy of 31 Dec 2011');
    expect(wordsOf(section)).toContain('In words');
  });

  it('never becomes markup, and is clipped', async () => {
    const evil = `<img src=x onerror=alert(1)>${'x'.repeat(400)}`;
    const section = await look(
      found(sent(`https://www.google-analytics.com/g/collect?dt=${encodeURIComponent(evil)}`)),
    );
    expect(section.querySelector('img')).toBeNull();
    expect(wordsOf(section)).toContain('<img src=x');
    expect(wordsOf(section)).toContain('…');
    expect(clippedValue('a\u202Eb\nc')).toBe('a b c');
  });

  it.each<[CarriedAnswer, string]>([
    [{ state: 'none', full: false }, 'holds none to this company any more'],
    [{ state: 'none', full: true }, 'keeps the first 250 requests'],
    [{ state: 'gone' }, 'The tab shows another page now'],
    [{ state: 'refused' }, 'does not let Liner Notes look into this page any more'],
    [
      { ...found(sent(COLLECT)), left: 3, full: true } as CarriedAnswer,
      '3 older ones are not shown. The browser keeps the first 250',
    ],
    [found(sent('https://www.google-analytics.com/g/collect?zz=1')), 'We know none of the names'],
  ])('%j: says so', async (answer, sentence) => {
    expect(wordsOf(await look(answer))).toContain(sentence);
  });
});
