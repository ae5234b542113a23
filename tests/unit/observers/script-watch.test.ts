// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { Observation } from '../../../ledger/observation.ts';
import { clock } from '../../../observers/clock.ts';
import type { Meeting } from '../../../observers/page/meet-page-world.ts';
import { TELL } from '../../../observers/page-world/report-format.ts';
import { MAX_WRITES, observeScripts } from '../../../observers/page/script-watch.ts';

function watch(late: boolean, port: MessagePort | null, since = 0) {
  const reported: Observation[] = [];
  const meeting: Meeting = { late, whenMet: (run) => run(port) };
  const stopped = new AbortController();
  const observer = observeScripts(meeting, stopped.signal);
  const visit = new AbortController();
  const asked: (() => void)[] = [];
  const start = (from = since) =>
    observer({
      report: (observation) => reported.push(observation),
      signal: visit.signal,
      salt: 's',
      site: 'bobdylan.com',
      since: from,
      frame: 'top',
      onAsked: (run) => {
        asked.push(run);
      },
    });
  return { reported, start, stopped, ask: () => asked.forEach((run) => run()) };
}

/** A port whose other end is in the hands of the test. */
function fakePort() {
  let hear: (event: { data: unknown }) => void = vi.fn();
  const sent: unknown[] = [];
  const port = {
    addEventListener: (_type: string, listener: typeof hear) => (hear = listener),
    start: vi.fn(),
    close: vi.fn(),
    postMessage: (message: unknown) => sent.push(message),
  } as unknown as MessagePort;
  return { port, sent, say: (data: unknown) => hear({ data }) };
}

const writeAt = (name: string, ticks: number): string =>
  `w\tsetItem\tlocal\t${name}\thttps://a.example/x.js\t${ticks}\t1\n`;
const write = (name: string): string => writeAt(name, Math.floor(performance.now()));
const readOut = (what: string, script: string): string =>
  `r\t${what}\thttps://${script}\t${Math.floor(performance.now())}\treads\t1\n`;

describe('script-watch', () => {
  it.each([
    [false, true, 'from-start'],
    [true, true, 'late'],
    [false, false, 'silent'],
  ] as const)('late: %s, met: %s → %s', (late, met, state) => {
    const { reported, start } = watch(late, met ? fakePort().port : null);
    start();
    expect(reported).toMatchObject([{ kind: 'view', view: 'script-watch', state }]);
  });

  it('tells what came before the visit began, and what comes after', () => {
    const { port, say } = fakePort();
    const { reported, start } = watch(false, port);
    say(write('before'));
    start();
    say(write('after'));
    expect(reported.map((fact) => ('name' in fact ? fact.name : fact.kind))).toEqual(['view', 'before', 'after']);
  });

  it('leaves out of a later visit what belongs to an earlier one', () => {
    const { port, say } = fakePort();
    const { reported, start } = watch(false, port);
    say(write('earlier'));
    start(Date.now() + 1000);
    expect(reported.map(({ kind }) => kind)).toEqual(['view']);
  });

  it('stops at a cap, and says how much it left out', () => {
    const { port, say } = fakePort();
    const { reported, start } = watch(false, port);
    start();
    for (let part = 0; part < 10; part += 1)
      say(Array.from({ length: 100 }, (_, index) => write(`key ${part} ${index}`)).join(''));
    expect(reported.filter(({ kind }) => kind === 'write')).toHaveLength(MAX_WRITES);
    expect(reported.at(-1)).toMatchObject({ kind: 'limit', observer: 'script-watch', count: 1000 - MAX_WRITES });
  });

  it('has room for what is read out, whatever was written and whoever read before', () => {
    const { port, say } = fakePort();
    const { reported, start } = watch(false, port);
    start();
    for (let index = 0; index < 1000; index += 1) {
      say(write(`cache-${index}`));
      say(readOut('navigator', `site.example/${index}.js`));
    }
    say(readOut('canvas', 'prints.example/fp.js'));
    expect(reported.filter(({ kind }) => kind === 'read-out').at(-1)).toMatchObject({
      readOut: 'canvas',
      script: 'prints.example',
    });
  });

  it('has room in each visit of a single-page site', () => {
    const { port, say } = fakePort();
    const { reported, start } = watch(false, port);
    start();
    for (let index = 0; index < 1000; index += 1) say(write(`cache-${index}`));
    start(Date.now() + 1);
    say(write('later'));
    expect(reported.at(-1)).toMatchObject({ name: 'later' });
  });

  it('says in the first visit how much the other half had no room for, and in a later one what is new', () => {
    const { port, say } = fakePort();
    const { reported, start } = watch(false, port);
    say('x\t7\n');
    start();
    expect(reported.at(-1)).toMatchObject({ kind: 'limit', count: 7 });
    start();
    expect(reported.at(-1)).toMatchObject({ kind: 'view' });
    say('x\t9\n');
    expect(reported.at(-1)).toMatchObject({ kind: 'limit', count: 2 });
  });

  it('tells in a visit what began before it and came again before it was begun', () => {
    const { port, say } = fakePort();
    const { reported, start } = watch(false, port);
    start();
    const ticks = Math.floor(performance.now());
    say(writeAt('_ga', ticks - 30));
    const since = clock.at(ticks - 20);
    say(writeAt('_ga', ticks - 10));
    start(since);
    expect(reported.at(-1)).toMatchObject({ kind: 'write', name: '_ga', count: 1 });
    expect(reported.at(-1)?.at).toBeGreaterThanOrEqual(since);
  });

  it('says so when the other half could not be made safe, and tells it when all has ended', () => {
    const { port, say, sent } = fakePort();
    const { reported, start, stopped } = watch(false, port);
    start();
    say('s\n');
    expect(reported.at(-1)).toMatchObject({ kind: 'view', state: 'silent' });
    say(write('answered'));
    stopped.abort();
    expect(sent).toEqual([1, 0]);
  });

  it('asks the other half for what it has noted when somebody looks', () => {
    const { port, sent } = fakePort();
    const { start, ask } = watch(false, port);
    start();
    expect(sent).toEqual([]);
    ask();
    expect(sent).toEqual([TELL]);
  });
});
