import { describe, expect, it } from 'vitest';
import type { KnownStoredItem } from '../../../findings/recognised.ts';
import { createReport } from '../../../findings/report.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import type { Observation, StoredItemObservation, WriteObservation } from '../../../ledger/observation.ts';
import { at, NOON, PAGE_HOST, visit } from '../../../tools/builders/observations.ts';

const [knowledge] = shippedKnowledge();

function cookie(name: string, change: Partial<StoredItemObservation> = {}): StoredItemObservation {
  return {
    kind: 'stored-item',
    at: NOON,
    store: 'cookie',
    host: PAGE_HOST,
    name,
    size: 20,
    shape: 'identifier',
    hash: null,
    change: 'present',
    cookie: {
      domain: PAGE_HOST,
      expiresAt: null,
      httpOnly: false,
      secure: true,
      sameSite: 'lax',
      partition: null,
    },
    ...change,
  };
}

function request(host: string): Observation {
  return {
    kind: 'request',
    at: NOON,
    address: at(host, '/x.js'),
    initiator: 'script',
    failed: false,
    pixel: false,
    identifiers: [],
  };
}

function written(name: string, writer: string): WriteObservation {
  return {
    kind: 'write',
    at: NOON,
    store: 'cookie',
    host: PAGE_HOST,
    name,
    api: 'document.cookie',
    writer,
    path: '/x.js',
    source: 'page',
  };
}

/** What is made of the first item seen. */
function known(...seen: readonly Observation[]): KnownStoredItem | undefined {
  return createReport(foldObservations(visit(), seen), [knowledge], null).items[0];
}

describe('a name that others use too', () => {
  it.each([
    ['rCookie', 'c.riskified.com', 'Riskified'],
    ['visitor_id12', 'pi.pardot.com', 'Salesforce'],
    ['mbox', 'label.tt.omtrdc.net', 'Adobe'],
    ['__utma', 'ssl.google-analytics.com', 'Google'],
  ])('%s says nothing by itself, and names the setter where %s was contacted', (name, host, setter) => {
    expect(known(cookie(name))).toMatchObject({
      knowledge: null,
      setByOther: false,
      setterOwner: null,
      candidates: [setter],
    });
    expect(known(cookie(name), request(host))).toMatchObject({ knowledge: { setter }, setByOther: true });
  });

  it('names the setter where a script of the setter wrote it', () => {
    expect(known(cookie('cart'), written('cart', 'cdn.shopify.com'))).toMatchObject({
      knowledge: { setter: 'Shopify' },
      setByOther: true,
    });
  });

  it.each([
    ['cart', 'cdn.shopify.com', 'Shopify'],
    ['localization', 'cdn.shopify.com', 'Shopify'],
    ['crumb', 'static1.squarespace.com', 'Squarespace'],
  ])('%s of the platform on which the site runs (%s) is the site’s, and %s is named', (name, host, setter) => {
    expect(known(cookie(name))).toMatchObject({ knowledge: null, setByOther: false });
    expect(known(cookie(name), request(host))).toMatchObject({
      knowledge: { setter },
      setByOther: false,
      setterOwner: null,
    });
  });

  it('is another company’s by its writer, whatever the list says of the name', () => {
    expect(known(cookie('cart'), written('cart', 'static.hotjar.com'))).toMatchObject({
      knowledge: null,
      setByOther: true,
      setterOwner: 'Contentsquare',
    });
  });
});

describe('a name of software that sites run themselves', () => {
  const snowplow = '_sp_id.1fff';

  it('tells what the item is for, and not that it is another company’s', () => {
    expect(known(cookie(snowplow))).toMatchObject({
      knowledge: { setter: 'Snowplow', category: 'analytics', identifier: true },
      setByOther: false,
      setterOwner: null,
    });
    expect(known(cookie('_sp_ses.1fff'))).toMatchObject({ knowledge: { setter: 'Snowplow' }, setByOther: false });
    expect(known(cookie(snowplow))).not.toHaveProperty('candidates');
  });

  it('is another company’s where its maker runs it', () => {
    expect(known(cookie('_pk_id.1.1fff'), request('label.matomo.cloud'))).toMatchObject({ setByOther: true });
  });

  it('takes nothing from Sourcepoint, whose own names are still known', () => {
    for (const name of ['_sp_v1_data', '_sp_su'])
      expect(known(cookie(name))?.knowledge).toMatchObject({ setter: 'Sourcepoint CMP', category: 'consent' });
    const local = { store: 'local', cookie: null } as const;
    for (const name of ['_sp_user_consent_1234', '_sp_non_keyed_local_state'])
      expect(known(cookie(name, local))?.knowledge).toMatchObject({ setter: 'Sourcepoint CMP' });
  });
});

