import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cookieDate, readCookieLine } from '../../../recognition/set-cookie-line.ts';

const NOON = Date.UTC(2026, 10, 26, 12);

describe('readCookieLine', () => {
  it.each<[string, boolean]>([
    ['a=1', false],
    ['a=1; Max-Age=60', false],
    ['a=; Max-Age=0', true],
    ['a=; max-age=-1; Path=/', true],
    ['a=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT', false],
    ['a=1; Expires=Thu, 01 Jan 2099 00:00:00 GMT; Max-Age=0', true],
    ['a=1; Max-Age=0; Max-Age=60', false],
    ['a=1; Max-Age=soon; Expires=Thu, 01 Jan 1970 00:00:00 GMT', true],
    ['a=1; Max-Age=', false],
    ['a=1; Max-Age=99999999999999999999', false],
    ['a=; Expires=Thu, 01-Jan-1970 00:00:01 GMT', true],
    ['a=; Expires=Thursday, 01-Jan-70 00:00:00 GMT', true],
    ['a=; expires=Thu Jan  1 00:00:00 1970', true],
    ['a=; Expires=Mon, 26 Nov 2026 11:59:59 GMT', true],
    ['a=; Expires=Mon, 26 Nov 2026 12:00:01 GMT', false],
    ['a=1; Expires=Fri, 31 Dec 9999 23:59:59 GMT', false],
    ['a=1; Expires=0', false],
    ['a=1; Expires=-1', false],
    ['a=deleted; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; path=/; domain=.a.example', true],
  ])('%s: a deletion is %s', (line, isDeletion) => {
    expect(readCookieLine(line, NOON)?.isDeletion).toBe(isDeletion);
  });

  it('reads name and place', () => {
    expect(readCookieLine(' a =x=y; Domain=.A.example; Path=/tour; Secure; Partitioned', NOON)).toEqual({
      name: 'a',
      isDeletion: false,
      domain: 'a.example',
      path: '/tour',
      partitioned: true,
    });
    expect(readCookieLine('a=1; Domain=; Path=tour', NOON)).toMatchObject({ domain: null, path: null });
    expect(readCookieLine('alone', NOON)).toBeNull();
    expect(readCookieLine('=x', NOON)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (line, date) => {
        readCookieLine(line, NOON);
        readCookieLine(`a=1; expires=${date}`, NOON);
      }),
    );
  });
});

describe('cookieDate', () => {
  it('gives what browsers give for what a Date writes', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
        expect(cookieDate(date.toUTCString())).toBe(Math.floor(date.getTime() / 1000) * 1000);
      }),
    );
  });
});
