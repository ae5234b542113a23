/** The popup's views, one step deeper than its first screen, and their addresses: what stands behind the # of the popup's own. */
import type { PopupView } from '../../words/screens.ts';

const PARTS = ['site', 'practices', 'companies', 'kept', 'act', 'about', 'policy'] as const;

/** viewAddress({ is: 'practice', id: 'web-storage' }) → '#practice/web-storage'; of home: '#' */
export function viewAddress(view: PopupView): string {
  if (view.is === 'home') return '#';
  return 'id' in view ? `#${view.is}/${encodeURIComponent(view.id)}` : `#${view.is}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // '%' alone: no address of ours, so no view will have this name.
    return text;
  }
}

/** The view of an address; home for one that is none of ours. */
export function readView(hash: string): PopupView {
  const [name = '', id] = hash.replace(/^#/, '').split('/', 2);
  const part = PARTS.find((known) => known === name);
  if (part !== undefined && id === undefined) return { is: part };
  if ((name === 'practice' || name === 'company') && id !== undefined) return { is: name, id: decode(id) };
  return { is: 'home' };
}

/** Where "back" leads when a view was opened by its address alone. */
export function parentOf(view: PopupView): PopupView {
  if (view.is === 'practice') return { is: 'practices' };
  if (view.is === 'company') return { is: 'companies' };
  return { is: 'home' };
}
