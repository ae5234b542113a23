import { describe, expect, it } from 'vitest';
import { badgeOf } from '../../../findings/badge';
import { createReport } from '../../../findings/report';
import { shippedKnowledge } from '../../../findings/shipped-knowledge';
import { foldObservations } from '../../../ledger/fold-observations';
import { PAGE_HOST, request, visit } from '../observation-examples';

const knowledge = shippedKnowledge();
const after = (...hosts: string[]) =>
  foldObservations(
    visit(),
    hosts.map((host) => request(host)),
  );

describe('badgeOf', () => {
  it.each([
    [[], '', 'Liner Notes: 0 other companies contacted on this page'],
    [[PAGE_HOST, 'cdn.smehost.net'], '', 'Liner Notes: 0 other companies contacted on this page'],
    [['a.example'], '1', 'Liner Notes: 1 other company contacted on this page'],
    [['a.example', 'x.a.example', 'b.example'], '2', 'Liner Notes: 2 other companies contacted on this page'],
  ])('%j → %s', (hosts, text, title) => {
    expect(badgeOf(after(...hosts), knowledge.companies)).toEqual({ text, title });
  });

  it('shows none for no visit, and four characters at the most', () => {
    expect(badgeOf(null, knowledge.companies)).toEqual({ text: '', title: 'Liner Notes' });
    const many = { find: (host: string) => ({ ...knowledge.companies.find(host, PAGE_HOST), key: host }) };
    const hosts = Array.from({ length: 1200 }, (_, i) => ({ ...after('a.example').hosts[0], host: `h${i}.example` }));
    expect(badgeOf({ ...visit(), hosts } as never, many).text).toBe('1k+');
  });

  it("is the popup's number", () => {
    const seen = after(
      'www.google-analytics.com',
      'www.googletagmanager.com',
      'a.example',
      'cdn.smehost.net',
      PAGE_HOST,
    );
    expect(badgeOf(seen, knowledge.companies).text).toBe(String(createReport(seen, knowledge, null).otherCompanies));
  });
});
