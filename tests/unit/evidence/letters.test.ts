/** Every letter: whole, in each language, with the sentences word for word and nothing that tells a person apart. */
import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studyCapture } from '../../../capture/study-capture.ts';
import { fill, letterDate, plainName } from '../../../evidence/letters/fill.ts';
import {
  LONGEST_MAILTO,
  letterFile,
  letterFileName,
  letterText,
  mailtoAddress,
} from '../../../evidence/letters/letter-files.ts';
import { letterLanguages, letterPlace } from '../../../evidence/letters/letter-place.ts';
import { makeLetter, ownStudy } from '../../../evidence/letters/make-letter.ts';
import { LETTER_KINDS, type Letter, type LetterPlace } from '../../../evidence/letters/letter.ts';
import { secondAnswer } from '../../../findings/second-answer.ts';
import { readPlainText } from '../../../reading/plain-text.ts';
import type { LetterKind, LetterWordsFile } from '../../../schemas/letter-data.ts';
import { letterLaws, letterWords } from '../../../shipped/letters.ts';
import { SHIPPED_READING_FACTS } from '../../../shipped/reading-rules.ts';
import { readShipped } from '../study-shipped.ts';
import { shippedRoutes } from '../../../shipped/routes.ts';
import { captureOfLog, captureOfVisit, logOfMessages } from '../../../tools/builders/captures.ts';
import { makeItem, makeVisit } from '../../../tools/builders/visits.ts';
import { readKnowledge } from '../../../tools/read-knowledge.ts';
import { clausesInOrder, readableQuote } from '../../../words/quote-words.ts';
import messages from '../../fixtures/messages-of-a-visit.json' with { type: 'json' };

const knowledge = readKnowledge(process.cwd());
const study = studyCapture(captureOfLog(logOfMessages(messages)), knowledge, null);
const routes = shippedRoutes();
const SEAL = 'ab'.repeat(32);
const WORDS = new Map(
  await Promise.all(
    readdirSync('policy-data/letters').map(async (file) => {
      const words = await letterWords(file.replace('.json', ''));
      return [words.language, words] as const;
    }),
  ),
);
const wordsIn = (code: string): LetterWordsFile => {
  const words = WORDS.get(code);
  if (words === undefined) throw new Error(code);
  return words;
};
const placeOf = (region: string): LetterPlace => {
  const place = letterPlace(letterLaws, routes, region);
  if (place === null) throw new Error(region);
  return place;
};
const write = (kind: LetterKind, region: string, code: string, of = study, seal: string | null = SEAL): Letter =>
  makeLetter({ kind, study: of, place: placeOf(region), routes, words: wordsIn(code), seal });
const cases = letterLaws.jurisdictions.flatMap(({ region }) =>
  letterLanguages(placeOf(region)).map((code) => [region, code] as const),
);

/** The same study, with the answer of a text in force that names the cookies and nothing else. */
const READ_AT = Date.UTC(2026, 10, 26, 12);
const inForce = await (async () => {
  const text =
    '# Privacy Policy\n\nWe use cookies to count visits.\n\nYou may contact us at privacy@a.example about your data.';
  const { reading, statements } = await readShipped(readPlainText(text, { address: 'https://www.a.example/privacy' }));
  const copy = { id: 'one', readAt: READ_AT, reading, statements };
  return {
    ...study,
    pages: study.pages.map((page) => ({
      ...page,
      second: secondAnswer(page.page.visit, knowledge[0], copy, SHIPPED_READING_FACTS),
    })),
  };
})();

describe.each(cases)('letters of %s in %s', (region, code) => {
  it.each(LETTER_KINDS)('%s', (kind) => {
    for (const of of [study, inForce]) {
      const letter = write(kind, region, code, of);
      const text = letterText(letter);
      expect(`${letter.subject}\n${text}`).not.toMatch(/[{}]|undefined|null/u);
      expect(text).not.toMatch(/violat|illegal|breach/iu);
      expect(text).toContain(SEAL);
      const marks = new Set(Object.values(wordsIn(code).blanks));
      expect(text.match(/\[[^\]]+\]/gu)?.every((mark) => letter.toFill.includes(mark) && marks.has(mark))).toBe(true);
      expect(letter.recipient.email ?? letter.recipient.form).not.toBeNull();
      const { findings, organisation } = study.pages[0]!.report;
      for (const finding of findings)
        for (const { clause } of clausesInOrder(finding).slice(0, 3))
          expect(text).toContain(readableQuote(clause.quote));
      expect(text).toContain(letterDate(wordsIn(code), organisation.policy.captureDate));
      expect(text.includes(letterDate(wordsIn(code), '2026-11-26'))).toBe(of === inForce);
    }
  });
});

