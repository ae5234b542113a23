import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createBadge } from '../../../background/badge.ts';
import { readPopupAddress } from '../../../background/popup-address.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../ledger/settings.ts';
import { openVisit } from '../../../ledger/visit.ts';
import { shippedCompanies } from '../../../shipped/companies.ts';
import { NOON, page, request } from '../../../tools/builders/observations.ts';

let texts: (readonly [tab: number, text: string])[];
let popups: (readonly [tab: number, address: string])[];
let settings: Settings;
/** How many of the next settings of the text the browser refuses. */
let refusals: number;

beforeEach(() => {
  texts = [];
  popups = [];
  settings = DEFAULT_SETTINGS;
  refusals = 0;
  vi.spyOn(browser, 'action', 'get').mockReturnValue({
    setBadgeText: ({ tabId, text }: { tabId: number; text: string }) => {
      texts.push([tabId, text]);
      refusals -= 1;
      return refusals >= 0 ? Promise.reject(new Error('No tab with that id')) : Promise.resolve();
    },
    setTitle: () => Promise.resolve(),
    setPopup: ({ tabId, popup }: { tabId: number; popup: string }) => {
      popups.push([tabId, popup]);
      return Promise.resolve();
    },
  } as never);
});

const makeBadge = () => createBadge(() => Promise.resolve(settings), shippedCompanies);
const visitOf = (document: string, ...hosts: string[]) =>
  foldObservations(
    openVisit(document, NOON, page()),
    hosts.map((host) => request(host)),
  );

describe('the badge', () => {
  it('is set anew only where it changes', async () => {
    const badge = makeBadge();
    const visit = visitOf('d1', 'www.google-analytics.com');
    await badge.show(1, visit);
    await badge.show(1, foldObservations(visit, [request('www.google-analytics.com')]));
    expect(texts).toEqual([[1, '1']]);
    await badge.show(1, visitOf('d1', 'www.google-analytics.com', 'bat.bing.com'));
    await badge.show(2, visit);
    expect(texts.slice(1)).toEqual([
      [1, '2'],
      [2, '1'],
    ]);
  });

  it('is set for each document, which takes along what the one before showed', async () => {
    const badge = makeBadge();
    for (const document of ['d1', 'd2']) await badge.show(1, visitOf(document, 'bat.bing.com'));
    await badge.show(1, null);
    await badge.show(1, visitOf('d2', 'bat.bing.com'));
    expect(texts.map(([, text]) => text)).toEqual(['1', '1', '', '1']);
  });

  it('names the tab, the host and its own words in the address of its popup, anew where one of them changes', async () => {
    const badge = makeBadge();
    const one = visitOf('d1', 'bat.bing.com');
    await badge.show(1, one);
    await badge.show(1, foldObservations(one, [request('bat.bing.com')]));
    await badge.show(1, visitOf('d1', 'bat.bing.com', 'www.google-analytics.com'));
    await badge.show(2, visitOf('d2'));
    await badge.show(1, visitOf('d3'));
    const { host } = page().address;
    expect(popups.map(([, address]) => readPopupAddress(address.slice(address.indexOf('?'))))).toEqual([
      { tab: 1, host, words: 'other companies contacted on this page: 1' },
      { tab: 1, host, words: 'other companies contacted on this page: 2' },
      { tab: 2, host, words: 'no other company contacted on this page' },
      { tab: 1, host, words: 'no other company contacted on this page' },
    ]);
  });

  it('has no words in that address where the person wants no number', async () => {
    settings = { ...DEFAULT_SETTINGS, badge: false };
    await makeBadge().show(1, visitOf('d1', 'bat.bing.com'));
    expect(popups.map(([, address]) => readPopupAddress(address.slice(address.indexOf('?')))?.words)).toEqual([null]);
  });

  it('is set again where the browser refused it, and not while it is being set', async () => {
    const badge = makeBadge();
    const visit = visitOf('d1', 'bat.bing.com');
    refusals = 1;
    await badge.show(1, visit);
    await Promise.all([badge.show(1, visit), badge.show(1, visit)]);
    expect(texts).toEqual([
      [1, '1'],
      [1, '1'],
    ]);
  });

  it('comes back after a trouble, and goes when the person wants none', async () => {
    const badge = makeBadge();
    const visit = visitOf('d1', 'bat.bing.com');
    await badge.show(1, visit);
    await badge.showTrouble(1);
    await badge.show(1, visit);
    settings = { ...DEFAULT_SETTINGS, badge: false };
    await badge.show(1, visit);
    expect(texts.map(([, text]) => text)).toEqual(['1', '!', '1', '']);
  });
});

describe('while a recording runs', () => {
  it('says so on every tab, also where the person wants no number, and shows the number again after it', async () => {
    const badge = makeBadge();
    settings = { ...DEFAULT_SETTINGS, badge: false };
    badge.setRecording(true);
    await badge.showRecording();
    await badge.show(1, visitOf('d1', 'bat.bing.com'));
    settings = DEFAULT_SETTINGS;
    badge.setRecording(false);
    await badge.showRecording();
    await badge.show(1, visitOf('d1', 'bat.bing.com'));
    expect(texts).toEqual([
      [undefined, 'REC'],
      [1, 'REC'],
      [undefined, ''],
      [1, '1'],
    ]);
  });
});
