import { readFileSync } from 'node:fs';
import thirdPartyWeb from 'third-party-web/dist/entities-nostats.json' with { type: 'json' };
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import companiesFile from '../../../../policy-data/companies.json' with { type: 'json' };
import ownFile from '../../../../policy-data/organisations/sony-music/routes.json' with { type: 'json' };
import commonFile from '../../../../policy-data/routes.json' with { type: 'json' };
import { shippedKnowledge } from '../../../../shipped/knowledge.ts';
import { RoutesFileSchema, type Route } from '../../../../schemas/policy-data.ts';

const routes = [ownFile, commonFile].flatMap((file) => v.parse(RoutesFileSchema, file).routes);
const policy = readFileSync('policy-data/organisations/sony-music/policies/2011-12-31/policy.md', 'utf8');
const byId = new Map(routes.map((route) => [route.id, route]));

function get(id: string): Route {
  const route = byId.get(id);
  if (route === undefined) throw new Error(`routes.json has no ${id}`);
  return route;
}

describe('routes.json', () => {
  it('has no id twice, and replaces nothing by what does not exist or is itself replaced', () => {
    expect(byId.size).toBe(routes.length);
    for (const { insteadUse } of routes) {
      for (const id of insteadUse) expect([get(id).kind, get(id).insteadUse, id]).not.toEqual(['dead', [], id]);
      for (const id of insteadUse) expect(get(id).insteadUse).toEqual([]);
    }
  });

  it('was checked by nobody on the live web', () => {
    expect(routes.filter(({ lastChecked }) => lastChecked !== null)).toEqual([]);
  });

  it('gives every route something to open or to read', () => {
    expect(routes.filter(({ address, text }) => address === null && text === null)).toEqual([]);
  });

  it("is brought by a company's name as it is told today, for every company's route", () => {
    const [{ companies }] = shippedKnowledge();
    const domains = [
      ...thirdPartyWeb.flatMap(({ domains: some }: { domains: readonly string[] }) => some),
      ...companiesFile.companies.flatMap(({ domains: some }) => some),
    ].map((domain) => domain.replace(/^\*\./, ''));
    const told = new Set(
      domains.flatMap((domain) => {
        const { owner, name } = companies.find(domain, 'a-page.example');
        return [owner, name];
      }),
    );
    const neverBrought = routes.filter(
      ({ companies: names }) => names.length > 0 && !names.some((name) => told.has(name)),
    );
    expect(neverBrought.map(({ id }) => id)).toEqual([]);
  });

  it('calls dead what does not work, and claims for nothing on the web that it works', () => {
    expect(routes.filter(({ kind, worksToday }) => (kind === 'dead') !== (worksToday === 'no'))).toEqual([]);
    expect(routes.filter(({ address, worksToday }) => worksToday === 'yes' && address !== null)).toEqual([]);
  });

  it('says no more than the wording rules allow', () => {
    const words = JSON.stringify(routes);
    expect(words).not.toMatch(/violat|illegal|\bspies\b|\bspying\b/i);
    expect(words).not.toContain('—');
  });
});

describe('every address and action of the policy of 31 December 2011', () => {
  const printed = new Set(routes.map(({ asPrinted }) => asPrinted));
  const addresses = new Set([...policy.matchAll(/\]\((https?:\/\/[^)\s]+)\)/g)].map(([, address]) => address));

  it('is found in the text', () => {
    expect(addresses.size).toBe(9);
  });

  it.each([...addresses])('%s has a route', (address) => {
    expect(printed).toContain(address);
  });

  it.each(routes.filter(({ asPrinted }) => asPrinted !== null).map(({ id, asPrinted }) => [id, asPrinted] as const))(
    '%s stands in the policy as printed, and says what it was',
    (id, asPrinted) => {
      expect(policy).toContain(asPrinted);
      expect(get(id).whatItWas).not.toBeNull();
    },
  );

  it.each([
    ['unsubscribe-2011', 'unknown'],
    ['profile-2011', 'unknown'],
    ['profile-update-2011', 'unknown'],
    ['stop-2011', 'unknown'],
    ['carrier-2011', 'unknown'],
    ['nai-2011', 'unknown'],
    ['flash-manager-2011', 'no'],
    ['order-mail-2011', 'unknown'],
    ['feedback-2011', 'unknown'],
    ['post-2011', 'no'],
    ['truste-2011', 'unknown'],
    ['truste-seal-2011', 'no'],
    ['onguard-2011', 'unknown'],
    ['onguard-parents-2011', 'unknown'],
    ['onguard-youth-2011', 'unknown'],
    ['archive-2011', 'unknown'],
  ])('%s: works today: %s', (id, worksToday) => {
    expect(get(id).worksToday).toBe(worksToday);
    expect(get(id).asPrinted).not.toBeNull();
  });

  it('are sixteen, and only these', () => {
    expect(routes.filter(({ asPrinted }) => asPrinted !== null)).toHaveLength(16);
  });

  it('explains the end of Flash', () => {
    expect(get('flash-manager-2011').note).toContain('31 December 2020');
    expect(get('flash-cookies-today')).toMatchObject({ kind: 'setting', worksToday: 'yes' });
  });
});

describe('the routes of today', () => {
  it.each([
    ['sony-feedback', 'https://www.sonymusic.com/feedback/'],
    ['sony-ccpa', 'https://www.sonymusic.com/ccpa-contact-form/'],
    ['sony-phone', 'tel:+18333800676'],
    ['sony-de-mail', 'mailto:datenschutz@sonymusic.com'],
    ['nai-about', 'https://thenai.org/about-online-advertising/'],
    ['truste-form', 'https://feedback-form.truste.com/watchdog/request'],
    ['gpc', 'https://globalprivacycontrol.org/#about'],
    ['edpb', 'https://www.edpb.europa.eu/about-edpb/about-edpb/members_en'],
  ])('%s: %s', (id, address) => {
    expect(get(id).address).toBe(address);
  });

  it('has the letter as text, with no address to open', () => {
    expect(get('sony-post')).toMatchObject({
      address: null,
      text: expect.stringContaining('25 Madison Avenue, 22nd Floor') as string,
    });
  });

  it('promises no more of Global Privacy Control than the policy says', () => {
    expect(get('gpc').note).toContain('does not say');
  });
});
