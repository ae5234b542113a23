import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MarkObservation } from '../../../ledger/observation.ts';
import lookalikesFile from '../../../policy-data/organisations/sony-music/lookalikes.json' with { type: 'json' };
import organisationFile from '../../../policy-data/organisations/sony-music/organisation.json' with { type: 'json' };
import sitesFile from '../../../policy-data/organisations/sony-music/sites.json' with { type: 'json' };
import type { SeenMark } from '../../../recognition/mark-verdict.ts';
import { createMarkFinder } from '../../../recognition/mark-finder.ts';
import { createSiteRecogniser } from '../../../recognition/site.ts';
import type { LookalikesFile, Organisation, Site, SitesFile } from '../../../schemas/policy-data.ts';

const { sites } = sitesFile as SitesFile;
const { lookalikes } = lookalikesFile as LookalikesFile;
const organisation = organisationFile as Organisation;
const { recognise } = createSiteRecogniser([{ about: organisation, sites, lookalikes }]);
const finder = createMarkFinder([organisation]);

const US_POLICY = 'https://www.sonymusic.com/privacy-policy/';
const UK_POLICY = 'https://tools.sonymusiccreative.com/privacy/PCP_UK.pdf';

function siteNamed(domain: string): Site {
  const site = sites.find((entry) => entry.domain === domain);
  if (site === undefined) throw new Error(`${domain} is not listed`);
  return site;
}

/** The marks that a page would show, found by the finder itself, so that both are tested together. */
function marksAt(on: MarkObservation['on'], ...addresses: string[]): SeenMark[] {
  const found = addresses.flatMap((address) => finder.ofAddress(address, on).map((mark) => ({ ...mark, on })));
  expect(found.length, `no mark in ${addresses.join(' ')}`).toBeGreaterThanOrEqual(addresses.length);
  return found;
}
function footer(text: string): SeenMark[] {
  const found = finder.ofFooter(text).map((mark) => ({ ...mark, on: 'footer' as const }));
  expect(found.length, `no mark in ${text}`).toBeGreaterThan(0);
  return found;
}
const element = (id: string): SeenMark[] => [{ mark: id, detail: '', on: 'element' }];

const script = marksAt('script', 'https://tools.sonymusiccreative.com/sme_privacy/sme-privacy.min.js');
const image = marksAt('image', 'https://cdn-p.smehost.net/sites/0123456789abcdef/wp-content/uploads/a.jpg');
const fansFrame = marksAt('frame', 'https://forms.sonymusicfans.com/campaign/some-form/');
const fansForm = marksAt('form', 'https://subs.sonymusicfans.com/submit');
const policyUs = marksAt('link', US_POLICY);
const policyUk = marksAt('link', UK_POLICY);
const feedbackLink = marksAt('link', 'https://www.sonymusic.com/feedback/');
const doNotSell = marksAt('link', 'https://www.sonymusic.com/ccpa-contact-form/');
const copyright = footer('© 2018 Sony Music Entertainment. All Rights Reserved.');

