// @vitest-environment happy-dom
/** On what terms does a form ask, as its markup has it? */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FormObservation } from '../../../ledger/observation.ts';
import { observeForms } from '../../../observers/page/forms.ts';
import { fill, goTo, idleAtOnce, must } from './test-document.ts';
import { watchPage, type WatchedPage } from './watched-page.ts';

let page: WatchedPage;

beforeEach(() => {
  goTo('https://www.artist.example/');
  vi.stubGlobal('requestIdleCallback', idleAtOnce);
});
afterEach(() => {
  page.end();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

function only(html: string): FormObservation {
  fill(html);
  page = watchPage(observeForms);
  const forms = page.take('form');
  expect(forms).toHaveLength(1);
  return must(forms[0]);
}
const EMAIL = '<input type="email" name="email">';

describe('a field', () => {
  it.each([
    ['<input name="a" required>', { required: true }],
    ['<input name="a" aria-required="true">', { required: true }],
    ['<input name="a" aria-required="false">', {}],
    ['<select name="a" required><option>One</select>', { required: true }],
    ['<input name="a" value="required">', {}],
    ['<input type="checkbox" name="a" checked>', { preset: true }],
    ['<input type="checkbox" name="a" required checked>', { required: true, preset: true }],
    ['<input type="checkbox" name="a">', {}],
    // A choice among several is no tick, and has to begin somewhere.
    ['<input type="radio" name="a" checked>', {}],
  ])('%s', (field, conditions) => {
    const { fields } = only(`<form>${EMAIL}${field}<button>Sign up</button></form>`);
    const { name: _name, meaning: _meaning, ...rest } = must(fields.find(({ name }) => name === 'a'));
    expect(rest).toEqual(conditions);
  });

  it('that a person ticks is not told: only what the markup ticked beforehand', () => {
    fill(`<form>${EMAIL}<input type="checkbox" name="a"><input type="checkbox" name="b" checked></form>`);
    must(document.querySelector<HTMLInputElement>('[name=a]')).checked = true;
    must(document.querySelector<HTMLInputElement>('[name=b]')).checked = false;
    page = watchPage(observeForms);
    const [form] = page.take('form');
    expect(form?.fields.map(({ name, preset }) => [name, preset])).toEqual([
      ['email', undefined],
      ['a', undefined],
      ['b', true],
    ]);
  });

  it('of several boxes of one name is a must, and ticked, where one of them is', () => {
    const box = (more: string): string => `<label><input type="checkbox" name="news" ${more}>News</label>`;
    const { fields } = only(`<form>${EMAIL}${box('')}${box('checked')}${box('required')}</form>`);
    expect(fields.at(-1)).toMatchObject({ name: 'news', required: true, preset: true });
  });
});

describe('the policy of a form', () => {
  const POLICY = '<a href="/privacy-policy/">Privacy Policy</a>';
  const path = ({ policy }: FormObservation): string | null | undefined => policy && policy.host + policy.path;
  const links = (count: number): string =>
    Array.from({ length: count }, (_, at) => `<a href="/${String(at)}">Page ${String(at)}</a>`).join('');

  it.each<[string, string, string | null]>([
    [
      'in it',
      `<form>${EMAIL}<p>By signing up you agree to our ${POLICY}.</p></form>`,
      'www.artist.example/privacy-policy/',
    ],
    ['behind it', `<section><form>${EMAIL}</form><p>${POLICY}</p></section>`, 'www.artist.example/privacy-policy/'],
    [
      'of another site',
      `<form>${EMAIL}<a href="https://www.sonymusic.com/privacy-policy/?x=1">Datenschutz</a></form>`,
      'www.sonymusic.com/privacy-policy/',
    ],
    [
      'in the footer of a page with many links',
      `<section><form>${EMAIL}</form></section><footer>${links(20)}${POLICY}</footer>`,
      null,
    ],
    [
      'with another form',
      `<main><div><form>${EMAIL}</form></div><div><form><input type="search" name="q">${POLICY}</form></div></main>`,
      null,
    ],
    ['nowhere', `<form>${EMAIL}<a href="/terms">Terms</a></form>`, null],
  ])('stands %s', (_where, html, expected) => {
    fill(html);
    page = watchPage(observeForms);
    const form = must(page.take('form').find(({ fields }) => fields.some(({ name }) => name === 'email')));
    expect(path(form)).toBe(expected);
  });
});
