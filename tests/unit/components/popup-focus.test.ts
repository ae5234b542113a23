// @vitest-environment happy-dom
/** Where does the focus stand when a person goes deeper, and comes back? */
import { describe, expect, it } from 'vitest';
import { browserBack, follow, links, open, title, wordsOf } from './popup-fixture.ts';
import { findings, makeReport } from './report-fixture.ts';

const standsOn = (): string => wordsOf(document.activeElement);

describe('going deeper and coming back', () => {
  it('begins at the new title, and stands again on the line that led away', async () => {
    open();
    expect(document.activeElement).toBe(document.body);
    await follow('6 Things seen');
    expect(standsOn()).toBe('Things seen 6');
    expect(document.activeElement?.tagName).toBe('H1');
    await follow('Tag manager');
    expect(standsOn()).toBe('Tag manager');
    await follow('Back: Things seen');
    expect(standsOn()).toContain('Tag manager Google Analytics');
    await follow('Back: Overview');
    expect(standsOn()).toBe('6 Things seen');
    expect(title()).toBe('www.bobdylan.com');
  });

  it('goes back to where one came from, not to the list', async () => {
    open();
    await follow('5 Companies');
    await follow('Google');
    await follow('Web analytics');
    expect(title()).toBe('Web analytics');
    await follow('Back: Google');
    expect(standsOn()).toBe('Web analytics');
    expect(title()).toBe('Google');
    await follow('Back: Companies contacted');
    expect(standsOn()).toContain('Google 12 requests');
  });

  it('works by the browser’s own "back" too', async () => {
    open();
    await follow('6 Kept in your browser');
    await browserBack();
    expect(title()).toBe('www.bobdylan.com');
    expect(standsOn()).toBe('6 Kept in your browser');
  });

  it('from a view that was opened by its address leads to its list, then home', async () => {
    open({ at: '#practice/web-storage' });
    expect(document.activeElement).toBe(document.body);
    await follow('Back: Things seen');
    expect(standsOn()).toContain('Web storage');
    await follow('Back: Overview');
    expect(title()).toBe('www.bobdylan.com');
    expect(standsOn()).toBe('6 Things seen');
  });

  it('begins at the title where the line that led away is gone', async () => {
    const { change } = open();
    await follow('Web storage');
    change(makeReport({ findings: [] }));
    await follow('Back: Overview');
    expect(document.activeElement?.tagName).toBe('H1');
    expect(standsOn()).toBe('www.bobdylan.com');
  });

  it('leaves the focus where it is while the view stays', async () => {
    const { change } = open();
    await follow('6 Things seen');
    const link = links().find((one) => wordsOf(one).startsWith('Web analytics'));
    link?.focus();
    change(makeReport({ findings: findings.slice(2) }));
    expect(document.activeElement).toBe(link);
  });
});
