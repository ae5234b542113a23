// @vitest-environment happy-dom
/** Whatever a page calls its things and whatever a record holds, the popup stands. */
import { fireEvent, render, screen } from '@testing-library/svelte';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { badgeOf } from '../../../findings/badge.ts';
import { createReport } from '../../../findings/report.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { english } from '../english.ts';
import Popup from '../../../components/popup/Popup.svelte';
import { companyId } from '../../../findings/company-groups.ts';
import { popupState } from '../../../components/popup/popup-state.ts';
import { viewAddress } from '../../../components/popup/popup-view.ts';
import { uniqueKeys } from '../../../components/parts/unique-keys.ts';
import type { StoredItemRecord, WriteRecord } from '../../../ledger/visit-entries.ts';
import { shippedCompanies } from '../../../shipped/companies.ts';
import { open, unfoldAll, VIEWS, words } from './popup-fixture.ts';
import { ViewCode } from '../../../components/popup/view-code.svelte.ts';
import { companies, makeReport } from './report-fixture.ts';
import { AT, makeItem, makeVisit } from '../../../tools/builders/visits.ts';

function write(path: string, over: Partial<WriteRecord> = {}): WriteRecord {
  return {
    at: AT,
    lastAt: AT,
    count: 1,
    store: 'local',
    host: 'www.bobdylan.com',
    name: 'basket',
    api: 'setItem',
    writer: 'cdn.example.com',
    path,
    source: 'page',
    ...over,
  };
}

describe('two rows with one text', () => {
  const item: StoredItemRecord = makeItem({ store: 'local', name: 'basket', host: 'www.bobdylan.com' });
  const known = { item, knowledge: null, setByOther: false, setterOwner: null };

  it('two files of one name wrote an item in the same second: two lines', async () => {
    const visit = makeVisit({ writes: [write('/a/main.js'), write('/b/main.js')] });
    open({ report: makeReport({ items: [known], visit }), at: '#kept' });
    await unfoldAll();
    expect(document.querySelectorAll('.writer')).toHaveLength(2);
  });

  it('an item that stands twice is drawn', async () => {
    open({ report: makeReport({ items: [known, known], visit: makeVisit() }), at: '#kept' });
    await unfoldAll();
    expect(words()).toContain('basket');
  });

  it('two limits that say the same are drawn', () => {
    const limit = { at: AT, observer: 'forms', reason: 'too-many', count: 1 } as const;
    const limits = [limit, { ...limit, observer: 'forms ' }, limit];
    open({ report: makeReport({ visit: makeVisit({ limits }) }), at: '#about' });
    expect(words()).toContain('forms: too many to count');
  });

  it('keys are never the same', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'a 2', '"a"', '"a" 2', '')), (texts) => {
        const keys = uniqueKeys(texts, (text) => text).map(({ key }) => key);
        expect(new Set(keys).size).toBe(texts.length);
      }),
    );
  });
});

describe('a part that cannot be drawn', () => {
  function show(report: () => never): void {
    const props = {
      view: { current: { state: 'visit' as const, visit: makeVisit() } },
      tab: { id: 7, url: 'https://www.bobdylan.com/', incognito: false },
      code: new ViewCode(VIEWS),
      version: '0.1.0',
      languageFor: () => english,
      region: null,
      judge: { report, recognise: (host: string) => shippedKnowledge()[0].sites.recognise(host, []) },
      allowed: false,
      actions: {
        followAllSites: () => () => undefined,
        look: () => Promise.resolve(),
        copy: () => Promise.resolve(),
        askForAllSites: () => Promise.resolve(false),
        carried: () => Promise.resolve({ state: 'gone' as const }),
      },
    };
    render(Popup, { props });
  }

  it('gives a sentence, the reason and a way on', async () => {
    const report = vi.fn((): never => {
      throw new Error('each_key_duplicate');
    });
    show(report);
    expect(document.querySelector('[data-state="broken"]')).not.toBeNull();
    expect(words()).toContain('This part could not be shown');
    expect(words()).toContain('each_key_duplicate');
    const before = report.mock.calls.length;
    await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(report.mock.calls.length).toBeGreaterThan(before);
  });

  it('"What was sent" that does not load says so, and can be pressed again', async () => {
    const analytics = companies.find(({ company }) => company.name === 'Google')!;
    const at = viewAddress({ is: 'company', id: companyId(analytics) });
    const carried = vi.fn(() => Promise.reject(new Error('Failed to fetch dynamically imported module')));
    open({ at, carried });
    const button = screen.getByRole('button', { name: 'What was sent' });
    await fireEvent.click(button);
    expect(await screen.findByText(/It could not be read/)).toBeTruthy();
    expect(button.hasAttribute('disabled')).toBe(false);
    await fireEvent.click(button);
    expect(carried).toHaveBeenCalledTimes(2);
  });
});

describe('a number that may be larger', () => {
  const visit = makeVisit({ leftOut: { hosts: 40 } });
  const report = createReport(
    {
      ...visit,
      hosts: [
        {
          ...{ host: 'www.google-analytics.com', count: 2, failed: 0, pixels: 0, insecure: 0, firstAt: AT, lastAt: AT },
          ...{ initiators: ['script'], paths: ['/g/collect'], identifiers: [] },
        },
      ],
    },
    shippedKnowledge(),
    null,
  );

  it('says so in the sentence, in the list, in the letter and on the button', () => {
    open({ report });
    expect(words()).toContain('contacted 1+ other company');
    open({ report, at: '#companies' });
    expect(words()).toContain('More companies were contacted than the record had room for.');
    const title = { title: '{{count}} contacted', none: '', trouble: '' };
    expect(badgeOf(report.visit, shippedCompanies(), title)).toEqual({ text: '1+', title: '1+ contacted' });
  });

  it('is exact where nothing was left out', () => {
    const exact = { ...report, visit: { ...report.visit, leftOut: {} } };
    open({ report: exact });
    expect(words()).toContain('contacted 1 other company');
    const title = { title: '{{count}} contacted', none: '', trouble: '' };
    expect(badgeOf(exact.visit, shippedCompanies(), title).text).toBe('1');
  });
});

it('a report of any record gives a state', () => {
  const tab = { id: 1, url: 'https://www.bobdylan.com/', incognito: false };
  const report = createReport(makeVisit(), shippedKnowledge(), null);
  expect(
    popupState({ tab, ledger: { state: 'visit', visit: report.visit }, report, recognition: null, refused: false }).is,
  ).toBeTruthy();
});
