/**
 * The code of the views one step deeper: fetched while the first screen is read, or when a view is opened before that. A new view needs a
 * line here, and its place in App.svelte.
 */
import type { PopupView } from '../../words/screens.ts';

/** Where the code of each view is. */
const FILES = {
  site: () => import('./views/SiteDetail.svelte'),
  practices: () => import('./views/Practices.svelte'),
  practice: () => import('./views/PracticeDetail.svelte'),
  companies: () => import('./views/CompanyList.svelte'),
  company: () => import('./views/CompanyDetail.svelte'),
  kept: () => import('./views/StoredItems.svelte'),
  act: () => import('./views/Routes.svelte'),
  about: () => import('./views/About.svelte'),
  policy: () => import('./views/PolicyRead.svelte'),
} satisfies Record<Exclude<PopupView['is'], 'home'>, () => Promise<{ readonly default: unknown }>>;

/** A view that has code of its own. */
export type DeepView = keyof typeof FILES;
/** The component of each view. */
export type ViewComponents = { readonly [K in DeepView]: Awaited<ReturnType<(typeof FILES)[K]>>['default'] };

/** The components that there are by now; reactive. */
export class ViewCode {
  #there: Partial<ViewComponents>;
  #failed: readonly DeepView[] = $state.raw([]);
  readonly #asked: Partial<Record<DeepView, Promise<void> | undefined>> = {};

  /** `there`: those that need not be fetched. */
  constructor(there: Partial<ViewComponents> = {}) {
    this.#there = $state.raw(there);
  }

  /** The component of a view; undefined while its code is on its way, for which this asks, and where it did not come. */
  get<K extends DeepView>(view: K): ViewComponents[K] | undefined {
    const found = this.#there[view];
    if (found === undefined) void this.load(view);
    return found;
  }

  /** Whether the code of a view did not come when it was last asked for. */
  hasFailed(view: DeepView): boolean {
    return this.#failed.includes(view);
  }

  /** Fetches the code of a view, once. Never rejects. */
  load(view: DeepView): Promise<void> {
    return (this.#asked[view] ??= this.#fetch(view));
  }

  /** Fetches the code of a view again that did not come. */
  async again(view: DeepView): Promise<void> {
    this.#failed = this.#failed.filter((one) => one !== view);
    this.#asked[view] = undefined;
    await this.load(view);
  }

  /** Fetches the code of all views, one after the other: nobody waits for them. */
  async loadAll(): Promise<void> {
    for (const view of Object.keys(FILES) as DeepView[]) await this.load(view);
  }

  async #fetch(view: DeepView): Promise<void> {
    if (this.#there[view] !== undefined) return;
    try {
      const { default: component } = await FILES[view]();
      this.#there = { ...this.#there, [view]: component };
    } catch {
      this.#failed = [...this.#failed, view];
    }
  }
}
