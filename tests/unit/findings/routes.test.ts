import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIGNAL_ROUTE } from '../../../findings/privacy-signal.ts';
import { createRouteOffer, type OfferInput } from '../../../findings/routes.ts';
import sitesFile from '../../../policy-data/organisations/sony-music/sites.json' with { type: 'json' };
import type { Route, Site, SitesFile } from '../../../schemas/policy-data.ts';
import { shippedRoutes } from '../../../shipped/routes.ts';

const routes = shippedRoutes();
const { sites } = sitesFile as SitesFile;
const owner = { id: 'sony-music', jurisdiction: 'US' };
const shipped = createRouteOffer(routes, owner);

const US: OfferInput = { practices: [], companies: [], region: null, policy: 'held' };
/** Companies that have one name only. */
const called = (...names: readonly string[]): OfferInput['companies'] =>
  names.map((name) => ({ owner: name, names: [name] }));
const offered = (input: Partial<OfferInput>): string[] =>
  shipped.offer({ ...US, ...input }).map(({ route }) => route.id);
function siteOf(domain: string): Site {
  const site = sites.find((entry) => entry.domain === domain);
  if (site === undefined) throw new Error(`${domain} is not listed`);
  return site;
}

function route(id: string, changes: Partial<Route> = {}): Route {
  return {
    id,
    title: id,
    purpose: id,
    kind: 'optout',
    region: '*',
    address: null,
    text: id,
    asPrinted: null,
    whatItWas: null,
    worksToday: 'unknown',
    insteadUse: [],
    needs: [],
    lastChecked: null,
    practices: [],
    companies: [],
    sure: 'high',
    sources: ['test'],
    ...changes,
  };
}

