/** Scripts of companies, as far as their documentation tells what they do: a few words that they all need, and what is theirs. */
import { script, type Answer } from '../../../replica/answer.ts';

/** What a company's script is written with. Its cookies go on the site's domain, as such scripts set them. */
const WORDS = `
const site = '.' + location.hostname.split('.').slice(-2).join('.');
const put = (name, value, days = 365) => {
  document.cookie = name + '=' + value + '; path=/; domain=' + site + '; max-age=' + 86400 * days + '; SameSite=Lax';
};
const get = (name) => document.cookie.split('; ').find((pair) => pair.startsWith(name + '='))?.slice(name.length + 1);
const load = (src, then) => {
  const element = document.createElement('script');
  element.async = true;
  element.src = src;
  if (then) element.onload = then;
  document.head.append(element);
};
const image = (src) => { new Image(1, 1).src = src; };
const post = (url, body) => fetch(url, { method: 'POST', body, keepalive: true, mode: 'no-cors', credentials: 'include' }).catch(() => {});
const digits = (count) => Array.from({ length: count }, (_, index) => (index === 0 ? 1 : 0) + Math.floor(Math.random() * 9)).join('');
const seconds = () => Math.floor(Date.now() / 1000);
const activate = (selector) => {
  for (const old of document.querySelectorAll(selector)) {
    const element = document.createElement('script');
    for (const { name, value } of old.attributes) if (name !== 'type' && name !== 'class') element.setAttribute(name, value);
    element.textContent = old.textContent;
    old.replaceWith(element);
  }
};
const whenReady = (work) => document.readyState === 'loading' ? addEventListener('DOMContentLoaded', work) : work();
const show = (markup) => {
  const holder = document.createElement('div');
  holder.innerHTML = markup;
  document.body.append(holder);
  return holder;
};
`;

/** A script of a company. `body` may use the words above, and `here`, the script's own element. */
export function companyScript(body: string): () => Answer {
  const text = `(() => {\nconst here = document.currentScript;${WORDS}${body}\n})();`;
  return () => script(text);
}
