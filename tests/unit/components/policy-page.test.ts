// @vitest-environment happy-dom
/** The page of kept copies by what is handed to it: nothing there, failures, a list that changes, and texts that are on their way. */
import { fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LiveLanguage } from '../../../components/parts/live-language.svelte.ts';
import { placeAddress, placeOf, policyPageAddress } from '../../../components/parts/policy-page-address.ts';
import PolicyPage from '../../../components/policy/PolicyPage.svelte';
import type { PolicyActions } from '../../../components/policy/policy-actions.ts';
import de from '../../../locales/de.json' with { type: 'json' };
import { copyOf, type KeptCopy } from '../../../reading/kept-copy.ts';
import { readPlainText } from '../../../reading/plain-text.ts';
import { readPolicy } from '../../../reading/read-policy.ts';
import { studyTexts } from '../../../reading/study-texts.ts';
import type { LanguageFile } from '../../../schemas/language-file.ts';
import { SHIPPED_PRACTICES, shippedTexts } from '../../../shipped/held-texts.ts';
import { loadRules } from '../../../shipped/reading-rules.ts';
import type { Language } from '../../../words/language.ts';
import { english, languageOf } from '../english.ts';
import { wordsOf } from './popup-fixture.ts';

const TEXT = `# Privacy Policy\n\n${'We collect personal information such as your e-mail address. '.repeat(4)}\n\nWe use web beacons.`;
function copy(id: string, readAt: number, text = TEXT, address = 'https://www.a.example/privacy'): KeptCopy {
  const reading = readPolicy(readPlainText(text, { address }));
  return copyOf(reading, { id, readAt, organisation: 'sony-music' });
}
const NEW = copy('new', 2_000_000_000_000, `${TEXT} We keep it.`);
const OLD = copy('old', 1_000_000_000_000);

const RULES = await loadRules(['en']);
const work: PolicyActions['study'] = (texts, tell) => ({
  result: studyTexts(texts, () => Promise.resolve(RULES), tell),
  stop: () => undefined,
});

function open(
  copies: readonly KeptCopy[],
  at = '',
  over: Partial<PolicyActions> = {},
  damaged: readonly string[] = [],
  language: Language = english,
) {
  history.replaceState(null, '', `${location.pathname}${at}`);
  let kept = copies;
  let changed: () => void = () => undefined;
  const actions = {
    copies: () => Promise.resolve({ copies: kept, damaged }),
    follow: (tell: () => void) => {
      changed = tell;
      return () => undefined;
    },
    deleteCopy: vi.fn((id: string) => {
      kept = kept.filter((one) => one.id !== id);
      changed();
      return Promise.resolve();
    }),
    putCopy: vi.fn((one: KeptCopy) => {
      kept = [...kept, one];
      changed();
      return Promise.resolve();
    }),
    deleteAll: vi.fn(() => {
      kept = [];
      changed();
      return Promise.resolve();
    }),
    study: work,
    save: vi.fn(),
    ...over,
  };
  const shown = render(PolicyPage, {
    props: { language, practices: SHIPPED_PRACTICES, held: shippedTexts(), actions },
  });
  const change = (to: readonly KeptCopy[]): void => {
    kept = to;
    changed();
  };
  return { ...shown, actions, change };
}
const main = (): string => wordsOf(document.querySelector('main'));
const said = (): string => screen.getByRole('status').textContent;
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 6; turn += 1) await tick();
};
afterEach(() => {
  document.body.replaceChildren();
});

describe('an address', () => {
  it.each([
    [{ view: 'list' }, '#'],
    [{ view: 'copy', copy: 'a b' }, '#a%20b'],
    [{ view: 'drift', copy: 'a', against: null }, '#a/drift'],
    [{ view: 'drift', copy: 'a/b', against: 'c' }, '#a%2Fb/drift/c'],
  ] as const)('of %o is %s, and is read again', (place, hash) => {
    expect([placeAddress(place), placeOf(hash), policyPageAddress(place)]).toEqual([
      hash,
      place,
      `/policy.html${hash}`,
    ]);
  });

  it('that means nothing is the list or a copy, and never throws', () => {
    expect([placeOf(''), placeOf('#/drift'), placeOf('#%E0%A4%A')]).toEqual([
      { view: 'list' },
      { view: 'list' },
      { view: 'copy', copy: '%E0%A4%A' },
    ]);
  });
});

describe('the list', () => {
  it('says what was not deleted or put back, and why', async () => {
    const { actions } = open([NEW], '', { deleteCopy: () => Promise.reject(new Error('locked')) });
    await settled();
    await fireEvent.click(screen.getByRole('button', { name: /^Delete “/ }));
    await settled();
    expect(said()).toContain('locked');
    expect(main()).toContain('1 copy');
    expect(actions.putCopy).not.toHaveBeenCalled();
  });

  it('keeps a deleted copy in its place until it is put back', async () => {
    const { actions } = open([NEW, OLD]);
    await settled();
    await fireEvent.click(screen.getByRole('button', { name: /^Delete “/ }));
    await settled();
    expect(said()).toContain('Deleted: “Privacy Policy”');
    expect(main()).toContain('1 copy');
    await fireEvent.click(screen.getByRole('button', { name: /^Put “/ }));
    await settled();
    expect(actions.putCopy).toHaveBeenCalledWith(NEW);
    expect(main()).toContain('2 copies');
  });

  it('names damaged copies alone, too', async () => {
    open([], '', {}, ['x-1']);
    await settled();
    expect(main()).toContain('Damaged copies');
    expect(main()).toContain('x-1');
    expect(main()).not.toContain('No copy is kept yet.');
  });

  it('says why the copies could not be read', async () => {
    open([], '', { copies: () => Promise.reject(new Error('no disk')) });
    await settled();
    expect(wordsOf(screen.getByRole('alert'))).toContain('no disk');
  });
});

