/** Does a page get what its organisation's data says, in its language, and nothing of another's? */
import { describe, expect, it } from 'vitest';
import { loadLanguage } from '../../../shipped/languages.ts';
import { withOrganisation } from '../../../words/organisation-words.ts';
import { second } from './second-language.ts';

const file = {
  ...second,
  clauses: {},
  routes: { shared: { title: 'shared', purpose: 'shared' } },
  phrases: { Both: 'shared', Shared: 'shared' },
  organisations: {
    one: {
      clauses: { children: { summary: 'one' } },
      routes: { own: { title: 'one', purpose: 'one' } },
      phrases: { Both: 'one' },
    },
    two: { clauses: { children: { summary: 'two' } } },
  },
};

describe('the words of an organisation', () => {
  it('stand beside those that all share', () => {
    const { clauses, routes, phrases } = withOrganisation(file, 'one');
    expect(clauses).toEqual({ children: { summary: 'one' } });
    expect(Object.keys(routes ?? {})).toEqual(['shared', 'own']);
    expect(phrases).toEqual({ Both: 'one', Shared: 'shared' });
  });

  it('are its own where another has a clause of the same name', () => {
    expect(withOrganisation(file, 'two').clauses).toEqual({ children: { summary: 'two' } });
    expect(withOrganisation(file, 'two').phrases?.Both).toBe('shared');
  });

  it.each([null, 'three', 'constructor'])('of %s are none', (id) => {
    expect(withOrganisation(file, id)).toBe(file);
  });

  it('come with the file of the language', async () => {
    const german = await loadLanguage('de');
    expect(Object.keys(german.organisations ?? {})).toContain('sony-music');
    expect(german.clauses).toBeUndefined();
    expect(withOrganisation(german, 'sony-music').clauses?.children?.summary).toMatch(/13/);
    expect((await loadLanguage('en')).organisations).toBeUndefined();
  });
});
