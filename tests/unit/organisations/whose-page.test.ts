/** Two record companies known at once: is a page of each taken for its own company's, and for nobody else's? */
import { describe, expect, it } from 'vitest';
import type { SeenMark } from '../../../recognition/mark-verdict.ts';
import type { SiteRecognition } from '../../../recognition/site.ts';
import { bothCompanies } from './both-companies.ts';

const [{ sites }] = bothCompanies();

/** A file that Kelpwick's platform has made for the site of that name. */
const fileFor = (site: string): SeenMark => ({
  mark: 'kelpwick-files',
  detail: `files.kelpwickcdn.example/harbour/${site}/site.css`,
  on: 'style',
});
const FILE = fileFor('latenightferryexample');
const IMAGE: SeenMark = { mark: 'kelpwick-image', detail: 'files.kelpwickcdn.example/harbour/x.png', on: 'image' };
const SONYS: SeenMark = {
  mark: 'consent-script',
  detail: 'tools.sonymusiccreative.com/sme_privacy/sme-privacy.min.js',
  on: 'script',
};

describe('a host', () => {
  it.each<[string, string | null, SiteRecognition['status'], SiteRecognition['policy']]>([
    ['www.kelpwick.example', 'kelpwick', 'listed', 'held'],
    ['www.ninepintides.example', 'kelpwick', 'listed', 'held'],
    ['www.kelpwick-germany.example', 'kelpwick', 'listed', 'own'],
    ['kelpwick-songs.example', 'kelpwick', 'listed', 'own'],
    ['kelpwick-audio.example', 'kelpwick', 'sister', 'none'],
    ['www.kelpwickfans.example', 'kelpwick', 'lookalike', 'none'],
    ['www.columbiarecords.com', 'sony-music', 'listed', 'held'],
    ['www.sonymusic.de', 'sony-music', 'listed', 'own'],
    ['www.sony.com', 'sony-music', 'sister', 'none'],
    ['www.gardening.example', null, 'not-covered', 'none'],
    ['kelpwick.example.gardening.example', null, 'not-covered', 'none'],
  ])('%s is of %s: %s, %s', (host, organisation, status, policy) => {
    expect(sites.recognise(host, [])).toMatchObject({ organisation, status, policy });
  });

  it('has its own country and operator', () => {
    expect(sites.recognise('www.kelpwick-germany.example', []).site).toMatchObject({
      country: 'DE',
      operator: 'Kelpwick Records Deutschland GmbH',
      policyUrl: 'https://www.kelpwick-germany.example/datenschutz',
    });
    expect(sites.recognise('www.ninepintides.example', []).site?.country).toBe('CA');
  });
});

describe('marks alone', () => {
  const HOST = 'www.latenightferry.example';

  it('tell the company whose they are, and the label', () => {
    expect(sites.recognise(HOST, [FILE])).toMatchObject({
      organisation: 'kelpwick',
      status: 'by-marks',
      label: 'Odd Harbour',
      policy: 'held',
      // Its files do not say who runs the site.
      operator: null,
    });
    expect(sites.recognise(HOST, [SONYS])).toMatchObject({ organisation: 'sony-music', status: 'by-marks' });
  });

  it('with the footer say who runs it', () => {
    const footer: SeenMark = { mark: 'kelpwick-copyright', detail: '© 2026 Kelpwick Records', on: 'footer' };
    const link: SeenMark = { mark: 'kelpwick-policy-ca', detail: 'https://www.kelpwick.example/privacy', on: 'link' };
    expect(sites.recognise(HOST, [footer, link])).toMatchObject({
      organisation: 'kelpwick',
      status: 'by-marks',
      operator: 'Kelpwick Records',
      policyUrl: 'https://www.kelpwick.example/privacy',
    });
  });

  it('that anybody may borrow only hint', () => {
    expect(sites.recognise(HOST, [IMAGE])).toMatchObject({
      organisation: 'kelpwick',
      status: 'hinted',
      policy: 'none',
    });
  });

  it('of one company do not move the sister of the other', () => {
    expect(sites.recognise('kelpwick-audio.example', [SONYS])).toMatchObject({
      organisation: 'kelpwick',
      status: 'sister',
    });
  });

  it('of both leave a listed page where it is listed', () => {
    for (const [host, site, organisation] of [
      ['www.ninepintides.example', 'ninepintidesexample', 'kelpwick'],
      ['www.columbiarecords.com', 'columbiarecordscom', 'sony-music'],
    ] as const)
      expect(sites.recognise(host, [fileFor(site), SONYS]), host).toMatchObject({ organisation, status: 'listed' });
  });

  it('of the other company alone tell that a site has changed hands', () => {
    expect(sites.recognise('www.ninepintides.example', [SONYS])).toMatchObject({
      organisation: 'sony-music',
      status: 'by-marks',
    });
  });
});