describe('recognise by host', () => {
  it.each(sites.map((site) => [site.domain, site] as const))('%s is listed, with its sub-domains', (domain, site) => {
    for (const host of [
      domain,
      `www.${domain}`,
      `a.b.${domain}`,
      domain.toUpperCase(),
      `${domain}.`,
      `${domain}:8443`,
    ]) {
      const found = recognise(host, []);
      expect(found).toMatchObject({
        status: 'listed',
        site,
        operator: site.operator,
        policy: site.policy,
        policyUrl: site.policyUrl,
        confidence: site.confidence,
        label: null,
      });
      expect(found.reasons[0]).toEqual({ code: 'host-listed', mark: null, detail: domain });
      expect(found.reasons.map(({ code }) => code).includes('own-policy')).toBe(site.policy === 'own');
    }
  });

  it.each(lookalikes.map((other) => [other.domain, other] as const))('%s is not Sony Music', (domain, other) => {
    for (const host of [domain, `www.${domain}`]) {
      expect(recognise(host, [])).toMatchObject({
        status: other.relation === 'sister' ? 'sister' : 'lookalike',
        site: null,
        operator: other.operator,
        policy: 'none',
        reasons: [{ code: 'lookalike-host', mark: null, detail: domain }],
      });
    }
  });

  it.each([
    'notsonymusic.com',
    'xsonymusic.com',
    'sonymusic.com.evil.example',
    'sonymusic.com-evil.example',
    'sonymusic.co',
    'sonymusic.org',
    'sonymusic.se',
    'sonymusiccom',
    'com',
    'co.uk',
    'sony-music.com',
    'bobdylan.com.br',
    'mybobdylan.com',
    // Homographs: a Greek omicron, a Cyrillic с, a Latin ı without dot; as Unicode and as the browser gives them.
    'sοnymusic.com',
    'sonymusiс.com',
    'sonymusıc.com',
    'xn--snymusic-3fg.com',
    'xn--sonymusi-ekg.com',
    'xn--sonymusc-zpb.com',
    '',
    '.',
    '...',
    '[::1]',
    '127.0.0.1',
    'localhost',
    'metalinjection.net',
    'metalsucks.net',
  ])('"%s" is not covered', (host) => {
    expect(recognise(host, [])).toEqual({
      status: 'not-covered',
      organisation: null,
      site: null,
      operator: null,
      asOf: null,
      label: null,
      policy: 'none',
      policyUrl: null,
      confidence: 'low',
      reasons: [],
    });
  });
});

