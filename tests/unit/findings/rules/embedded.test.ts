import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../../ledger/observation.ts';
import { at, NOON, PAGE_HOST } from '../../../../tools/builders/observations.ts';
import { evidenceIn } from '../recognise.ts';

const frame = (host: string): Observation => ({ kind: 'frame', at: NOON, address: at(host, '/embed'), title: '' });
const script = (host: string): Observation => ({
  kind: 'request',
  at: NOON,
  address: at(host, '/x.js'),
  initiator: 'script',
  failed: false,
  pixel: false,
  identifiers: [],
});

describe('a widget', () => {
  it.each([
    ['a player', 'open.spotify.com'],
    ['a video', 'www.youtube-nocookie.com'],
    ['a list of shows', 'widget.bandsintown.com'],
    ['a map', 'www.google.com'],
    ['a quiz', 'form.typeform.com'],
    ['a club for text messages', 'embed.laylo.com'],
  ])('is %s in a frame', (_what, host) => {
    expect(evidenceIn('widget', [frame(host)])).toHaveLength(1);
  });

  it.each(['widget.intercom.io', 'client.crisp.chat', 'embed.tawk.to'])('is a chat that a script draws: %s', (host) => {
    expect(evidenceIn('widget', [script(host)])).toHaveLength(1);
  });

  it.each([
    'googleads.g.doubleclick.net',
    'www.googletagmanager.com',
    'js.stripe.com',
    'accounts.google.com',
    'cdn.cookielaw.org',
    PAGE_HOST,
  ])('is no frame of %s', (host) => {
    expect(evidenceIn('widget', [frame(host)])).toEqual([]);
  });

  it.each(['www.google.com', 'static.klaviyo.com', 'cdn.shopify.com'])('is no script of %s', (host) => {
    expect(evidenceIn('widget', [script(host)])).toEqual([]);
  });
});

describe('a tag manager under the site’s own name', () => {
  const disguise = (collector: string): Observation => ({
    kind: 'disguise',
    at: NOON,
    address: at(`sgtm.${PAGE_HOST.replace('www.', '')}`, '/gtm.js'),
    collector,
    reason: 'shape',
    detail: 'id',
  });

  it('is a tag manager, and a collector in disguise', () => {
    expect(evidenceIn('tag-manager', [disguise('google-tag-manager')])).toHaveLength(1);
    expect(evidenceIn('collector-in-disguise', [disguise('google-tag-manager')])).toHaveLength(1);
  });

  it('is not every collector there', () => {
    expect(evidenceIn('tag-manager', [disguise('meta')])).toEqual([]);
  });
});
