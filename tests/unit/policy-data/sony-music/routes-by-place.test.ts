import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { EEA } from '../../../../findings/route-places.ts';
import de from '../../../../locales/de.json' with { type: 'json' };
import es from '../../../../locales/es.json' with { type: 'json' };
import fr from '../../../../locales/fr.json' with { type: 'json' };
import ja from '../../../../locales/ja.json' with { type: 'json' };
import ptBr from '../../../../locales/pt-br.json' with { type: 'json' };
import ownFile from '../../../../policy-data/organisations/sony-music/routes.json' with { type: 'json' };
import commonFile from '../../../../policy-data/routes.json' with { type: 'json' };
import sitesFile from '../../../../policy-data/organisations/sony-music/sites.json' with { type: 'json' };
import type { LanguageFile } from '../../../../schemas/language-file.ts';
import { RoutesFileSchema, type Route } from '../../../../schemas/policy-data.ts';
import { withOrganisation } from '../../../../words/organisation-words.ts';

const routes = [ownFile, commonFile].flatMap((file) => v.parse(RoutesFileSchema, file).routes);
const regulators = routes.filter(({ kind }) => kind === 'regulator');
const of = (place: string): readonly Route[] => regulators.filter(({ region }) => region === place);
const get = (id: string): Route => {
  const found = routes.find((route) => route.id === id);
  if (found === undefined) throw new Error(`routes.json has no ${id}`);
  return found;
};

/** The states with a comprehensive privacy law in force on 26 November 2026; those of Oklahoma and Louisiana begin in 2027. */
const STATES = 'CA VA CO CT UT TX OR MT FL DE IA NE NH NJ TN MN MD IN KY RI'.split(' ');

describe('somebody finds the authority of', () => {
  it.each(STATES.map((state) => `US-${state}`))('%s', (place) => {
    expect(of(place).length).toBeGreaterThan(0);
    for (const { address, authority } of of(place)) {
      expect(address).toMatch(/^(https:|mailto:)/);
      expect(authority?.does).toBe('complain');
    }
  });

  it.each([...EEA])('%s, under the regulation of the European Union', (place) => {
    expect(of(place)).toHaveLength(1);
    expect(of(place)[0]).toMatchObject({
      authority: { law: 'General Data Protection Regulation (GDPR)' },
      // Article 57(3): free for the person.
      cost: 'free',
    });
  });

  it.each('GB CH CA CA-QC CA-BC CA-AB BR MX CO JP KR AU NZ US EU'.split(' '))('%s', (place) => {
    expect(of(place).length).toBeGreaterThan(0);
  });

  it('every country that a listed site is of', () => {
    const countries = new Set(sitesFile.sites.map(({ country }) => country));
    // Of these two no authority's address is known to us.
    const without = ['CR', 'IN'];
    expect([...countries].filter((country) => of(country).length === 0).sort()).toEqual(without);
  });

  it('no state that has no such law yet', () => {
    const states = regulators.filter(({ region }) => region.startsWith('US-')).map(({ region }) => region);
    expect([...new Set(states)].sort()).toEqual(STATES.map((state) => `US-${state}`).sort());
  });
});

