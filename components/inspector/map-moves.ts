/** Moving about in the drawn map: by the arrow keys, and to what lights up. */

const buttonsIn = (column: Element | undefined): readonly HTMLElement[] => [
  ...(column?.querySelectorAll<HTMLElement>('[data-node]') ?? []),
];

/**
 * Moves the focus from one node to another: up and down within a column, left and right to the first node of the next one that lights up.
 * Whether the key did so.
 */
export function focusBy(picture: HTMLElement, key: string): boolean {
  const columns = [...picture.querySelectorAll('[data-column]')];
  const from = document.activeElement;
  const here = columns.find((column) => column.contains(from));
  if (here === undefined || !(from instanceof HTMLElement) || from.dataset.node === undefined) return false;
  const nodes = buttonsIn(here);
  const at = nodes.indexOf(from);
  const beside = (step: 1 | -1): HTMLElement | undefined => {
    const next = buttonsIn(columns[columns.indexOf(here) + step]);
    return next.find(({ dataset }) => dataset.lit !== undefined) ?? next[0];
  };
  const to = ((): HTMLElement | undefined => {
    switch (key) {
      case 'ArrowDown':
        return nodes[at + 1];
      case 'ArrowUp':
        return nodes[at - 1];
      case 'ArrowRight':
        return beside(1);
      case 'ArrowLeft':
        return beside(-1);
      default:
        return undefined;
    }
  })();
  to?.focus();
  return to !== undefined;
}

/** Scrolls each column to what lights up, where none of that is in sight, and the page to what is chosen. */
export function revealLit(picture: HTMLElement): void {
  for (const column of picture.querySelectorAll('[data-nodes]')) {
    const { top, bottom } = column.getBoundingClientRect();
    const places = [...column.querySelectorAll('[data-lit]')].map((node) => node.getBoundingClientRect());
    const [first] = places;
    if (first !== undefined && !places.some((place) => place.top >= top && place.bottom <= bottom))
      column.scrollTop += first.top - top;
  }
  picture.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest' });
}
