// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { observeFrames } from '../../../observers/page/frames.ts';
import { fill } from './test-document.ts';
import { watchPage, type WatchedPage } from './watched-page.ts';

let page: WatchedPage;
afterEach(() => {
  page.end();
  document.body.replaceChildren();
});

/** Elements of a frame set are read like `<iframe>`, and the document of the test does not try to load them. */
function add(src: string, title = '', tag = 'frame'): Element {
  const frame = document.createElement(tag);
  frame.setAttribute('title', title);
  document.body.append(frame);
  frame.setAttribute('src', src);
  return frame;
}

function look(): WatchedPage {
  page = watchPage(observeFrames);
  return page;
}

describe('frames', () => {
  it('are told by address and title, once', () => {
    add('https://www.youtube.com/embed/1?x', ' Video ', 'iframe');
    add('https://www.youtube.com/embed/1?y');
    add('/own');
    const { take, scan } = look();
    scan();
    expect(take('frame')).toMatchObject([
      { address: { scheme: 'https', host: 'www.youtube.com', path: '/embed/1' }, title: 'Video' },
      { address: { host: 'localhost', path: '/own' }, title: '' },
    ]);
  });

  it.each(['about:blank', 'javascript:0', 'http://[bad', 'data:text/html,x', 'chrome-extension://abc/x.html'])(
    'lead nowhere with %j',
    (src) => {
      add(src);
      expect(look().take('frame')).toEqual([]);
    },
  );

  it('lead nowhere when they bring their own document', () => {
    fill('<iframe srcdoc="x" src="https://a.example/"></iframe><iframe></iframe>');
    expect(look().take('frame')).toEqual([]);
  });

  it('are told again when they lead elsewhere', () => {
    const frame = add('https://a.example/');
    const { take, scan } = look();
    take('frame');
    frame.setAttribute('src', 'https://b.example/');
    scan();
    expect(take('frame').map(({ address }) => address.host)).toEqual(['b.example']);
  });

  it('are sixty at most, with titles of 80 characters at most', () => {
    for (let i = 0; i < 70; i += 1) add(`https://h${i}.example/`, 't'.repeat(200));
    const { take } = look();
    const frames = take('frame');
    expect(frames).toHaveLength(60);
    expect(frames[0]?.title).toHaveLength(80);
    expect(take('limit')).toMatchObject([{ observer: 'frames' }]);
  });
});
