import { describe, expect, it } from 'vitest';
import { english } from '../english.ts';
import { lifetimeWords, purposeWords, setterWords, smallPrint } from '../../../words/item-words.ts';
import type { KnownStoredItem } from '../../../findings/recognised.ts';
import { items } from '../components/report-fixture.ts';
import { AT, makeItem } from '../../../tools/builders/visits.ts';

const [ga, phpSession, local, session, database] = items;
const DAY = 86_400_000;

function known(over: Partial<KnownStoredItem>): KnownStoredItem {
  return {
    item: makeItem({ store: 'cookie', name: 'x' }),
    knowledge: null,
    setByOther: false,
    setterOwner: null,
    ...over,
  };
}

it.each([
  ['a lasting cookie', ga, 'lasts 13 months'],
  ['a session cookie', phpSession, 'ends when you close the browser'],
  ['localStorage', local, 'stays until deleted'],
  ['sessionStorage', session, 'ends when you close the tab'],
  ['a database', database, 'stays until deleted'],
])('%s', (_name, item, words) => {
  expect(item && lifetimeWords(english, item)).toBe(words);
});

it('says only what is known of a cookie that the page saw by name alone', () => {
  const knowledge = ga?.knowledge ?? null;
  expect(lifetimeWords(english, known({ knowledge: knowledge && { ...knowledge, lifetime: '13 months' } }))).toBe(
    'usually lasts 13 months',
  );
  expect(lifetimeWords(english, known({}))).toBeNull();
});

it('says what a browser keeps where a name asks for more, and what the browser itself tells before both', () => {
  const knowledge = ga?.knowledge ?? null;
  expect(lifetimeWords(english, known({ knowledge }))).toBe('asks for 2 years; browsers keep it 400 days at most');
  expect(ga && lifetimeWords(english, ga)).toBe('lasts 13 months');
});

it('names the setters between which nothing decides, as no setter', () => {
  const candidates = ['Matomo', 'Piwik PRO'];
  expect(purposeWords(english, known({ candidates }))).toBe(
    'Several programs keep something under this name, Matomo and Piwik PRO among them. We cannot tell whose this is.',
  );
  expect(setterWords(english, known({ candidates }))).toBeNull();
  const knowledge = ga?.knowledge ?? null;
  expect(setterWords(english, known({ knowledge, candidates }))).toBe(
    'one of these set it, we cannot tell which: Matomo and Piwik PRO',
  );
  expect(purposeWords(english, known({ knowledge, candidates }))).toBe(knowledge?.purpose);
  expect(purposeWords(english, known({}))).toBe('Unknown to us. We have no entry for this name.');
});

it('says that the site’s own hosting set it, with the supplier beside it', () => {
  const knowledge = ga?.knowledge && { ...ga.knowledge, setter: 'Amazon', role: 'hosting' as const };
  expect(setterWords(english, known({ knowledge: knowledge ?? null }))).toBe(
    'set by the site’s own server or network (Amazon)',
  );
});

it.each([
  ['__Secure-a', 'its prefix lets it be set over https only'],
  ['__Host-a', 'its prefix lets it be set over https only, and for this one host alone'],
  ['__http-a', 'its prefix lets it be set over https only, and by a server alone, where the browser knows that prefix'],
  [
    '__Host-Http-a',
    'its prefix lets it be set over https only, by a server alone and for this one host alone, where the browser knows that prefix',
  ],
])('tells what the prefix of %s asks of browsers', (name, words) => {
  const print = (store: 'cookie' | 'local') =>
    smallPrint(english, known({ item: makeItem({ store, name }) }), 'a.example');
  expect(print('cookie')).toContain(words);
  expect(print('local')).not.toContain(words);
});

it('names the setter, and that it is another company', () => {
  expect(ga && setterWords(english, ga)).toBe('set by another company: Google');
  expect(setterWords(english, known({ setByOther: true, setterOwner: 'Hotjar' }))).toBe(
    'set by another company: Hotjar',
  );
  expect(ga && setterWords(english, { ...ga, setByOther: false })).toBe('set by Google Analytics');
  expect(phpSession && setterWords(english, phpSession)).toBeNull();
});

it('prints size, shape, place, partition and removal, and no value or hash', () => {
  const item = makeItem({
    store: 'cookie',
    name: 'id',
    host: 'frame.example',
    size: 1,
    shape: 'uuid',
    removed: true,
    hash: 'secret-hash',
    cookie: {
      domain: 'frame.example',
      expiresAt: AT + DAY,
      httpOnly: true,
      secure: true,
      sameSite: 'no_restriction',
      partition: 'https://bobdylan.com',
    },
  });
  expect(smallPrint(english, known({ item }), 'www.bobdylan.com')).toEqual([
    'lasts 1 day',
    'on frame.example',
    'looks like a UUID',
    '1 character',
    'works on this site only (partitioned)',
    'sent from other sites too (SameSite=None)',
    'scripts cannot read it (HttpOnly)',
    'removed again',
  ]);
  expect(smallPrint(english, known({ item }), 'www.other.example')).toContain('kept apart for https://bobdylan.com');
  expect(smallPrint(english, known({ item }), 'www.bobdylan.com').join()).not.toContain('secret-hash');
});

describe('two cookies of one name', () => {
  const cookie = (over: object): KnownStoredItem =>
    known({
      item: {
        ...makeItem({ store: 'cookie', name: 'uid' }),
        cookie: {
          domain: 'bobdylan.com',
          expiresAt: null,
          httpOnly: false,
          secure: true,
          sameSite: 'unspecified',
          partition: null,
          ...over,
        },
      },
    });
  const wide = cookie({});
  const tour = cookie({ path: '/tour' });
  const here = cookie({ domain: 'www.bobdylan.com', hostOnly: true });
  const hostOnly = cookie({ hostOnly: true });
  const apart = cookie({ partition: 'https://bobdylan.com' });
  const words = (one: KnownStoredItem, among: readonly KnownStoredItem[]) =>
    smallPrint(english, one, 'www.bobdylan.com', among).join(' · ');

  it.each<[string, KnownStoredItem, KnownStoredItem, string, string]>([
    ['by path', wide, tour, 'path /', 'path /tour'],
    ['by reach', wide, here, 'for all of bobdylan.com', 'only this host'],
    ['by reach on another host', wide, hostOnly, 'for all of bobdylan.com', 'only bobdylan.com'],
    ['by partition', wide, apart, 'not partitioned', 'works on this site only (partitioned)'],
  ])('are told apart %s', (_how, one, other, oneWords, otherWords) => {
    expect(words(one, [one, other])).toContain(oneWords);
    expect(words(other, [one, other])).toContain(otherWords);
    expect(words(one, [one, other])).not.toBe(words(other, [one, other]));
  });

  it('have no such words when there is one, or the other has another name', () => {
    const elsewhere = { ...tour, item: { ...tour.item, name: 'other' } };
    for (const among of [[], [tour], [tour, elsewhere]])
      expect(words(tour, among)).not.toMatch(/path|only|for all of|partition/);
  });
});
