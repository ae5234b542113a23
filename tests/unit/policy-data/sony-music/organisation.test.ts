import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import organisationFile from '../../../../policy-data/organisations/sony-music/organisation.json' with { type: 'json' };
import sitesFile from '../../../../policy-data/organisations/sony-music/sites.json' with { type: 'json' };
import { OrganisationSchema } from '../../../../schemas/policy-data.ts';

const { marks, ownDomains } = v.parse(OrganisationSchema, organisationFile);
const patterns = [...marks.policyLinks, ...marks.footerTexts];

describe('organisation.json', () => {
  it('has no id twice', () => {
    const ids = [
      marks.hosts,
      marks.selectors,
      marks.fields,
      marks.ownPath === null ? [] : [marks.ownPath],
      marks.policyLinks,
      marks.legalLinks,
      marks.footerTexts,
    ].flatMap((list) => list.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('ends the host in every prefix, so that no longer host fits it', () => {
    for (const { prefix } of marks.hosts) expect(prefix).toMatch(/^[a-z0-9.-]+\.[a-z]+\//);
  });

  it('calls an image strong nowhere but where a vendor collects under the name', () => {
    const strong = marks.hosts.filter(({ on, strength }) => on.includes('image') && strength === 'strong');
    expect(strong.map(({ id }) => id)).toEqual(['adobe-collection', 'hitbox-collection']);
  });

  it("counts no vendor's host as Sony Music's own, and lists every own host as a site", () => {
    const listed = new Set(sitesFile.sites.map(({ domain }) => domain));
    expect(ownDomains.filter((domain) => !listed.has(domain))).toEqual([]);
    expect(ownDomains.filter((domain) => /2o7|hitbox/.test(domain))).toEqual([]);
  });

  it('binds every policy link to its host', () => {
    for (const { pattern } of marks.policyLinks) expect(pattern.startsWith('^https?://')).toBe(true);
  });

  it.each(patterns.map(({ id, pattern }) => [id, pattern] as const))(
    '%s takes linear time on any text',
    (_, pattern) => {
      // Without an unbounded repetition there is nothing to try again; one ".*" at the very end is tried once.
      const repeats = pattern.replace(/\\./g, '').replace(/\.\*\)\?\$$/, '');
      expect(repeats).not.toMatch(/[*+]|\{\d+,\}/);
    },
  );

  it.each(['columbia', 'rca', 'epic', 'legacy', 'nashville', 'latin'])('knows the label code of %s', (label) => {
    expect(marks.labels[`us${label}prod`]?.name.toLowerCase()).toContain(label);
  });
});
