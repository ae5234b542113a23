/** Is what the report says of companies and kept things what is known of them? */
import { describe, expect, it } from 'vitest';
import { createReport, type Report } from '../../../findings/report.ts';
import { nearestRoute } from '../../../findings/route-groups.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import type { Observation } from '../../../ledger/observation.ts';
import { request, stored, visit } from '../../../tools/builders/observations.ts';

const [knowledge] = shippedKnowledge();
const after = (...seen: readonly Observation[]): Report =>
  createReport(foldObservations(visit(), seen), [knowledge], null);

describe('who set a kept thing', () => {
  const cookieOf = (domain: string, partition: string | null = null) =>
    ({ domain, expiresAt: null, httpOnly: false, secure: true, sameSite: 'lax', partition }) as const;
  const setter = (...seen: readonly Observation[]): readonly [boolean, string | null] | undefined => {
    const item = after(...seen).items[0];
    return item && [item.setByOther, item.setterOwner];
  };

  it.each<[string, readonly Observation[], boolean, string | null]>([
    ["the site's own", [stored('theme')], false, null],
    ["the site's own software", [stored('PHPSESSID', 'cookie')], false, null],
    [
      'what a known name says, with its owner where that was contacted',
      [stored('_ga', 'cookie'), request('www.google-analytics.com')],
      true,
      'Google',
    ],
    [
      'a cookie of an unknown domain',
      [stored('x', 'cookie', { cookie: cookieOf('tracker.example') })],
      true,
      'tracker.example',
    ],
    ['storage of an unknown frame', [stored('x', 'local', { host: 'cdn.frame.example' })], true, 'frame.example'],
    ['a cookie of another name of the site', [stored('x', 'cookie', { cookie: cookieOf('smehost.net') })], false, null],
  ])('%s', (_name, seen, setByOther, owner) => {
    expect(setter(...seen)).toEqual([setByOther, owner]);
  });

  it('is named where it is another company, and only there', () => {
    const { items } = after(
      stored('_ga', 'cookie'),
      stored('_clck', 'cookie'),
      stored('theme'),
      stored('x', 'local', { host: 'frame.example' }),
    );
    expect(items).toHaveLength(4);
    for (const item of items) expect(item.setterOwner === null).toBe(!item.setByOther);
  });

  it('is the owner that the list of companies shows, so that each finds the other', () => {
    const report = after(
      stored('_ga', 'cookie'),
      stored('_clck', 'cookie'),
      request('www.google-analytics.com'),
      request('www.clarity.ms'),
    );
    const owners = report.companies.map(({ company }) => company.name);
    for (const { item, setterOwner } of report.items) expect(owners, item.name).toContain(setterOwner);
  });
});

describe('the route to name first', () => {
  const seen = foldObservations(visit(), [request('www.google-analytics.com'), stored('_ga', 'cookie')]);
  const hosts = ['www.sonymusic.com', 'www.sonymusic.de', 'www.bobdylan.com', 'www.sme.co.jp', 'nobody.example'];
  it.each(hosts)('of %s is the nearest of all, wherever the person lives', (host) => {
    for (const region of [null, 'US', 'US-CA', 'DE', 'EU', 'JP', 'GB', 'FR']) {
      const report = createReport({ ...seen, address: { ...seen.address, host } }, [knowledge], region);
      expect(report.firstRoute, String(region)).toBe(nearestRoute(report.routes, region));
    }
  });
});

describe('where a company is at home', () => {
  const countryOf = (host: string): string | null | undefined => after(request(host)).companies[0]?.country;

  it('is told as a code where our list has it', () => {
    expect(countryOf('www.ticketmaster.de')).toBe('US');
  });

  it('is not told of an address that nobody knows, whatever its last letters', () => {
    expect(countryOf('cdn.nobody.de')).toBeNull();
  });

  it('is never anything but a code', () => {
    const { companies } = after(
      ...['www.google-analytics.com', 'open.spotify.com', 'x.example'].map((host) => request(host)),
    );
    expect(companies).toHaveLength(3);
    for (const { country } of companies) expect(country ?? 'ZZ').toMatch(/^[A-Z]{2}$/);
  });
});
