/** Does a row of a way to answer back say each thing once, in every language, over all routes that we know? */
import { describe, expect, it } from 'vitest';
import { english, languageOf } from '../english.ts';
import { routeRowWords } from '../../../words/route-row-words.ts';
import type { LanguageFile } from '../../../schemas/language-file.ts';
import { shippedRoutes } from '../../../shipped/routes.ts';
import { makeRoute } from '../../../tools/builders/reports.ts';

const routes = shippedRoutes();
const files = import.meta.glob<LanguageFile>('../../../locales/*.json', { eager: true, import: 'default' });

describe('a row', () => {
  it('leaves out the region that its purpose names, and the number that its title holds', () => {
    const phone = makeRoute({
      id: 'phone',
      title: 'Call Sony Music: 1-833-380-0676',
      purpose: 'For people who live in California.',
      region: 'US-CA',
      text: '1-833-380-0676',
    });
    expect(routeRowWords(english, phone)).toMatchObject({ region: null, text: null });
  });

  it('keeps both where nothing else says them', () => {
    const post = makeRoute({
      id: 'post',
      title: 'Write',
      purpose: 'A letter.',
      region: 'DE',
      text: 'Neumarkter Str. 28',
    });
    expect(routeRowWords(english, post)).toMatchObject({ region: 'For: Germany', text: 'Neumarkter Str. 28' });
  });

  it('says whether anybody has tried it', () => {
    expect(routeRowWords(english, makeRoute({ id: 'a', title: 'A' })).checked).toBe('Not yet checked on the live web');
    expect(routeRowWords(english, makeRoute({ id: 'a', title: 'A', lastChecked: '2026-11-20' })).checked).toBe(
      'Checked 20 November 2026',
    );
  });
});

describe.each(Object.values(files).map((file) => [file.language.code, file] as const))('in %s', (_code, file) => {
  const language = languageOf(file);
  it.each(routes.map((route) => [route.id, route] as const))('%s says nothing twice', (_id, route) => {
    const { title, purpose, text, region } = routeRowWords(language, route);
    const parts = [title, purpose, text, region].filter((part) => part !== null);
    expect(new Set(parts).size).toBe(parts.length);
    // A number or an address of seven signs or more stands once.
    const codes = parts.flatMap((part) => [...new Set(part.match(/[\d-]{7,}|\S+@\S+/g) ?? [])]);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