describe('recognise by marks', () => {
  const host = 'artist.example';

  it.each([
    ['the consent script alone', script, 'medium'],
    ['the consent script with the policy link', [...script, ...policyUs], 'high'],
    ['the consent script with the copyright line', [...script, ...copyright], 'high'],
    ['the older notice', marksAt('script', 'https://tools.sonymusiccreative.com/sme_cookie/sme_cookie.js'), 'medium'],
    ['its tag', element('cookie-notice-script'), 'medium'],
    [
      "a style from the site's own path",
      marksAt('style', 'https://cdn.smehost.net/artistexample-usrcaprod/x.css'),
      'medium',
    ],
    [
      'a script from the newer path',
      marksAt('script', 'https://cdn-p.smehost.net/sites/0123/wp-content/x.js'),
      'medium',
    ],
    [
      'a style that the platform has laid out on its own host',
      marksAt('style', 'https://cdn.artist.example/artistexample-ukprod/wp-content/x.css'),
      'medium',
    ],
    ['the 2012 tag', marksAt('script', 'https://tag.sonymusic.com/t/a/x'), 'medium'],
    ['policy link and copyright line', [...policyUs, ...copyright], 'medium'],
    ['policy link and form against selling', [...policyUs, ...doNotSell], 'medium'],
    ['notice element and policy link', [...element('cookie-notice'), ...policyUs], 'medium'],
    ['notice element and copyright line', [...element('cookie-notice'), ...copyright], 'medium'],
  ] as const)('%s is enough', (_, marks, confidence) => {
    expect(recognise(host, marks)).toMatchObject({ status: 'by-marks', site: null, confidence });
  });

  it.each([
    ['an image', image],
    ['an image from the own path', marksAt('image', 'https://cdn.smehost.net/artistexample-usrcaprod/x.jpg')],
    ['many images', [...image, ...image, ...marksAt('image', 'https://cdn.smehost.net/x/y.jpg')]],
    ['a form in a frame', fansFrame],
    ['a form that posts to Sony Music Fans', fansForm],
    ['a form with the policy link beside it', [...fansFrame, ...fansForm, ...policyUs]],
    ['a form with policy, terms and feedback links', [...fansForm, ...policyUs, ...feedbackLink]],
    ['a form and the copyright line', [...fansFrame, ...copyright]],
    ['a policy link', policyUs],
    ['a copyright line', copyright],
    [
      'a line with other words and the policy link',
      [...footer('Sony Music Entertainment. All rights reserved'), ...policyUs],
    ],
    ['legal links', [...feedbackLink, ...doNotSell]],
    ['a notice element', element('cookie-notice')],
    ['a notice element and the form against selling', [...element('cookie-notice'), ...doNotSell]],
    [
      "a style for a path that shares the host's last word",
      marksAt('style', 'https://cdn.smehost.net/otherexample-usrcaprod/x.css'),
    ],
    [
      "a style made for another site's path",
      marksAt('style', 'https://cdn.smehost.net/bobdylancom-uscolumbiaprod/x.css'),
    ],
    [
      'a style that the platform has laid out on the host of another site',
      marksAt('style', 'https://data.mothership.tools/mothershiptools-ukprod/wp-content/x.css'),
    ],
    [
      'an image that the platform has laid out on its own host',
      marksAt('image', 'https://artist.example/artistexample-ukprod/x.jpg'),
    ],
    ['a field of a form, with the policy link beside it', [...element('fans-sign-up-field'), ...policyUs]],
    ['a field of a form, and the copyright line', [...element('fans-sign-up-field'), ...copyright]],
    ['the tag of a service that others used too', marksAt('script', 'https://tag.myplay.com/t/a/artist.example')],
    ['a script that stands on a link', script.map((mark) => ({ ...mark, on: 'link' as const }))],
    ['collection by image', marksAt('image', 'https://sonymusic.112.2o7.net/b/ss/x')],
  ])('%s is a hint at most', (_, marks) => {
    expect(recognise(host, marks)).toMatchObject({
      status: 'hinted',
      operator: null,
      policy: 'none',
      confidence: 'low',
    });
    expect(recognise(host, marks).reasons.length).toBeGreaterThan(0);
  });

  it.each([
    'fan.github.io',
    'fan.netlify.app',
    'web.archive.org',
    'localhost',
    '127.0.0.1',
    '192.168.0.10',
    '[::1]',
    'devbox',
  ])('on %s every mark together is a hint: a copy carries them all', (place) => {
    expect(recognise(place, [...script, ...policyUs, ...copyright]).status).toBe('hinted');
  });

  it('does not know a mark that is not in organisation.json', () => {
    expect(recognise(host, [{ mark: 'constructor', detail: '', on: 'script' }]).status).toBe('not-covered');
  });

  it('tells each mark once, and a weak one as weak', () => {
    const { reasons } = recognise(host, [...image, ...image, ...script, ...script]);
    expect(reasons.map(({ code, mark }) => [code, mark])).toEqual([
      ['weak-mark', 'smehost-image-new'],
      ['mark', 'consent-script'],
    ]);
    expect(reasons[1]?.detail).toBe('tools.sonymusiccreative.com/sme_privacy/sme-privacy.min.js');
  });

  it('names an operator only where the page itself does', () => {
    expect(recognise(host, script).operator).toBeNull();
    expect(recognise(host, [...script, ...policyUs]).operator).toBeNull();
    expect(recognise(host, [...script, ...doNotSell]).operator).toBeNull();
    expect(recognise(host, [...script, ...copyright]).operator).toBe('Sony Music Entertainment');
    expect(recognise(host, [...policyUs, ...doNotSell]).operator).toBe('Sony Music Entertainment');
  });

  it.each([
    ['no link', script, 'none', null],
    ['the US link', [...script, ...policyUs], 'held', US_POLICY],
    ['the UK link', [...script, ...policyUk], 'own', UK_POLICY],
    ['both links', [...script, ...policyUs, ...policyUk], 'none', null],
    ['a US label', marksAt('style', 'https://cdn.smehost.net/artistexample-uslegacyprod/x.css'), 'held', null],
    ['a UK label', marksAt('style', 'https://cdn.smehost.net/artistexample-ukprod/x.css'), 'none', null],
    [
      'a US label and both links',
      [...marksAt('style', 'https://cdn.smehost.net/artistexample-uslegacyprod/x.css'), ...policyUs, ...policyUk],
      'none',
      null,
    ],
    [
      'a US label and the UK link',
      [...marksAt('style', 'https://cdn.smehost.net/artistexample-uslegacyprod/x.css'), ...policyUk],
      'own',
      UK_POLICY,
    ],
  ] as const)('with %s the policy follows', (_, marks, policy, policyUrl) => {
    expect(recognise(host, marks)).toMatchObject({ status: 'by-marks', policy, policyUrl });
  });

  it('says by which mark a policy is its own', () => {
    expect(recognise(host, [...script, ...policyUk]).reasons).toContainEqual({
      code: 'own-policy',
      mark: 'policy-gb-pdf',
      detail: UK_POLICY,
    });
  });

  it('opens no address that a mark does not give whole', () => {
    const links = ['javascript:alert(1)', 'https://www.sonymusic.com/privacy-policy/?a…', ''];
    for (const detail of links) {
      expect(recognise(host, [...script, { mark: 'policy-us', detail, on: 'link' }]).policyUrl).toBeNull();
    }
  });
});

