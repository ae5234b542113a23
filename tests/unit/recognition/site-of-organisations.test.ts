/** A page is of one organisation at most, however many are known. */
import { describe, expect, it } from 'vitest';
import type { SeenMark } from '../../../recognition/mark-verdict.ts';
import { createSiteRecogniser, type OrganisationSites } from '../../../recognition/site.ts';
import type { Lookalike, Organisation, Site } from '../../../schemas/policy-data.ts';

function organisation(id: string): Organisation {
  return {
    id,
    name: id,
    legalName: `${id} Records`,
    alsoCalled: [],
    heldPolicy: '2011-12-31',
    groups: [{ id: `${id}-films`, name: `${id} Films` }],
    ownDomains: [],
    itemSetters: [],
    feedbackRoute: null,
    examples: [],
    marks: {
      hosts: [
        { id: `${id}-files`, prefix: `files.${id}.example/`, what: 'files', strength: 'strong', on: ['script'] },
        { id: `${id}-image`, prefix: `files.${id}.example/`, what: 'image', strength: 'weak', on: ['image'] },
      ],
      selectors: [],
      fields: [],
      sitePaths: [],
      ownPath: null,
      labels: {},
      policyLinks: [{ id: `${id}-policy`, pattern: `^https://${id}\\.example/privacy`, policy: 'held', country: 'US' }],
      legalLinks: [],
      footerTexts: [{ id: `${id}-footer`, pattern: id, strength: 'medium' }],
    },
    warnings: [],
  };
}

function site(domain: string, group: string): Site {
  const rest = { country: 'US', policy: 'held', policyUrl: null, confidence: 'medium' } as const;
  return { domain, kind: 'artist', operator: domain, group, ...rest, sources: ['a test'] };
}

function lookalike(domain: string, relation: Lookalike['relation']): Lookalike {
  return { domain, operator: domain, relation, note: 'a test', sources: ['a test'] };
}

const lantern: OrganisationSites = {
  about: organisation('lantern'),
  sites: [site('lantern-band.example', 'lantern'), site('lantern-film.example', 'lantern-films')],
  lookalikes: [lookalike('lantern-lamps.example', 'sister'), lookalike('gone-from-lantern.example', 'other')],
};
const pebble: OrganisationSites = {
  about: organisation('pebble'),
  sites: [site('pebble-band.example', 'pebble'), site('gone-from-lantern.example', 'pebble')],
  lookalikes: [lookalike('was-pebble.example', 'other')],
};
const { recognise } = createSiteRecogniser([lantern, pebble]);

const files = (id: string): SeenMark => ({ mark: `${id}-files`, detail: `files.${id}.example/x.js`, on: 'script' });
const policy = (id: string): SeenMark => ({
  mark: `${id}-policy`,
  detail: `https://${id}.example/privacy`,
  on: 'link',
});
const image = (id: string): SeenMark => ({ mark: `${id}-image`, detail: `files.${id}.example/x.png`, on: 'image' });
const footer = (id: string): SeenMark => ({ mark: `${id}-footer`, detail: id, on: 'footer' });

describe('recognise, with two organisations', () => {
  it.each<[string, string, readonly SeenMark[], string | null, string]>([
    ['a listed host without marks', 'www.pebble-band.example', [], 'pebble', 'listed'],
    ['a listed host with its own marks', 'lantern-band.example', [files('lantern')], 'lantern', 'listed'],
    ['marks that prove one', 'band.example', [files('pebble')], 'pebble', 'by-marks'],
    ['marks that prove another than the list', 'lantern-band.example', [files('pebble')], 'pebble', 'by-marks'],
    ['weak marks of another than the list', 'lantern-band.example', [image('pebble')], 'lantern', 'listed'],
    [
      'marks that prove both, on a listed host',
      'pebble-band.example',
      [files('lantern'), policy('lantern'), files('pebble')],
      'pebble',
      'listed',
    ],
    ['marks that prove both alike', 'band.example', [files('lantern'), files('pebble')], 'lantern', 'by-marks'],
    [
      'marks that prove both, one more surely',
      'band.example',
      [files('lantern'), files('pebble'), footer('pebble')],
      'pebble',
      'by-marks',
    ],
    ['a sister with marks of another', 'lantern-film.example', [files('pebble')], 'lantern', 'listed'],
    ['a sister that is no site with marks of another', 'lantern-lamps.example', [files('pebble')], 'lantern', 'sister'],
    ["one's lookalike that is another's site", 'gone-from-lantern.example', [], 'pebble', 'listed'],
    ['a lookalike with marks of its organisation', 'was-pebble.example', [files('pebble')], 'pebble', 'by-marks'],
    ['a lookalike with marks of another', 'was-pebble.example', [files('lantern')], 'lantern', 'by-marks'],
    ['a lookalike', 'was-pebble.example', [], 'pebble', 'lookalike'],
    ['weak marks of one', 'band.example', [image('pebble')], 'pebble', 'hinted'],
    ['weak marks of both, more of one', 'band.example', [image('lantern'), footer('pebble')], 'pebble', 'hinted'],
    ['nothing', 'band.example', [], null, 'not-covered'],
  ])('%s', (_, host, marks, id, status) => {
    expect(recognise(host, marks)).toMatchObject({ organisation: id, status });
  });

  it('gives the reasons of the one that it names alone', () => {
    const { reasons } = recognise('band.example', [files('lantern'), files('pebble'), footer('pebble')]);
    expect(reasons.map(({ mark }) => mark)).toEqual(['pebble-files', 'pebble-footer']);
  });

  it('does not call a page that came to another organisation a lookalike of the one before', () => {
    expect(recognise('was-pebble.example', [files('lantern')])).toMatchObject({ operator: null, confidence: 'medium' });
    const codes = recognise('was-pebble.example', [files('lantern')]).reasons.map(({ code }) => code);
    expect(codes).toEqual(['mark']);
  });

  it('answers the same in whatever order the organisations come, where one is stronger', () => {
    const other = createSiteRecogniser([pebble, lantern]);
    const marks = [files('lantern'), files('pebble'), footer('pebble')];
    expect(other.recognise('band.example', marks)).toEqual(recognise('band.example', marks));
    expect(other.recognise('gone-from-lantern.example', [])).toMatchObject({
      organisation: 'pebble',
      status: 'listed',
    });
  });
});
