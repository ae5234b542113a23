/** The popup as text: what a person would read, line by line, with headings set apart. */
import type { Page } from '@playwright/test';

/** Runs in the popup. One line for each heading, paragraph, list row or link; folded parts and the way back are left out. */
function readLines(): { text: string; heading: boolean }[] {
  const line = 'h1, h2, h3, h4, p, li, dt, dd, summary, blockquote, figcaption, button, a';
  const lines: { text: string; heading: boolean }[] = [];
  // Spans that stand side by side are words apart, whether or not the markup has a space between them.
  const textOf = (node: Node): string => {
    if (node instanceof Element && !node.checkVisibility()) return '';
    return node.childNodes.length === 0 ? (node.textContent ?? '') : [...node.childNodes].map(textOf).join(' ');
  };
  const push = (node: Node, heading: boolean): void => {
    // The parts of a line that leads deeper are a name, a label, examples: told apart by a dot.
    const parts =
      node instanceof HTMLElement && node.matches('summary, a[href^="#"]')
        ? node.innerText.split('\n').join(' · ')
        : textOf(node);
    const text = parts
      .replace(/\s+/g, ' ')
      .replaceAll(' · :', ':')
      .replace(/ ([.,;:!?])/g, '$1')
      .replace(/(?: ·)+ /g, ' · ')
      .trim();
    if (text !== '') lines.push({ text, heading });
  };
  const walk = (node: Node): void => {
    if (!(node instanceof Element)) {
      push(node, false);
      return;
    }
    if (!node.checkVisibility() || node.matches('script, style, p:has(> [data-back])')) return;
    const whole =
      node.matches('p, h1, h2, h3, h4, summary') || (node.matches(line) && node.querySelector(line) === null);
    if (whole) push(node, node.matches('h1, h2'));
    else node.childNodes.forEach(walk);
  };
  walk(document.body);
  return lines;
}

/** What stands in the view that the popup shows, indented, with an empty line before each heading. */
export async function readPopup(popup: Page): Promise<string> {
  const lines = await popup.evaluate(readLines);
  return lines.map(({ text, heading }) => (heading ? `\n  ${text}` : `    ${text}`)).join('\n');
}
