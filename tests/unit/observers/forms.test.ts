// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FormObservation } from '../../../ledger/observation.ts';
import { observeForms } from '../../../observers/page/forms.ts';
import { watchPage, type WatchedPage } from './watched-page.ts';
import { fill, goTo, idleAtOnce, must } from './test-document.ts';

let page: WatchedPage;

beforeEach(() => {
  goTo('https://artist.example/tour/');
  vi.stubGlobal('requestIdleCallback', idleAtOnce);
});
afterEach(() => {
  page.end();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
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
    const { take, scan } = see(
      Array.from({ length: 60 }, (_, i) => `<form action="/${'x'.repeat(i)}"><input name=a></form>`).join(''),
    );
    scan();
    expect(take('form')).toHaveLength(40);
    expect(take('limit')).toMatchObject([{ observer: 'forms', reason: 'too-many' }]);
  });
});

/** The fields of the only form, each as "meaning name". */
function fieldsOf(html: string): string[] {
  return only(html).fields.map(({ meaning, name }) => `${meaning} ${name}`);
}

const PROVES = '<input type="email" name="e">';

describe('words that name a field', () => {
  it('have borders: the name of a mailing plug-in makes no e-mail field of its neighbours', () => {
    expect(
      fieldsOf(`<form action="/subscribe" method="post"><input id="mailster-firstname-1" name="firstname" type="text" aria-label="First Name">
        <input id="mailster-email-1" name="email" type="email"><input name="fields[name]" id="mailerlite-name">
        <input name="lname" id="mailing-lname"><label>Enter the mailing address<input name="line1"></label><button>Subscribe</button></form>`),
    ).toEqual(['name firstname', 'email email', 'name fields[name]', 'name lname', 'postal-address line1']);
  });

  it('are the labels of the same form, where two forms use one id', () => {
    const forms = see(`<form action="/a"><label for="email">Your e-mail</label><input id="email"></form>
      <form action="/b"><label for="email">Mobile number</label><input id="email" name="q"></form>`).take('form');
    expect(forms.map(({ fields }) => fields[0]?.meaning)).toEqual(['email', 'mobile']);
  });

  it.each([
    [['E-mail address', 'Favourite album', 'Mobile number']],
    [['Favourite album', 'Mobile number', 'E-mail address']],
  ])('are the labels of the same shadow tree, in whatever order: %j', (titles) => {
    document.body.innerHTML = `<form>${titles.map((_, i) => `<x-field id="q${i}"></x-field>`).join('')}</form>`;
    titles.forEach((title, i) => {
      const tree = must(document.querySelector(`#q${i}`)).attachShadow({ mode: 'open' });
      tree.innerHTML = `<label for="input">${title}</label><input id="input" type="text" name="q${i}">`;
    });
    page = watchPage(observeForms);
    const right = { 'E-mail address': 'email', 'Favourite album': 'other', 'Mobile number': 'mobile' };
    expect(page.take('form').map(({ fields }) => fields.map(({ meaning }) => meaning))).toEqual([
      titles.map((title) => right[title as keyof typeof right]),
    ]);
  });

  it('are what aria-labelledby leads to', () => {
    expect(
      fieldsOf('<p id="a">Mobile</p><p id="b">number</p><form><input name="q" aria-labelledby="a b"></form>'),
    ).toEqual(['mobile q']);
  });

  it.each([
    [
      'a legend',
      '<fieldset><legend>What is your date of birth?</legend><label for="d1">Day</label><input id="d1" name="d1" inputmode="numeric"><label for="d2">Month</label><select id="d2" name="d2"></select><label for="d3">Year</label><input id="d3" name="d3"></fieldset>',
      ['birth-date d1', 'birth-date d2', 'birth-date d3'],
    ],
    [
      'the name of a group',
      '<div role="group" aria-labelledby="t"><h3 id="t">Date of birth</h3><label>Day<input name="d1"></label><label>Month<select name="d2"></select></label><label>Year<input name="d3"></label></div>',
      ['birth-date d1', 'birth-date d2', 'birth-date d3'],
    ],
    [
      'a legend about something else',
      '<fieldset><legend>Date of the concert</legend><label>Day<input name="d1"></label><label>Month<input name="d2"></label><label>Year<input name="d3"></label></fieldset>',
      ['other d1', 'other d2', 'other d3'],
    ],
    [
      'a legend over parts of a name',
      '<fieldset><legend>Name</legend><input name="i1.3" aria-label="First"><input name="i1.6" aria-label="Last"></fieldset>',
      ['name i1.3', 'name i1.6'],
    ],
    [
      'a Japanese legend',
      '<fieldset><legend>生年月日</legend><label>年<input name="a"></label><label>月<input name="b"></label><label>日<input name="c"></label></fieldset>',
      ['birth-date a', 'birth-date b', 'birth-date c'],
    ],
  ])('are a question above parts of an answer: %s', (_what, html, expected) => {
    expect(fieldsOf(`<form>${PROVES}${html}</form>`)).toEqual(['email e', ...expected]);
  });

  it.each([
    [
      'answers of radio buttons',
      '<fieldset><legend>Favourite kind of music</legend><label><input type="radio" name="g" value="1">Country</label><label><input type="radio" name="g" value="2">Pop</label></fieldset>',
      ['other g'],
    ],
    [
      'answers of boxes',
      '<fieldset><legend>Which kinds?</legend><label><input type="checkbox" name="g_1">Country</label><label><input type="checkbox" name="g_2">All ages</label></fieldset>',
      ['other g_1', 'other g_2'],
    ],
    [
      'ways to be reached',
      '<div role="radiogroup" aria-label="How shall we reach you?"><label><input type="radio" name="w">E-mail</label><label><input type="radio" name="w">Phone</label></div>',
      ['other w'],
    ],
    [
      'an answer to a question that we know',
      '<fieldset><legend>Gender</legend><label><input type="radio" name="g">Female</label><label><input type="radio" name="g">Male</label></fieldset>',
      ['gender g'],
    ],
  ])('are not %s', (_what, html, expected) => {
    expect(fieldsOf(`<form>${PROVES}${html}</form>`)).toEqual(['email e', ...expected]);
  });
});

