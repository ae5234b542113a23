// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FormObservation } from '../../../ledger/observation';
import { observeForms } from '../../../observers/page/forms';
import { watchPage, type WatchedPage } from './watched-page';
import { fill, goTo, must } from './test-document';

let page: WatchedPage;

beforeEach(() => {
  goTo('https://artist.example/tour/');
});
afterEach(() => {
  page.end();
  document.body.replaceChildren();
});

/** Puts markup into the page and starts to look. */
function see(html: string): WatchedPage {
  fill(html);
  page = watchPage(observeForms);
  return page;
}

function only(html: string): FormObservation {
  const forms = see(html).take('form');
  expect(forms).toHaveLength(1);
  return must(forms[0]);
}

describe('the structure of a form', () => {
  it('tells its fields, their meanings, where it is sent and what it is for', () => {
    const form = only(`
      <section><h2>Join the mailing list</h2>
        <form action="https://subs.sonymusicfans.com/submit?x=1" method="POST">
          <label for="e">Your e-mail</label><input id="e" name="EMAIL">
          <select name="country"><option>Sweden</option></select>
          <input type="hidden" name="ae" value="secret">
          <label><input type="checkbox" name="ok"> I agree to the terms</label>
          <button>Go</button>
        </form></section>`);
    expect(form).toMatchObject({
      host: 'artist.example',
      target: { scheme: 'https', host: 'subs.sonymusicfans.com', path: '/submit' },
      method: 'post',
      fields: [
        { name: 'EMAIL', meaning: 'email' },
        { name: 'country', meaning: 'country' },
        { name: 'ae', meaning: 'hidden' },
        { name: 'ok', meaning: 'consent-box' },
      ],
      purposes: ['newsletter'],
      words: ['Join the mailing list'],
    });
    expect(JSON.stringify(form)).not.toMatch(/secret|Sweden/);
  });

  it.each<[string, string | null, FormObservation['method']]>([
    ['<form><input name=a></form>', null, 'none'],
    ['<form action=""><input name=a></form>', null, 'none'],
    ['<form action="#" method=post><input name=a></form>', null, 'post'],
    ['<form action="javascript:void(0)"><input name=a></form>', null, 'none'],
    ['<form action="go"><input name=a></form>', 'artist.example/tour/go', 'get'],
    ['<form action="/x" method=dialog><input name=a></form>', 'artist.example/x', 'dialog'],
    ['<form action="/x" method=bogus><input name=a></form>', 'artist.example/x', 'get'],
    ['<form action="http://[bad"><input name=a></form>', null, 'none'],
    [
      '<form><input name=a><button formaction="//mail.example/s" formmethod=post></button></form>',
      'mail.example/s',
      'post',
    ],
    [
      '<form action="/x"><input name=a><input type=submit formaction="https://mail.example/s"></form>',
      'mail.example/s',
      'get',
    ],
    [
      '<form action="https://mail.example/s"><input name=a><button formaction="/x"></button></form>',
      'mail.example/s',
      'get',
    ],
  ])('%s', (html, target, method) => {
    const form = only(html);
    expect(form.target === null ? null : form.target.host + form.target.path).toBe(target);
    expect(form.method).toBe(method);
  });

  it('keeps the scheme, so that a form that is sent unencrypted can be told', () => {
    expect(only('<form action="http://a.example/"><input name=a></form>').target?.scheme).toBe('http');
  });

  it('counts radio buttons of one name as one field', () => {
    expect(
      only('<form><input type=radio name=r><input type=radio name=r><input type=radio name=s></form>').fields,
    ).toHaveLength(2);
  });

  it('knows fields that stand elsewhere and name their form', () => {
    expect(only('<form id=f></form><div><input form=f type=email name=e></div>').fields).toEqual([
      { name: 'e', meaning: 'email' },
    ]);
  });

  it('reads the label of a submit button, which is no content', () => {
    expect(only('<form><input type=email name=e><input type=submit value="Subscribe now"></form>').words).toEqual([
      'Subscribe now',
    ]);
  });

  it('knows a form by the names that its makers gave it, where it says nothing else', () => {
    const form = only('<form id="mc-newsletter"><input type=email name=e></form>');
    expect(form.purposes).toEqual(['newsletter']);
    expect(form.words).toEqual(['mc-newsletter']);
  });

  it('gives no form for one without fields', () => {
    expect(see('<form><button>Log out</button></form>').take('form')).toEqual([]);
  });
});

describe('fields outside of forms', () => {
  it('are grouped by what holds them', () => {
    const forms = see(`
      <section><p>Get texts from the band</p><div><input type=tel name=mobile></div><div><input name=zip></div></section>
      <footer><input type=email name=e></footer>`).take('form');
    expect(
      forms.map(({ target, method, fields }) => ({ target, method, fields: fields.map(({ name }) => name) })),
    ).toEqual([
      { target: null, method: 'none', fields: ['mobile', 'zip'] },
      { target: null, method: 'none', fields: ['e'] },
    ]);
    expect(forms[0]?.purposes).toEqual(['text-messages']);
    expect(forms[0]?.id).not.toBe(forms[1]?.id);
  });

  it('are passed over when they are switches of the page', () => {
    expect(
      see('<div><input type=checkbox name=dark><input type=range name=volume><input type=hidden name=x></div>').take(
        'form',
      ),
    ).toEqual([]);
  });

  it('are found in open shadow trees, also in one inside another', () => {
    document.body.innerHTML = '<div id=host></div>';
    const outer = must(document.querySelector('#host')).attachShadow({ mode: 'open' });
    outer.innerHTML = '<form action="/a"><input type=email name=e></form><x-inner></x-inner>';
    const inner = must(outer.querySelector('x-inner')).attachShadow({ mode: 'open' });
    inner.innerHTML = '<input type=tel name=t>';
    page = watchPage(observeForms);
    expect(page.take('form').map(({ fields }) => fields[0]?.name)).toEqual(['e', 't']);
  });
});

