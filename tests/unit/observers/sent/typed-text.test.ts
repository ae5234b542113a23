// @vitest-environment happy-dom
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SentRequest } from '../../../../observers/sent/sent-request.ts';
import { PRESS_COUNTS } from '../../../../observers/sent/submissions.ts';
import { watchTypedText, type TypedTextWatch } from '../../../../observers/sent/typed-text.ts';
import { fill, goTo, idleAtOnce, must } from '../test-document.ts';
import { watchPage, type WatchedPage } from '../watched-page.ts';

const EMAIL = 'ada@paper-boats.example';
const FORM = `<form id="f"><label for="e">E-mail</label><input type="email" id="e" name="email"><input name="song" id="s">
<button type="button" id="eye">Show</button><button id="go">Send</button></form>`;

let watch: TypedTextWatch;
let page: WatchedPage;
let before: SentRequest[];
let controller: AbortController;
const stops: (() => void)[] = [];

function at(selector: string): Element {
  return must(document.querySelector(selector));
}

function fieldAt(selector: string): HTMLInputElement {
  return at(selector) as HTMLInputElement;
}

/** An event as the browser makes it. */
function happen(element: Element, type: string, more: object = {}, isTrusted = true): void {
  const event = new Event(type, { bubbles: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  Object.assign(event, more);
  element.dispatchEvent(event);
}

function type(selector: string, text: string, isTrusted = true): void {
  const field = fieldAt(selector);
  field.value = text;
  happen(field, 'input', {}, isTrusted);
}

function send(body: string, url = 'https://in.company.example/x', later = 10): void {
  vi.advanceTimersByTime(later);
  watch.compare([{ url, method: 'POST', body, at: Date.now(), source: 'page', by: null }]);
}

const told = (): string[] =>
  page.take('typed-text').map(({ name, form, address }) => `${name} ${form} ${address.host}`);

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal('requestIdleCallback', idleAtOnce);
  // The listeners of the test before must not hear the events of this one.
  vi.spyOn(globalThis, 'addEventListener').mockImplementation((...args: Parameters<typeof addEventListener>) => {
    document.addEventListener(...args);
    stops.push(() => {
      document.removeEventListener(...(args as Parameters<Document['removeEventListener']>));
    });
  });
  for (const stop of stops.splice(0)) stop();
  goTo('https://www.artist.example/join');
  document.title = 'Join';
  fill(FORM);
  before = [];
  controller = new AbortController();
  watch = watchTypedText(() => before, controller.signal);
  page = watchPage(watch.observer);
});

