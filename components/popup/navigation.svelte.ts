/** Which view the popup shows, and the way back. Follows the address, so the browser's own "back" works too where there is one. */
import type { PopupView } from '../../words/screens.ts';
import { parentOf, readView, viewAddress } from './popup-view.ts';

/** The way to a view that was opened by its address alone: home, its list, itself. */
function wayTo(view: PopupView): readonly PopupView[] {
  return view.is === 'home' ? [view] : [...wayTo(parentOf(view)), view];
}

/** The views that were gone through, the one that is shown last. */
export class Navigation {
  #trail = $state.raw<readonly PopupView[]>([]);
  readonly #window: Window;
  #cameBack = false;
  readonly #onChange = (): void => {
    const view = readView(this.#window.location.hash);
    const address = viewAddress(view);
    // Two steps that follow at once are told twice, each time with the address of the second.
    if (address === viewAddress(this.view)) return;
    // The address of a view that was gone through is a way back, whoever asked for it.
    const place = this.#trail.findLastIndex((before) => viewAddress(before) === address);
    this.#cameBack = place >= 0;
    this.#trail = this.#cameBack ? this.#trail.slice(0, place + 1) : [...this.#trail, view];
  };

  /** A toolbar's popup has no "back" of its own: there Alt+Left would turn back the page behind it, so it is ours. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const alone = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!alone || event.key !== 'ArrowLeft' || this.view.is === 'home') return;
    event.preventDefault();
    this.#window.location.hash = viewAddress(this.back);
  };

  constructor(window: Window) {
    this.#window = window;
    this.#trail = wayTo(readView(window.location.hash));
    window.addEventListener('hashchange', this.#onChange);
    window.addEventListener('keydown', this.#onKey);
  }

  /** What is shown; reactive. */
  get view(): PopupView {
    return this.#trail.at(-1) ?? { is: 'home' };
  }

  /** Where "back" leads. */
  get back(): PopupView {
    return this.#trail.at(-2) ?? { is: 'home' };
  }

  /** Whether the last step was one back. */
  get cameBack(): boolean {
    return this.#cameBack;
  }

  /** Stops following. */
  close(): void {
    this.#window.removeEventListener('hashchange', this.#onChange);
    this.#window.removeEventListener('keydown', this.#onKey);
  }
}