describe('an authority', () => {
  it.each(regulators.map((route) => [route.id, route] as const))(
    '%s says what it watches over and what it needs',
    (_id, route) => {
      expect(route.authority).toBeDefined();
      expect(route.needs.length).toBeGreaterThan(0);
      expect(route.languages?.length).toBeGreaterThan(0);
      // Known, or known to be none: never left open.
      expect(route.first).toBeDefined();
    },
  );

  it.each<[string, NonNullable<Route['first']>]>([
    ['dpa-au', [{ do: 'ask', must: true, wait: { count: 30, unit: 'day' } }]],
    ['dpa-nz', [{ do: 'ask', must: true, wait: { count: 30, unit: 'working-day' } }]],
    ['dpa-fr', [{ do: 'ask', must: true, wait: { count: 1, unit: 'month' } }]],
    ['dpa-de', [{ do: 'ask', must: false, wait: { count: 1, unit: 'month' } }]],
    ['dpa-br', [{ do: 'ask', must: true, wait: { count: 15, unit: 'day' } }]],
    ['dpa-mx', [{ do: 'ask', must: true, wait: { count: 20, unit: 'working-day' } }]],
    ['dpa-co', [{ do: 'ask', must: true, wait: { count: 15, unit: 'working-day' } }]],
    ['ico', [{ do: 'ask', must: true, wait: null }]],
    ['dpa-ca-bc', [{ do: 'ask', must: true, wait: null }]],
    ['dpa-ca-ab', [{ do: 'ask', must: true, wait: null }]],
    [
      'ag-ia',
      [
        { do: 'ask', must: false, wait: { count: 90, unit: 'day' } },
        { do: 'appeal', must: false, wait: null },
      ],
    ],
    [
      'ag-ct',
      [
        { do: 'ask', must: false, wait: { count: 45, unit: 'day' } },
        { do: 'appeal', must: false, wait: { count: 60, unit: 'day' } },
      ],
    ],
    ['dpa-jp', []],
  ])('%s tells what comes first', (id, first) => {
    expect(get(id).first).toEqual(first);
  });

  it.each(STATES)('of %s tells of the appeal to the company, where its law has one', (state) => {
    const appeals = of(`US-${state}`).flatMap(({ first = [] }) => first.filter((step) => step.do === 'appeal'));
    expect(appeals.length > 0).toBe(!['CA', 'UT'].includes(state));
  });

  it.each<[string, string, string]>([
    ['de', 'General Data Protection Regulation (GDPR)', 'DSGVO'],
    ['fr', 'General Data Protection Regulation (GDPR)', 'RGPD'],
    ['es', 'General Data Protection Regulation (GDPR)', 'RGPD'],
    ['pt-br', 'General Personal Data Protection Law (LGPD)', 'Lei Geral de Proteção de Dados Pessoais (LGPD)'],
    ['ja', 'Act on the Protection of Personal Information (APPI)', '個人情報保護法'],
    ['de', 'Federal Act on Data Protection (FADP)', 'DSG'],
    ['fr', 'Federal Act on Data Protection (FADP)', 'LPD'],
    ['fr', 'Personal Information Protection and Electronic Documents Act (PIPEDA)', 'LPRPDE'],
  ])('in %s: %s is %s, as the authority itself calls it', (language, law, own) => {
    const file = { de, fr, es, ja, 'pt-br': ptBr }[language] as LanguageFile;
    expect(withOrganisation(file, 'sony-music').phrases?.[law]).toContain(own);
  });
});

describe('a route', () => {
  it('for everybody has no address that serves one country', () => {
    const oneCountry = /\.(gov|gouv|gob)\b|\/(us|eea|ie)\/|[/-]en-us\//;
    // Apple's instructions and Microsoft's page lead on by the language of the browser; the archive holds an American page.
    const known = ['apple-sign-in', 'vendor-xandr'];
    const narrow = routes.filter(
      ({ id, region, address }) => region === '*' && oneCountry.test(address ?? '') && !known.includes(id),
    );
    expect(narrow.map(({ id }) => id)).toEqual([]);
  });

  it('leads to a page of its own, and not to a front page', () => {
    const fronts = regulators.filter(({ address }) => {
      if (address?.startsWith('https:') !== true) return false;
      const { pathname, search, host } = new URL(address);
      return pathname + search === '/' && !/^(plainte|klachten|privacy|reportfraud|forms)\./.test(host);
    });
    expect(fronts.map(({ id }) => id)).toEqual([]);
  });

  it('promises no outcome', () => {
    const promises = /\b(guarantee|will be (deleted|removed|fined)|stops? all|never again|makes? them|forces? them)\b/i;
    const said = routes.filter((route) =>
      promises.test([route.title, route.purpose, route.text ?? '', ...route.needs].join(' ')),
    );
    expect(said.map(({ id }) => id)).toEqual([]);
  });

  it('of the signal says where a law binds, and what it does not stop', () => {
    const gpc = get('gpc');
    expect(gpc.binds?.map((place) => place.slice(3)).sort()).toEqual(
      'CA CO CT TX MT NE NH NJ DE MN MD OR'.split(' ').sort(),
    );
    expect(gpc.needs.join(' ')).toContain('stops no session recording');
    for (const practice of ['session-recording', 'fingerprinting', 'location-look-up'])
      expect(gpc.practices).not.toContain(practice);
  });

  it('to the deletion platform of California says whom it does not reach', () => {
    expect(get('ca-drop').purpose).toContain('neither {{company}}');
    expect(get('ca-drop')).toMatchObject({ region: 'US-CA', cost: 'free', address: 'https://privacy.ca.gov/drop/' });
  });

  it('that was closed is offered no more', () => {
    expect(get('nai-optout')).toMatchObject({ kind: 'dead', worksToday: 'no', insteadUse: ['gpc'] });
  });

  it('tells where it was seen', () => {
    expect(routes.filter(({ sources }) => sources.length === 0)).toEqual([]);
  });
});