describe('label', () => {
  it.each([
    ['bobdylan.com', 'https://cdn.smehost.net/bobdylancom-uscolumbiaprod/a.jpg', 'Columbia (US)'],
    ['www.bobdylan.com', 'https://cdn.smehost.net/bobdylancom-uscolumbiaprod/a.jpg', 'Columbia (US)'],
    [
      'www.melendioficial.com',
      'https://cdn.smehost.net/ww2melendioficialcom-prosolutionsprod/a.jpg',
      'Spain, built by an agency',
    ],
    ['www.sonymusic.co.uk', 'https://cdn.smehost.net/2020sonymusiccouk-ukprod/a.jpg', 'Sony Music UK'],
    ['www.eurythmics.com', 'https://cdn.smehost.net/bobdylancom-uscolumbiaprod/a.jpg', null],
    ['other.co.uk', 'https://cdn.smehost.net/2020sonymusiccouk-ukprod/a.jpg', null],
    ['bobdylan.com', 'https://cdn.smehost.net/bobdylancom-constructor/a.jpg', null],
    ['bobdylan.com', 'https://cdn-p.smehost.net/sites/bobdylancom-uscolumbiaprod/a.jpg', null],
    [
      'www.onedirectionmusic.com',
      'https://www.onedirectionmusic.com/onedirectionmusiccom-ukprod/a.jpg',
      'Sony Music UK',
    ],
    ['fan.example', 'https://www.onedirectionmusic.com/onedirectionmusiccom-ukprod/a.jpg', null],
  ])('%s with %s: %s', (host, address, label) => {
    expect(recognise(host, [...script, ...marksAt('image', address)]).label).toBe(label);
  });
});

describe('a listed host with live marks', () => {
  it('gives both reasons, and more confidence', () => {
    const found = recognise('foofighters.com', [...script, ...policyUs, ...image]);
    expect(found).toMatchObject({
      status: 'listed',
      policy: 'held',
      policyUrl: US_POLICY,
      confidence: 'high',
    });
    expect(found.reasons.map(({ code }) => code)).toEqual(['host-listed', 'mark', 'mark', 'weak-mark']);
  });

  it.each([
    ['bobdylan.com', policyUk, 'own', UK_POLICY],
    ['bobdylan.com', [...policyUk, ...policyUs], 'held', US_POLICY],
    ['adele.com', policyUs, 'held', US_POLICY],
    ['adele.com', [], 'own', UK_POLICY],
    ['thiefaine.com', policyUk, 'own', null],
    ['sonymusic.fr', policyUs, 'own', null],
    ['theorchard.com', policyUs, 'own', null],
    ['sonymusicpub.com', policyUs, 'own', null],
    ['sonymusic.co.jp', policyUs, 'own', null],
  ] as const)('%s: the policy by its own link, where that beats the list', (host, marks, policy, policyUrl) => {
    expect(recognise(host, marks)).toMatchObject({ status: 'listed', policy, policyUrl });
  });

  it("is not moved to our text where it is a sister company's", () => {
    const sister = { ...siteNamed('bobdylan.com'), domain: 'sister.example', group: 'smej', policy: 'own' } as const;
    const alone = createSiteRecogniser([{ about: organisation, sites: [sister], lookalikes: [] }]);
    expect(alone.recognise('sister.example', policyUs)).toMatchObject({ status: 'listed', policy: 'own' });
  });

  it('names the link that beat the list', () => {
    expect(recognise('bobdylan.com', policyUk).reasons).toContainEqual({
      code: 'own-policy',
      mark: 'policy-gb-pdf',
      detail: UK_POLICY,
    });
  });
});

describe('a lookalike', () => {
  it('that was read long ago bears the year', () => {
    expect(recognise('www.westlife.com', [])).toMatchObject({ status: 'lookalike', asOf: 2019 });
    expect(recognise('sonypictures.com', [])).toMatchObject({ status: 'sister', asOf: null });
  });
});

