import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Clause, ClausesFile, Policy } from '../../../schemas/policy-data.ts';
import { readingGrade } from './reading-level.ts';

const FOLDER = join(import.meta.dirname, '../../../policy-data/organisations/sony-music/policies/2011-12-31');
const text = readFileSync(join(FOLDER, 'policy.md'), 'utf8');
const file = JSON.parse(readFileSync(join(FOLDER, 'clauses.json'), 'utf8')) as ClausesFile;
const { clauses, setAside } = file;

describe('the whole policy', () => {
  it('belongs to clauses and set-aside pieces, but for list marks', () => {
    let rest = text;
    for (const { start, end } of [...clauses, ...setAside].sort((a, b) => b.start - a.start))
      rest = rest.slice(0, start) + rest.slice(end);
    expect(rest.replace(/^ {2}\* /gm, '').trim()).toBe('');
  });

  it('sets aside no sentence of substance', () => {
    const known = /^(heading|title of the page|rule|empty link|navigation|note of the archive)\b/;
    expect(setAside.filter(({ reason }) => !known.test(reason))).toEqual([]);
    expect(
      setAside.filter(({ reason }) => reason === 'heading').every(({ quote }) => /^\*\*[^*]+\*\*$/.test(quote)),
    ).toBe(true);
    expect(
      setAside.filter(({ quote }) => /[.:]$/.test(quote)).map(({ quote }) => quote.replaceAll('\u00a0', ' ')),
    ).toEqual([
      'Please click on any of the links below to review that particular section.',
      'Please see the Tracking Technologies section of this Privacy Policy.',
    ]);
  });

  it('has a clause for each bullet', () => {
    const bullets = [...text.matchAll(/^ {2}\* (.+)$/gm)].map((match) => match[1]!.trim());
    expect(bullets).toHaveLength(5 + 13 + 7);
    const quotes = clauses.map((clause) => clause.quote);
    expect(bullets.filter((bullet) => !quotes.includes(bullet))).toEqual([]);
  });

  it('has a clause for each sentence, joined only where one makes no sense alone', () => {
    const joined = clauses.filter(({ quote }) => /[.!?:]["')]*\s+[A-Z*]/.test(quote)).map(({ id }) => id);
    expect(joined).toEqual(['tracking-collected-data', 'children-safety', 'questions-post']);
  });

  it.each(clauses)('puts $id under the heading that stands before it', ({ section, start }) => {
    const headings = [...text.slice(0, start).matchAll(/^\*\*([^*[\]]+)\*\*$/gm)].map((match) => match[1]);
    expect(section).toBe(headings.at(-1) ?? 'Introduction');
  });
});

describe('our words', () => {
  it.each(clauses)('$id: a summary for a fourteen-year-old', ({ summary, quote }) => {
    expect(summary.length).toBeLessThanOrEqual(140);
    expect(readingGrade(summary)).toBeLessThanOrEqual(9);
    expect(summary).toMatch(/^[A-Z].*[.]$/);
    expect(quote).not.toContain(summary);
  });

  it('reads far easier than the policy', () => {
    const mean = (grades: number[]): number => grades.reduce((sum, grade) => sum + grade, 0) / grades.length;
    const ours = mean(clauses.map((clause) => readingGrade(clause.summary)));
    const theirs = mean(clauses.map((clause) => readingGrade(clause.quote)));
    expect(ours).toBeLessThan(7.5);
    expect(theirs - ours).toBeGreaterThan(4);
  });

  it('makes each summary stand alone', () => {
    const summaries = clauses.map((clause) => clause.summary);
    expect(new Set(summaries).size).toBe(summaries.length);
  });

  it('says why, where the text does not settle it', () => {
    const reasons = clauses
      .flatMap((clause) => clause.practices)
      .flatMap((entry) => (entry.speaks === 'unclear' ? [entry.reason] : []));
    expect(reasons.length).toBeGreaterThan(10);
    for (const reason of reasons) {
      expect(readingGrade(reason), reason).toBeLessThanOrEqual(9);
      expect(reason, 'what it says, and what it does not say').toMatch(/ (does not|or may not|warns)/);
    }
  });

  it('keeps to facts', () => {
    const said = clauses.flatMap((clause) => [clause.summary, clause.choice ?? '']).join('\n');
    expect(said).not.toMatch(/violat|illegal|\bsp(y|ies)\b|secretly|[—–]/i);
  });
});

describe('terms', () => {
  const lists: [string, (clause: Clause) => string[]][] = [
    ['dataTypes', (clause) => clause.dataTypes],
    ['purposes', (clause) => clause.purposes],
  ];
  it.each(lists)('%s are short, and one thing has one name', (_, listOf) => {
    const terms = [...new Set(clauses.flatMap(listOf))];
    expect(terms.filter((term) => term.length > 40)).toEqual([]);
    expect(terms.filter((term) => term !== term.toLowerCase())).toEqual(terms.filter((term) => term.startsWith('IP ')));
    const bare = terms.map((term) =>
      term
        .toLowerCase()
        .replace(/[^a-z]/g, '')
        .replace(/s$/, ''),
    );
    expect(new Set(bare).size).toBe(bare.length);
  });

  it('names recipients as the policy names them', () => {
    const lower = (words: string): string => words.toLowerCase().replace(/\s+/g, ' ');
    const openings = clauses.filter((clause) => clause.quote.endsWith(':'));
    const astray = clauses.flatMap((clause) => {
      // A bullet goes on with the line that opens its list.
      const opening = /[.:)]$/.test(clause.quote) ? undefined : openings.findLast((entry) => entry.end < clause.start);
      const said = lower(`${opening?.quote ?? ''} ${clause.quote}`);
      return clause.recipients
        .filter((recipient) => !said.includes(lower(recipient)))
        .map((name) => `${clause.id}: ${name}`);
    });
    expect(astray).toEqual([]);
  });
});

describe('policy.json', () => {
  it('says what the first line of the text says', () => {
    const policy = JSON.parse(readFileSync(join(FOLDER, 'policy.json'), 'utf8')) as Policy;
    const [first = ''] = text.split('\n');
    expect(first).toContain(`archived on ${policy.captureDate}`);
    const [, stamp, original] = /\/web\/(\d{14})id_\/([^)]+)\)/.exec(first) ?? [];
    expect(policy.originalUrl).toBe(decodeURIComponent(original ?? ''));
    expect(policy.archiveUrl).toBe(`https://web.archive.org/web/${stamp ?? ''}/${policy.originalUrl}`);
    expect(text).toContain(policy.title.toUpperCase());
  });
});
