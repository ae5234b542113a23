import { describe, expect, it } from 'vitest';
import practicesFile from '../../../policy-data/practices.json' with { type: 'json' };
import type { PracticesFile } from '../../../schemas/policy-data.ts';
import { readingGrade } from './reading-level.ts';

const { practices } = practicesFile as PracticesFile;

/** The rows of the table of practices, by group and in its order. */
const GROUPS = {
  contact: [
    ...[
      'visit-data-sent-to-company',
      'web-analytics',
      'advertising',
      'pixel-tag',
      'tag-manager',
      'identifier-shared-between-companies',
    ],
    ...['redirect-through-company', 'collector-in-disguise', 'session-recording', 'fingerprinting'],
    ...['typed-text-sent-early', 'consent-manager', 'used-before-choice'],
    ...['location-look-up', 'sent-without-encryption'],
  ],
  kept: [
    ...[
      'first-party-cookies',
      'third-party-cookies',
      'flash-content',
      'flash-cookies',
      'web-storage',
      'browser-databases',
    ],
    'identifier-in-two-places',
    'identifier-restored',
  ],
  asked: [
    ...['newsletter-email', 'mobile-number', 'name-and-address', 'demographics', 'account', 'payment', 'tell-a-friend'],
    ...['sweepstakes', 'job-application', 'form-to-another-company', 'hidden-fields'],
  ],
  'leads-elsewhere': [
    ...[
      'social-sign-in',
      'social-plug-in',
      'widget',
      'pre-save',
      'other-company-shop',
      'outbound-links',
      'policy-and-choice-links',
    ],
  ],
};

describe('practices.json', () => {
  it('has the 41 practices in their groups and order', () => {
    expect(practices).toHaveLength(41);
    for (const [group, ids] of Object.entries(GROUPS))
      expect(practices.filter((practice) => practice.group === group).map((practice) => practice.id)).toEqual(ids);
  });

  it('asks for the full view where page view sees nothing, and nowhere else', () => {
    expect(practices.filter((practice) => practice.view === 'full').map((practice) => practice.id)).toEqual([
      'redirect-through-company',
      'typed-text-sent-early',
    ]);
  });

  it('gives each practice a name of its own, short enough for a heading', () => {
    const names = practices.map((practice) => practice.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.length > 40)).toEqual([]);
  });

  it.each(practices)('explains $id in words for a fourteen-year-old', ({ explanation, cannotTell }) => {
    expect(readingGrade(explanation)).toBeLessThanOrEqual(9);
    if (cannotTell !== null) expect(readingGrade(cannotTell)).toBeLessThanOrEqual(9);
  });

  it.each(practices)('has words of its own for each situation of $id', ({ name, explanation, situations = [] }) => {
    const ids = ['plain', ...situations.map(({ id }) => id)];
    const said = [explanation, ...situations.map((one) => one.explanation)];
    const names = [name, ...situations.flatMap((one) => one.name ?? [])];
    for (const each of [ids, said, names]) expect(new Set(each).size).toBe(each.length);
    expect(names.filter((one) => one.length > 50)).toEqual([]);
    for (const sentence of said) expect(readingGrade(sentence)).toBeLessThanOrEqual(9);
  });

  it('keeps to facts', () => {
    const said = practices
      .flatMap((practice) =>
        [practice, ...(practice.situations ?? [])].map((one) => `${one.name ?? ''} ${one.explanation}`),
      )
      .concat(practices.map(({ cannotTell }) => cannotTell ?? ''))
      .join('\n');
    expect(said).not.toMatch(/violat|illegal|\bsp(y|ies)\b|secretly|[—–]/i);
  });
});
