// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { observeOwnConsent } from '../../../observers/page/own-consent.ts';
import { goTo } from './test-document.ts';
import { watchPage, type WatchedPage } from './watched-page.ts';

let page: WatchedPage;
afterEach(() => {
  page.end();
});

function lookAt(href: string, frame: 'top' | 'frame' = 'top') {
  goTo(href);
  page = watchPage((watch) => {
    observeOwnConsent({ ...watch, frame });
  });
  return page.take('link');
}
const ASKING =
  'https://accounts.spotify.com/authorize?client_id=abc&state=secret&scope=user-library-modify%20user-read-email';

describe('a page of consent', () => {
  it('is told by the names of the permissions, and nothing else of its address', () => {
    const told = lookAt(ASKING);
    expect(told).toEqual([
      {
        kind: 'link',
        at: expect.any(Number) as number,
        role: 'pre-save',
        address: { scheme: 'https', host: 'accounts.spotify.com', path: '/authorize' },
        text: '',
        scopes: ['user-library-modify', 'user-read-email'],
      },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/abc|secret/);
  });

  it('in a frame is not the page that the person looks at', () => {
    expect(lookAt(ASKING, 'frame')).toEqual([]);
  });

  it('is no other page', () => {
    expect(lookAt('https://www.artist.example/?scope=user-library-modify')).toEqual([]);
  });
});