describe('offer', () => {
  it("begins with Sony Music's own, what can be asked of it first, and ends with the authorities of the place", () => {
    expect(offered({ region: 'US-CA' })).toEqual([
      'sony-feedback',
      'sony-ccpa',
      'sony-phone',
      'sony-limit',
      'sony-post',
      'sony-policy',
      'cppa',
      'ca-ag',
      'ftc-report',
    ]);
  });

  it('names the privacy signal only where it is not sent already', () => {
    const practices = ['advertising'];
    expect(offered({ practices })).toContain(SIGNAL_ROUTE);
    expect(offered({ practices, signalSent: false })).toContain(SIGNAL_ROUTE);
    expect(offered({ practices, signalSent: true })).not.toContain(SIGNAL_ROUTE);
  });

  it('gives the widest authorities alone where nobody said where they live', () => {
    const regulators = shipped.offer({ ...US, region: null }).filter(({ route: { kind } }) => kind === 'regulator');
    expect(regulators.map(({ route: { id } }) => id)).toEqual(['ftc-report', 'us-state-offices', 'ico', 'edpb']);
  });

  it.each([
    // Without a state: the country's, and a list of the offices of the states.
    ['US', ['ftc-report', 'us-state-offices']],
    ['US-CA', ['cppa', 'ca-ag', 'ftc-report']],
    ['US-VA', ['ag-va', 'ftc-report']],
    ['US-TX', ['ag-tx', 'ftc-report']],
    // A state that routes.json has no authority of.
    ['US-NY', ['ftc-report', 'us-state-offices']],
    ['GB', ['ico']],
    ['DE', ['dpa-de']],
    ['FR', ['dpa-fr']],
    ['NO', ['dpa-no']],
    ['AT', ['dpa-at']],
    ['LI', ['dpa-li']],
    ['EU', ['edpb']],
    ['CH', ['dpa-ch']],
    ['BR', ['dpa-br']],
    ['MX', ['dpa-mx']],
    ['CO', ['dpa-co']],
    ['JP', ['dpa-jp']],
    ['CA', ['dpa-ca']],
    ['CA-QC', ['dpa-ca-qc', 'dpa-ca']],
    ['CA-AB', ['dpa-ca-ab', 'dpa-ca']],
    ['AU', ['dpa-au']],
    ['ZA', []],
  ])('gives to somebody in %s the authorities %s', (region, ids) => {
    const regulators = shipped.offer({ ...US, region }).filter(({ route: { kind } }) => kind === 'regulator');
    expect(regulators.map(({ route: { id } }) => id)).toEqual(ids);
  });

  it.each([
    ['US', ['daa-ccpa', 'daa-choices', 'daa-webchoices']],
    ['US-NY', ['daa-ccpa', 'daa-choices', 'daa-webchoices']],
    ['US-CA', ['ca-drop', 'daa-ccpa', 'daa-choices', 'daa-webchoices']],
    ['DE', ['edaa']],
    ['CH', ['edaa']],
    ['GB', ['edaa-gb']],
    ['CA', ['daac']],
    ['JP', ['ddai-jp']],
    ['AU', ['yoc-au']],
    ['BR', []],
    [null, ['daa-ccpa', 'daa-choices', 'daa-webchoices']],
  ])("gives to somebody in %s the trade's choices and the state's %s", (region, ids) => {
    const found = offered({ region, practices: ['advertising'] }).filter((id) =>
      /^(daa|nai-opt|edaa|ddai|yoc|ca-drop)/.test(id),
    );
    expect(found.sort()).toEqual(ids);
  });

  it('offers by practice, and says so', () => {
    const found = shipped.offer({ ...US, practices: ['mobile-number', 'newsletter-email'] });
    const because = Object.fromEntries(found.map(({ route: { id }, because: why }) => [id, why]));
    expect(because['stop-2011']).toEqual({ kind: 'practice', names: ['mobile-number'] });
    expect(because['unsubscribe-2011']).toEqual({ kind: 'practice', names: ['newsletter-email'] });
    expect(because['sony-feedback']).toEqual({ kind: 'always', names: [] });
    expect(because).not.toHaveProperty('spotify-apps');
  });

  it.each([
    ['first-party-cookies', 'clear-site-data'],
    ['web-storage', 'clear-web-storage'],
    ['third-party-cookies', 'block-third-party-cookies'],
    ['web-analytics', 'gpc'],
    ['flash-cookies', 'flash-cookies-today'],
    ['flash-content', 'adobe-eol'],
    ['pre-save', 'spotify-apps'],
    ['pre-save', 'sony-data-use'],
    ['social-sign-in', 'account-apps'],
    ['location-look-up', 'site-permissions'],
    ['account', 'profile-update-2011'],
    ['payment', 'order-mail-2011'],
    ['demographics', 'ftc-kids'],
  ])('%s brings %s, and nothing else does', (practice, id) => {
    expect(offered({ practices: [practice] })).toContain(id);
    expect(offered({})).not.toContain(id);
  });

  it('offers by company, and says so', () => {
    const found = shipped.offer({ ...US, companies: called('Facebook', 'Nobody at all') });
    expect(found.find(({ route: { id } }) => id === 'meta-off')?.because).toEqual({
      kind: 'company',
      names: ['Facebook'],
    });
    expect(found.map(({ route: { id } }) => id)).not.toContain('vendor-spotify');
  });

  it('offers by any name of a company and of what it bought, and says whose it is', () => {
    const companies = [{ owner: 'Holder', names: ['Pages', 'Holder', 'Facebook'] }];
    const found = shipped.offer({ ...US, companies });
    expect(found.find(({ route: { id } }) => id === 'meta-off')?.because).toEqual({
      kind: 'company',
      names: ['Holder'],
    });
  });

  it.each([
    ['a page that asks Deezer', ['Deezer'], ['deezer-apps']],
    [
      'a page that asks Spotify and Apple Music',
      ['Spotify', 'Apple Music', 'Apple'],
      ['spotify-apps', 'apple-music-apps'],
    ],
    [
      'a page that does not show which service it will ask',
      ['Linkfire'],
      [
        'spotify-apps',
        'deezer-apps',
        'apple-music-apps',
        'amazon-apps',
        'soundcloud-apps',
        'tidal-apps',
        'google-connections',
      ],
    ],
  ])('%s: the permission is taken back there', (_page, met, ids) => {
    const found = offered({ practices: ['pre-save'], met: { 'pre-save': called(...met) } }).filter((id) =>
      /-(apps|connections|sign-in)$/.test(id),
    );
    expect(found).toEqual(ids);
  });

  it.each([
    ['Google', 'google-connections'],
    ['Facebook', 'facebook-apps'],
    ['Sign in with Apple', 'apple-sign-in'],
    ['Twitter', 'x-apps'],
    ['Discord', 'discord-apps'],
    ['Twitch', 'twitch-apps'],
    ['Microsoft', 'microsoft-apps'],
    ['LinkedIn', 'linkedin-apps'],
    ['Spotify', 'spotify-apps'],
    ['Amazon', 'amazon-apps'],
    ['TIDAL', 'tidal-apps'],
  ])('a sign-in with %s is taken back at %s, and nowhere else', (name, id) => {
    const found = offered({ practices: ['social-sign-in'], met: { 'social-sign-in': called(name) } }).filter((one) =>
      /-(apps|connections|sign-in)$/.test(one),
    );
    expect(found).toEqual([id]);
  });

  it('a sign-in with somebody that we know no page of is taken back in the account, wherever that is', () => {
    const found = offered({
      practices: ['social-sign-in'],
      // Contacted on the same page, and not what the button leads to.
      companies: called('Google', 'Facebook'),
      met: { 'social-sign-in': called('LINE'), 'web-analytics': called('Google') },
    });
    expect(found.filter((id) => /-(apps|connections|sign-in)$/.test(id))).toEqual(['account-apps']);
  });

  it('a page with a sign-in at one and a pre-save at another leads to both, and to no third', () => {
    const found = offered({
      practices: ['pre-save', 'social-sign-in'],
      met: { 'pre-save': called('Spotify'), 'social-sign-in': called('Facebook') },
    });
    expect(found.filter((id) => /-(apps|connections|sign-in)$/.test(id))).toEqual(['spotify-apps', 'facebook-apps']);
  });

  it.each([
    ['Hotjar', 'hotjar-optout'],
    ['FullStory', 'fullstory-optout'],
    ['Mouseflow', 'mouseflow-optout'],
    ['Crazy Egg', 'crazyegg-optout'],
    ['Lucky Orange', 'luckyorange-optout'],
    ['Smartlook', 'smartlook-optout'],
    ['Inspectlet', 'inspectlet-optout'],
    ['Yandex Metrica', 'metrica-optout'],
    ['Clarity', 'vendor-microsoft'],
  ])('recording by %s brings %s, and no signal against selling', (name, id) => {
    const found = offered({ practices: ['session-recording'], companies: called(name) });
    expect(found).toContain(id);
    expect(found).not.toContain('gpc');
    expect(offered({ practices: ['session-recording'], companies: called('Somebody else') })).not.toContain(id);
  });

  it('wants both where a route names companies and practices', () => {
    expect(offered({ companies: called('Google') })).not.toContain('ga-optout');
    expect(offered({ practices: ['web-analytics'] })).not.toContain('ga-optout');
    expect(offered({ companies: called('Google'), practices: ['web-analytics'] })).toContain('ga-optout');
  });

  it('keeps the order: own, choices, companies, regulators, reading', () => {
    const { practices, companies } = {
      practices: [...new Set(routes.flatMap((entry) => entry.practices))],
      companies: [...new Set(routes.flatMap((entry) => entry.companies))],
    };
    const kinds = shipped
      .offer({ ...US, practices, companies: called(...companies) })
      .map(({ route: { kind } }) => kind);
    const parts = kinds.map((kind) =>
      ['own-optout own-contact', 'own-policy', 'setting optout', 'vendor', 'regulator', 'learn'].findIndex((part) =>
        part.split(' ').includes(kind),
      ),
    );
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(new Set(parts)).toEqual(new Set([0, 1, 2, 3, 4, 5]));
  });

  it.each([
    ['sonymusic.de', null, ['sony-de-mail', 'sony-feedback', 'sony-de-policy']],
    [
      'sonymusic.de',
      'US-CA',
      [
        'sony-de-mail',
        'sony-feedback',
        'sony-ccpa',
        'sony-phone',
        'sony-limit',
        'sony-post',
        'sony-de-policy',
        'sony-policy',
      ],
    ],
    ['hstyles.co.uk', 'GB', ['sony-feedback', 'sony-uk-policy']],
    ['sonymusic.nl', 'NL', ['sony-feedback', 'sony-nl-policy']],
    ['thiefaine.com', 'FR', ['sony-feedback']],
    [
      'bobdylan.com',
      'DE',
      // The forms under laws of states are for people who live there: not for somebody who said Germany.
      ['sony-de-mail', 'sony-feedback', 'sony-post', 'sony-policy', 'sony-de-policy'],
    ],
    ['sonymusicpub.com', null, []],
    ['prismproject.jp', 'JP', []],
  ])("on %s, for %s, Sony Music's own are %s", (domain, region, ids) => {
    const site = siteOf(domain);
    expect(offered({ site, policy: site.policy, region }).filter((id) => id.startsWith('sony-'))).toEqual(ids);
  });

  it('on a site that is not covered, offers nothing of Sony Music', () => {
    const practices = ['newsletter-email', 'advertising', 'pre-save', 'account'];
    const ids = offered({ policy: 'none', practices, companies: called('Google'), region: 'US' });
    expect(ids.filter((id) => id.startsWith('sony-') || id.endsWith('-2011') || id === 'truste-form')).toEqual([]);
    expect(ids).toContain('daa-choices');
    expect(ids).toContain('ftc-report');
  });

  it('keeps the order of the file within a part', () => {
    const { offer } = createRouteOffer(
      [
        route('learn', { kind: 'learn', practices: ['p'] }),
        route('b', { practices: ['p'] }),
        route('a', { practices: ['p'] }),
        route('own', { kind: 'own-contact' }),
      ],
      owner,
    );
    expect(offer({ ...US, practices: ['p'] }).map(({ route: { id } }) => id)).toEqual(['own', 'b', 'a', 'learn']);
  });

  it('leaves out what is dead, does not work, or is replaced', () => {
    const { offer } = createRouteOffer(
      [
        route('dead', { kind: 'dead', practices: ['p'] }),
        route('broken', { worksToday: 'no', practices: ['p'] }),
        route('replaced', { insteadUse: ['new'], practices: ['p'] }),
        route('new', { practices: ['p'] }),
        route('for nobody'),
      ],
      owner,
    );
    expect(offer({ ...US, practices: ['p'] }).map(({ route: { id } }) => id)).toEqual(['new']);
  });
});

