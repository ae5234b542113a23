import { describe, expect, it } from 'vitest';
import {
  hostOf,
  isSamePage,
  popupState,
  type PopupFacts,
  type PopupTab,
} from '../../../components/popup/popup-state.ts';
import type { Report } from '../../../findings/report.ts';
import type { SiteRecognition } from '../../../recognition/site.ts';
import { emptyReport, listed, makeReport, ownPolicy, unlisted } from './report-fixture.ts';
import { makeVisit } from '../../../tools/builders/visits.ts';

const tab: PopupTab = { id: 1, url: 'https://www.bobdylan.com/tour', incognito: false };

function facts(over: Partial<PopupFacts> & { url?: string | null } = {}): PopupFacts {
  const { url, ...rest } = over;
  return {
    tab: url === undefined ? tab : { ...tab, url },
    ledger: { state: 'empty' },
    report: null,
    recognition: null,
    refused: false,
    ...rest,
  };
}

function seen(report: Report, over: Partial<PopupFacts> = {}): PopupFacts {
  return facts({ ledger: { state: 'visit', visit: report.visit }, report, ...over });
}

const as = (status: SiteRecognition['status'], operator: string | null = null): SiteRecognition => ({
  ...unlisted,
  status,
  operator,
});

describe('without a visit', () => {
  it.each([
    ['chrome://settings/', 'browser-page'],
    ['about:addons', 'browser-page'],
    ['edge://extensions', 'browser-page'],
    ['moz-extension://abc/popup.html', 'browser-page'],
    ['view-source:https://www.bobdylan.com/', 'browser-page'],
    ['data:text/html,hello', 'browser-page'],
    ['https://chromewebstore.google.com/detail/x', 'store'],
    ['https://chrome.google.com/webstore/detail/x', 'store'],
    ['https://addons.mozilla.org/en-GB/firefox/', 'store'],
    ['file:///home/a/page.html', 'file'],
    ['https://example.org/leaflet.PDF', 'pdf'],
  ])('%s cannot be read: %s', (url, why) => {
    expect(popupState(facts({ url }))).toEqual({ is: 'unreadable', why });
  });

  it('does not take other pages of the same hosts for the store', () => {
    expect(popupState(facts({ url: 'https://chrome.google.com/', recognition: unlisted })).is).toBe('not-covered');
  });

  it('says that a listed site was not watched yet', () => {
    expect(popupState(facts({ recognition: listed }))).toEqual({
      is: 'not-watched-yet',
      host: 'www.bobdylan.com',
      recognition: listed,
    });
  });

  it.each([
    ['not-covered', 'none'],
    ['by-marks', 'none'],
    ['hinted', 'hinted'],
    ['sister', 'sister'],
    ['lookalike', 'lookalike'],
  ] as const)('an address that is %s is not covered, with the relation %s', (status, relation) => {
    const state = popupState(facts({ url: 'https://www.example.org/', recognition: as(status, 'Somebody Ltd') }));
    expect(state).toEqual({
      is: 'not-covered',
      host: 'www.example.org',
      relation,
      operator: 'Somebody Ltd',
      asOf: null,
    });
  });

  it('does not guess where the browser tells no address', () => {
    expect(popupState(facts({ url: null }))).toEqual({
      is: 'not-covered',
      host: null,
      relation: 'none',
      operator: null,
      asOf: null,
    });
  });

  it('says that the browser refused, after it was asked', () => {
    expect(popupState(facts({ url: 'https://example.org/', recognition: unlisted, refused: true }))).toEqual({
      is: 'unreadable',
      why: 'refused',
    });
  });
});

describe('with a visit', () => {
  it.each<[string, Report, string]>([
    ['a listed site with findings', makeReport(), 'normal'],
    ['a site known by its marks', makeReport({ recognition: { ...listed, status: 'by-marks', site: null } }), 'normal'],
    ['a page that was open before', makeReport({ visit: makeVisit({ late: true }) }), 'counting-since'],
    ['a listed site that did nothing', emptyReport(), 'nothing-yet'],
    ['a site with its own policy', makeReport({ recognition: ownPolicy }), 'own-policy'],
    [
      'a listed site whose policy is not known',
      makeReport({ recognition: { ...listed, policy: 'none' } }),
      'own-policy',
    ],
    ['an unlisted page', makeReport({ recognition: unlisted }), 'looked-nothing'],
    ['a page with weak signs', makeReport({ recognition: as('hinted') }), 'looked-nothing'],
  ])('%s', (_name, report, is) => {
    expect(popupState(seen(report)).is).toBe(is);
  });

  it('a page that could be read is not called unreadable', () => {
    expect(popupState(seen(makeReport(), { tab: { ...tab, url: 'https://www.bobdylan.com/lyrics.pdf' } })).is).toBe(
      'normal',
    );
    expect(popupState(seen(makeReport(), { refused: true })).is).toBe('normal');
  });

  it('one thing of any kind is something seen', () => {
    const full = makeReport();
    for (const part of [
      { findings: full.findings },
      { companies: full.companies, otherCompanies: 5 },
      { items: full.items },
    ]) {
      expect(popupState(seen(emptyReport(part))).is).toBe('normal');
    }
  });
});

