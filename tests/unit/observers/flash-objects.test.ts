// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MAX_FLASH_OBJECTS, MAX_PARAMETERS, observeFlashObjects } from '../../../observers/page/flash-objects.ts';
import { watchPage, type WatchedPage } from './watched-page.ts';

let page: WatchedPage;
let feed: (entries: { name: string; startTime: number }[]) => void;
let connected: boolean;

beforeEach(() => {
  (window as unknown as { happyDOM: { setURL: (url: string) => void } }).happyDOM.setURL(
    'https://artist.example/music/',
  );
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      constructor(callback: (list: { getEntries: () => unknown[] }) => void) {
        feed = (entries) => callback({ getEntries: () => entries });
      }
      observe(options: unknown): void {
        expect(options).toEqual({ type: 'resource', buffered: true });
        connected = true;
      }
      takeRecords(): unknown[] {
        return [];
      }
      disconnect(): void {
        connected = false;
      }
    },
  );
});

afterEach(() => {
  page.end();
  document.body.replaceChildren();
  document.head.replaceChildren();
  vi.unstubAllGlobals();
});

function see(html: string): WatchedPage {
  const parsed = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
  document.body.replaceChildren(...parsed.body.childNodes);
  page = watchPage(observeFlashObjects);
  return page;
}

const film = (path: string, host = 'artist.example'): object => ({ scheme: 'https', host, path });

