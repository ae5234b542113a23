/** Does what the data says follow the english, and stay as it is where there is no translation? */
import { describe, expect, it } from 'vitest';
import { english, languageOf } from '../english.ts';
import {
  clauseWords,
  findingExplanations,
  findingName,
  phrase,
  practiceName,
  routeWords,
} from '../../../words/data-words.ts';
import { clockTime, duration, longDate, regionName, wordList } from '../../../words/format.ts';
import { lifetimeWords, setterWords } from '../../../words/item-words.ts';
import { chipWords, labelSentence } from '../../../words/label-words.ts';
import en from '../../../locales/en.json' with { type: 'json' };
import {
  analyticsClause,
  cookieClause,
  findings,
  items,
  billingClause,
  policy,
  routes,
} from '../components/report-fixture.ts';
import { AT } from '../../../tools/builders/visits.ts';
import { makeEvidence, makeFinding, makePractice, makeRoute } from '../../../tools/builders/reports.ts';
import { second } from './second-language.ts';

const secondLanguage = languageOf(second);
const analytics = makePractice({ id: 'web-analytics', name: 'Web analytics' });
const storage = makePractice({ id: 'web-storage', name: 'Web storage' });
const asking = makePractice({
  id: 'newsletter-email',
  name: 'Newsletter sign-up',
  situations: [
    { id: 'asked', name: 'Email address', explanation: 'A form asks for it.' },
    { id: 'other', name: null, explanation: 'In another way.' },
  ],
});
const seen = (practice: typeof analytics, ...situations: (string | undefined)[]) => ({
  practice,
  evidence: (situations.length === 0 ? [undefined] : situations).map((situation) =>
    makeEvidence({ kind: 'field', names: ['email'], ...(situation === undefined ? {} : { situation }) }),
  ),
});
const route = (id: string) => {
  const found = routes.find((offered) => offered.route.id === id)?.route;
  if (found === undefined) throw new Error(`no route ${id}`);
  return found;
};

describe('a practice that was seen in other situations than the plain one', () => {
  it.each<[string, (string | undefined)[], string, string[]]>([
    ['the plain one alone', [undefined], 'Newsletter sign-up', ['What it is, in one plain sentence.']],
    ['another one alone', ['asked', 'asked'], 'Email address', ['A form asks for it.']],
    ['one without a name', ['other'], 'Newsletter sign-up', ['In another way.']],
    ['two others', ['other', 'asked'], 'Newsletter sign-up', ['A form asks for it.', 'In another way.']],
    ['both', ['asked', undefined], 'Newsletter sign-up', ['What it is, in one plain sentence.', 'A form asks for it.']],
    ['one of another practice', ['script'], 'Newsletter sign-up', ['What it is, in one plain sentence.']],
  ])('%s', (_what, situations, name, explanations) => {
    const finding = seen(asking, ...situations);
    expect(findingName(english, finding)).toBe(name);
    expect(findingExplanations(english, finding)).toEqual(explanations);
  });
});

it('says so where nothing was answered, and not where something was', () => {
  const evidence = [true, true].map(() => makeEvidence({ kind: 'request', host: 'a.example', unanswered: true }));
  const said = findingExplanations(english, { practice: analytics, evidence });
  expect(said).toEqual(['What it is, in one plain sentence.', expect.stringContaining('nothing of this was answered')]);
  const [first] = evidence;
  if (first === undefined) throw new Error('There is no evidence.');
  const { unanswered: _unanswered, ...answered } = first;
  expect(findingExplanations(english, { practice: analytics, evidence: [first, answered] })).toHaveLength(1);
});

describe('in English', () => {
  it('all is as the data says it', () => {
    expect(practiceName(english, analytics)).toBe('Web analytics');
    expect(findingExplanations(english, seen(analytics))).toEqual(['What it is, in one plain sentence.']);
    expect(clauseWords(english, cookieClause)).toEqual({ summary: cookieClause.summary, choice: cookieClause.choice });
    expect(routeWords(english, route('sony-feedback'))).toMatchObject({ title: 'Write to Sony Music', text: null });
    expect(phrase(english, '2 years')).toBe('2 years');
    expect(english.file).toBe(en);
  });
});

