import { describe, expect, it } from 'vitest';
import { badgeOf, NO_BADGE } from '../../../findings/badge.ts';
import { createReport } from '../../../findings/report.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import { PAGE_HOST, request, visit } from '../../../tools/builders/observations.ts';

const [knowledge] = shippedKnowledge();
const words = { title: 'Other companies: {{count}}.', none: 'None.', trouble: 'Trouble.' };
const after = (...hosts: string[]) =>
  foldObservations(
    visit(),
    hosts.map((host) => request(host)),
  );

describe('badgeOf', () => {
  it.each([
    [[], '', 'None.'],
    [[PAGE_HOST, 'cdn.smehost.net'], '', 'None.'],
    [['a.example'], '1', 'Other companies: 1.'],
    [['a.example', 'x.a.example', 'b.example'], '2', 'Other companies: 2.'],
  ])('%j → %s', (hosts, text, title) => {
    expect(badgeOf(after(...hosts), knowledge.companies, words)).toEqual({ text, title });
  });

  it('shows none for no visit', () => {
    expect(badgeOf(null, knowledge.companies, words)).toEqual(NO_BADGE);
    expect(NO_BADGE).toEqual({ text: '', title: 'Liner Notes' });
  });

  it('shows four characters at the most, and the whole number in the title', () => {
    const many = { find: (host: string) => ({ ...knowledge.companies.find(host, PAGE_HOST), key: host }) };
    const hosts = Array.from({ length: 1200 }, (_, i) => ({ ...after('a.example').hosts[0], host: `h${i}.example` }));
    expect(badgeOf({ ...visit(), hosts } as never, many, words)).toEqual({
      text: '1k+',
      title: 'Other companies: 1200.',
    });
  });

  it("is the popup's number", () => {
    const seen = after(
      'www.google-analytics.com',
      'www.googletagmanager.com',
      'a.example',
      'cdn.smehost.net',
      PAGE_HOST,
    );
    expect(badgeOf(seen, knowledge.companies, words).text).toBe(
      String(createReport(seen, [knowledge], null).otherCompanies),
    );
  });
});