describe('observeFlashObjects: elements', () => {
  it.each([
    [
      'object with a type',
      '<object type="application/x-shockwave-flash" data="player.swf?x=1"></object>',
      'object',
      film('/music/player.swf'),
      [],
    ],
    ['object with a film', '<object data="/a.SWF#x"></object>', 'object', film('/a.SWF'), []],
    [
      'object of Internet Explorer',
      '<object classid="clsid:D27CDB6E-AE6D-11cf-96B8-444553540000"><param name="movie" value="//cdn.example/a.swf"><param name="wmode" value="opaque"></object>',
      'object',
      film('/a.swf', 'cdn.example'),
      ['movie', 'wmode'],
    ],
    ['object without a film', '<object type="application/x-shockwave-flash"></object>', 'object', null, []],
    [
      'object with Flash variables',
      '<object data="a.swf"><param name="FlashVars" value="artist=adele&amp;user%20id=7"></object>',
      'object',
      film('/music/a.swf'),
      ['FlashVars', 'artist', 'user id'],
    ],
    ['embed with a type', '<embed type="application/x-shockwave-flash" src="a">', 'embed', film('/music/a'), []],
    [
      'embed with a film and variables',
      '<embed src="a.swf" flashvars="x=1&y=2&x=3">',
      'embed',
      film('/music/a.swf'),
      ['x', 'y'],
    ],
    ['FutureSplash', '<embed type="application/futuresplash" src="a.spl">', 'embed', film('/music/a.spl'), []],
    [
      'ruffle-object',
      '<ruffle-object data="/a.swf"><param name="movie" value="/b.swf"></ruffle-object>',
      'ruffle',
      film('/a.swf'),
      ['movie'],
    ],
    ['ruffle-embed', '<ruffle-embed src="/a.swf" flashvars="x=1"></ruffle-embed>', 'ruffle', film('/a.swf'), ['x']],
    ['ruffle-player', '<ruffle-player></ruffle-player>', 'ruffle', null, []],
  ])('%s', (_, html, form, address, parameters) => {
    expect(see(html).reported).toEqual([
      { kind: 'flash-object', at: expect.any(Number) as number, form, address, parameters },
    ]);
  });

  it.each([
    '<object data="/viewer?file=tour.swf"></object>',
    '<embed src="/search?q=tour.swf">',
    '<object data="/play#tour.swf"></object>',
    '<object><param name="movie" value="/go?to=/tour.swf"></object>',
  ])('takes no address that only speaks of a film: %s', (html) => {
    expect(see(html).reported).toEqual([]);
  });

  it('knows the elements of Ruffle where it had to number them', () => {
    const { take } = see(
      '<ruffle-object-1 data="/games/tour.swf" flashvars="lang=en&uid=7"></ruffle-object-1>' +
        '<ruffle-embed-2 src="/games/b.swf"></ruffle-embed-2><ruffle-player-1></ruffle-player-1>' +
        '<div><ruffle-embed-14 src="/games/c.swf"></ruffle-embed-14></div>',
    );
    expect(take('flash-object').map(({ form, address, parameters }) => [form, address?.path, parameters])).toEqual([
      ['ruffle', '/games/tour.swf', ['lang', 'uid']],
      ['ruffle', '/games/b.swf', []],
      ['ruffle', undefined, []],
      ['ruffle', '/games/c.swf', []],
    ]);
  });

  it.each([
    '<ruffle-objects></ruffle-objects>',
    '<ruffle-object-x></ruffle-object-x>',
    '<my-ruffle-player-1></my-ruffle-player-1>',
  ])('takes no other element for one of Ruffle: %s', (html) => {
    expect(see(html).reported).toEqual([]);
  });

  it('reads an object again whose variables or parameters get other values, one that becomes Flash by it too', async () => {
    const { take } = see(
      '<object id="a" data="a.swf"><param name="flashvars" value="x=1"></object><embed src="b.swf" flashvars="y=1">' +
        '<object id="c"><param name="movie" value=""></object>',
    );
    expect(take('flash-object').map(({ parameters }) => parameters)).toEqual([['flashvars', 'x'], ['y']]);
    document.querySelector('#a param')?.setAttribute('value', 'uid=1');
    document.querySelector('embed')?.setAttribute('flashvars', 'mail=1');
    document.querySelector('#c param')?.setAttribute('value', 'c.swf');
    await vi.waitFor(() => {
      expect(page.reported).toHaveLength(3);
    });
    expect(take('flash-object').map(({ address, parameters }) => [address?.path, parameters])).toEqual([
      ['/music/a.swf', ['flashvars', 'uid']],
      ['/music/b.swf', ['mail']],
      ['/music/c.swf', ['movie']],
    ]);
  });

  it('sees an embed inside of an object as a form of its own, with its own parameters', () => {
    const { take } = see(
      '<object classid="clsid:d27cdb6e-ae6d-11cf-96b8-444553540000"><param name="movie" value="a.swf"><embed src="a.swf" flashvars="x=1"></object>',
    );
    expect(take('flash-object')).toMatchObject([
      { form: 'object', parameters: ['movie'] },
      { form: 'embed', parameters: ['x'] },
    ]);
  });

  it.each([
    '<object data="a.pdf" type="application/pdf"></object>',
    '<embed src="a.svg">',
    '<object></object>',
    '<a href="a.swf">film</a>',
    '<embed src="a.swfx">',
  ])('leaves alone: %s', (html) => {
    expect(see(html).reported).toEqual([]);
  });

  it('reports each once, and what Ruffle puts in its place as another', () => {
    const { take, scan } = see('<embed src="a.swf">');
    scan();
    expect(take('flash-object')).toHaveLength(1);
    document.body.innerHTML = '<ruffle-embed src="a.swf"></ruffle-embed>';
    scan();
    expect(take('flash-object')).toMatchObject([{ form: 'ruffle' }]);
  });

  it.each(['javascript:alert(1)', 'data:application/x-shockwave-flash,x', 'https://', 'about:blank'])(
    'gives no address for %s',
    (data) => {
      expect(
        see(`<object type="application/x-shockwave-flash" data="${data}"></object>`).take('flash-object'),
      ).toMatchObject([{ address: null }]);
    },
  );

  it('is not misled by the names of what stands in an element', () => {
    const { take } = see(
      '<object data="a.swf" name="getAttribute"><param name="children" value="x"></object><img name="scripts"><img name="baseURI">',
    );
    expect(take('flash-object')).toMatchObject([{ form: 'object', parameters: ['children'] }]);
  });

  it('stops at its cap', () => {
    const many = Array.from({ length: 500 }, (_, i) => `<embed src="${i}.swf">`).join('');
    const { take } = see(many);
    expect(take('flash-object')).toHaveLength(MAX_FLASH_OBJECTS);
    expect(take('limit')).toMatchObject([{ observer: 'flash-objects', reason: 'too-many' }]);
  });

  it('takes a part of endless parameters, and cuts their names', () => {
    const variables = Array.from({ length: 5000 }, (_, i) => `v${i}=1`).join('&');
    const params = Array.from({ length: 500 }, (_, i) => `<param name="${i}${'n'.repeat(500)}">`).join('');
    const { take } = see(`<object data="a.swf" flashvars="${variables}">${params}</object>`);
    const [found] = take('flash-object');
    expect(found?.parameters).toHaveLength(MAX_PARAMETERS);
    expect(Math.max(...found!.parameters.map((name) => name.length))).toBe(120);
  });
});

