/** How do the versions of the policy stand side by side? The answers are those of a person who read the texts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTimeline, type VersionSpeaks } from '../../../findings/policy-timeline.ts';
import type { PolicyHistoryFile } from '../../../schemas/policy-data.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';

const file = '../../../policy-data/organisations/sony-music/policies/history.json';
const { versions } = JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as PolicyHistoryFile;
const [{ practices, organisation }] = shippedKnowledge();
const timeline = createTimeline(practices, organisation, versions);
const row = (id: string) => {
  const found = timeline.rows.find(({ practice }) => practice.id === id);
  if (found === undefined) throw new Error(`no row ${id}`);
  return found;
};
const MARKS: Readonly<Record<VersionSpeaks, string>> = {
  names: 'N',
  general: 'G',
  unclear: 'u',
  otherwise: 'o',
  none: '-',
  unknown: '?',
};
/** 'N' for each version that names it, from the earliest to the latest; '!' behind what is another way than before. */
const line = (id: string): string =>
  row(id)
    .cells.map(({ speaks, changed }) => MARKS[speaks] + (changed ? '!' : ''))
    .join(' ');

describe('the timeline', () => {
  it('has the held text in its place among the others', () => {
    expect(timeline.versions.map(({ date, read }) => `${date} ${read}`)).toEqual([
      '2004-07 whole',
      '2006-01 whole',
      '2009-02-10 whole',
      '2011-12-31 held',
      '2012-08-03 whole',
      '2015-12-15 whole',
      '2020-01-01 whole',
      '2023-11-22 second-hand',
    ]);
    expect(timeline.rows.map(({ practice }) => practice.id)).toEqual(practices.map(({ id }) => id));
  });

  // The third is the British text: what changed is told within one country.
  it.each([
    ['flash-cookies', '- - - N! N N N N'],
    ['mobile-number', '- N! - N N N N ?'],
    ['location-look-up', '- - - u! N! N N G!'],
    ['third-party-cookies', '- - N N! N N N ?'],
    ['pre-save', '- - - u! u u N! ?'],
    ['typed-text-sent-early', 'o o - -! - u! u ?'],
    ['payment', 'G G G N! N N N u!'],
    ['identifier-restored', '- - - - - - - ?'],
    ['social-sign-in', '- - - N! N N N u!'],
  ])('%s: %s', (id, expected) => {
    expect(line(id)).toBe(expected);
  });

  it('says what each version says, of the held text by its clause', () => {
    const [first, , , held] = row('newsletter-email').cells;
    expect(first?.says).toEqual({ history: expect.stringContaining('Asks for your email address') as string });
    expect(held?.says).toEqual({ clause: 'collect-contact', reason: null });
    expect(row('tag-manager').cells[3]?.says).toEqual({
      clause: 'share-service-companies',
      reason: expect.stringContaining('site operations') as string,
    });
  });

  it('of the held text alone is one column', () => {
    const alone = createTimeline(practices, organisation, []);
    expect(alone.versions.map(({ read }) => read)).toEqual(['held']);
    expect(alone.rows.every(({ cells }) => cells.length === 1 && cells[0]?.changed === false)).toBe(true);
  });
});