it.each(cases)('the letters of %s in %s have no sentence of another language', (region, code) => {
  const others = [...WORDS.values()].filter(({ language }) => language !== code);
  for (const kind of LETTER_KINDS) {
    const text = letterText(write(kind, region, code));
    for (const other of others)
      for (const sentence of [other.limits, other.intro[kind].split('{site}').at(-1)!, other.ask[kind]])
        expect(text).not.toContain(sentence);
  }
});

it('quotes the text in force beside the archived one, each with its day', () => {
  const text = letterText(write('complaint', 'IE', 'en', inForce));
  expect(text).toContain('“We use cookies to count visits.”');
  expect(text).toMatch(/as archived on 31 December 2011[\s\S]*as I read it on 26 November 2026/u);
  expect(text).toMatch(/In the text of 31 December 2011, [\s\S]*In the text of 26 November 2026, this is named\./u);
});

it('names the law as it is today, and what that was compared with', () => {
  expect(write('complaint', 'GB', 'en').basis?.law).toBe('section 165 of the Data Protection Act 2018');
  const optOut = write('optout', 'US-CA', 'en');
  expect(optOut.answer).toMatchObject({ period: { count: 15, unit: 'working-day' }, source: { is: 'account' } });
  expect(write('deletion', 'JP', 'ja').answer?.source).toBeNull();
  expect(letterText(optOut)).toContain('within 15 business days');
  expect(write('access', 'US-TX', 'en').basis?.source).toMatchObject({ is: 'text', day: '2026-11-27' });
  expect(write('access', 'CA', 'fr').answer?.law).toContain('le paragraphe 8(3)');
});

it('asks whether the company was written to only where that comes first', () => {
  expect(write('complaint', 'FR', 'fr').toFill).toContain(wordsIn('fr').blanks.asked);
  expect(write('complaint', 'US', 'en').toFill).not.toContain(wordsIn('en').blanks.asked);
});

it('tells of the pages of one organisation alone, and of none where no page is anybody’s', () => {
  expect(ownStudy(study)?.pages).toHaveLength(study.pages.length);
  const address = { ...makeVisit().address, host: 'www.b.example' };
  const elsewhere = captureOfVisit(makeVisit({ address, items: [makeItem({ name: 'theirs', store: 'cookie' })] }));
  const foreign = studyCapture(elsewhere, knowledge, null);
  expect(ownStudy(foreign)).toBeNull();
  const both = ownStudy({ ...study, pages: [...foreign.pages, ...study.pages] });
  const text = letterText(write('complaint', 'IE', 'en', both ?? foreign));
  expect(text).not.toMatch(/b\.example|theirs/u);
  expect(text).toContain('www.bobdylan.com');
});

it('goes to the company, or to the authority', () => {
  expect(write('access', 'DE', 'de').recipient.email).toBe('datenschutz@sonymusic.com');
  expect(write('optout', 'US-CA', 'en').recipient.form).toBe('https://www.sonymusic.com/ccpa-contact-form/');
  expect(write('complaint', 'FR', 'fr').recipient.name).toBe('CNIL');
  expect(write('complaint', 'JP', 'ja').recipient.name).toBe('個人情報保護委員会');
  expect(letterText(write('complaint', 'US-VA', 'en'))).toContain('https://www.bobdylan.com/');
});

it('cites the law that gives the right, and says so where there is none', () => {
  expect(letterText(write('access', 'DE', 'de'))).toContain('Art. 15 DSGVO');
  expect(letterText(write('deletion', 'US-CA', 'en'))).toContain('1798.105');
  expect(letterText(write('access', 'US', 'en'))).toContain(wordsIn('en').noBasis);
});

