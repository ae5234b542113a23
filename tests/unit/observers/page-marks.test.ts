// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MarkObservation } from '../../../ledger/observation.ts';
import { shippedMarkFinder } from '../../../shipped/marks.ts';
import { createMarkObserver } from '../../../observers/page/page-marks.ts';
import type { MarkFinder } from '../../../recognition/mark-finder.ts';
import { watchPage, type WatchedPage } from './watched-page.ts';
import { fill, goTo, idleAtOnce } from './test-document.ts';

const finder: MarkFinder = {
  ofAddress: (url, on) => (url.includes('mark') ? [{ mark: `${on}-mark`, detail: url }] : []),
  ofFooter: (text) => (text.includes('Sony Music') ? [{ mark: 'footer', detail: text }] : []),
  selectors: [{ id: 'notice', selector: '#notice' }],
};
let page: WatchedPage;

beforeEach(() => {
  goTo('https://artist.example/');
  vi.stubGlobal('requestIdleCallback', idleAtOnce);
});
afterEach(() => {
  page.end();
  document.head.replaceChildren();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

function see(html: string, observer = createMarkObserver(finder)): WatchedPage {
  fill(html);
  page = watchPage(observer);
  return page;
}
const brief = ({ mark, on, detail }: MarkObservation): string => `${mark} ${on} ${detail}`;

describe('marks', () => {
  it.each([
    ['<script type=x src="/mark.js"></script>', 'script-mark script https://artist.example/mark.js'],
    ['<iframe srcdoc="" src="/mark"></iframe>', 'frame-mark frame https://artist.example/mark'],
    ['<img src="/mark.png">', 'image-mark image https://artist.example/mark.png'],
    ['<form action="/mark"></form>', 'form-mark form https://artist.example/mark'],
    ['<a href="/mark">x</a>', 'link-mark link https://artist.example/mark'],
    ['<area href="/mark">', 'link-mark link https://artist.example/mark'],
    ['<p id=notice></p>', 'notice element #notice'],
    ['<footer><p>© 2024</p><p>Sony Music</p></footer>', 'footer footer © 2024 Sony Music'],
    ['<div role=contentinfo>Sony Music</div>', 'footer footer Sony Music'],
  ])('%s', (html, expected) => {
    expect(see(html).take('mark').map(brief)).toEqual([expected]);
  });

  it('of several elements are each told once, those that come later too', () => {
    const selectors = ['#one', '.two', 'b[title]'].map((selector) => ({ id: selector, selector }));
    const { take, scan } = see('<p class=two></p>', createMarkObserver({ ...finder, selectors }));
    expect(take('mark').map(({ mark }) => mark)).toEqual(['.two']);
    document.body.insertAdjacentHTML('beforeend', '<p class=two></p><b title=x></b><i id=one></i>');
    scan();
    expect(take('mark').map(({ mark }) => mark)).toEqual(['#one', 'b[title]']);
    scan();
    expect(take('mark')).toEqual([]);
  });

  it('stand in stylesheets', () => {
    const sheet = document.createElement('link');
    Object.defineProperty(sheet, 'isConnected', { value: false });
    sheet.setAttribute('rel', 'preload stylesheet');
    sheet.setAttribute('href', '/mark.css');
    document.head.append(sheet);
    expect(
      see('')
        .take('mark')
        .map(({ on }) => on),
    ).toEqual(['style']);
  });

  it.each([
    ['<a href="#mark">x</a>'],
    ['<link rel=preload href="/mark.css">'],
    ['<p>Sony Music</p><footer>© 2024 Somebody</footer>'],
    ['<iframe></iframe><img alt="mark"><form></form>'],
  ])('%s bears none', (html) => {
    expect(see(html).take('mark')).toEqual([]);
  });

  it('stand in the last words of a page without a footer', () => {
    const html = `<p>${'Lorem ipsum. '.repeat(2000)}</p><div><p>© 2024 Sony Music</p></div><script type=x>var late = "script words"</script>`;
    const [mark] = see(html).take('mark');
    expect(mark?.detail).toContain('© 2024 Sony Music');
    expect(mark?.detail).not.toContain('script words');
    expect(mark?.detail.length).toBeLessThan(7000);
  });

  it('are not the first words of a long page', () => {
    expect(see(`<p>Sony Music</p>${'<p>Lorem ipsum dolor sit amet</p>'.repeat(300)}`).take('mark')).toEqual([]);
  });

  it('are told once in each kind of place, sixty at most', () => {
    const many: MarkFinder = { ...finder, ofAddress: (url) => [{ mark: url, detail: url }] };
    const { take, scan } = see(
      Array.from({ length: 80 }, (_, i) => `<a href="/${i}">x</a><a href="/${i}">y</a>`).join(''),
      createMarkObserver(many),
    );
    scan();
    expect(take('mark')).toHaveLength(60);
    expect(take('limit')).toMatchObject([{ observer: 'page-marks', reason: 'too-many' }]);
  });

  it('are told for each folder that they stand in: the verdict goes by it, and a copied page bears another’s first', () => {
    const detail: MarkFinder = {
      ...finder,
      ofAddress: (url) => [{ mark: 'host', detail: url.replace('https://', '') }],
    };
    const { take } = see(
      `<img src="https://cdn.smehost.net/sharedassets-uscolumbiaprod/a.png"><img src="https://cdn.smehost.net/sharedassets-uscolumbiaprod/b.png"><img src="https://cdn.smehost.net/bobdylancom-uscolumbiaprod/c.png">`,
      createMarkObserver(detail),
    );
    expect(take('mark').map((mark) => mark.detail)).toEqual([
      'cdn.smehost.net/sharedassets-uscolumbiaprod/a.png',
      'cdn.smehost.net/bobdylancom-uscolumbiaprod/c.png',
    ]);
  });

  it('leave room for others where a page bears one in very many folders', () => {
    const many: MarkFinder = { ...finder, ofAddress: (url) => [{ mark: 'host', detail: url.replace('https://', '') }] };
    const { take } = see(
      Array.from({ length: 40 }, (_, i) => `<img src="https://a.example/${i}/x.png">`).join(''),
      createMarkObserver(many),
    );
    expect(take('mark')).toHaveLength(8);
  });

  it('are not looked for in pictures that stand in the page itself, nor in endless addresses', () => {
    const ofAddress = vi.fn(() => []);
    see(
      `<img src="data:image/png;base64,${'A'.repeat(200_000)}"><img src=" DATA:,x"><img src="/${'y'.repeat(5000)}"><a href="tel:1">x</a><a href="#x">x</a>`,
      createMarkObserver({ ...finder, ofAddress }),
    );
    expect(ofAddress).not.toHaveBeenCalled();
  });

  it('are found in a form with a field called localName', () => {
    expect(see('<form action="/mark"><input name="localName"></form>').take('mark').map(brief)).toEqual([
      'form-mark form https://artist.example/mark',
    ]);
  });

  it('that come later are found, without asking for the others again', () => {
    const ofAddress = vi.fn((url: string, on: MarkObservation['on']) => finder.ofAddress(url, on));
    const { take, scan } = see('<a href="/a">x</a>', createMarkObserver({ ...finder, ofAddress }));
    document.body.insertAdjacentHTML('beforeend', '<a href="/mark">x</a>');
    scan();
    expect(take('mark')).toHaveLength(1);
    expect(ofAddress.mock.calls.map(([url]) => url)).toEqual([
      'https://artist.example/a',
      'https://artist.example/mark',
    ]);
  });
});

it('knows the marks of Sony Music by what ships', () => {
  const marks = see(
    '<script type=x src="https://tools.sonymusiccreative.com/sme_privacy/sme-privacy.min.js"></script><img src="https://cdn.smehost.net/artistexample-uscolumbiaprod/a.png"><footer>© 2024 Sony Music Entertainment. <a href="https://www.sonymusic.com/privacy-policy/">Privacy</a></footer>',
    createMarkObserver(shippedMarkFinder()),
  ).take('mark');
  expect(marks.map(({ on }) => on).sort()).toEqual(['footer', 'image', 'link', 'script']);
});
