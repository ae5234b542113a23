import type { Call } from '../../../../observers/page-world/calling-script.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** What the stack would tell: taken down at the call, read later. */
const scriptOf = (call: Call | null): string => (call?.error as { script?: string } | undefined)?.script ?? '';

/** The clock is taken when the code is loaded, so that it is loaded under the clock of the test. */
async function begin(scriptNow: () => string) {
  vi.resetModules();
  const { createNotes } = await import('../../../../observers/page-world/notes.ts');
  const reports: string[] = [];
  const notes = createNotes(
    (report) => reports.push(report),
    {
      take: () => ({ error: { script: scriptNow() }, replaced: false, one: undefined }),
      read: (use) => {
        use(scriptOf);
      },
    },
    (run, pause) => void setTimeout(run, pause),
  );
  const setItem = notes.writer('setItem', 'local');
  return { notes, setItem, reports };
}

const START = 1_700_000_000_000;
const rows = (reports: readonly string[]): string[][] =>
  reports.flatMap((report) => report.trimEnd().split('\n')).map((row) => row.split('\t'));

describe('notes', () => {
  beforeEach(() => vi.useFakeTimers({ now: START }));
  afterEach(() => vi.useRealTimers());

  it('add up the writes of one script and tell them apart from those of another', async () => {
    let script = 'https://a.example/x.js';
    const { setItem, reports } = await begin(() => script);
    setItem('key');
    setItem('key');
    script = 'https://b.example/y.js';
    setItem('key');
    vi.advanceTimersByTime(1000);
    expect(rows(reports)).toEqual([
      ['w', 'setItem', 'local', 'key', 'https://a.example/x.js', '0', '2'],
      ['w', 'setItem', 'local', 'key', 'https://b.example/y.js', '0', '1'],
    ]);
  });

  it('look at the stack a bounded number of times, and lay what follows to a script only where it was always the same', async () => {
    let looks = 0;
    const { setItem, reports } = await begin(() => ((looks += 1), 'https://a.example/x.js'));
    for (let call = 0; call < 100_000; call += 1) setItem('key');
    expect(looks).toBe(16);
    vi.advanceTimersByTime(1000);
    expect(rows(reports).map((row) => [row[4], row[6]])).toEqual([['https://a.example/x.js', '100000']]);
    for (let call = 0; call < 100; call += 1) setItem('key');
    expect(looks).toBe(32);
    for (let call = 0; call < 100_000; call += 1) {
      setItem(`key ${call % 500}`);
      if (call % 10_000 === 0) vi.advanceTimersByTime(10);
    }
    // A thousand for what is new, two hundred for what is known, and two more for a tenth of a second.
    expect(looks).toBeLessThanOrEqual(1202 + 32);
  });

  it('read stacks before a report, no more than 300 of them at once, and all of them when the page is left', async () => {
    vi.resetModules();
    const { createNotes } = await import('../../../../observers/page-world/notes.ts');
    const reports: string[] = [];
    let taken = 0;
    let read = 0;
    const notes = createNotes(
      (report) => reports.push(report),
      {
        take: () => ({ error: { script: `https://a.example/${(taken += 1)}.js` }, replaced: false, one: undefined }),
        read: (use) => {
          use((call) => ((read += 1), scriptOf(call)));
        },
      },
      (run, pause) => void setTimeout(run, pause),
    );
    const setItem = notes.writer('setItem', 'session');
    for (let call = 0; call < 299; call += 1) setItem(`key ${call}`);
    expect([taken, read]).toEqual([299, 0]);
    setItem('key 299');
    expect([taken, read]).toEqual([300, 300]);
    notes.flush();
    setItem('key 0');
    setItem('key 0');
    notes.flush();
    expect(read).toBe(302);
    expect(
      rows(reports)
        .filter((row) => row[3] === 'key 0')
        .map((row) => row[4]),
    ).toEqual(['1', '301', '302'].map((name) => `https://a.example/${name}.js`));
    // Several scripts have written it: what nobody looked for is neither's.
    for (let call = 0; call < 20; call += 1) setItem('key 0');
    notes.flush();
    expect(rows(reports).at(-1)?.slice(3)).toEqual(['key 0', '', expect.stringMatching(/^\d+$/), '4']);
  });

  it('report at most twice a second', async () => {
    const { setItem, reports } = await begin(() => '');
    for (let step = 0; step < 100; step += 1) {
      setItem(`key ${step}`);
      vi.advanceTimersByTime(20);
    }
    expect(reports.length).toBeLessThanOrEqual(5);
  });

  it('report with the next note where the page has stopped the timer', async () => {
    const { setItem, reports } = await begin(() => '');
    setItem('one');
    vi.clearAllTimers();
    vi.advanceTimersByTime(5000);
    setItem('two');
    expect(rows(reports).map((row) => row[3])).toEqual(['one']);
  });

  it('keep a name from making rows of its own', async () => {
    const { notes, setItem, reports } = await begin(() => '');
    setItem('a\nw\tsetItem\tlocal\tforged\t\t1\t1');
    notes.flush();
    expect(rows(reports)).toHaveLength(1);
    expect(rows(reports)[0]?.[3]).toBe('a w setItem local forged  1 1');
  });

  it('go on, whatever happens to the computer’s clock', async () => {
    let looks = 0;
    const { setItem, reports } = await begin(() => ((looks += 1), 'https://a.example/x.js'));
    for (let call = 0; call < 1000; call += 1) setItem('key');
    vi.setSystemTime(START - 3_600_000);
    vi.advanceTimersByTime(1000);
    const before = looks;
    setItem('key');
    vi.advanceTimersByTime(1000);
    expect(looks).toBe(before + 1);
    expect(reports).toHaveLength(2);
  });

  it('hold no more items than can be told, and say how many they did not hold', async () => {
    const { notes, setItem, reports } = await begin(() => '');
    for (let call = 0; call < 5000; call += 1) setItem(`key ${call}`);
    notes.flush();
    expect(rows(reports).filter(([kind]) => kind === 'w')).toHaveLength(300);
    expect(rows(reports).at(-1)).toEqual(['x', '4700']);
  });

  it('know the writer of a new item when hundreds of others were written before', async () => {
    let script = 'https://site.example/cache.js';
    const { notes, setItem, reports } = await begin(() => script);
    for (let call = 0; call < 250; call += 1) setItem(`cache-${call}`);
    script = 'https://tracker.example/t.js';
    setItem('_id');
    notes.flush();
    expect(rows(reports).find((row) => row[3] === '_id')?.[4]).toBe('https://tracker.example/t.js');
  });

  it.each([50, 500])('hear a script that reads much after %i that read little', async (count) => {
    let script = '';
    const { notes, reports } = await begin(() => script);
    for (let index = 0; index < count; index += 1) {
      script = `https://site.example/chunk-${index}.js`;
      notes.count('navigator', 'userAgent', 'properties', 'userAgent');
      notes.look('click', (listener) => notes.readOut('listeners', listener));
      vi.advanceTimersByTime(100);
    }
    script = 'https://prints.example/fp.js';
    for (let index = 0; index < 20; index += 1) notes.count('navigator', `p${index}`, 'properties', `p${index}`);
    expect(notes.readOut('canvas', script)).not.toBeNull();
    notes.flush();
    expect(
      rows(reports)
        .find((row) => row[1] === 'navigator' && row[2] === script)
        ?.slice(4),
    ).toEqual(['properties', '20']);
    const dropped = rows(reports).findLast(([kind]) => kind === 'x');
    expect(dropped).toEqual(count > 200 ? ['x', expect.stringMatching(/^\d+$/)] : undefined);
  });

  it('count different things once, and keep running totals', async () => {
    const { notes, reports } = await begin(() => 'https://a.example/x.js');
    for (const name of ['userAgent', 'platform', 'userAgent']) notes.count('navigator', name, 'properties', name);
    notes.flush();
    notes.count('navigator', 'language', 'properties', 'language');
    notes.flush();
    expect(rows(reports).map((row) => row.slice(4))).toEqual([
      ['properties', '2'],
      ['properties', '3'],
    ]);
  });
});
