/** Flash in the forms that pages use, and a page where the Ruffle player really plays the film. */
import { existsSync, readFileSync } from 'node:fs';
import { html, notFound, script, type Answer } from '../answer.ts';
import { plainPage } from '../document.ts';

const FILM = '/flash/prefs.swf';
const FLASH_TYPE = 'application/x-shockwave-flash';

const OBJECT = `<object type="${FLASH_TYPE}" data="${FILM}" width="320" height="180"><param name="movie" value="${FILM}"><param name="flashvars" value="song=harbour&amp;start=0"></object>`;
const EMBED = `<embed type="${FLASH_TYPE}" src="${FILM}" width="320" height="180" flashvars="song=harbour">`;
/** The pair that pages of 2005 carried for two browsers at once. */
const NESTED = `<object classid="clsid:D27CDB6E-AE6D-11cf-96B8-444553540000" width="320" height="180"><param name="movie" value="${FILM}"><param name="allowScriptAccess" value="always"><embed type="${FLASH_TYPE}" src="${FILM}" allowscriptaccess="always" width="320" height="180"></object>`;
const SWFOBJECT = `<div id="film"></div><script src="/flash/swfobject.js"></script>
<script>swfobject.embedSWF('${FILM}', 'film', '320', '180', '11.0.0', false, { song: 'harbour' }, { wmode: 'opaque' });</script>`;
const REQUEST = `<script>fetch('${FILM}').then((answer) => answer.arrayBuffer());</script>`;
/** Ruffle takes the place of the object and plays the film, which keeps four values as a Flash cookie. */
const RUFFLE = `<script>window.RufflePlayer = { config: { autoplay: 'on', unmuteOverlay: 'hidden', logLevel: 'error' } };</script>
<script src="/ruffle/ruffle.js"></script>${OBJECT}`;

const BODIES: ReadonlyMap<string, string> = new Map([
  ['object', OBJECT],
  ['embed', EMBED],
  ['nested', NESTED],
  ['swfobject', SWFOBJECT],
  ['request', REQUEST],
  ['ruffle', RUFFLE],
  // A key that looks like a Flash cookie's and holds none, and one that is cut short.
  [
    'damaged',
    `<script>localStorage.setItem(location.host + '${FILM}/prefs', 'AL8AAABXVENTTwAEAAAAAAAFcHJl'); localStorage.setItem(location.host + '${FILM}/song', 'not base64 at all');</script>`,
  ],
]);

/** Stands in for SWFObject 2: the one call that pages used, in our own few lines. */
const SWFOBJECT_SCRIPT = `window.swfobject = {
  embedSWF(film, id, width, height, version, express, variables, parameters) {
    const object = document.createElement('object');
    Object.assign(object, { id, type: '${FLASH_TYPE}', data: film, width, height });
    const all = { ...parameters, flashvars: new URLSearchParams(variables).toString() };
    for (const [name, value] of Object.entries(all)) {
      object.append(Object.assign(document.createElement('param'), { name, value }));
    }
    document.getElementById(id).replaceWith(object);
  },
};`;

/** The film that leaves a Flash cookie; its source stands beside it. */
function film(): Answer {
  return { type: FLASH_TYPE, body: readFileSync(new URL('../flash/prefs.swf', import.meta.url)) };
}

/** `/flash/<name>`. */
export function flash(name: string): Answer {
  if (name === 'prefs.swf') return film();
  if (name === 'swfobject.js') return script(SWFOBJECT_SCRIPT);
  const body = BODIES.get(name);
  return body === undefined ? notFound() : html(plainPage(`Flash: ${name}`, body));
}

/** `/ruffle/<file>`: the player, from the npm package. */
export function ruffle(name: string): Answer {
  if (!/^[\w.-]+\.(js|wasm)$/.test(name)) return notFound();
  const file = new URL(`../../node_modules/@ruffle-rs/ruffle/${name}`, import.meta.url);
  if (!existsSync(file)) return notFound();
  return {
    type: name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript; charset=utf-8',
    body: readFileSync(file),
  };
}
