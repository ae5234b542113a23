/** Hands the language of a page down to its components. */
import { getContext, setContext, untrack } from 'svelte';
import type { Language } from '../../words/language.ts';

const KEY = Symbol('language');

/** Gives the language of the moment. Called when a component is made: what is to change its language is drawn anew, by `{#key}`. */
type CurrentLanguage = () => Language;

/** What `mount` takes for a page that keeps its language. */
export function languageContext(language: Language): Map<unknown, unknown> {
  return new Map<unknown, unknown>([[KEY, () => language]]);
}

/** For a component that changes the language of those that stand in it. Call it while that component is made. */
export function setLanguage(current: CurrentLanguage): void {
  setContext(KEY, current);
}

/**
 * The language of the page. Call it while a component is made.
 * @throws Error outside of a page that has one.
 */
export function useLanguage(): Language {
  const current = getContext<CurrentLanguage | undefined>(KEY);
  if (current === undefined) throw new Error('This page has no language.');
  return untrack(current);
}