describe('a field that nobody can see', () => {
  const TRAP =
    '<input type="password" name="password" value="" tabindex="-1" autocomplete="new-password"><input name="zip_code" tabindex="-1" autocomplete="off">';

  it.each([
    ['far out', `<div style="position:absolute;left:-9999px" aria-hidden="true">${TRAP}</div>`],
    ['not drawn', `<div style="display:none">${TRAP}</div>`],
    ['invisible', `<div style="visibility:hidden">${TRAP}</div>`],
    ['clipped', `<div style="position:absolute;clip:rect(0px, 0px, 0px, 0px)">${TRAP}</div>`],
    ['transparent', `<div style="opacity:0;position:absolute;height:0px;width:0px">${TRAP}</div>`],
  ])('is a trap and no question: %s', (_how, html) => {
    const form = only(
      `<form action="/news" method="post"><input type="email" name="email" placeholder="Email">${html}<button>Join the newsletter</button></form>`,
    );
    expect(form.purposes).toEqual(['newsletter']);
    expect(form.fields.map(({ meaning }) => meaning)).toEqual(['email', 'hidden', 'hidden']);
  });

  it.each([
    ['a label in words', '<div style="display:none"><label>Leave this field empty<input name="url"></label></div>'],
    ['nothing at all', '<label style="display:none">Phone<input name="wpforms[hp]"></label>'],
    ['the field alone', '<input name="form_fields[field_hp]" style="display:none">'],
  ])('is one where it is hidden with %s', (_how, html) => {
    expect(only(`<form><input type="email" name="email">${html}</form>`).fields[1]?.meaning).toBe('hidden');
  });

  it.each([
    ['a closed dialog', '<dialog>', '</dialog>'],
    ['a menu that is not drawn', '<div style="display:none">', '</div>'],
    ['a panel far out', '<div style="position:fixed;left:-9999px">', '</div>'],
  ])('is a question when the form as a whole is hidden: %s', (_how, open, close) => {
    const form = only(
      `${open}<form action="/log-in" method="post"><input name="user"><input type="password" name="pw"></form>${close}`,
    );
    expect(form.fields.map(({ meaning }) => meaning)).toEqual(['user-name', 'password']);
    expect(form.purposes).toEqual(['account']);
  });

  it('is a question in the next step of a form', () => {
    expect(
      fieldsOf(
        '<form><div class="step"><input type="email" name="e"><button type="button">Next</button></div><div class="step" style="display:none"><label>Date of birth<input name="b"></label></div></form>',
      ),
    ).toEqual(['email e', 'birth-date b']);
  });

  it('is a question where something that can be seen stands for it', () => {
    expect(
      fieldsOf(
        `<form>${PROVES}<input type="checkbox" id="c" name="c" style="position:absolute;opacity:0"><label for="c">I agree</label><select name="country" style="display:none"></select><label>Résumé<input type="file" name="f" style="display:none"></label></form>`,
      ),
    ).toEqual(['email e', 'consent-box c', 'country country', 'upload f']);
  });

  it('becomes a question when it is shown, and stays one when its step is over', () => {
    const { take, scan } = see(
      `<form>${PROVES}<div id="more" style="display:none"><label>Mobile number<input name="m"></label></div></form>`,
    );
    expect(take('form')[0]?.fields[1]?.meaning).toBe('hidden');
    must(document.querySelector<HTMLElement>('#more')).style.display = 'block';
    scan();
    expect(take('form')[0]?.fields[1]?.meaning).toBe('mobile');
    must(document.querySelector<HTMLElement>('#more')).style.display = 'none';
    document.querySelector('form')?.insertAdjacentHTML('beforeend', '<input name="x">');
    scan();
    expect(take('form')[0]?.fields[1]?.meaning).toBe('mobile');
  });
});