describe('a name that two setters use', () => {
  const figures = 'Tells one browser from the next for the figures of the site.';

  it('has both as candidates where nothing decides, with what both would keep it for', () => {
    const item = known(cookie('_pk_id.1.1fff'));
    expect(item).toMatchObject({ knowledge: { purpose: figures, identifier: true }, setByOther: false });
    expect(item?.candidates).toEqual(['Matomo', 'Piwik PRO']);
  });

  it('is that of the one that was met', () => {
    const item = known(cookie('_pk_id.1.1fff'), request('label.matomo.cloud'));
    expect(item).toMatchObject({ knowledge: { setter: 'Matomo' }, setByOther: true, setterOwner: 'InnoCraft' });
    expect(item).not.toHaveProperty('candidates');
  });

  it.each([
    ['cdn.segment.com', 'Segment'],
    ['cdp.customer.io', 'Customer.io'],
  ])('is that of the one whose script wrote it (%s), though both were met', (writer, setter) => {
    const both = [request('api.segment.io'), request('track.customer.io')];
    expect(known(cookie('ajs_anonymous_id'), ...both)?.candidates).toEqual(['Segment', 'Customer.io']);
    expect(known(cookie('ajs_anonymous_id'), ...both, written('ajs_anonymous_id', writer))).toMatchObject({
      knowledge: { setter },
      setByOther: true,
    });
  });

  it('is told by the form of its value', () => {
    const setter = (shape: StoredItemObservation['shape']) =>
      known(cookie('CookieConsent', { shape }))?.knowledge?.setter;
    expect(setter('json')).toBe('Cookiebot');
    expect(setter('yes-no')).toBe('The site (react-cookie-consent)');
    expect(known(cookie('CookieConsent', { shape: null }))).toMatchObject({
      knowledge: { category: 'consent' },
      candidates: ['Cookiebot', 'The site (react-cookie-consent)'],
      setByOther: false,
    });
    expect(known(cookie('CookieConsent', { shape: 'uuid' }))).toMatchObject({ knowledge: null });
  });

  it('is another company’s where that company alone wrote it', () => {
    expect(known(cookie('ajs_anonymous_id'), written('ajs_anonymous_id', 'static.hotjar.com'))).toMatchObject({
      setByOther: true,
      setterOwner: 'Contentsquare',
    });
  });
});

describe('a cookie at another company’s address', () => {
  it.each(['PHPSESSID', '__cf_bm', '_ga', 'no-known-name'])('%s is that company’s', (name) => {
    const { cookie: plain } = cookie(name);
    const domain = 'static.hotjar.com';
    const item = known(cookie(name, { host: domain, cookie: plain === null ? null : { ...plain, domain } }));
    expect(item).toMatchObject({ setByOther: true, setterOwner: 'Contentsquare' });
  });
});

describe('what the machines that hand out the site set', () => {
  it.each(['AWSALB', 'AWSALBCORS', 'ARRAffinity', '__cf_bm', 'ak_bmsc', 'visid_incap_12', 'BIGipServerpool', 'ASLBSA'])(
    '%s is the site’s, with its setter beside it',
    (name) => {
      const item = known(cookie(name), request('cdnjs.cloudflare.com'), request('x.s3.amazonaws.com'));
      expect(item).toMatchObject({ setByOther: false, setterOwner: null });
      expect(item?.knowledge).toMatchObject({ role: 'hosting' });
    },
  );
});

describe('the owner of a name', () => {
  it.each([
    ['_fbp', 'connect.facebook.net'],
    ['_hjSessionUser_12', 'static.hotjar.com'],
    ['_clck', 'www.clarity.ms'],
    ['_uetvid', 'bat.bing.com'],
    ['_scid', 'tr.snapchat.com'],
    ['_ttp', 'analytics.tiktok.com'],
  ])('of %s is the same, whether its maker (%s) was contacted or not', (name, host) => {
    const alone = known(cookie(name))?.setterOwner;
    expect(alone).toBeTruthy();
    expect(known(cookie(name), request(host))?.setterOwner).toBe(alone);
  });

  it.each([
    ['_fbp', 'Meta'],
    ['_hjSessionUser_12', 'Contentsquare'],
    ['panoramaId', 'Publicis'],
    ['_parsely_visitor', 'Automattic'],
  ])('of %s is %s, not the name that its maker had, without any contact', (name, owner) => {
    expect(known(cookie(name))?.setterOwner).toBe(owner);
  });
});

describe('a name that is its maker’s alone', () => {
  it.each([
    ['_ga', 'Google'],
    ['_fbp', 'Facebook'],
    ['_hjSessionUser_12', 'Hotjar'],
    ['_shopify_y', 'Shopify'],
  ])('%s is %s’s without any contact', (name, setter) => {
    expect(known(cookie(name))).toMatchObject({ knowledge: { setter }, setByOther: true });
  });
});

describe('what the organisation of the page sets itself', () => {
  const setterFor = (itemSetters: readonly string[]): string | null => {
    const all = [{ ...knowledge, organisation: { ...knowledge.organisation, itemSetters } }] as const;
    const { items } = createReport(foldObservations(visit(), [cookie('sme_cookie_en')]), all, null);
    return items[0]?.setterOwner ?? null;
  };

  it('is the site’s own on its pages, and another company’s elsewhere', () => {
    expect(setterFor(['Sony Music'])).toBeNull();
    expect(setterFor(['Kelpwick'])).toBe('Sony Music Entertainment');
    expect(setterFor(['Sony Mus'])).toBe('Sony Music Entertainment');
  });
});
