/** Are the readers of requests what they say, and can each be used? */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import ownFile from '../../../../policy-data/request-readers.json' with { type: 'json' };
import trackharFile from '../../../../policy-data/trackhar.json' with { type: 'json' };

const root = path.resolve(import.meta.dirname, '../../../..');
const readers = [...ownFile.readers, ...trackharFile.readers];

describe('policy-data/trackhar.json', () => {
  it('is what scripts/update-request-readers.ts makes of the installed package', () => {
    const script = path.join(root, 'scripts/update-request-readers.ts');
    const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
    expect(stderr).not.toContain('is not what the installed package gives');
    expect(status).toBe(0);
  });
});

describe('a reader', () => {
  it.each(readers.map(({ name, addresses }) => [name, addresses] as const))(
    '%s: its patterns hold a whole host',
    (_, all) => {
      for (const source of all) {
        expect(() => new RegExp(source)).not.toThrow();
        expect(source).toMatch(/^\^https/);
        // 'www.facebook.com' must not fit 'www.facebook.com.evil.example': a path, or the end, follows the host.
        expect(source.replace(/^\^https\??:\/\//, '')).toMatch(/\/|\$$/);
      }
    },
  );

  it('has no name for two kinds, but for one in which several things stand', () => {
    const twice = ownFile.readers.flatMap(({ name, carries }) => {
      const names = Object.values(carries).flat();
      return names.filter((one, index) => names.indexOf(one) !== index).map((one) => `${name}: ${one}`);
    });
    // Time zone, language, maker of the browser, system and screen, with "&" between them.
    expect([...new Set(twice)]).toEqual(['X (Twitter) pixel: dv']);
  });
});
