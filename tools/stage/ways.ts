/** The ways in which people look at the popup: its size, their wishes. */
import type { Page } from '@playwright/test';

type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>;

/** A size and a set of wishes. Sizes are CSS pixels. */
export interface Way {
  readonly id: string;
  readonly caption: string;
  readonly width: number;
  readonly height: number;
  readonly touch: boolean;
  readonly rightToLeft: boolean;
  /** 2: the person's own text size is twice the usual one. */
  readonly textSize: number;
  readonly media: Media;
}

/** Under the toolbar button, as large as browsers let it be. */
export const AS_POPUP: Way = {
  id: 'popup',
  caption: '380 × 600',
  width: 380,
  height: 600,
  touch: false,
  rightToLeft: false,
  textSize: 1,
  media: {},
};

/**
 * What differs from the usual popup.
 *
 * Zoom: a browser gives a popup at most 800 × 600 of the screen's own pixels. At 200 % the popup asks for 760 of them, gets
 * them, and keeps its 380 CSS pixels; only its height is halved, to 300. Nothing has to reflow to 190. As a page of its own
 * (Firefox for Android, or a tab) it has to reflow to 320, which is 400 % of 1280 (WCAG 1.4.10).
 */
export const WAYS: readonly Way[] = [
  { ...AS_POPUP, id: 'narrow', caption: '320 wide: a page at 400 %', width: 320 },
  { ...AS_POPUP, id: 'zoom', caption: 'Popup at 200 %: 380 × 300', height: 300 },
  { ...AS_POPUP, id: 'large-text', caption: 'Text twice as large', textSize: 2 },
  { ...AS_POPUP, id: 'android', caption: 'Firefox for Android', width: 412, height: 800, touch: true },
  { ...AS_POPUP, id: 'tablet', caption: 'Page of 800 × 600', width: 800 },
  { ...AS_POPUP, id: 'right-to-left', caption: 'Right to left', rightToLeft: true },
  { ...AS_POPUP, id: 'forced-colours', caption: 'Forced colours', media: { forcedColors: 'active' } },
  { ...AS_POPUP, id: 'contrast', caption: 'Higher contrast', media: { contrast: 'more' } },
  { ...AS_POPUP, id: 'motion', caption: 'Motion allowed', media: { reducedMotion: 'no-preference' } },
];
