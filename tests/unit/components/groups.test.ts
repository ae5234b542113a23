import { describe, expect, it } from 'vitest';
import { arrangeCompanies, groupCompanies } from '../../../components/company-groups';
import { groupRoutes, printedRoutes, routesForPractice } from '../../../components/route-groups';
import { allRoutes, makeCompany, makeContact, makeHost, makeRoute, routes } from './report-fixture';

describe('companies', () => {
  const contact = (name: string, category: 'ad' | 'analytics' | 'cdn' | 'unknown', count = 1, owner = name) =>
    makeContact(makeCompany({ name, owner, category }), [makeHost(`${name}.example`, { count })]);
  const contacts = [
    contact('files', 'cdn', 90),
    contact('nobody', 'unknown', 5),
    contact('counter', 'analytics', 7),
    contact('small-ad', 'ad', 1, 'Big'),
    contact('large-ad', 'ad', 9, 'Big'),
  ];

  it('begin with the largest purpose; files and the unknown come last', () => {
    expect(arrangeCompanies(contacts).map(({ company }) => company.name)).toEqual([
      'large-ad',
      'small-ad',
      'counter',
      'files',
      'nobody',
    ]);
  });

  it('are grouped by purpose, then by owner', () => {
    const groups = groupCompanies(arrangeCompanies(contacts));
    expect(groups.map(({ category }) => category)).toEqual(['ad', 'analytics', 'cdn', 'unknown']);
    expect(groups[0]?.owners.map(({ key, items }) => [key, items.length])).toEqual([['Big', 2]]);
  });
});

describe('routes', () => {
  it("begin with Sony Music's own, then the trade", () => {
    expect(groupRoutes(routes).map(({ group, routes: members }) => [group, members.length])).toEqual([
      ['sony', 3],
      ['trade', 1],
      ['setting', 1],
      ['company', 1],
      ['regulator', 1],
    ]);
  });

  it('of a practice are those offered for it or named by its clauses, at most three', () => {
    const ids = (practice: string, ofClauses: string[]) =>
      routesForPractice(routes, practice, ofClauses).map(({ id }) => id);
    expect(ids('session-recording', [])).toEqual(['gpc']);
    expect(ids('tag-manager', ['sony-feedback'])).toEqual(['sony-feedback']);
    expect(ids('web-storage', [])).toEqual([]);
    expect(ids('x', ['sony-ccpa', 'sony-feedback', 'sony-post', 'meta-ads'])).toHaveLength(3);
  });

  it('that the policy printed are kept with what replaces them', () => {
    expect(printedRoutes(allRoutes).map(({ route, instead }) => [route.id, instead.map(({ id }) => id)])).toEqual([
      ['flash-settings', ['gpc']],
    ]);
  });

  it('printed and still in use, or never printed, are no old ones', () => {
    const replaced = makeRoute({ id: 'a', title: 'A', asPrinted: 'http://a.example', insteadUse: ['b', 'gone'] });
    const inUse = makeRoute({ id: 'b', title: 'B', asPrinted: 'http://b.example' });
    const dead = makeRoute({ id: 'c', title: 'C', kind: 'dead' });
    expect(printedRoutes([replaced, inUse, dead])).toEqual([{ route: replaced, instead: [inUse] }]);
  });
});
