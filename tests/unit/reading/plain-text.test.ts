import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import clausesFile from '../../../policy-data/organisations/sony-music/policies/2011-12-31/clauses.json' with { type: 'json' };
import { findQuote, searchedText } from '../../../reading/find-quote.ts';
import { readPlainText } from '../../../reading/plain-text.ts';
import { readDocument } from '../../../reading/read-document.ts';
import { sentencesOf } from '../../../reading/sentences.ts';

const POLICY = join(import.meta.dirname, '../../../policy-data/organisations/sony-music/policies/2011-12-31/policy.md');
const document = readDocument(readPlainText(readFileSync(POLICY, 'utf8')));
const sentences = sentencesOf(document);

describe('the signs of Markdown', () => {
  it('are taken away where they set words apart, and kept where they are part of a name', () => {
    const { text } = readDocument(readPlainText('_Our_ __cookies__ are _fbp, _ga and user_id; also \\_gid.'));
    expect(text).toBe('Our cookies are _fbp, _ga and user_id; also _gid.');
  });
});

describe('a policy that is kept as Markdown', () => {
  it('is read as its sections, lists and sentences, without the archive’s note', () => {
    expect(document.title).toBe('SONY MUSIC ENTERTAINMENT PRIVACY POLICY | Sony Music Entertainment');
    expect(document.text).not.toContain('extracted and transformed');
    expect(document.text).not.toMatch(/\*\*|\]\(|^\s*\* /m);
    const sections = document.blocks
      .filter(({ kind }) => kind === 'heading')
      .map(({ start, end }) => document.text.slice(start, end));
    expect(sections.slice(1)).toEqual([
      ...[
        'Collection and Use of Personal Information',
        'Social Networks/Online Communities',
        'Transactions',
        'Information Sharing',
      ],
      ...[
        'Choice/Opt-Out',
        'Tracking Technologies',
        'Security',
        'Updating Your Personal Information',
        'Additional Information',
      ],
      ...['Changes To This Policy', 'Questions About This Privacy Policy'],
    ]);
    expect(sentences.find(({ text }) => text.startsWith('As required by law'))?.statement).toBe(
      'We may also share your personal information: As required by law, such as to comply with a subpoena or similar legal process',
    );
  });

  it('keeps where links lead', () => {
    const links = document.blocks.flatMap((block) => block.links);
    expect(links).toContainEqual({ text: 'contact us', address: 'http://www.sonymusic.com/about/feedback.php' });
  });

  it('holds every clause that was picked from it by hand, at the borders of sentences', () => {
    const searched = searchedText(document.text);
    const starts = new Set(sentences.map(({ start }) => start));
    const ends = new Set(sentences.map(({ end }) => end));
    const astray = clausesFile.clauses.filter(({ quote }) => {
      const plain = readDocument(readPlainText(quote)).text;
      const found = findQuote(searched, plain);
      return found === null || !starts.has(found.start) || !ends.has(found.end);
    });
    expect(astray.map(({ id, quote }) => `${id}: ${quote}`)).toEqual([]);
  });
});

describe('a quote', () => {
  const searched = searchedText('We  use “cookies” –\nand\u00a0web beacons. We use cookies.');
  it('is found whatever spaces, quotation marks and dashes it is set with', () => {
    expect(findQuote(searched, 'use "cookies" - and web\nbeacons')).toEqual({ start: 4, end: 35 });
  });
  it('is not found when a word differs, or when it is empty', () => {
    expect(findQuote(searched, 'use cookie and')).toBeNull();
    expect(findQuote(searched, '  ')).toBeNull();
  });
});
