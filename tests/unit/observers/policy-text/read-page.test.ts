// @vitest-environment happy-dom
/** The reader in the page, over documents that nobody would write: it ends, keeps within its limits, changes nothing and invents no word. */
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Reader from '../../../../observers/policy-text/read-page.ts';
import { BlockWriter, type Place } from '../../../../observers/policy-text/block-writer.ts';
import { MAX_BLOCKS, MAX_CHARACTERS, readDocument } from '../../../../reading/read-document.ts';
import { readPolicy } from '../../../../reading/read-policy.ts';
import { readRawDocument } from '../../../../reading/read-raw-document.ts';
import { fill, goTo, idleAtOnce } from '../test-document.ts';

let readPage: typeof Reader.readPage;

const styleOf = globalThis.getComputedStyle;

/** A style as browsers give it: happy-dom leaves empty what nobody set. */
function computedStyle(element: Element): CSSStyleDeclaration {
  const { display, visibility, position, whiteSpace, fontWeight } = styleOf(element);
  return {
    ...{ display, position: position || 'static', visibility: visibility || 'visible' },
    ...{ whiteSpace: whiteSpace || 'normal', fontWeight: fontWeight === 'bold' ? '700' : '400' },
  } as CSSStyleDeclaration;
}

/** Where happy-dom differs from browsers: `nodeValue` of the prototype of all nodes. */
beforeAll(async () => {
  Object.defineProperty(Node.prototype, 'nodeValue', {
    configurable: true,
    get(this: Node) {
      return this instanceof CharacterData ? this.data : null;
    },
  });
  ({ readPage } = await import('../../../../observers/policy-text/read-page.ts'));
});

beforeEach(() => {
  goTo('https://www.artist.example/privacy/');
  vi.stubGlobal('requestIdleCallback', idleAtOnce);
  vi.stubGlobal('getComputedStyle', computedStyle);
});
afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

/** A node of a page, as it is made: an element with what it holds, or words. */
type Made = string | { tag: string; attributes: Record<string, string>; children: readonly Made[]; isShadow: boolean };

const TAGS = [
  ...[
    'div',
    'p',
    'span',
    'b',
    'a',
    'br',
    'h1',
    'h3',
    'ul',
    'ol',
    'li',
    'dl',
    'dt',
    'dd',
    'table',
    'tr',
    'th',
    'td',
    'caption',
  ],
  ...[
    'section',
    'article',
    'main',
    'header',
    'footer',
    'nav',
    'aside',
    'details',
    'summary',
    'button',
    'form',
    'input',
    'pre',
  ],
  ...[
    'script',
    'style',
    'svg',
    'template',
    'slot',
    'textarea',
    'select',
    'option',
    'custom-element',
    'object',
    'dialog',
  ],
];

const attributes = fc.dictionary(
  fc.constantFrom(
    'id',
    'class',
    'role',
    'style',
    'hidden',
    'aria-expanded',
    'aria-level',
    'colspan',
    'href',
    'name',
    'open',
    'lang',
  ),
  fc.constantFrom(
    ...['', '-1', '9e99', 'heading', 'navigation', 'tabpanel', 'button', 'presentation', 'cookie-banner', 'accordion'],
    ...[
      'display:none',
      'visibility:hidden',
      'position:fixed',
      'white-space:pre',
      'font-weight:bold',
      'display:list-item',
    ],
    // A form answers to the names of its fields.
    ...[
      'firstChild',
      'nodeType',
      'attributes',
      'getAttribute',
      'javascript:void 0',
      '#top',
      'https://b.example/a',
      '\u{1f36a}\ud800',
    ],
  ),
  { maxKeys: 3 },
);

const words = fc.oneof(
  fc.constantFrom(
    'We collect your name. ',
    ' and\n',
    'your e-mail address:',
    '\u2022 cookies',
    '1. ',
    '. ',
    '\u00a0',
    '\u200b\u202e',
    '\u00a9 2026 A',
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

const { node } = fc.letrec<{ node: Made }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 6 },
    words,
    fc.record({
      tag: fc.constantFrom(...TAGS),
      attributes,
      children: fc.array(tie('node'), { maxLength: 5 }),
      isShadow: fc.boolean(),
    }),
  ),
}));

function build(made: Made, parent: Node): void {
  if (typeof made === 'string') {
    parent.appendChild(document.createTextNode(made));
    return;
  }
  const element = document.createElement(made.tag);
  for (const [name, value] of Object.entries(made.attributes)) element.setAttribute(name, value);
  parent.appendChild(element);
  const isHost = made.isShadow && (made.tag === 'custom-element' || made.tag === 'div');
  const inside = isHost ? element.attachShadow({ mode: 'open' }) : element;
  for (const child of made.children) build(child, inside);
}