describe('a lookalike with live marks', () => {
  it('may have changed hands', () => {
    const found = recognise('westlife.com', [...script, ...policyUk, ...copyright]);
    expect(found).toMatchObject({ status: 'by-marks', policy: 'own', confidence: 'medium' });
    expect(found.reasons.map(({ code }) => code)).toEqual([
      'lookalike-host',
      'own-policy',
      'mark',
      'mark',
      'mark',
      'weak-mark',
    ]);
  });

  it('has not by a hint', () => {
    expect(recognise('westlife.com', [...fansFrame, ...policyUs]).status).toBe('lookalike');
  });

  it('stays another Sony company whatever it carries', () => {
    expect(recognise('www.playstation.com', [...script, ...policyUs, ...copyright])).toMatchObject({
      status: 'sister',
      policy: 'none',
    });
  });
});

describe('createSiteRecogniser', () => {
  const site = siteNamed('sonymusic.com');

  it('refuses a domain that stands twice', () => {
    const about = organisation;
    const lookalike = { ...lookalikes[0], domain: site.domain } as (typeof lookalikes)[number];
    const twice = 'sonymusic.com stands twice';
    expect(() => createSiteRecogniser([{ about, sites: [site, site], lookalikes: [] }])).toThrow(twice);
    expect(() => createSiteRecogniser([{ about, sites: [site], lookalikes: [lookalike] }])).toThrow(twice);
    const other = { about: { ...about, id: 'other' }, sites: [site], lookalikes: [] };
    expect(() => createSiteRecogniser([{ about, sites: [site], lookalikes: [] }, other])).toThrow(twice);
  });

  it('refuses a mark that stands twice', () => {
    const [link] = organisation.marks.policyLinks;
    const marks = { ...organisation.marks, policyLinks: [link, link] as typeof organisation.marks.policyLinks };
    expect(() => createSiteRecogniser([{ about: { ...organisation, marks }, sites: [], lookalikes: [] }])).toThrow(
      'policy-us stands twice',
    );
  });
});

