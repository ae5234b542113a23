// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPageMessage } from '../../../ledger/read-message.ts';
import { readScriptReport } from '../../../observers/page/script-report.ts';

const HOST = 'www.columbiarecords.com';
const now = Date.now();
const read = (...rows: string[]) => readScriptReport(rows.join('\n'), HOST, now);

describe('a report of the page’s own world', () => {
  it('is read', () => {
    expect(read(`w\tsetItem\tlocal\tkey\thttps://A.example/x.js\t${now}\t3`)).toEqual([
      {
        kind: 'write',
        at: now,
        store: 'local',
        host: HOST,
        name: 'key',
        api: 'setItem',
        writer: 'a.example',
        path: '/x.js',
        source: 'page',
        count: 3,
      },
    ]);
    expect(read(`r\tcanvas\t\t${now}\twidth\t300\treads\t2`)).toEqual([
      {
        kind: 'read-out',
        at: now,
        readOut: 'canvas',
        host: HOST,
        script: null,
        path: '',
        measures: { width: 300, reads: 2 },
      },
    ]);
  });

  it.each([
    ['no text', 7],
    ['an api that is none', 'w\tset-cookie\tcookie\tx\t\t1\t1'],
    ['a store that is not that api’s', 'w\tsetItem\tcookie\tx\t\t1\t1'],
    ['no count', 'w\tsetItem\tlocal\tx\t\t1\t-4'],
    ['a read-out that is none', 'r\teverything\t\t1\twidth\t1'],
    ['no measures', 'r\tcanvas\t\t1\t__proto__\t1\twidth\tNaN'],
  ])('is dropped: %s', (_what, report) => {
    expect(readScriptReport(report, HOST, now)).toEqual([]);
  });

  it('has its times, names and addresses set right', () => {
    const [fact] = read(`w\tsetItem\tlocal\t${'n'.repeat(500)}\tjavascript:alert(1)\t99999999999999\t1`);
    expect(fact).toMatchObject({ at: now, writer: null, path: '' });
    expect((fact as { name: string }).name).toHaveLength(120);
  });

  it('holds only what the background takes, whatever was written', () => {
    const cells = fc.array(
      fc.oneof(
        fc.constantFrom(
          'w',
          'r',
          'setItem',
          'cookieStore',
          'local',
          'cookie',
          'canvas',
          'fonts',
          'reads',
          '12',
          'https://a.example/x',
        ),
        fc.string(),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(fc.array(cells), (lines) => {
        const observations = read(...lines.map((line) => line.join('\t')));
        if (observations.length === 0) return;
        const message = { type: 'observed', document: 'd'.repeat(32), startedAt: now, frame: 'top', observations };
        expect(readPageMessage(message)?.dropped ?? -1).toBe(0);
      }),
    );
  });
});