it('falls back on the country, and knows no other place', () => {
  expect(placeOf('US-UT').jurisdiction.region).toBe('US');
  expect(letterPlace(letterLaws, routes, 'NZ')).toBeNull();
});

it('has a place for the seal where none was made', () => {
  const letter = write('access', 'GB', 'en', study, null);
  expect(letterText(letter)).not.toContain(SEAL);
  expect(letter.toFill).toContain(letter.sealMark);
});

const bodyOf = (address: string): string => new URL(address).searchParams.get('body')!.replaceAll('\r\n', '\n');

describe('an e-mail', () => {
  it('holds a short text whole, and a long one up to the sentence that says so', () => {
    const letter = write('access', 'DE', 'de');
    expect(bodyOf(mailtoAddress(letter, 'Kurz & gut\n100 % ä').address)).toBe('Kurz & gut\n100 % ä');
    const text = letterText(letter);
    const { address, isWhole } = mailtoAddress(letter, text);
    expect(isWhole).toBe(false);
    expect(address.length).toBeLessThanOrEqual(LONGEST_MAILTO);
    expect(bodyOf(address).endsWith(`\n\n${letter.rest}`)).toBe(true);
    expect(text.startsWith(bodyOf(address).slice(0, -letter.rest.length - 2))).toBe(true);
  });

  it('decodes to what was written, whatever that is', () => {
    const letter = write('feedback', 'JP', 'ja');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const plain = text.replaceAll('\r', '');
        const { address } = mailtoAddress(letter, plain);
        expect(bodyOf(address)).toBe(plain);
        expect(new URL(address).searchParams.get('subject')).toBe(letter.subject);
      }),
    );
  });
});

it('is saved with its recipient under a name that any disk takes', () => {
  const letter = write('access', 'DE', 'de');
  expect(letterFileName(letter, '../a b:c')).toBe('letter-access-..-a-b-c-de.txt');
  expect(letterFile(letter, 'Text')).toContain(`${letter.subject}\n\nText\n`);
  expect(letterFile(letter, 'Text').match(/^Sony Music Entertainment/gmu)).toHaveLength(1);
});

describe('what a page named', () => {
  it('keeps no identifier, and opens no place', () => {
    expect(plainName('_hjSession_1234567')).toBe('_hjSession_…');
    expect(plainName('_ga')).toBe('_ga');
    expect(plainName('[x]\n{site}')).toBe('(x) (site)');
    expect(fill('{a} {b}', { a: '{b}', b: 'c' })).toBe('{b} c');
    expect(() => fill('{c}', {})).toThrow('{c}');
  });

  it('never adds a place to fill in, a line or a place of the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (name) => {
        const hostile = studyCapture(
          captureOfVisit(makeVisit({ items: [makeItem({ name, store: 'cookie' })] })),
          knowledge,
          null,
        );
        const plain = studyCapture(
          captureOfVisit(makeVisit({ items: [makeItem({ name: 'x', store: 'cookie' })] })),
          knowledge,
          null,
        );
        const text = letterText(write('complaint', 'DE', 'de', hostile));
        const marks = (of: string): readonly string[] => of.match(/\[[^\]]*\]/gu) ?? [];
        expect(marks(text)).toEqual(marks(letterText(write('complaint', 'DE', 'de', plain))));
        expect(plainName(name)).not.toMatch(/[\n\r{}[\]\u202e]/u);
      }),
      { numRuns: 30 },
    );
  });
});

it('names the practices as the pages do, and in every other language by itself', () => {
  for (const code of ['de', 'fr', 'es', 'pt-br', 'ja']) {
    const file = JSON.parse(readFileSync(`locales/${code}.json`, 'utf8')) as {
      practices: Record<string, { name?: string }>;
    };
    for (const { practice } of study.pages[0]!.report.findings)
      expect(letterText(write('access', code === 'ja' ? 'JP' : 'DE', code))).toContain(
        `. ${file.practices[practice.id]?.name ?? '?'}\n`,
      );
  }
  expect(letterText(write('access', 'NL', 'nl'))).toContain('. Webopslag\n');
  expect(letterText(write('access', 'NL', 'en'))).toContain('. Web storage\n');
});
