/**
 * The page's text as a person sees it: blocks in the order of the page, without menus and banners, with sections that are folded. A
 * few milliseconds at a time, the rest in idle time; at most a million characters and 100,000 elements. It never throws.
 */
import type { CutBy, RawDocument } from '../../reading/raw-document.ts';
import { attribute, documentAddress, elementsIn, resolved } from '../page/page-elements.ts';
import { textsIn } from '../page/page-text.ts';
import { documentBody, documentElement, documentTitle, tagOf } from '../page/safe-document.ts';
import { BlockWriter } from './block-writer.ts';
import { isBlock, isFoldedSection, isPassedOver } from './element-part.ts';
import { keptBlocks } from './kept-blocks.ts';
import { documentOfFrame, drawnChildren, isElement, styleOf, textOfNode } from './page-tree.ts';
import { AT_START, placeIn, type Where } from './word-place.ts';

/** Most elements that are looked at. */
const MAX_ELEMENTS = 100_000;
/** Most nodes, texts and comments among them. */
const MAX_NODES = 500_000;
/** Milliseconds of work before the page gets its turn, and longest wait for idle time. */
const SLICE = 10;
const IDLE_PATIENCE = 50;

/** How much of a footer is searched for the line with ©. */
const FOOTER_TEXT = 2000;

/** A frame that may hold the text, by its size on the screen in pixels; a wide one of the form of a video does not. */
const FRAME = { width: 400, height: 450, videoForm: [1.6, 1.9] } as const;

/** A node that waits for its turn; or what is to be done when all before it have had theirs. */
type Step = { readonly node: Node; readonly where: Where } | (() => void);

/** Walks one page. */
class PageWalk {
  readonly writer = new BlockWriter();
  readonly #steps: Step[] = [];
  #elements = 0;
  #nodes = 0;
  cutBy: CutBy | null = null;
  unreadFrames = 0;
  publisher = '';

  constructor(body: Element) {
    this.#steps.push({ node: body, where: AT_START });
  }

  /** One step; false when there is nothing more to do. */
  step(): boolean {
    const next = this.#steps.pop();
    if (next === undefined || this.writer.cutBy !== null || this.cutBy !== null) {
      this.writer.close();
      this.cutBy ??= this.writer.cutBy;
      return false;
    }
    try {
      if (typeof next === 'function') next();
      else this.#meet(next.node, next.where);
    } catch {
      // What cannot be read says nothing about its neighbours.
    }
    return true;
  }

  #meet(node: Node, where: Where): void {
    this.#nodes += 1;
    const text = textOfNode(node);
    if (this.#nodes > MAX_NODES) this.cutBy = 'elements';
    else if (text !== null) {
      if (where.isVisible) this.writer.write(text, where);
    } else if (isElement(node)) {
      this.#elements += 1;
      if (this.#elements > MAX_ELEMENTS) this.cutBy = 'elements';
      else if (tagOf(node) === 'br') this.writer.breakLine();
      else this.#enter(node, where);
    }
  }

  #enter(element: Element, around: Where): void {
    const style = styleOf(element);
    const isHidden = style.display === 'none';
    if (isHidden && !around.isFolded && !isFoldedSection(element)) return;
    if (isPassedOver(element, style, around)) {
      if (this.publisher === '') this.publisher = copyrightLine(element);
      return;
    }
    if (isUnreadFrame(element)) this.unreadFrames += 1;
    const where = placeIn(element, style, around, isHidden);
    const isOwn = isBlock(style) || where.kind !== around.kind || tagOf(element) === 'iframe';
    if (isOwn) this.writer.close();
    const isApart = !isOwn && style.display !== 'inline' && style.display !== 'contents';
    if (isApart) this.writer.write(' ', where);
    const isLink = tagOf(element) === 'a';
    const from = this.writer.pieces;
    this.#steps.push(() => {
      if (isLink) this.writer.link(from, resolved(attribute(element, 'href')));
      if (isOwn) this.writer.close();
      else if (isApart) this.writer.write(' ', where);
    });
    for (const child of drawnChildren(element).reverse()) this.#steps.push({ node: child, where });
  }
}

/** Whether a frame of another site is as large as a text that is shown in it would be. */
function isUnreadFrame(element: Element): boolean {
  if (tagOf(element) !== 'iframe' || documentOfFrame(element) !== null) return false;
  const { width, height } = element.getBoundingClientRect();
  const form = width / height;
  return width >= FRAME.width && height >= FRAME.height && !(form > FRAME.videoForm[0] && form < FRAME.videoForm[1]);
}

/** The line with © in a footer: 'Sony Music Entertainment' of "© 2020 Sony Music Entertainment. All rights reserved". */
function copyrightLine(element: Element): string {
  if (tagOf(element) !== 'footer' && attribute(element, 'role') !== 'contentinfo') return '';
  const text = textsIn(element, FOOTER_TEXT).join(' ').replace(/\s+/g, ' ');
  const found = /(?:\u00a9|\(c\)|copyright)[\s\d\u00a9,\u2013-]*([^.|\u00b7\u2022]{2,80})/i.exec(text)?.[1] ?? '';
  return found.replace(/\ball rights.*/i, '').trim();
}

function siteName(): string {
  const [meta] = elementsIn([document], 'meta[property="og:site_name"]');
  return meta === undefined ? '' : attribute(meta, 'content').trim().slice(0, 200);
}

function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: IDLE_PATIENCE });
  });
}

/** Reads the page in which it runs. */
export async function readPage(): Promise<RawDocument> {
  const body = documentBody();
  const walk = body === null ? null : new PageWalk(body);
  for (let began = performance.now(), steps = 0; walk?.step() === true; steps += 1) {
    // The clock is asked for every thirty-second step.
    if (steps % 32 !== 31 || performance.now() - began < SLICE) continue;
    await untilIdle();
    began = performance.now();
  }
  const root = documentElement();
  return {
    address: documentAddress().split('#')[0] ?? '',
    title: documentTitle(),
    declaredLanguage: root === null ? '' : attribute(root, 'lang'),
    publisher: siteName() || (walk?.publisher ?? ''),
    blocks: keptBlocks(walk?.writer.blocks ?? []),
    cutBy: walk?.cutBy ?? null,
    unreadFrames: walk?.unreadFrames ?? 0,
  };
}