describe('with the record of a page that the tab shows no more', () => {
  const page = { root: 'this', document: 'd1' };
  const other = { root: 'another', document: 'd2' };
  const here = makeReport({ visit: makeVisit({ root: 'this' }) });
  const old = makeReport();
  const url = 'https://www.bobdylan.com/tour';

  it.each<[string, Report, PopupTab['page'], string | null, boolean]>([
    ['its own script answers', here, page, url, true],
    ['its own script answers, wherever the address leads', here, page, 'https://www.bbc.com/', true],
    ['its own script answers, and the address is not told', here, page, null, true],
    ['another page answers', here, other, url, false],
    ['nobody answers: it has crashed, or was discarded', here, null, url, false],
    ['nobody answers on another site', here, null, 'https://www.bbc.com/', false],
    ['no answer yet, on the same site', here, undefined, url, true],
    ['no answer yet, on another site', here, undefined, 'https://www.bbc.com/', false],
    ['no answer yet, on a host with the same end', here, undefined, 'https://bobdylan.com/tour', false],
    ['no answer yet, on a page of the browser', here, undefined, 'chrome://newtab/', false],
    ['no answer yet, on a file', here, undefined, 'file:///www.bobdylan.com/tour', false],
    ['no answer yet, and no address is told', here, undefined, null, false],
    ['a record that knows no document, on its host', old, null, url, true],
    ['a record that knows no document, elsewhere', old, null, 'https://www.bbc.com/', false],
  ])('%s', (_name, report, answer, address, isShown) => {
    const shown: PopupTab = { ...tab, url: address, ...(answer === undefined ? {} : { page: answer }) };
    const state = popupState(seen(report, { tab: shown, recognition: listed }));
    expect('report' in state).toBe(isShown);
  });

  it.each([
    ['https://www.bbc.com/', unlisted, { is: 'not-covered', host: 'www.bbc.com' }],
    ['chrome://newtab/', null, { is: 'unreadable', why: 'browser-page' }],
    ['about:blank', null, { is: 'unreadable', why: 'browser-page' }],
    ['https://www.bobdylan.com/', listed, { is: 'not-watched-yet', host: 'www.bobdylan.com' }],
    [null, null, { is: 'not-covered', host: null }],
  ])('%s is told as if there were none', (address, recognition, expected) => {
    const shown: PopupTab = { ...tab, url: address, page: null };
    expect(popupState(seen(here, { tab: shown, recognition }))).toMatchObject(expected);
  });
});

describe('before all else', () => {
  it.each([
    ['a visit', seen(makeReport())],
    ['an error', facts({ ledger: { state: 'error', message: 'x' } })],
    ['a browser page', facts({ url: 'chrome://settings' })],
  ])('a private window shows nothing of %s', (_name, given) => {
    expect(popupState({ ...given, tab: { ...given.tab, incognito: true } })).toEqual({ is: 'private' });
  });

  it('passes on loading and errors', () => {
    expect(popupState(facts({ ledger: { state: 'loading' } }))).toEqual({ is: 'loading' });
    expect(popupState(facts({ ledger: { state: 'error', message: 'broken' } }))).toEqual({
      is: 'error',
      message: 'broken',
    });
  });
});

it.each([
  ['https://www.bobdylan.com:8443/x?y', 'www.bobdylan.com'],
  ['http://a.example', 'a.example'],
  ['chrome://settings', null],
  ['nonsense', null],
  [null, null],
])('hostOf(%s) is %s', (url, host) => {
  expect(hostOf(url)).toBe(host);
});

describe('a site of the list without its permission', () => {
  const withheld = true;

  it('is not called watched, whatever the browser said to a look', () => {
    for (const refused of [false, true])
      expect(popupState(facts({ recognition: listed, withheld, refused }))).toMatchObject({
        is: 'not-permitted',
        host: 'www.bobdylan.com',
      });
  });

  it('keeps the report on what was seen before', () => {
    expect(popupState(seen(makeReport(), { withheld }))).toMatchObject({ is: 'normal' });
  });

  it('comes after what is no page of the list, and after a private window', () => {
    expect(popupState(facts({ recognition: unlisted, withheld })).is).toBe('not-covered');
    expect(popupState(facts({ recognition: listed, withheld, tab: { ...tab, incognito: true } })).is).toBe('private');
  });
});

describe('isSamePage', () => {
  const root = (name: string): Partial<PopupTab> => ({ page: { root: name, document: 'one' } });

  it.each<[string, Partial<PopupTab>, Partial<PopupTab>, boolean]>([
    ['nothing has changed', {}, {}, true],
    ['another place in it', { url: 'https://a.example/x' }, { url: 'https://a.example/x#terms' }, true],
    ['another address', { url: 'https://a.example/x' }, { url: 'https://a.example/y' }, false],
    ['another tab', {}, { id: 2 }, false],
    ['it answers late', {}, root('one'), true],
    ['it has answered, and is slow to answer again', root('one'), {}, true],
    ['it is the one that answers', root('one'), root('one'), true],
    ['it was loaded again', root('one'), root('two'), false],
    ['nobody answers any more', root('one'), { page: null }, false],
    ['nobody has ever answered', { page: null }, { page: null }, true],
    ['nobody was there to answer yet', { page: null }, root('one'), true],
    ['nobody was there to answer, and now it is slow', { page: null }, {}, true],
    ['it has not answered yet, and then nobody is there to', {}, { page: null }, true],
    ['nobody was there to answer at another address', { url: 'https://a.example/x', page: null }, root('one'), false],
    ['no address is told', { url: null }, { url: null }, true],
  ])('%s', (_what, before, now, same) => {
    expect(isSamePage({ ...tab, ...before }, { ...tab, ...now })).toBe(same);
  });
});