describe('createMarkFinder', () => {
  it.each([
    ['script', 'https://tools.sonymusiccreative.com/sme_privacy/sme-privacy.min.js?v=3#x', 'consent-script'],
    ['script', 'https://x:y@tools.sonymusiccreative.com:8443/sme_privacy/a.js', 'consent-script'],
    ['frame', 'https://forms.sonymusicfans.com/campaign/a', 'fans-form'],
    ['link', 'https://forms.sonymusicfans.com/campaign/a', 'fans-form-link'],
    ['form', 'https://subs.sonymusicfans.com/submit', 'fans-sign-up'],
    ['form', 'https://subs.sonymusic.com/app/ly/signup', 'sign-up-older'],
    ['link', 'https://presaves.sonymusicfans.com/?campaign_id=1', 'fans-pre-save-link'],
    ['script', 'https://ssltag.myplay.com/t/a/www.palomafaith.com', 'own-tag-myplay-ssl'],
    ['style', 'https://www.onedirectionmusic.com/onedirectionmusiccom-ukprod/media/x.css', 'own-path'],
    ['image', 'https://data.mothership.tools/mothershiptools-ukprod/wp-content/uploads/x.jpg', 'own-path'],
    ['image', 'http://cdn.smehost.net/a/b.png', 'smehost-image'],
    ['link', 'https://www.sonymusic.com/privacy-policy', 'policy-us'],
    ['link', 'https://www.sonymusic.com/privacy-policy/#your-california-privacy-rights', 'policy-us'],
    ['link', 'HTTPS://WWW.SonyMusic.com/Privacy-Policy/', 'policy-us'],
    ['link', 'http://www.sonymusic.com/privacypolicy.html', 'policy-us-html'],
    ['link', 'http://www.sonymusic.com/privacy/index.html', 'policy-us-old'],
    ['link', 'http://www.sonymusic.com/privacy', 'policy-us-old'],
    ['link', 'http://hub.sonymusic.com/privacy/?t=gb&l=eng', 'policy-hub-gb'],
    ['link', 'http://hub.sonymusic.com/privacy/?t=it&l=ita', 'policy-hub-it'],
    ['link', 'http://hub.sonymusic.com/privacy/?t=se&l=swe', 'policy-hub-other'],
    ['link', UK_POLICY, 'policy-gb-pdf'],
    ['link', 'https://tools.sonymusiccreative.com/privacy/', 'policy-creative'],
    ['link', 'http://www.sonymusic.co.uk/texts/privacy', 'policy-gb-old'],
    ['link', 'https://www.sonymusic.nl/en/privacy/', 'policy-nl'],
    ['link', 'https://www.sonymusic.de/Datenschutz/', 'policy-de'],
    ['link', 'https://www.sonymusic.co.kr/privacy-policyenglish/', 'policy-kr'],
    ['link', 'https://www.sonymusic.com/ccpa-contact-form', 'link-do-not-sell'],
    ['link', 'http://sonymusic.com/feedback/?a=b', 'link-feedback'],
    ['link', 'http://www.sonymusic.com/about/feedback.php', 'link-feedback-php'],
  ] as const)('%s %s → %s', (on, address, mark) => {
    expect(finder.ofAddress(address, on).map((found) => found.mark)).toEqual([mark]);
  });

  it.each([
    ['script', 'https://forms.sonymusicfans.com.evil.example/campaign/'],
    ['frame', 'https://evil.example/forms.sonymusicfans.com/'],
    ['script', 'https://evil.example/?https://tools.sonymusiccreative.com/sme_privacy/'],
    ['link', 'https://www.sonymusic.com@evil.example/privacy-policy/'],
    ['link', 'https://evil.example/https://www.sonymusic.com/privacy-policy/'],
    ['link', 'https://www.sonymusic.com.evil.example/privacy-policy/'],
    ['link', 'https://notsonymusic.com/privacy-policy/'],
    ['link', 'https://www.sonymusic.com/privacy-policy-of-somebody/'],
    ['link', 'https://www.sonymusic.com/'],
    ['link', 'https://www.sonymusic.co.jp/privacy-policy/'],
    ['image', US_POLICY],
    ['link', 'javascript:location="https://www.sonymusic.com/privacy-policy/"'],
    ['link', 'data:text/html,https://www.sonymusic.com/privacy-policy/'],
    ['link', '/privacy-policy/'],
    ['link', ''],
    ['link', `${US_POLICY}?${'a'.repeat(2000)}`],
  ] as const)('%s %s carries no mark', (on, address) => {
    expect(finder.ofAddress(address, on)).toEqual([]);
  });

  it('tells a policy by its address with the query, and everything else without', () => {
    expect(finder.ofAddress('http://hub.sonymusic.com/privacy/?t=it&l=ita#a', 'link')[0]?.detail).toBe(
      'http://hub.sonymusic.com/privacy/?t=it&l=ita',
    );
    expect(finder.ofAddress('https://subs.sonymusicfans.com/submit?email=a@b.example', 'form')[0]?.detail).toBe(
      'subs.sonymusicfans.com/submit',
    );
  });

  it.each([
    ['© 2018 Sony Music Entertainment. All Rights Reserved.', ['footer-copyright', 'footer-rights-reserved']],
    ['Copyright © 2012 SONY MUSIC ENTERTAINMENT. All rights reserved.', ['footer-copyright', 'footer-rights-reserved']],
    ['(c) 2020 Sony Music Entertainment', ['footer-copyright']],
    ['©2010 – 2023\n\t Sony Music Entertainment', ['footer-copyright']],
    ['© 2021 SONY MUSIC ENTERTAINMENT UK LTD.', ['footer-copyright', 'footer-uk']],
    [
      '© 2021 MJJ Music. Powered by Sony Music Entertainment. All Rights Reserved.',
      ['footer-powered-by', 'footer-rights-reserved'],
    ],
    ['RCA and Design is a registered trademark of RCA Trademark Management SA', ['footer-rca']],
    ['℗ 2023 Sony Music Entertainment', []],
    ['(P) 2023 Sony Music Entertainment', []],
    ['© 2023 Sony Music Entertainment (Japan) Inc.', []],
    ['© 2023 Sony Music Entertainment Japan', []],
    ['© 2023 Sony Music Entertainments', []],
    ['© 2023 Somebody, with thanks to Sony Music Entertainment', []],
    ['', []],
  ])('footer "%s"', (text, marks) => {
    expect(finder.ofFooter(text).map(({ mark }) => mark)).toEqual(marks);
  });

  it('reads the end of a long footer, and no more than 5,000 characters', () => {
    const line = '© 2018 Sony Music Entertainment';
    expect(finder.ofFooter('x '.repeat(50_000) + line)).toHaveLength(1);
    expect(finder.ofFooter(line + ' x'.repeat(5_000))).toEqual([]);
  });

  it.each([
    ['the code of no label', 'https://www.artist.example/artistexample-prod/x.css'],
    ['the name of another site', 'https://www.artist.example/bobdylancom-ukprod/x.css'],
    ['no folder', 'https://www.artist.example/artistexample-ukprod'],
    ['deeper in the site', 'https://www.artist.example/files/artistexample-ukprod/x.css'],
    ['an inherited name for a code', 'https://www.artist.example/artistexample-constructor/x.css'],
  ])('takes no path of the site’s own for one of the platform: %s', (_, address) => {
    expect(finder.ofAddress(address, 'style')).toEqual([]);
  });

  it('gives the selectors of the notice, and of the field of a form', () => {
    expect(finder.selectors.map(({ selector }) => selector)).toEqual([
      '#sme_cookie',
      'script#sme_cookie_script',
      'a.sme-privacy-exclude',
      'input[name="js_url"][value^="https://subs.sonymusicfans.com/submit"]',
    ]);
  });
});