describe('typed text', () => {
  it('that is sent elsewhere is told once, with the field and where it went, and without the text', () => {
    type('#e', EMAIL);
    send(`{"v":"${EMAIL}"}`);
    send(`{"v":"${EMAIL}"}`);
    expect(page.reported).toEqual([
      {
        kind: 'typed-text',
        at: 1_000_010,
        field: 'email',
        name: 'email',
        address: { scheme: 'https', host: 'in.company.example', path: '/x' },
        form: 'plain',
        source: 'page',
      },
    ]);
    expect(JSON.stringify(page.reported)).not.toContain('ada@');
  });

  it('is found as a hash and while it is typed', () => {
    type('#e', 'ada@paper-b');
    type('#e', EMAIL);
    send(createHash('md5').update(EMAIL).digest('hex'));
    send('v=ada@paper-b', undefined, 500);
    send('v=ada@paper-b', 'https://late.example/', 5000);
    expect(told()).toEqual(['email md5 in.company.example', 'email plain in.company.example']);
  });

  it('goes on being compared after something that could not be', () => {
    let broken = true;
    page.end();
    watch = watchTypedText(() => {
      if (broken) throw new Error('broken');
      return [];
    }, controller.signal);
    page = watchPage(watch.observer);
    type('#s', 'Lanterns');
    send('Lanterns');
    expect(told()).toEqual([]);
    broken = false;
    send('Lanterns');
    expect(told()).toEqual(['song plain in.company.example']);
  });

  it.each(['contains', 'closest', 'getAttribute', 'localName'])(
    'is known to be sent by a form with a field called %s',
    (name) => {
      fill(`<main><form id="f"><input name="${name}"><input type="email" id="e" name="email"><b id="in">x</b>
        <button type="button" id="eye">Show</button></form></main>`);
      type('#e', EMAIL);
      happen(at('#in'), 'keydown', { key: 'Enter' });
      send(EMAIL, undefined, 60_000);
      expect(told()).toEqual([]);
      type('#e', `x${EMAIL}`);
      happen(at('#eye'), 'click');
      send(`x${EMAIL}`);
      expect(told()).toEqual([]);
    },
  );

  it('in the path does not go along', () => {
    type('#e', EMAIL);
    send('', `https://in.company.example/who/${EMAIL}`);
    expect(page.reported).toMatchObject([{ address: { path: '/' } }]);
    expect(JSON.stringify(page.reported)).not.toContain('ada@');
  });

  it.each<[string, () => void]>([
    ['goes to the own site', () => send(EMAIL, 'https://api.artist.example/check')],
    ['is not in the request', () => send('somebody@else.example')],
    [
      'was typed after the request',
      () =>
        watch.compare([
          {
            url: 'https://in.company.example/',
            method: 'POST',
            body: EMAIL,
            at: Date.now() - 100,
            source: 'page',
            by: null,
          },
        ]),
    ],
    [
      'was sent with the form',
      () => {
        happen(at('#f'), 'submit');
        send(EMAIL, undefined, 60_000);
      },
    ],
    [
      'goes out at the press on the button, before the form is sent',
      () => {
        happen(at('#go'), 'pointerdown');
        send(EMAIL);
      },
    ],
    [
      'goes out after the Enter key',
      () => {
        happen(at('#e'), 'keydown', { key: 'Enter' });
        send(EMAIL);
      },
    ],
    [
      'goes out after a press on another button of the form',
      () => {
        happen(at('#eye'), 'click');
        send(EMAIL);
      },
    ],
  ])('is not told when it %s', (_what, act) => {
    type('#e', EMAIL);
    act();
    expect(told()).toEqual([]);
  });

  it.each<[string, () => void]>([
    [
      'a script says that the form was sent',
      () => {
        happen(at('#f'), 'submit', {}, false);
      },
    ],
    [
      'another key is pressed',
      () => {
        happen(at('#e'), 'keydown', { key: 'Tab' });
      },
    ],
    [
      'Enter only ends a composed word',
      () => {
        happen(at('#e'), 'keydown', { key: 'Enter', isComposing: true });
      },
    ],
    [
      'the press on another button was long ago',
      () => {
        happen(at('#eye'), 'click');
        vi.advanceTimersByTime(PRESS_COUNTS);
      },
    ],
    [
      'it was typed after the form was sent',
      () => {
        happen(at('#f'), 'submit');
        vi.advanceTimersByTime(100);
        type('#e', 'new-ada@paper-boats.example');
      },
    ],
  ])('is told where %s', (_what, act) => {
    type('#e', EMAIL);
    act();
    send(fieldAt('#e').value);
    expect(told()).toHaveLength(1);
  });

  it('is not what a script writes, what stood there, or what is too short', () => {
    type('#e', EMAIL, false);
    fieldAt('#s').defaultValue = 'standing here already 1';
    type('#s', 'standing here already 1');
    type('#s', 'abcd');
    send(`${EMAIL} standing here already 1 abcd`);
    expect(told()).toEqual([]);
  });

  it.each(['cc-number', 'cc-csc'])('is never held of a field for a card (%s)', (token) => {
    at('#s').setAttribute('autocomplete', token);
    type('#s', '4111111111111111');
    send('4111111111111111');
    expect(told()).toEqual([]);
  });

  it('that the page shows or sends anyway proves nothing', () => {
    type('#s', 'Lanterns');
    send('q=lanterns');
    expect(told()).toEqual(['song plain in.company.example']);
    document.title = 'Paper Lanterns';
    send('q=lanterns', 'https://other.example/');
    document.title = 'Join';
    before = [{ url: 'https://third.example/?t=lanterns', method: 'GET', body: null, at: 5, source: 'page', by: null }];
    send('q=lanterns', 'https://third.example/');
    expect(told()).toEqual([]);
  });

  it('belongs to the visit in which it was sent, and is told in the next one too', () => {
    type('#e', EMAIL);
    send(EMAIL);
    expect(told()).toHaveLength(1);
    page.end();
    send(EMAIL);
    page = watchPage(watch.observer);
    expect(told()).toHaveLength(1);
  });

  it('is forgotten when more fields than twenty are typed into', () => {
    for (let n = 0; n < 60; n += 1) {
      const field = Object.assign(document.createElement('input'), { name: `n${String(n)}`, id: `n${String(n)}` });
      document.body.append(field);
      for (let k = 0; k < 40; k += 1) type(`#n${String(n)}`, `typed words number ${String(n)} ${String(k)}`);
    }
    const body = 'typed words number 0 39 '.repeat(600);
    for (let n = 0; n < 20; n += 1) send(body, `https://h${String(n)}.example/`);
    expect(told()).toEqual([]);
  });
});