describe('offer, for anything', () => {
  const anyOf = (values: readonly string[]): fc.Arbitrary<string[]> =>
    fc.array(fc.oneof(fc.constantFrom(...values), fc.string()));
  const input = fc.record({
    practices: anyOf(routes.flatMap(({ practices }) => practices)),
    companies: anyOf(routes.flatMap(({ companies }) => companies)).map((names) => called(...names)),
    region: fc.option(fc.oneof(fc.constantFrom(...routes.map(({ region }) => region)), fc.string())),
    policy: fc.constantFrom<OfferInput['policy']>('held', 'own', 'none'),
    site: fc.option(fc.constantFrom(...sites)),
  });

  it('gives each route once, none that is dead, the same each time, whatever the order of what was seen', () => {
    fc.assert(
      fc.property(input, (wanted) => {
        const found = shipped.offer(wanted).map(({ route: entry }) => entry);
        expect(new Set(found).size).toBe(found.length);
        expect(
          found.filter(
            ({ kind, worksToday, insteadUse }) => kind === 'dead' || worksToday === 'no' || insteadUse.length > 0,
          ),
        ).toEqual([]);
        const turned = {
          ...wanted,
          practices: wanted.practices.toReversed(),
          companies: wanted.companies.toReversed(),
        };
        expect(shipped.offer(turned).map(({ route: entry }) => entry)).toEqual(found);
      }),
    );
  });
});

