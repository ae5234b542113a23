/** The reader of the trade's strings against strings that the IAB's own libraries make. */
import { GppModel } from '@iabgpp/cmpapi';
import { GVL, TCModel, TCString } from '@iabtcf/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGppString, readTcString, readUsPrivacyString } from '../../../recognition/consent-string.ts';

const ALL = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

/** A list of vendors with none in it, so that no network is asked for one. */
const list = new GVL({
  gvlSpecificationVersion: 3,
  vendorListVersion: 100,
  tcfPolicyVersion: 5,
  lastUpdated: '2026-11-01T00:00:00Z',
  purposes: {},
  specialPurposes: {},
  features: {},
  specialFeatures: {},
  stacks: {},
  dataCategories: {},
  vendors: {},
} as ConstructorParameters<typeof GVL>[0]);

function tcString(consents: readonly number[], interests: readonly number[] = [], isService = true): string {
  const model = new TCModel(list);
  Object.assign(model, { cmpId: 31, cmpVersion: 2, isServiceSpecific: isService });
  model.purposeConsents.set([...consents]);
  model.purposeLegitimateInterests.set([...interests]);
  model.publisherConsents.set([...consents]);
  return TCString.encode(model);
}

describe('readTcString', () => {
  it.each([
    ['all purposes', ALL, [], 'accepted'],
    ['the ten of the first list', ALL.slice(0, 10), [], 'accepted'],
    ['six by consent and four by an interest', [1, 2, 3, 4, 5, 6], [7, 8, 9, 10], 'accepted'],
    ['none', [], [], 'refused'],
    ['none, with interests that were not objected to', [], [2, 7, 8, 9, 10], 'refused'],
    ['one', [1], [], 'partly'],
    ['all but one', ALL.filter((purpose) => purpose !== 4), [], 'partly'],
  ])('%s: %s', (_what, consents, interests, choice) => {
    expect(readTcString(tcString(consents, interests))).toEqual({ choice });
  });

  it('agrees with the maker for any purposes', () => {
    fc.assert(
      fc.property(fc.subarray(ALL), fc.boolean(), (consents, isService) => {
        const made = TCString.decode(tcString(consents, [], isService));
        const first = ALL.slice(0, 10);
        const allowed = first.filter((purpose) => made.purposeConsents.has(purpose)).length;
        const choice = allowed === 10 ? 'accepted' : allowed > 0 ? 'partly' : 'refused';
        expect(readTcString(tcString(consents, [], isService))).toEqual({ choice });
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    '',
    'true',
    'CPz_abc',
    'BPDnvKYPDnvc0AHABBFRDWAAAAAyOAAAAAAAAAAA',
    'eyJ1c2VyX2lkIjoiMTc5ZjBhODAtMTNiNi02ZjQzIn0',
    '%'.repeat(50),
    'C'.repeat(100_000),
  ])('%.40s is none', (text) => expect(readTcString(text)).toBeNull());
});

/** A model of the maker's with one section's fields. */
function gpp(section: string, fields: Readonly<Record<string, unknown>>): string {
  const model = new GppModel();
  for (const [name, value] of Object.entries(fields)) model.setFieldValue(section, name, value);
  return model.encode();
}

const STATES = [
  'usca',
  'usva',
  'usco',
  'usut',
  'usct',
  'usfl',
  'usmt',
  'usor',
  'ustx',
  'usde',
  'usia',
  'usne',
  'usnh',
  'usnj',
  'ustn',
  'usmn',
  'usmd',
  'usin',
  'usky',
  'usri',
];

describe('readGppString', () => {
  it.each([...STATES, 'usnat'])('%s: an opt-out, and none', (section) => {
    expect(readGppString(gpp(section, { SaleOptOut: 1 }))).toEqual({ choice: 'refused' });
    expect(readGppString(gpp(section, { SaleOptOut: 2 }))).toBeNull();
    expect(readGppString(gpp(section, { SaleOptOut: 0 }))).toBeNull();
    expect(readGppString(gpp(section, { SaleOptOutNotice: 1 }))).toBeNull();
  });

  it.each(STATES.filter((state) => state !== 'usca'))('%s: one of two opt-outs', (section) => {
    expect(readGppString(gpp(section, { SaleOptOut: 1, TargetedAdvertisingOptOut: 2 }))).toEqual({ choice: 'partly' });
    expect(readGppString(gpp(section, { SaleOptOut: 1, TargetedAdvertisingOptOut: 1 }))).toEqual({ choice: 'refused' });
  });

  it('tells the signal of the browser', () => {
    expect(readGppString(gpp('usnat', { SaleOptOut: 1, SharingOptOut: 1, Gpc: true }))).toEqual({
      choice: 'refused',
      by: 'signal',
    });
    expect(readGppString(gpp('usca', { SaleOptOut: 1, SharingOptOut: 2, Gpc: true }))).toEqual({
      choice: 'partly',
      by: 'signal',
    });
    expect(readGppString(gpp('usnat', { SaleOptOut: 1, Gpc: false }))).toEqual({ choice: 'refused' });
  });

  it('finds its way through several sections', () => {
    const model = new GppModel();
    model.setFieldValue('usnat', 'SaleOptOut', 2);
    model.setFieldValue('usca', 'SaleOptOut', 1);
    model.setFieldValue('ustx', 'SaleOptOut', 2);
    expect(readGppString(model.encode())).toEqual({ choice: 'refused' });
    const european = new GppModel();
    european.setFieldValue(
      'tcfeuv2',
      'PurposeConsents',
      Array.from({ length: 24 }, (_, n) => n < 11),
    );
    european.setFieldValue('uspv1', 'OptOutSale', 'N');
    expect(readGppString(european.encode())).toEqual({ choice: 'accepted' });
  });

  it.each(['', 'DBAA', 'DBABLA', '~', 'DBABLA~', 'DBABLA~!!', 'true', 'D'.repeat(100_000), '~'.repeat(100_000)])(
    '%s tells nothing',
    (text) => {
      expect(readGppString(text)).toBeNull();
    },
  );

  it('takes any text without an exception', () => {
    fc.assert(
      fc.property(fc.string(), fc.base64String(), (text, more) => {
        readGppString(text);
        readGppString(`DBAB${more}~${text}~${more}`);
        readTcString(`C${more}`);
      }),
    );
  });
});

describe('readUsPrivacyString', () => {
  it.each(['1YYN', '1yyn', '1NY-', '{"uspString":"1YYY"}'])('%s is an opt-out', (text) => {
    expect(readUsPrivacyString(text)).toEqual({ choice: 'refused' });
  });
  it.each(['1YNN', '1---', '1NN-', '', '2YYN', '1YYNN', 'x1YYN'])('%s is none', (text) => {
    expect(readUsPrivacyString(text)).toBeNull();
  });
});
