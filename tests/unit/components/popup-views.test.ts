// @vitest-environment happy-dom
/** What do the views show, one step deeper, and how does a person come and go? */
import { screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { addressesOf, follow, go, links, open, title, unfold, unfoldAll, words, wordsOf } from './popup-fixture.ts';
import { emptyReport, findings, listed, makeReport, policy } from './report-fixture.ts';
import { AT, makeVisit } from '../../../tools/builders/visits.ts';

const ADDRESSES = addressesOf(makeReport());

describe('a view', () => {
  it.each([
    ['#', 'www.bobdylan.com', 'Liner Notes'],
    ['#site', 'Whose page this is', 'Whose page this is · Liner Notes'],
    ['#practices', 'Things seen 6', 'Things seen · Liner Notes'],
    ['#practice/web-storage', 'Web storage', 'Web storage · Liner Notes'],
    ['#companies', 'Companies contacted 5', 'Companies contacted · Liner Notes'],
    ['#company/other%20Snap', 'Snap', 'Snap · Liner Notes'],
    ['#kept', 'Kept in your browser 6', 'Kept in your browser · Liner Notes'],
    ['#act', 'Answer back', 'Answer back · Liner Notes'],
    ['#about', 'What we do not see here', 'What we do not see here · Liner Notes'],
    ['#nowhere', 'www.bobdylan.com', 'Liner Notes'],
  ])('at %s is called "%s"', (at, heading, name) => {
    open({ at });
    expect(title()).toBe(heading);
    expect(document.title).toBe(name);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
  });

  it.each(ADDRESSES.filter((address) => address !== '#'))('at %s names the page and leads back', (at) => {
    open({ at });
    const header = document.querySelector('header');
    expect(wordsOf(header)).toContain('www.bobdylan.com');
    expect(links()[0]?.hasAttribute('data-back')).toBe(true);
  });

  it.each(ADDRESSES)('at %s has headings without a step left out, and no id twice', async (at) => {
    open({ at });
    await unfoldAll();
    const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => Number(tagName.slice(1)));
    for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('links', () => {
  it('to the web open in a new tab and tell nobody where from', async () => {
    open();
    let seen = 0;
    for (const address of ADDRESSES) {
      go(address);
      await unfoldAll();
      for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="http"]')) {
        seen += 1;
        expect(link.target).toBe('_blank');
        expect(link.rel).toBe('noopener noreferrer');
        expect(link.textContent).toContain('(opens in a new tab)');
      }
    }
    expect(seen).toBeGreaterThan(20);
  });

  it('within the popup lead to a view that is there', async () => {
    open();
    const found = new Set<string>();
    for (const address of ADDRESSES) {
      go(address);
      await unfoldAll();
      for (const link of document.querySelectorAll('a[href^="#"]')) found.add(link.getAttribute('href') ?? '');
    }
    expect([...found].toSorted()).toEqual([...ADDRESSES].toSorted());
  });
});

describe('quotes', () => {
  const practices = ADDRESSES.filter((address) => address.startsWith('#practice/'));

  it('always stand with section, date and a link to the archived page', async () => {
    open();
    const quotes: string[] = [];
    for (const address of practices) {
      go(address);
      await unfoldAll();
      for (const quote of document.querySelectorAll('blockquote')) {
        const figure = quote.closest('figure');
        quotes.push(wordsOf(quote));
        expect(quote.getAttribute('cite')).toBe(policy.archiveUrl);
        expect(quote.lang).toBe('en');
        expect(figure?.textContent).toMatch(/Section “.+”, archived 31 December 2011/);
        expect(figure?.textContent).toContain('In our words:');
        expect(figure?.querySelector('figcaption a')?.getAttribute('href')).toBe(policy.archiveUrl);
      }
    }
    expect(quotes).toHaveLength(6);
  });

  it('are verbatim, and our summary stands outside of them', () => {
    open({ at: '#practice/flash-cookies' });
    const quote = document.querySelector('blockquote');
    expect(quote?.textContent).toBe(
      'We and some of our third party partners use Flash cookies to store some of your preferences or personal information.',
    );
  });

  it('beyond the first two wait to be unfolded', async () => {
    open({ at: '#practice/web-analytics' });
    expect(document.querySelectorAll('blockquote')).toHaveLength(2);
    await unfold('1 more sentence');
    expect(document.querySelectorAll('blockquote')).toHaveLength(3);
    expect(words()).toContain('It does not name these 2 companies.');
  });

  it('of a site with its own policy are called background', () => {
    const background = findings.map((one) => ({ ...one, background: true }));
    open({ report: makeReport({ findings: background }), at: '#practice/flash-cookies' });
    expect(words()).toContain('Background: Stated');
    expect(words()).toContain('The US policy, as background');
  });
});

describe('a practice', () => {
  it('tells who, what was seen, what the text says and what can be done', () => {
    open({ at: '#practice/session-recording' });
    const seen = words();
    const parts = [
      'No sentence found A company that can record mouse moves, scrolling and clicks was contacted.',
      'Seen on this page By: Microsoft www.clarity.ms',
      'What the policy says We found no sentence about this in the policy of 31 Dec 2011.',
      'What you can do Turn on “do not sell or share” in Liner Notes',
      'Copy this finding',
    ];
    for (const part of parts) expect(seen).toContain(part);
    expect(parts.map((part) => seen.indexOf(part))).toEqual(
      parts.map((part) => seen.indexOf(part)).toSorted((a, b) => a - b),
    );
  });

  it('of which nothing is known yet is said to be none', () => {
    open({ report: emptyReport(), at: '#practices' });
    expect(words()).toContain('Nothing was seen that we know of.');
  });

  it('stands in the list with the others of its label, the silence first', () => {
    open({ at: '#practices' });
    expect([...document.querySelectorAll('main [data-label]')].map((row) => row.getAttribute('data-label'))).toEqual([
      'not-found',
      'not-found',
      'cannot-tell',
      'stated-in-general',
      'stated',
      'stated',
    ]);
    expect(words()).toContain('Archived 31 Dec 2011, almost 15 years ago. Today’s may differ: open it');
  });
});

describe('whose page it is', () => {
  it('is told with reasons, how sure we are, and sources', async () => {
    open();
    await follow('How we know');
    expect(title()).toBe('Whose page this is');
    for (const sentence of [
      'bobdylan.com is on our list of Sony Music sites.',
      'The page shows a mark of Sony Music: tools.sonymusiccreative.com/sme_privacy/sme-privacy.min.js',
      'How sure we are: very sure.',
      'Label: Columbia (US)',
      'Country: the United States',
      'Sources a public list of companies and their domains',
    ]) {
      expect(words()).toContain(sentence);
    }
    expect(screen.getByRole('link', { name: /Open today’s policy/ }).getAttribute('href')).toBe(listed.policyUrl);
  });

  it('can be told by the address alone, before anything was watched', async () => {
    open({ ledger: { state: 'empty' } });
    await follow('How we know');
    expect(words()).toContain('bobdylan.com is on our list of Sony Music sites.');
    await follow('Back:');
    expect(words()).toContain('Not watched yet');
  });
});

describe('what is not seen here', () => {
  it('names practices, limits and what was left out, and whose this is not', () => {
    open({
      report: makeReport({
        visit: makeVisit({
          limits: [{ at: AT, observer: 'forms', reason: 'too-many', count: 4 }],
          leftOut: { hosts: 3, links: 0 },
        }),
      }),
      at: '#about',
    });
    expect(words()).toContain('redirects, by which one company hands you on to another');
    expect(words()).toContain('what happens inside other companies’ frames');
    expect(words()).toContain('forms: too many to count');
    expect(words()).toContain('hosts: there were more than there was room for');
    expect(words()).not.toContain('links: ');
    expect(words()).toContain('Not affiliated with Sony Music. Nothing leaves your browser.');
    expect(words()).toContain('Version 0.1.0');
  });
});

describe('what is gone', () => {
  it.each([['#practice/fingerprinting'], ['#practice/%3Cb%3E'], ['#company/other%20Nobody'], ['#company/']])(
    '%s is said plainly',
    (at) => {
      open({ at });
      expect(title()).toBe('Seen on this page');
      expect(words()).toContain('This is no longer part of what was seen on the page.');
      expect(links()[0]?.hasAttribute('data-back')).toBe(true);
    },
  );

  it('comes back when it is seen again, and goes while it is looked at', () => {
    const { change } = open({ at: '#practice/web-storage' });
    change(makeReport({ findings: findings.filter(({ practice }) => practice.id !== 'web-storage') }));
    expect(words()).toContain('This is no longer part');
    change(makeReport());
    expect(title()).toBe('Web storage');
    expect(words()).toContain('localStorage');
  });
});