describe('one form', () => {
  const FORM = '<form action="/news"><input type="email" name="email-1"><button>Newsletter</button></form>';

  it('is a form that is drawn anew, and one that stands twice on the page', () => {
    const { take, scan } = see(FORM + FORM.replace('email-1', 'email-2'));
    for (let time = 0; time < 40; time += 1) {
      document.body.innerHTML = FORM.replace('email-1', `email-${time}`);
      scan();
    }
    const ids = new Set(take('form').map(({ id }) => id));
    expect(ids.size).toBe(1);
    expect(take('limit')).toEqual([]);
  });

  it.each([
    ['goes elsewhere', FORM.replace('/news', 'https://mail.example/s')],
    ['asks something else', FORM.replace('type="email"', 'type="tel"')],
    ['is for something else', FORM.replace('Newsletter', 'Log in')],
  ])('is another when it %s', (_what, other) => {
    expect(
      new Set(
        see(FORM + other)
          .take('form')
          .map(({ id }) => id),
      ).size,
    ).toBe(2);
  });
});

describe('while the page changes', () => {
  // A form's own `action` and `method` are tried in a browser (sign-ups.spec.ts): happy-dom's records tell of another object.
  it.each<['input' | 'button', string, string, object]>([
    ['input', 'type', 'tel', { fields: [{ meaning: 'tel' }] }],
    ['input', 'name', 'email', { fields: [{ name: 'email', meaning: 'email' }] }],
    ['input', 'autocomplete', 'bday', { fields: [{ meaning: 'birth-date' }] }],
    ['input', 'placeholder', 'Your e-mail', { fields: [{ meaning: 'email' }] }],
    ['input', 'title', 'Your e-mail', { fields: [{ meaning: 'email' }] }],
    ['input', 'required', '', { fields: [{ required: true }] }],
    ['input', 'aria-required', 'true', { fields: [{ required: true }] }],
    ['button', 'formaction', 'https://mail.example/s', { target: { host: 'mail.example' } }],
    ['button', 'formmethod', 'post', { method: 'post' }],
  ])('tells a form anew whose %s gets its %s later, and nothing else', (tag, attribute, value, told) => {
    const { take, scan } = see('<form action="/a"><input name=a><button>Go</button></form>');
    expect(take('form')).toHaveLength(1);
    must(document.querySelector(tag)).setAttribute(attribute, value);
    scan();
    const again = take('form');
    expect(again).toHaveLength(1);
    expect(again[0]).toMatchObject(told);
  });

  it('takes no box for ticked beforehand that a page marks later', () => {
    const { take, scan } = see('<form action="/a"><input name=e type=email><input name=b type=checkbox></form>');
    expect(take('form')).toHaveLength(1);
    must(document.querySelector('[type=checkbox]')).setAttribute('checked', '');
    scan();
    expect(take('form')).toEqual([]);
  });

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
