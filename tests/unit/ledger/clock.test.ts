import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClock } from '../../../ledger/clock.ts';
import { HOUR, Machine, MINUTE, NOON } from './machine.ts';

describe('the clock', () => {
  it('is the wall clock as long as nothing happens to it', () => {
    const machine = new Machine();
    expect(machine.clock.now()).toBe(NOON);
    machine.run(1234);
    expect(machine.clock.now()).toBe(NOON + 1234);
    expect(machine.clock.at(1000)).toBe(NOON + 1000);
    expect(machine.clock.ahead()).toBe(0);
  });

  it('dates a request by when it was seen after a sleep, and one of before by its own time', () => {
    const machine = new Machine();
    const { clock } = machine;
    clock.now();
    const before = machine.run(2000).ticks;
    clock.now();
    machine
      .run(10)
      .sleep(8 * HOUR)
      .run(5000);
    const after = machine.ticks;
    machine.run(300);
    expect(clock.at(after)).toBe(machine.wall - (machine.ticks - after));
    expect(clock.at(before)).toBe(NOON + 2000);
    expect(clock.at(0)).toBe(NOON);
  });

  it('dates a choice after a sleep before what it lets load', () => {
    const machine = new Machine();
    machine.clock.now();
    const chosenAt = machine
      .run(1000)
      .sleep(8 * HOUR)
      .run(1000)
      .clock.now();
    const start = machine.run(20).ticks;
    expect(machine.run(500).clock.at(start)).toBeGreaterThan(chosenAt);
  });

  it('knows nothing of a sleep before its first look, and dates what came before it later', () => {
    const machine = new Machine().run(1000).sleep(HOUR);
    expect(machine.clock.at(500)).toBe(machine.wall - 500);
  });

  it.each([HOUR, 2 * MINUTE, 3000])('goes on where the clock is set back by %i ms, and tells by how much', (by) => {
    const machine = new Machine();
    const before = machine.run(1000).clock.now();
    machine.set(-by).run(100);
    expect(machine.clock.now()).toBe(before + 100);
    expect(machine.clock.ahead()).toBe(by);
    expect(machine.clock.now() - machine.clock.ahead()).toBe(machine.wall);
    expect(machine.clock.at(1050)).toBe(before + 50);
  });

  it('waits where it is set back a little', () => {
    const machine = new Machine();
    const before = machine.run(1000).clock.now();
    expect(machine.set(-700).run(100).clock.now()).toBe(before);
    expect(machine.clock.ahead()).toBe(0);
    expect(machine.run(900).clock.now()).toBe(machine.wall);
  });

  it('goes along where the clock is set forward', () => {
    const machine = new Machine();
    const before = machine.run(1000).clock.now();
    expect(machine.set(HOUR).run(10).clock.now()).toBe(machine.wall);
    expect(machine.clock.at(1000)).toBe(before);
    expect(machine.clock.ahead()).toBe(0);
  });

  it('takes over what another process told by the wall clock, set back meanwhile or not', () => {
    const machine = new Machine();
    machine.clock.now();
    const told = machine.run(1000).wall;
    expect(machine.run(50).clock.ofWall(told)).toBe(told);
    machine.set(-HOUR);
    const now = machine.run(50).clock.now();
    expect(machine.clock.ofWall(told)).toBe(now);
    expect(machine.clock.ofWall(machine.wall - 20)).toBe(now - 20);
    const other = new Machine();
    expect(other.clock.ofWall(machine.clock.now() - machine.clock.ahead())).toBeLessThanOrEqual(other.clock.now());
  });

  it('is not misled by a process that was held up between two looks', () => {
    let [wall, ticks, held] = [NOON, 0, 0];
    const clock = createClock(
      () => {
        // Held up once, between reading the one clock and the other.
        if (held === 1) {
          wall += 5000;
          ticks += 5000;
        }
        held += 1;
        return wall;
      },
      () => ticks,
    );
    clock.now();
    expect(clock.now()).toBe(wall);
    expect(clock.ahead()).toBe(0);
    expect(clock.at(0)).toBe(NOON);
  });
});

describe('whatever happens to the machine', () => {
  const event = fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('run' as const), by: fc.integer({ min: 1, max: 20_000 }) }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('sleep' as const), by: fc.integer({ min: 1, max: 9 * HOUR }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('set' as const), by: fc.integer({ min: -2 * HOUR, max: 2 * HOUR }) }),
    },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('happen' as const), by: fc.constant(0) }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('start' as const), by: fc.constant(0) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('see' as const), by: fc.constant(0) }) },
  );

  it('dates stand in the order in which things happened, near to the time that the clock showed', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const machine = new Machine();
        const { clock } = machine;
        clock.now();
        const dated: { readonly gone: number; readonly shown: number; readonly at: number; readonly doubt: number }[] =
          [];
        let started: { readonly ticks: number; readonly gone: number; readonly wall: number }[] = [];
        let changed = 0;
        let sleptUnseen = 0;
        for (const { do: what, by } of events) {
          // Whatever is done takes a moment, while the machine is awake.
          machine.run(what === 'run' ? by : 1);
          if (what === 'sleep') {
            machine.sleep(by);
            sleptUnseen += by;
          }
          if (what === 'set') {
            machine.set(by);
            changed += Math.abs(by);
          }
          if (what === 'start') started.push({ ticks: machine.ticks, gone: machine.gone, wall: machine.wall });
          if (what === 'happen') {
            dated.push({ gone: machine.gone, shown: machine.wall, at: clock.now(), doubt: 0 });
            if (started.length === 0) sleptUnseen = 0;
          }
          if (what === 'see') {
            clock.now();
            for (const { ticks, gone, wall } of started)
              dated.push({ gone, shown: wall, at: clock.at(ticks), doubt: sleptUnseen });
            started = [];
            sleptUnseen = 0;
          }
        }
        const ahead = clock.ahead();
        const inTime = dated.toSorted((a, b) => a.gone - b.gone);
        for (const [index, one] of inTime.entries()) {
          const next = inTime[index + 1];
          // The wall clock tells whole milliseconds: what lies nearer to each other than two of them may change places.
          if (next !== undefined && next.gone > one.gone) expect(next.at).toBeGreaterThanOrEqual(one.at - 2);
          // The clock may be wrong by as much as it was changed, and by a second.
          expect(Math.abs(one.at - ahead - one.shown)).toBeLessThanOrEqual(changed + one.doubt + 1100);
        }
        expect(Math.abs(clock.now() - ahead - machine.wall)).toBeLessThanOrEqual(1001);
      }),
      { numRuns: 500 },
    );
  });
});
