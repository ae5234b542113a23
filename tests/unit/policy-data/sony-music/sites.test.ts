import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import lookalikesFile from '../../../../policy-data/organisations/sony-music/lookalikes.json' with { type: 'json' };
import sitesFile from '../../../../policy-data/organisations/sony-music/sites.json' with { type: 'json' };
import { LookalikesFileSchema, SitesFileSchema } from '../../../../schemas/policy-data.ts';

const { sites } = v.parse(SitesFileSchema, sitesFile);
const { lookalikes } = v.parse(LookalikesFileSchema, lookalikesFile);

describe('sites.json', () => {
  it('lists 42 of high confidence, 48 of medium, and the 8 sister companies', () => {
    const own = sites.filter(({ group }) => group === 'sony-music');
    expect(own.filter(({ confidence }) => confidence === 'high')).toHaveLength(42);
    expect(own.filter(({ confidence }) => confidence === 'medium')).toHaveLength(48);
    expect(sites.filter(({ group }) => group === 'smej')).toHaveLength(6);
    expect(sites.filter(({ group }) => group === 'sony-music-publishing')).toHaveLength(2);
  });

  it('has no domain twice, nor one inside another, with lookalikes.json', () => {
    const domains = [...sites, ...lookalikes].map(({ domain }) => domain);
    expect(new Set(domains).size).toBe(domains.length);
    const inside = domains.filter((domain) => domains.some((other) => domain.endsWith(`.${other}`)));
    expect(inside).toEqual([]);
  });

  it('leaves out what nobody could show to be Sony Music', () => {
    const domains = new Set(sites.map(({ domain }) => domain));
    // Its operator is not stated, or only a name pattern speaks for it: such a page is recognised by its marks, if at all.
    for (const domain of [
      'metalinjection.net',
      'metalsucks.net',
      'sonymusic.se',
      'weirdal.com',
      'shakira.com',
      'myplay.com',
      // An embedded form is no proof.
      'redclaystrays.com',
      'ragnbonemanmusic.com',
      // The name and the recordings were sold; who runs the site is not stated.
      'pinkfloyd.com',
    ]) {
      expect(domains).not.toContain(domain);
    }
  });

  it('puts under the text of 2011 only sites of the United States', () => {
    const astray = sites.filter(
      ({ policy, country, group }) => policy !== 'own' && (country !== 'US' || group !== 'sony-music'),
    );
    expect(astray).toEqual([]);
    expect(sites.filter(({ policy }) => policy === 'held').map(({ policyUrl }) => policyUrl)).not.toContain(null);
  });

  it.each([
    ['theorchard.com', 'own'],
    ['dailyrindblog.com', 'own'],
    ['awal.com', 'own'],
    ['ultrarecords.com', 'own'],
    ['nowmusic.com', 'own'],
    ['thiefaine.com', 'own'],
    ['estopa.com', 'own'],
    ['adele.com', 'own'],
    ['sonymusicpub.com', 'own'],
    ['sonymusic.co.jp', 'own'],
    ['bobdylan.com', 'held'],
    ['columbiarecords.com', 'held'],
    ['sonymusic.com', 'held'],
  ])('%s has the policy %s', (domain, policy) => {
    expect(sites.find((site) => site.domain === domain)?.policy).toBe(policy);
  });

  it('says why, where a site of another country has no address of a policy', () => {
    expect(sites.filter(({ policyUrl, note }) => policyUrl === null && note === undefined)).toEqual([]);
  });
});

describe('lookalikes.json', () => {
  it('holds other Sony companies and companies that are not Sony', () => {
    expect(lookalikes.filter(({ relation }) => relation === 'sister')).toHaveLength(11);
    expect(lookalikes.filter(({ relation }) => relation === 'other').map(({ domain }) => domain)).toEqual([
      'ministryofsound.com',
      'thisisdig.com',
      'westlife.com',
    ]);
  });

  it('holds no invented name', () => {
    expect(lookalikes.filter(({ domain }) => /example|xn--|sonymusic/.test(domain))).toEqual([]);
  });
});