describe('what is never read', () => {
  it('is what stands in a field', () => {
    const prototypes = [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement, HTMLOptionElement].map(
      (one) => one.prototype as object,
    );
    const touched: string[] = [];
    const before = prototypes.map((prototype) =>
      ['value', 'checked', 'selectedIndex', 'files', 'selectedOptions', 'defaultValue'].map(
        (name) => [prototype, name, Object.getOwnPropertyDescriptor(prototype, name)] as const,
      ),
    );
    // Words by which a purpose is known: were they read, they would be told.
    const typed = 'TYPED sign up for SMS, contact us to win';
    document.body.innerHTML = `
      <form action="/x"><h3>Write to us</h3>
        <input name=a value="${typed}"><input type=password name=p value="${typed}"><input type=hidden name=h value="${typed}">
        <input type=checkbox name=c checked><input type=radio name=r value="${typed}"><input type=file name=f>
        <label>Country <select name=s><option selected value="${typed}">${typed}</option></select></label>
        <label>Message <textarea name=t>${typed}</textarea></label>
        <label>E-mail <input name=e value="${typed}"></label><label>Mobile <input name=m type=tel></label>
        <input type=submit value="Send"><button value="${typed}">Go</button>
      </form><div><input type=email name=loose value="${typed}"><textarea>${typed}</textarea></div>`;
    const trap = (what: string): never => {
      touched.push(what);
      throw new Error(`read ${what}`);
    };
    const { value: getAttribute } = must(Object.getOwnPropertyDescriptor(Element.prototype, 'getAttribute')) as {
      value: (this: Element, name: string) => string | null;
    };
    try {
      for (const [prototype, name, descriptor] of before.flat()) {
        if (descriptor)
          Object.defineProperty(prototype, name, {
            configurable: true,
            get: () => trap(`${prototype.constructor.name}.${name}`),
          });
      }
      Element.prototype.getAttribute = function (this: Element, name: string): string | null {
        const isButton = getAttribute.call(this, 'type') === 'submit';
        if (name === 'value' && !isButton) trap(`attribute value of ${this.localName}`);
        return getAttribute.call(this, name);
      };
      page = watchPage(observeForms);
    } finally {
      Element.prototype.getAttribute = getAttribute;
      for (const [prototype, name, descriptor] of before.flat())
        if (descriptor) Object.defineProperty(prototype, name, descriptor);
    }
    expect(touched).toEqual([]);
    const forms = page.take('form');
    expect(forms).toHaveLength(2);
    expect(JSON.stringify(forms)).not.toContain('TYPED');
    expect(forms[0]?.purposes).toEqual(['account', 'contact']);
  });
});

describe('a page that is after us', () => {
  it('cannot hide a form behind the names of its fields', () => {
    const names = [
      'getAttribute',
      'querySelectorAll',
      'id',
      'action',
      'method',
      'closest',
      'parentElement',
      'textContent',
      'localName',
      'elements',
      'shadowRoot',
    ];
    const form = only(
      `<div><h2>Newsletter</h2><form action="https://a.example/x">${names.map((name) => `<input name="${name}">`).join('')}<input type=email name=e></form></div>`,
    );
    expect(form.target?.host).toBe('a.example');
    expect(form.fields.map(({ name }) => name)).toEqual([...names, 'e']);
    expect(form.purposes).toEqual(['newsletter']);
  });

  it('cannot make a report without bounds', () => {
    const form = only(`<form>${'<input name="n">'.repeat(500)}</form>`);
    expect(form.fields).toHaveLength(60);
    expect(only(`<form><input name="${'x'.repeat(9999)}"></form>`).fields[0]?.name).toHaveLength(120);
  });

  it('cannot make more than forty reports, and the limit is told once', () => {
    const { take, scan } = see('<form><input name=a></form>'.repeat(60));
    scan();
    expect(take('form')).toHaveLength(40);
    expect(take('limit')).toMatchObject([{ observer: 'forms', reason: 'too-many' }]);
  });
});

describe('while the page changes', () => {
  it('tells a form that has grown under the same id, and nothing of one that has not', () => {
    const { take, scan } = see('<form action="/a"><input name=e type=email></form>');
    const [first] = take('form');
    scan();
    expect(take('form')).toEqual([]);
    document.querySelector('form')?.insertAdjacentHTML('beforeend', '<input name=n placeholder="First name">');
    scan();
    expect(take('form')).toMatchObject([{ id: first?.id, fields: [{ name: 'e' }, { name: 'n', meaning: 'name' }] }]);
  });

  it('finds forms that appear later', () => {
    const { take, scan } = see('<p>Nothing yet</p>');
    document.body.insertAdjacentHTML('beforeend', '<form action="/a"><input name=e type=email></form>');
    scan();
    expect(take('form')).toHaveLength(1);
  });
});
