// @vitest-environment happy-dom
/** Does the view of a pre-save tell what an account is asked for, beside the policy's sentence? */
import { describe, expect, it } from 'vitest';
import { asFindingText } from '../../../evidence/plain-text.ts';
import { foldObservations } from '../../../ledger/fold-observations.ts';
import { at, link, visit } from '../../../tools/builders/observations.ts';
import { makeEvidence, makeFinding, makePractice } from '../../../tools/builders/reports.ts';
import { english } from '../english.ts';
import { open, words, wordsOf } from './popup-fixture.ts';
import { billingClause, makeReport, policy } from './report-fixture.ts';

const scopes = ['user-library-modify', 'user-read-email', '<b>new</b>'];
const asked = link('pre-save', {
  address: at('accounts.spotify.com', '/authorize'),
  text: 'Pre-save “Lights”',
  scopes,
});
const finding = makeFinding({
  practice: makePractice({ id: 'pre-save', name: 'Pre-save and music accounts' }),
  label: 'cannot-tell',
  evidence: [
    makeEvidence({ kind: 'link', text: asked.text, host: 'accounts.spotify.com', path: '/authorize', scopes }),
  ],
  clauses: [{ clause: billingClause, speaks: 'unclear' }],
});
const report = makeReport({ visit: foldObservations(visit(), [asked]), findings: [finding] });

describe('the permission check', () => {
  it('has what saving needs apart from the rest, before the policy’s sentence', () => {
    open({ report, at: '#practice/pre-save' });
    const check = document.querySelector('[data-permission-check]');
    expect([...(check?.querySelectorAll('h2, h3, h4') ?? [])].map(wordsOf)).toEqual([
      'What your account is asked for',
      'Spotify',
      'Needed to save music',
      'Not needed to save music',
      'Not known to us',
    ]);
    expect([...(check?.querySelectorAll('li') ?? [])].map(wordsOf)).toEqual([
      'change your saved music user-library-modify What the policy says of music accounts 31 Dec 2011: 1 sentence',
      'see your e-mail address user-read-email What the policy says of e-mail addresses 31 Dec 2011: 3 sentences',
      '<b>new</b> What the policy says of music accounts 31 Dec 2011: 1 sentence',
    ]);
    const quote = document.querySelector('blockquote');
    expect(quote && check?.compareDocumentPosition(quote)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    // Told once, and not again below the link.
    expect(words().match(/user-read-email/g)).toHaveLength(1);
  });

  it('is not there where no service was recognised', () => {
    const bare = link('pre-save', { address: at('sme.lnk.to', '/x') });
    open({
      report: makeReport({ visit: foldObservations(visit(), [bare]), findings: [finding] }),
      at: '#practice/pre-save',
    });
    expect(document.querySelector('[data-permission-check]')).toBeNull();
  });

  it('goes into the letter', () => {
    const text = asFindingText(english, report, finding, { now: report.visit.since, policy, version: '0.1.0' });
    expect(text).toContain('    Needed to save music: user-library-modify (change your saved music)\n');
    expect(text).toContain('    Not known to us: <b>new</b>\n');
  });
});
