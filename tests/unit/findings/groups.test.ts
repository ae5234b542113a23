import { describe, expect, it } from 'vitest';
import { arrangeCompanies, companyId, groupCompanies } from '../../../findings/company-groups.ts';
import { groupRoutes, nearestRoute, printedRoutes } from '../../../findings/route-groups.ts';
import type { OfferedRoute } from '../../../findings/routes.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { namedServices } from '../../../recognition/contacted.ts';
import { allRoutes, routes } from '../components/report-fixture.ts';
import { makeCompany, makeContact, makeRoute } from '../../../tools/builders/reports.ts';
import { makeHost } from '../../../tools/builders/visits.ts';

describe('companies', () => {
  const contact = (name: string, category: 'ad' | 'analytics' | 'cdn' | 'unknown', count = 1, owner = name) =>
    makeContact(makeCompany({ name, owner, category }), [makeHost(`${name}.example`, { count })]);
  const contacts = [
    contact('files', 'cdn', 90),
    contact('nobody', 'unknown', 5),
    contact('counter', 'analytics', 7),
    contact('small-ad', 'ad', 1),
    contact('large-ad', 'ad', 9, 'Big'),
  ];

  it('begin with the largest purpose; files and the unknown come last', () => {
    expect(arrangeCompanies(contacts).map(({ company }) => company.name)).toEqual([
      'Big',
      'small-ad',
      'counter',
      'files',
      'nobody',
    ]);
  });

  it('are grouped by purpose', () => {
    const groups = groupCompanies(arrangeCompanies(contacts));
    expect(groups.map(({ category, companies }) => [category, companies.length])).toEqual([
      ['ad', 2],
      ['analytics', 1],
      ['cdn', 1],
      ['unknown', 1],
    ]);
  });

  it('stand once, under what there is to know people, whichever of their services came first', () => {
    const [fonts, ads] = [contact('fonts', 'cdn', 50, 'Big'), contact('ads', 'ad', 1, 'Big')];
    const one = { ...fonts, services: [...fonts.services, ...ads.services] };
    expect(groupCompanies([one]).map(({ category }) => category)).toEqual(['ad']);
    expect(namedServices(one).map(({ service }) => service.name)).toEqual(['fonts', 'ads']);
  });

  it('has no service to name where it is called like its only one', () => {
    expect(namedServices(contact('Counter', 'analytics'))).toEqual([]);
    expect(namedServices(contact('Counter', 'analytics', 1, 'Owner')).map(({ service }) => service.name)).toEqual([
      'Counter',
    ]);
  });
});

it('a company is told from the site’s own hosts of the same name', () => {
  const company = makeCompany({ name: 'Shared', key: 'shared.example' });
  const ids = (['other', 'same-owner', 'own-host'] as const).map((relation) =>
    companyId(makeContact({ ...company, relation }, [makeHost('shared.example')])),
  );
  expect(new Set(ids).size).toBe(3);
  expect(companyId(makeContact(company, [makeHost('a.example')]))).toBe(ids[0]);
});

describe('the nearest route', () => {
  const offer = (id: string, region: string): OfferedRoute => ({
    route: makeRoute({ id, title: id, region }),
    because: { kind: 'always', names: [] },
  });
  it.each<[string | null, readonly OfferedRoute[], string | undefined]>([
    [null, [], undefined],
    ['DE', [], undefined],
    [null, [offer('us', 'US'), offer('all', '*'), offer('all-too', '*')], 'all'],
    [null, [offer('us', 'US'), offer('de', 'DE')], 'us'],
    ['DE', [offer('all', '*'), offer('us', 'US'), offer('de', 'DE'), offer('de-too', 'DE')], 'de'],
    ['DE', [offer('us', 'US'), offer('all', '*')], 'all'],
    ['DE', [offer('us', 'US'), offer('gb', 'GB')], 'us'],
    ['US-CA', [offer('us', 'US'), offer('all', '*'), offer('ca', 'US-CA')], 'ca'],
  ])('for %j of %j', (region, offered, id) => {
    expect(nearestRoute(offered, region)?.id).toBe(id);
  });

  it.each([
    [null, 'sony-feedback'],
    ['US-CA', 'sony-feedback'],
    ['US-VA', 'sony-feedback'],
    ['GB', 'sony-feedback'],
    ['DE', 'sony-de-mail'],
  ])('for somebody in %s is %s, of the routes that we know', (region, id) => {
    const offered = shippedKnowledge()[0].organisation.routes.offer({
      practices: [],
      companies: [],
      region,
      policy: 'held',
    });
    expect(nearestRoute(offered, region)?.id).toBe(id);
  });
});

describe('routes', () => {
  it("begin with Sony Music's own, then the trade", () => {
    expect(groupRoutes(routes).map(({ group, routes: members }) => [group, members.length])).toEqual([
      ['own', 3],
      ['trade', 1],
      ['setting', 1],
      ['company', 1],
      ['regulator', 1],
    ]);
  });

  it('begin with the one that the first screen names, and its group', () => {
    const first = routes.find(({ route }) => route.kind === 'setting')?.route;
    expect(groupRoutes(routes, first)[0]).toMatchObject({ group: 'setting', routes: [{ route: { id: first?.id } }] });
    const feedback = routes.find(({ route }) => route.id === 'sony-feedback')?.route;
    const [sony] = groupRoutes(routes, feedback);
    expect(sony?.routes.map(({ route }) => route.id)).toEqual(['sony-feedback', 'sony-ccpa', 'sony-post']);
  });

  it.each(['US-CA', 'US', 'DE', 'GB', 'FR', 'JP', 'BR', null])(
    'are all there, each once, whichever comes first (region %s)',
    (region) => {
      const { offer } = shippedKnowledge()[0].organisation.routes;
      const offered = offer({
        practices: ['advertising'],
        companies: [{ owner: 'Google', names: ['Google'] }],
        region,
        policy: 'held',
      });
      const first = nearestRoute(offered, region);
      const grouped = groupRoutes(offered, first).flatMap(({ routes: members }) => members);
      expect(grouped[0]?.route.id).toBe(first?.id);
      expect(new Set(grouped)).toEqual(new Set(groupRoutes(offered).flatMap(({ routes: members }) => members)));
      expect(new Set(grouped).size).toBe(grouped.length);
    },
  );

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
