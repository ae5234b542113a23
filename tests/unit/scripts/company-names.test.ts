import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, isOneSlipAway, lettersOf, nearMiss, oneSpelling } from '../../../scripts/company-names.ts';

describe('cleanName', () => {
  it.each([
    ['Hoefler &amp; Co', 'Hoefler & Co'],
    ['Hoefler &amp;amp; Co', 'Hoefler & Co'],
    ['Hoefler &amp;amp;amp;amp; Co', 'Hoefler & Co'],
    ['Hoefler &#38; Co', 'Hoefler & Co'],
    ['Hoefler &#x26; Co', 'Hoefler & Co'],
    ['Hoefler &#X26; Co', 'Hoefler & Co'],
    ['Hoefler &amp;#38; Co', 'Hoefler & Co'],
    ['O&#39;Reilly', "O'Reilly"],
    ['O&apos;Reilly &quot;Media&quot;', 'O\'Reilly "Media"'],
    ['Str&ouml;er', 'Ströer'],
    ['Caf&eacute;&nbsp;Media', 'Café Media'],
    ['Gauge&#8203;', 'Gauge'],
    ['Gauge&#0;Works', 'Gauge Works'],
    ['AT&T', 'AT&T'],
    ['R&D Works', 'R&D Works'],
    ['Marks & Spencer', 'Marks & Spencer'],
  ])('reads the entities of %j', (raw, name) => {
    expect(cleanName(raw)).toBe(name);
  });

  it.each([
    ['  Gauge  ', 'Gauge'],
    ['Gauge\t\r\n', 'Gauge'],
    ['GET ME IN!  (TicketMaster)', 'GET ME IN! (TicketMaster)'],
    ['Gauge\u00a0Works\u3000', 'Gauge Works'],
    ['Ga\u200buge\ufeff', 'Gauge'],
    ['Ga\u00aduge', 'Gauge'],
    ['Gauge\u0007Works', 'Gauge Works'],
    ['\u202eGauge', 'Gauge'],
    ['Cafe\u0301', 'Café'],
    ['Gauge|Works', 'Gauge/Works'],
  ])('takes what nobody sees out of %j', (raw, name) => {
    expect(cleanName(raw)).toBe(name);
  });

  it.each([
    ['StrÃ¶er Digital Media', 'Ströer Digital Media'],
    ['Criteo â€“ France', 'Criteo – France'],
    ['CafÃƒÂ© Media', 'Café Media'],
    ['Ströer', 'Ströer'],
    ['Société Générale', 'Société Générale'],
    ['ÃQUI', 'ÃQUI'],
    ['楽天', '楽天'],
    ['Яндекс', 'Яндекс'],
  ])('reads %j in the right encoding', (raw, name) => {
    expect(cleanName(raw)).toBe(name);
  });

  it.each([
    'nRelate-VOID',
    'nRelate-void',
    'nRelate - Void',
    'nRelate_VOID ',
    'nRelate–VOID',
    'nRelate (void)',
    'nRelate [VOID]',
    'nRelate VOID',
    'nRelate/void',
    'nRelate&#45;VOID',
    'VOID',
    'void',
    'VOID-nRelate',
    'Void: nRelate',
    '(void) nRelate',
  ])('drops %j, which its list took back', (raw) => {
    expect(cleanName(raw)).toBeNull();
  });

  it.each(['Avoid', 'Voidbox', 'The Void', 'Void Interactive', 'VOIDTOOLS', 'Devoid Media', 'Fill-the-voids'])(
    'keeps %j, which is a name',
    (raw) => {
      expect(cleanName(raw)).toBe(raw);
    },
  );

  it.each([
    '',
    ' ',
    '-',
    '&nbsp;',
    'test',
    'Test Only',
    'test / test only',
    'TESTING',
    'Unknown',
    'n/a',
    'N.A.',
    'None',
    'null',
    'dummy',
    '???',
    'Open Source',
  ])('drops %j, which names nobody', (raw) => {
    expect(cleanName(raw)).toBeNull();
  });

  it.each([
    'A/B Test Co',
    'Testfreaks',
    'Unknown Worlds',
    'Nonetwork',
    'UserTesting',
    'Open Source Collective',
    'The Trade Desk',
    '33Across',
    '@UK',
    '[24]7',
  ])('keeps %j', (raw) => {
    expect(cleanName(raw)).toBe(raw);
  });

  it('gives what it would give again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const name = cleanName(raw);
        expect(name === null ? null : cleanName(name)).toBe(name);
      }),
    );
  });

  it('leaves no entity, control character or outer space, however deep it was wrapped', () => {
    const piece = fc.constantFrom('&', 'amp;', '#38;', '#x9;', 'nbsp;', '\u200b', '\n', ' ', 'Gauge', 'lt;', '|');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const name = cleanName(pieces.join('')) ?? 'nobody';
        expect(name).not.toMatch(/&(?:#\d+|#x[0-9a-f]+|amp|lt|nbsp);|[\p{Cc}\p{Cf}|]|^\s|\s$|\s\s/iu);
      }),
    );
  });
});

describe('isOneSlipAway', () => {
  it.each([
    ['leasdboxer', 'leadboxer', true],
    ['sreamamg', 'streamamg', true],
    ['gygat', 'gygot', true],
    ['signyfyd', 'signifyd', true],
    ['twiter', 'twitter', true],
    ['gogole', 'google', true],
    ['google', 'google', false],
    ['tyrboobytes', 'turbobytes', false],
    ['', 'ab', false],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(isOneSlipAway(one, other)).toBe(expected);
    expect(isOneSlipAway(other, one)).toBe(expected);
  });
});

describe('nearMiss', () => {
  it.each([
    ['LeasdBoxer', ['leadboxer.com'], 'leadboxer'],
    ['SreamAMG', ['cdn.example.net', 'streamamg.com'], 'streamamg'],
    ['LeadBoxer', ['leadboxer.com'], null],
    ['Gauge', ['gauges.com'], null],
    ['Moat', ['goat.com'], null],
    ['Gauge Works', ['gauge-works.com', 'gaugeworx.com'], null],
  ])('%s of %j misses %s', (name, domains, label) => {
    expect(nearMiss(name, domains)).toBe(label);
  });
});

describe('oneSpelling', () => {
  it('takes the spelling that is wanted, else the one with more capitals', () => {
    const spelt = oneSpelling(['Paypal', 'PayPal', 'JotForm', 'Wideorbit', 'WideOrbit', 'Ströer'], ['Jotform']);
    expect([...spelt.values()]).toEqual(['PayPal', 'PayPal', 'Jotform', 'WideOrbit', 'WideOrbit', 'Ströer']);
  });

  it('gives names with the same letters one spelling, in whatever order they come', () => {
    const name = fc.constantFrom('Pay Pal', 'PayPal', 'paypal', 'PAYPAL', 'Gauge', 'gauge', 'Gäuge');
    fc.assert(
      fc.property(fc.array(name), (names) => {
        const spelt = oneSpelling(names);
        const again = oneSpelling(names.toReversed());
        for (const each of names) expect(spelt.get(each)).toBe(again.get(each));
        expect(new Set(spelt.values()).size).toBe(new Set(names.map(lettersOf)).size);
      }),
    );
  });
});
