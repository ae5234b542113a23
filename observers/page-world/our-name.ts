/** What a script of ours in the page's own world calls itself in stacks (`build/bare-page-world.ts` writes it into the built file). */
export const OURS = '[native]';
