// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LinkObservation } from '../../../ledger/observation.ts';
import { observeLinks } from '../../../observers/page/links.ts';
import { watchPage, type WatchedPage } from './watched-page.ts';
import { fill, goTo, idleAtOnce, must } from './test-document.ts';

let page: WatchedPage;

beforeEach(() => {
  goTo('https://www.artist.example/tour/');
  vi.stubGlobal('requestIdleCallback', idleAtOnce);
});
afterEach(() => {
  page.end();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

function see(html: string): WatchedPage {
  fill(html);
  page = watchPage(observeLinks);
  return page;
}

function brief({ role, address, text }: LinkObservation): string {
  return `${role} ${address === null ? '-' : address.host + address.path} ${text}`;
}

describe('links', () => {
  it('are told by role, without query and fragment, those to other sites last', () => {
    const { take } = see(`
      <a href="https://other.example/x?utm=1#y">Elsewhere</a>
      <a href="/about">About</a>
      <a href="//shop.example.com/">Shop</a>
      <a href="https://store.artist.example/">Store</a>
      <a href="https://accounts.spotify.com/authorize?scope=user-library-modify%20user-read-email&client_id=1">Save</a>
      <a href="privacy">Privacy</a>
      <a href="mailto:privacy@artist.example">Opt out by mail</a>
      <a href="javascript:settings()">Cookie settings</a>
      <button>Do not sell my data</button>
      <a href="https://img.example/"><img alt="A picture of it" src="/x.png"></a>`);
    const links = take('link');
    expect(links.map(brief)).toEqual([
      'shop shop.example.com/ Shop',
      'pre-save accounts.spotify.com/authorize Save',
      'policy www.artist.example/tour/privacy Privacy',
      'choice - Opt out by mail',
      'cookie-settings - Cookie settings',
      'choice - Do not sell my data',
      'outbound other.example/x Elsewhere',
      'outbound img.example/ A picture of it',
    ]);
    expect(links[1]?.scopes).toEqual(['user-library-modify', 'user-read-email']);
  });

  it('are told each where they ask one page of consent for different things', () => {
    const ask = (scope: string): string => `<a href="https://accounts.spotify.com/authorize?scope=${scope}">Save</a>`;
    const { take } = see(ask('user-library-modify') + ask('user-library-modify') + ask('user-follow-modify'));
    expect(take('link').map(({ scopes }) => scopes)).toEqual([['user-library-modify'], ['user-follow-modify']]);
  });

  it('are told once by role and address', () => {
    const { take, scan } = see('<a href="https://a.example/?1">A</a><a href="https://a.example/?2">B</a>');
    expect(take('link').map(brief)).toEqual(['outbound a.example/ A']);
    scan();
    expect(take('link')).toEqual([]);
  });

  it('are told again when they lead elsewhere by now, and when they appear later', () => {
    const { take, scan } = see('<a href="/x">X</a>');
    expect(take('link')).toEqual([]);
    document.querySelector('a')?.setAttribute('href', 'https://b.example/');
    document.body.insertAdjacentHTML('beforeend', '<a href="/privacy">Privacy</a>');
    scan();
    expect(take('link').map(brief)).toEqual(['policy www.artist.example/privacy Privacy', 'outbound b.example/ X']);
  });

  it('are read again when their words have come, by whatever way, and buttons too', () => {
    const { take, scan } = see('<a href="/x/1"></a><button> </button>');
    expect(take('link')).toEqual([]);
    must(document.querySelector('a')).append('Do not sell my personal information');
    must(document.querySelector('button')?.firstChild).nodeValue = 'Cookie settings';
    scan();
    expect(take('link').map(brief)).toEqual([
      'choice www.artist.example/x/1 Do not sell my personal information',
      'cookie-settings - Cookie settings',
    ]);
  });

  it('are read again when an image in them has got words, or they have got a title', () => {
    const { take, scan } = see('<a href="/x/1"><b><img src="/x.png" alt=""></b></a><a href="/x/2"></a>');
    expect(take('link')).toEqual([]);
    must(document.querySelector('img')).setAttribute('alt', 'Do not sell my personal information');
    document.querySelectorAll('a')[1]?.setAttribute('title', 'Cookie settings');
    scan();
    expect(take('link').map(brief).sort()).toEqual([
      'choice www.artist.example/x/1 Do not sell my personal information',
      'cookie-settings www.artist.example/x/2 Cookie settings',
    ]);
  });

  it('are no links where nothing can be made of the address', () => {
    expect(
      see('<a href="http://[bad">Bad</a><a href="ftp://a.example/">F</a><a href="">E</a><a href="#x">H</a>').take(
        'link',
      ),
    ).toEqual([]);
  });

  it('are found in open shadow trees', () => {
    document.body.innerHTML = '<x-footer></x-footer>';
    const root = must(document.querySelector('x-footer')).attachShadow({ mode: 'open' });
    root.innerHTML = '<a href="/privacy">Privacy</a>';
    page = watchPage(observeLinks);
    expect(page.take('link').map(brief)).toEqual(['policy www.artist.example/privacy Privacy']);
  });

  it('read nothing of scripts and styles, and at most 80 characters', () => {
    const [link] = see(
      `<a href="https://a.example/"><style>.x{}</style> Some<b>thing</b> ${'long '.repeat(50)}</a>`,
    ).take('link');
    expect(link?.text).toMatch(/^Some thing long/);
    expect(link?.text.length).toBeLessThanOrEqual(80);
  });
});

describe('limits', () => {
  it('holds sixty other sites, five addresses of each, and says that there are more', () => {
    const many = Array.from({ length: 80 }, (_, i) => `<a href="https://h${i}.example/">x</a>`).join('');
    const same = Array.from({ length: 20 }, (_, i) => `<a href="https://videos.example/${i}">x</a>`).join('');
    const { take } = see(same + many);
    const links = take('link');
    expect(links).toHaveLength(60);
    expect(links.filter(({ address }) => address?.host === 'videos.example')).toHaveLength(5);
    expect(take('limit')).toMatchObject([{ observer: 'outbound-links', reason: 'too-many' }]);
  });

  it('holds two hundred links of other roles', () => {
    const { take } = see(Array.from({ length: 250 }, (_, i) => `<a href="/p${i}">Privacy</a>`).join(''));
    expect(take('link')).toHaveLength(200);
    expect(take('limit')).toMatchObject([{ observer: 'links', reason: 'too-many' }]);
  });
});

it('changes nothing in the page', () => {
  const html = '<a href="https://other.example/">Elsewhere</a><button>Cookie settings</button>';
  see(html);
  expect(document.body.innerHTML).toBe(html);
});