describe('observeFlashObjects: swfobject', () => {
  function script(text: string, src = ''): WatchedPage {
    const element = document.createElement('script');
    element.type = 'text/plain';
    if (src) element.setAttribute('src', src);
    element.textContent = text;
    document.body.append(element);
    page = watchPage(observeFlashObjects);
    return page;
  }

  it.each([
    ['swfobject.embedSWF("player.swf", "box", "300", "120", "9.0.0");', 'player.swf'],
    ["  swfobject . embedSWF ( 'player.swf' )", null],
    ['swfobject.embedSWF(\n  "player.swf",\n  "box")', 'player.swf'],
    ['var so = new SWFObject("player.swf", "mymovie", "200", "100", "8");', 'player.swf'],
    ['swfobject.embedSWF(film, "box")', null],
    ['var x = "swfobject";', null],
  ])('%s', (text, found) => {
    expect(script(text).reported).toEqual(
      found === null
        ? []
        : [
            {
              kind: 'flash-object',
              at: expect.any(Number) as number,
              form: 'swfobject',
              address: film(`/music/${found}`),
              parameters: [],
            },
          ],
    );
  });

  it('knows the library by its file', () => {
    expect(script('', 'https://ajax.example/swfobject/2.2/swfobject.js').take('flash-object')).toMatchObject([
      { form: 'swfobject', address: null },
    ]);
  });

  it('reads the beginning of a script, once', () => {
    const { take, scan } = script(`${'x'.repeat(60_000)}swfobject.embedSWF("late.swf")`);
    document.querySelector('script')!.textContent = 'swfobject.embedSWF("other.swf")';
    scan();
    expect(take('flash-object')).toEqual([]);
  });

  it('is done soon with a hostile script', () => {
    const start = performance.now();
    script('swfobject('.repeat(10_000) + ' '.repeat(50_000));
    script('swfobject.embedSWF(' + ' '.repeat(50_000));
    script('swfobject("'.repeat(10_000));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('observeFlashObjects: requests', () => {
  it('reports requests for films that began in the visit', () => {
    const { take } = see('');
    feed([
      { name: 'https://cdn.example/a.swf?v=2', startTime: 10 },
      { name: 'https://cdn.example/a.swf?v=3', startTime: 20 },
      { name: 'https://cdn.example/swf.js', startTime: 30 },
      { name: 'https://cdn.example/x?f=a.swfx', startTime: 40 },
    ]);
    expect(take('flash-object')).toEqual([
      {
        kind: 'flash-object',
        at: expect.any(Number) as number,
        form: 'request',
        address: film('/a.swf', 'cdn.example'),
        parameters: [],
      },
    ]);
  });

  it.each([
    'https://www.google-analytics.com/g/collect?v=2&en=click&ep.link_url=https%3A%2F%2Fwww.bobdylan.com%2Fgames%2Ftour.swf',
    'https://www.google-analytics.com/g/collect?v=2&ep.link_url=https://www.bobdylan.com/games/tour.swf',
    'https://www.bobdylan.com/search?q=tour.swf',
    'https://www.bobdylan.com/search?q=tour.swf#top',
    'https://www.bobdylan.com/app#/games/tour.swf',
    'https://www.bobdylan.com/tour.swf/about',
    'https://www.bobdylan.com/tour.swf%3Fv=2',
    'https://tour.swf/',
    'https://www.bobdylan.com/tour.swf.js',
  ])('takes %s for no film', (name) => {
    const { take } = see('');
    feed([{ name, startTime: 10 }]);
    expect(take('flash-object')).toEqual([]);
  });

  it.each(['/games/tour.swf?v=2', '/games/tour.SWF#x', '/tour.swf;jsessionid=1A', '/a%20b.swf', '/tour.swf?q=x.html'])(
    'takes %s for a film',
    (path) => {
      const { take } = see('');
      feed([{ name: `https://cdn.example${path}`, startTime: 10 }]);
      expect(take('flash-object')).toMatchObject([{ form: 'request' }]);
    },
  );

  it('leaves out what an earlier visit of the document asked for', () => {
    // Seconds apart: on a busy machine the clock and the time origin differ by some milliseconds.
    page = watchPage((watch) => observeFlashObjects({ ...watch, since: performance.timeOrigin + 5000 }));
    feed([
      { name: 'https://cdn.example/old.swf', startTime: 100 },
      { name: 'https://cdn.example/new.swf', startTime: 9000 },
    ]);
    expect(page.take('flash-object')).toMatchObject([{ address: { path: '/new.swf' } }]);
  });

  it('stops with the visit', () => {
    const { end } = see('');
    expect(connected).toBe(true);
    end();
    expect(connected).toBe(false);
  });
});
