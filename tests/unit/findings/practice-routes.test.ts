import { describe, expect, it } from 'vitest';
import { practiceRoutes } from '../../../findings/practice-routes.ts';
import type { OfferedRoute } from '../../../findings/routes.ts';
import type { Route } from '../../../schemas/policy-data.ts';
import {
  inPractice,
  makeClause,
  makeCompany,
  makeFinding,
  makePractice,
  makeRoute,
} from '../../../tools/builders/reports.ts';

const offer = (id: string, over: Partial<Route>): OfferedRoute => ({
  route: makeRoute({ id, title: id, ...over }),
  because: { kind: 'always', names: [] },
});
const recording = makePractice({ id: 'session-recording', name: 'Session recording' });
const met = (name: string, owner = name) => inPractice(makeCompany({ name, owner }));

describe('routes of one practice', () => {
  const offered = [
    offer('ask-sony', { kind: 'own-contact' }),
    offer('policy-of-today', { kind: 'own-policy' }),
    offer('signal', { kind: 'setting', practices: ['session-recording'] }),
    offer('trade', { kind: 'optout', practices: ['advertising'] }),
    offer('hotjar-choice', { kind: 'optout', companies: ['Hotjar'], practices: ['session-recording'] }),
    offer('hotjar-count', { kind: 'optout', companies: ['Hotjar'], practices: ['web-analytics'] }),
    offer('owner-page', { kind: 'vendor', companies: ['Contentsquare'] }),
    offer('other-page', { kind: 'vendor', companies: ['Google'] }),
    offer('clause-page', { kind: 'own-optout' }),
    offer('office', { kind: 'regulator' }),
    offer('reading', { kind: 'learn', practices: ['session-recording'] }),
  ];
  const finding = makeFinding({
    practice: recording,
    label: 'not-found',
    companies: [met('Hotjar', 'Contentsquare')],
    clauses: [{ clause: makeClause({ id: 'c', routes: ['clause-page'] }), speaks: 'general' }],
  });

  it("are the company's own choice, what anybody can do, what the clause names, Sony Music, the company's page, reading", () => {
    expect(practiceRoutes(offered, finding).map(({ id }) => id)).toEqual([
      'hotjar-choice',
      'signal',
      'clause-page',
      'ask-sony',
      'owner-page',
      'reading',
    ]);
  });

  it('name no company that the finding did not meet', () => {
    expect(
      practiceRoutes(offered, makeFinding({ practice: recording, label: 'not-found', companies: [] })).map(
        ({ id }) => id,
      ),
    ).toEqual(['signal', 'ask-sony', 'reading']);
  });
});