describe('replacementsOf', () => {
  it.each([
    ['flash-manager-2011', ['flash-cookies-today', 'clear-site-data', 'adobe-eol']],
    ['nai-2011', ['nai-about', 'gpc']],
    ['feedback-2011', ['sony-feedback']],
    ['post-2011', ['sony-post']],
    ['truste-2011', ['ftc-report', 'cppa', 'ca-ag', 'ico', 'edpb']],
    ['truste-seal-2011', []],
    ['sony-feedback', []],
    ['no such route', []],
  ])('%s: %s', (id, ids) => {
    expect(shipped.replacementsOf(id).map((found) => found.id)).toEqual(ids);
  });

  it('hands out a list of its own each time', () => {
    shipped.replacementsOf('nai-2011').pop();
    expect(shipped.replacementsOf('nai-2011')).toHaveLength(2);
  });
});

describe('createRouteOffer', () => {
  it('refuses an id that stands twice, and a replacement that does not exist', () => {
    expect(() => createRouteOffer([route('a'), route('a')], owner)).toThrow('Route a stands twice');
    expect(() => createRouteOffer([route('a', { insteadUse: ['b'] })], owner)).toThrow('a is replaced by b');
  });

  it('takes a site under the held text, where no country is known, to be of the country of that text', () => {
    const routes = [
      route('of-us', { kind: 'own-contact', region: 'US' }),
      route('of-ca', { kind: 'own-contact', region: 'CA' }),
    ];
    const from = (jurisdiction: string, policy: OfferInput['policy']): string[] =>
      createRouteOffer(routes, { id: 'sony-music', jurisdiction })
        .offer({ ...US, policy })
        .map(({ route: { id } }) => id);
    expect(from('US', 'held')).toEqual(['of-us']);
    expect(from('CA', 'held')).toEqual(['of-ca']);
    expect(from('CA', 'own')).toEqual([]);
  });

  it("leaves out the organisation's own on the site of a sister, whose group is another", () => {
    const { offer } = createRouteOffer([route('mail', { kind: 'own-contact' })], { id: 'lantern', jurisdiction: 'US' });
    const site = siteOf('sonymusic.com');
    const idsFor = (group: string): string[] =>
      offer({ ...US, site: { ...site, group } }).map(({ route: { id } }) => id);
    expect(idsFor('lantern')).toEqual(['mail']);
    expect(idsFor('lantern-films')).toEqual([]);
  });
});