const places = ['script', 'frame', 'image', 'style', 'form', 'link', 'element', 'footer', 'other'] as const;
const markIds = Object.values(organisation.marks).flatMap((list) =>
  Array.isArray(list) ? list.flatMap((mark) => (typeof mark === 'string' ? [] : mark.id)) : [],
);
const anyHost = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.domain(),
  fc.ipV4(),
  fc.ipV6(),
  fc
    .tuple(fc.string(), fc.constantFrom(...sites.map(({ domain }) => domain)))
    .map(([before, domain]) => before + domain),
);
const anyMark = (on: fc.Arbitrary<(typeof places)[number]>): fc.Arbitrary<SeenMark> =>
  fc.record({
    mark: fc.oneof(fc.constantFrom(...markIds), fc.string()),
    detail: fc.oneof(fc.string(), fc.webUrl(), fc.constant('cdn.smehost.net/bobdylancom-uscolumbiaprod/a.jpg')),
    on,
  });

describe('any host and any marks', () => {
  it('never throw, and give reasons with distinct keys', () => {
    fc.assert(
      fc.property(anyHost, fc.array(anyMark(fc.constantFrom(...places))), (host, marks) => {
        const { reasons, status, site } = recognise(host, marks);
        expect(new Set(reasons.map(({ code, detail }) => `${code} ${detail}`)).size).toBe(reasons.length);
        expect(new Set(reasons.map(({ code, mark }) => `${code} ${mark ?? ''}`)).size).toBe(reasons.length);
        expect(status === 'listed').toBe(site !== null);
        expect(status === 'not-covered').toBe(reasons.length === 0);
      }),
      { numRuns: 500 },
    );
  });

  it('are never recognised by images alone', () => {
    fc.assert(
      fc.property(anyHost, fc.array(anyMark(fc.constant('image'))), (host, marks) => {
        const found = recognise(host, marks);
        expect(found.status).not.toBe('by-marks');
        expect(found.reasons.some(({ code }) => code === 'mark')).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('are listed only with a border at the domain', () => {
    const domains = sites.map(({ domain }) => domain);
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9.-]{0,12}$/), fc.constantFrom(...domains), (before, domain) => {
        const host = `${before}${domain}`;
        const bordered = domains.some((listed) => host === listed || host.endsWith(`.${listed}`));
        expect(recognise(host, []).status === 'listed').toBe(bordered);
      }),
      { numRuns: 500 },
    );
  });

  it('do not trouble the finder', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
    );
    fc.assert(
      fc.property(anyText, fc.constantFrom(...places), (text, on) => {
        for (const { mark, detail } of [...finder.ofAddress(text, on), ...finder.ofFooter(text)]) {
          expect(markIds).toContain(mark);
          expect(detail.length).toBeLessThanOrEqual(160);
        }
      }),
      { numRuns: 500 },
    );
  });
});