/** All words that were put into the page, in their order, without spaces and without signs that nobody sees. */
function allWords(made: Made): string {
  return typeof made === 'string' ? made : made.children.map(allWords).join('');
}
const bare = (text: string): string =>
  text.replace(/[\s\u00ad\u0085\u180e\u200b-\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff]/gu, '');

/** Whether the signs of `part` stand in `whole` in the same order. */
function standsIn(part: string, whole: string): boolean {
  let at = 0;
  for (const sign of part) {
    const next = whole.indexOf(sign, at);
    if (next === -1) return false;
    at = next + sign.length;
  }
  return true;
}

describe('the reader in the page', () => {
  it('throws for no document, changes none, and quotes nothing that does not stand in it', async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(node, { maxLength: 6 }), async (made) => {
        document.body.replaceChildren();
        for (const one of made) build(one, document.body);
        const before = document.body.outerHTML;
        const raw = await readPage();
        expect(document.body.outerHTML).toBe(before);
        expect(readRawDocument(raw)).toEqual(raw);
        const whole = bare(made.map(allWords).join(''));
        for (const block of raw.blocks) expect(standsIn(bare(block.text), whole)).toBe(true);

        const { document: found, sentences } = readPolicy(raw);
        read += sentences.length;
        let at = 0;
        for (const { start, end, text } of sentences) {
          expect(found.text.slice(start, end)).toBe(text);
          expect(start).toBeGreaterThanOrEqual(at);
          expect(standsIn(bare(text), whole)).toBe(true);
          at = end;
        }
      }),
      { numRuns: 300 },
    );
    // Else nothing was tested.
    expect(read).toBeGreaterThan(300);
  });

  it('ends in a page that is nested two hundred deep', async () => {
    const made = Array.from({ length: 200 }).reduce<Made>(
      (inner) => ({ tag: 'div', attributes: {}, children: [inner], isShadow: false }),
      'We collect your name.',
    );
    build(made, document.body);
    expect((await readPage()).blocks.map(({ text }) => text)).toEqual(['We collect your name.']);
  });

  it('is not misled by a form that answers to the names of its fields', async () => {
    fill(
      '<form><p>We collect your name.</p><input name="firstChild"><input name="nodeType"><input name="tagName"></form>',
    );
    expect((await readPage()).blocks.map(({ text }) => text)).toEqual(['We collect your name.']);
  });
});

const PLACE: Place = {
  ...{ kind: 'paragraph', level: 0, isInMain: true, isFolded: false, isBold: false, isPreformatted: false },
  ...{ row: '', column: '' },
};

describe('what is written of a page', () => {
  it('keeps within its limits, whatever is written in which order', () => {
    const step = fc.oneof(
      fc.string({ maxLength: 20 }).map(
        (text) =>
          (writer: BlockWriter): void =>
            writer.write(text, PLACE),
      ),
      fc.string({ maxLength: 20 }).map(
        (text) =>
          (writer: BlockWriter): void =>
            writer.write(text, { ...PLACE, isPreformatted: true }),
      ),
      fc.nat(30).map(
        (from) =>
          (writer: BlockWriter): void =>
            writer.link(from, 'https://b.example/'),
      ),
      fc.constant((writer: BlockWriter): void => writer.breakLine()),
      fc.constant((writer: BlockWriter): void => writer.close()),
      fc.constant((writer: BlockWriter): void => writer.write('a '.repeat(MAX_CHARACTERS / 3), PLACE)),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const writer = new BlockWriter();
        for (const one of steps) one(writer);
        writer.close();
        const blocks = writer.blocks.map(({ block }) => block);
        expect(blocks.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(
          MAX_CHARACTERS + steps.length,
        );
        expect(blocks.every(({ text, links = [] }) => text.trim() === text && links.length <= 50)).toBe(true);
        const raw = { address: '', title: '', declaredLanguage: '', publisher: '', blocks, unreadFrames: 0 };
        const { text, cutBy } = readDocument({ ...raw, cutBy: writer.cutBy });
        expect(text.length).toBeLessThanOrEqual(MAX_CHARACTERS + 2 * blocks.length);
        if (writer.cutBy !== null) expect(cutBy).toBe(writer.cutBy);
      }),
      { numRuns: 60 },
    );
  });

  it('ends with the last block that there is room for, and says so', () => {
    const writer = new BlockWriter();
    for (let at = 0; at < MAX_BLOCKS + 3; at += 1) {
      writer.write('We share.', PLACE);
      writer.close();
    }
    expect([writer.blocks.length, writer.cutBy]).toEqual([MAX_BLOCKS, 'blocks']);
  });
});