describe('in a second language', () => {
  it.each([
    ['a practice', () => practiceName(secondLanguage, analytics), '«Zählung»'],
    ['its explanation', () => findingExplanations(secondLanguage, seen(analytics)).join(), '«Was das Zählen ist.»'],
    ['a situation', () => findingName(secondLanguage, seen(asking, 'asked')), '«Adresse»'],
    ['its explanation', () => findingExplanations(secondLanguage, seen(asking, 'asked')).join(), '«Ein Feld.»'],
    ['a practice without a translation', () => practiceName(secondLanguage, storage), 'Web storage'],
    [
      'its explanation',
      () => findingExplanations(secondLanguage, seen(storage)).join(),
      'What it is, in one plain sentence.',
    ],
    ['a summary', () => clauseWords(secondLanguage, analyticsClause).summary, '«Zählen heißt so.»'],
    ['a choice', () => clauseWords(secondLanguage, cookieClause).choice, '«Cookies löschen.»'],
    ['no choice', () => clauseWords(secondLanguage, analyticsClause).choice, null],
    [
      'a summary without a translation',
      () => clauseWords(secondLanguage, billingClause).summary,
      billingClause.summary,
    ],
    ['a sentence', () => phrase(secondLanguage, '2 years'), '«2 Jahre»'],
    ['a name without a translation', () => phrase(secondLanguage, 'Hotjar'), 'Hotjar'],
    [
      'words that every object has',
      () => ['constructor', '__proto__', 'toString'].map((word) => phrase(secondLanguage, word)).join(),
      'constructor,__proto__,toString',
    ],
    [
      'a setter',
      () => items[0] && setterWords(secondLanguage, { ...items[0], setByOther: false }),
      '««set by Google Analytics»»'.slice(1, -1),
    ],
    [
      'a usual lifetime',
      () => items[0] && lifetimeWords(secondLanguage, { ...items[0], item: { ...items[0].item, cookie: null } }),
      '«asks for «2 Jahre»; browsers keep it 400 days at most»',
    ],
    ['a chip', () => chipWords(secondLanguage, 'not-found', true), '«Background: «No sentence found»»'],
    [
      'a reason',
      () => labelSentence(secondLanguage, findings[2] ?? makeFinding({ practice: analytics, label: 'stated' }), policy),
      '«We cannot tell: «Nur für Rechnungen.»»',
    ],
    [
      'a reason that is ours',
      () =>
        labelSentence(
          secondLanguage,
          makeFinding({ practice: analytics, label: 'cannot-tell', reason: 'no-policy' }),
          policy,
        ),
      '«We cannot tell: «Liner Notes holds no policy that speaks for this page.»»',
    ],
  ])('%s', (_name, words, expected) => {
    expect(words()).toBe(expected);
  });

  it('a route is translated by its parts; those without words of their own stay', () => {
    expect(routeWords(secondLanguage, route('sony-feedback'))).toEqual({
      title: '«Schreiben»',
      purpose: '«Fragen aller Art.»',
      text: null,
      needs: ['«eine Adresse»'],
      whatItWas: '«Das Formular von 2011.»',
      first: [],
    });
    expect(routeWords(secondLanguage, route('sony-post'))).toMatchObject({
      text: '«An die Post»',
      needs: [],
      whatItWas: null,
    });
    expect(routeWords(secondLanguage, makeRoute({ id: 'other', title: 'Other' })).title).toBe('Other');
  });

  it('what has no translation says that it is English', () => {
    expect(clauseWords(secondLanguage, analyticsClause).lang).toBeUndefined();
    expect(clauseWords(secondLanguage, billingClause).lang).toBe('en');
    expect(routeWords(secondLanguage, route('sony-feedback')).lang).toBeUndefined();
    expect(routeWords(secondLanguage, makeRoute({ id: 'other', title: 'Other' })).lang).toBe('en');
    expect(clauseWords(english, billingClause).lang).toBeUndefined();
  });

  it('names the company where a sentence of the data has a place for it, by the rules of its own language', () => {
    const needs = ['Covers {{company, possessive}} sites.', 'By post.'];
    const asked = makeRoute({ id: 'asked', title: 'Ask {{company}}', purpose: 'Ask {{company, a}} office.', needs });
    expect(routeWords(secondLanguage, asked)).toMatchObject({
      title: 'Ask Sony Music',
      purpose: 'Ask a Sony Music office.',
      needs: ['Covers Sony Music’s sites.', 'By post.'],
    });
    const phrases = { 'Covers {{company, possessive}} sites.': '«{{company, possessive}} Seiten.»' };
    expect(routeWords(languageOf({ ...second, phrases }), asked).needs[0]).toBe('«Sony Musics Seiten.»');
  });

  it('a part that the translation lacks stays in English', () => {
    const language = languageOf({
      ...second,
      routes: { 'sony-feedback': { title: '«Nur Titel»', purpose: '«Zweck»' } },
    });
    expect(routeWords(language, route('sony-feedback'))).toMatchObject({
      title: '«Nur Titel»',
      needs: ['an e-mail address'],
      whatItWas: 'Sony Music’s feedback form of 2011.',
    });
  });

  it('a file without translations of the data changes nothing of the data', () => {
    const { language: name, manifest, badge, words } = second;
    const language = languageOf({ language: name, manifest, badge, words });
    expect([
      practiceName(language, analytics),
      phrase(language, '2 years'),
      clauseWords(language, cookieClause).choice,
    ]).toEqual(['Web analytics', '2 years', cookieClause.choice]);
  });
});

describe('numbers, plurals and names of the second language', () => {
  it.each([
    [0, '«0 requests»'],
    [1, '«1 request»'],
    [2, '«2 requests»'],
    [1204, '«1.204 requests»'],
  ])('%i', (count, expected) => {
    expect(secondLanguage.t('companies.requests', { count })).toBe(expected);
  });

  it('lengths of time, regions, lists and dates follow', () => {
    expect(secondLanguage.plainNumber(1204)).toBe('1.204');
    expect(duration(secondLanguage, 400 * 86_400_000)).toBe('13 Monate');
    expect(regionName(secondLanguage, 'PT')).toBe('Portugal');
    expect(regionName(secondLanguage, 'AT')).toBe('Österreich');
    expect(regionName(secondLanguage, 'DE')).toBe('«Germany»');
    expect(wordList(secondLanguage, ['A', 'B', 'C'])).toBe('«A«, »B and C»');
    expect(longDate(secondLanguage, '2011-12-31')).toBe('«31 «December» 2011»');
    expect(clockTime(AT, 'UTC')).toBe('12:04:05');
  });

  it('French ones: none is singular, and whole millions read as any other plural', () => {
    const language = languageOf({ ...second, language: { code: 'fr', name: 'Deuxième', direction: 'ltr' } });
    expect(language.t('companies.requests', { count: 0 })).toBe('«0 request»');
    expect(language.t('companies.requests', { count: 2 })).toBe('«2 requests»');
    expect(language.t('companies.requests', { count: 3_000_000 })).toBe('«3\u202f000\u202f000 requests»');
  });

  it('English is English beside it', () => {
    expect(english.t('companies.requests', { count: 1204 })).toBe('1,204 requests');
    expect(practiceName(english, analytics)).toBe('Web analytics');
    expect(duration(english, 400 * 86_400_000)).toBe('13 months');
  });
});