describe('another language', () => {
  const german = languageOf(de as LanguageFile);
  const live = (load: (chosen: string | null) => Promise<Language>) =>
    new LiveLanguage({ language: english }, async (chosen) => ({ language: await load(chosen) }));

  it('is taken up where the page stands: what is open stays open, and no text is read again', async () => {
    const language = live(() => Promise.resolve(german));
    const study = vi.fn(work);
    open([NEW], '#new', { study }, [], language.language);
    await settled();
    const fold = document.querySelector<HTMLElement>('li[data-practice] details');
    const summary = fold?.querySelector('summary');
    expect(wordsOf(summary ?? null)).toContain('sentence');
    summary?.click();
    await settled();
    const quote = document.querySelector('blockquote');
    await language.take('de');
    await settled();
    expect(document.documentElement.lang).toBe('de');
    expect(main()).toContain(german.t('copies.says.title'));
    expect(main()).not.toContain('What it says');
    expect(wordsOf(summary ?? null)).not.toContain('sentence');
    expect(document.title).toContain('Privacy Policy');
    expect(fold?.isConnected).toBe(true);
    expect(fold?.hasAttribute('open')).toBe(true);
    expect(document.querySelector('blockquote')).toBe(quote);
    expect(quote).not.toBeNull();
    expect(study).toHaveBeenCalledTimes(1);
  });

  it('tells what came of the last press in its words, too', async () => {
    const language = live(() => Promise.resolve(german));
    open([NEW], '', {}, [], language.language);
    await settled();
    await fireEvent.click(screen.getByRole('button', { name: /^Delete “/ }));
    await settled();
    expect(said()).toContain('Deleted:');
    await language.take('de');
    await settled();
    expect(said()).not.toContain('Deleted:');
    expect(said()).not.toBe('');
  });

  it('that does not come, or comes after a newer choice, changes nothing', async () => {
    let come: (late: Language) => void = () => undefined;
    const late = new Promise<Language>((resolve) => {
      come = resolve;
    });
    const language = live((chosen) => {
      if (chosen === 'de') return late;
      return chosen === 'en' ? Promise.resolve(english) : Promise.reject(new Error('no file'));
    });
    const first = language.take('de');
    await language.take('en');
    come(german);
    await first;
    await language.take('fr');
    expect(language.language.code).toBe('en');
  });
});

describe('one copy', () => {
  it('is printed with all that it says, and stands as before afterwards', async () => {
    open([NEW], '#new');
    await settled();
    const folds = [...document.querySelectorAll<HTMLDetailsElement>('li[data-practice] details')];
    expect(folds.length).toBeGreaterThan(1);
    folds[0]?.querySelector('summary')?.click();
    await settled();
    const stood = folds.map((fold) => fold.open);
    dispatchEvent(new Event('beforeprint'));
    expect(folds.every((fold) => fold.open && fold.querySelector('blockquote') !== null)).toBe(true);
    dispatchEvent(new Event('afterprint'));
    expect(folds.map((fold) => fold.open)).toEqual(stood);
    expect(stood).toContain(false);
  });

  it('says that it is gone while it is open', async () => {
    const { change } = open([NEW], '#new');
    await settled();
    expect(main()).toContain('What it says');
    change([]);
    await settled();
    expect(main()).toContain('This copy is not there.');
  });

  it('says that it is being read, and why it could not be', async () => {
    let fail: (error: Error) => void = () => undefined;
    const result = new Promise<never>((_, reject) => {
      fail = reject;
    });
    open([NEW], '#new', { study: () => ({ result, stop: () => undefined }) });
    await settled();
    expect(document.querySelector('progress')).not.toBeNull();
    fail(new Error('no rules'));
    await settled();
    expect(wordsOf(screen.getByRole('alert'))).toContain('no rules');
    expect(screen.getByRole('button', { name: 'Try again' })).not.toBeNull();
  });
});

describe('two texts', () => {
  it('are the archived one of the organisation and the copy, where nothing else is asked for', async () => {
    open([NEW, OLD], '#new/drift');
    await settled();
    expect(screen.getByLabelText<HTMLSelectElement>('Compare with').value).toBe('sony-music');
  });

  it('stand in the order of their times, whichever was opened', async () => {
    open([NEW, OLD], '#old/drift/new');
    await settled();
    const heads = [...document.querySelectorAll('thead th')].map(wordsOf);
    expect(heads[1]).toMatch(/^read on .*2001$/);
    expect(heads[2]).toMatch(/^read on .*2033$/);
    expect(wordsOf(document.querySelector('[data-kind="new"]'))).toContain('We keep it.');
  });

  it('are asked for anew where the other is gone', async () => {
    const { change } = open([NEW, OLD], '#new/drift/old');
    await settled();
    expect(document.querySelector('table')).not.toBeNull();
    change([NEW]);
    await settled();
    expect(wordsOf(screen.getByRole('alert'))).toContain('not there any more');
    expect(document.querySelector('table')).toBeNull();
  });

  it('stop being compared when the page shows something else', async () => {
    const stop = vi.fn();
    const { unmount } = open([NEW, OLD], '#new/drift', {
      study: () => ({ result: new Promise(() => undefined), stop }),
    });
    await settled();
    unmount();
    expect(stop).toHaveBeenCalled();
  });
});
