/**
 * npm run bench: what Liner Notes costs, against the bare browser and against an extension of ten lines that only observes
 * (tests/bench/floor). All of them run in the same minutes, turn by turn. Nothing fails here: numbers are printed beside the budget.
 *
 * `--rounds=15` sets how often each is measured; for page loads each browser is started as often. `--firefox` measures page loads in Firefox in the place of Chromium.
 * `--only=pure` leaves the browsers out; `--only=start,load` measures these parts in Chromium alone (`CHROMIUM_PARTS`).
 * `--extension=FOLDER` measures another build, for instance that of an earlier commit.
 * `--inspector` prints how fast a recording of 50,000 rows is shown, searched and reported, and nothing else.
 * `--reading` prints how well and how fast a policy is read, and nothing else; `--texts=FOLDER` holds texts that are not in the project.
 */
import { resolve } from 'node:path';
import { benchChromium, CHROMIUM_PARTS, type ChromiumPart } from './chromium.ts';
import { benchFirefox } from './firefox.ts';
import { benchInspector } from './inspector-table.ts';
import { benchPure } from './pure-table.ts';
import { benchReading } from './reading.ts';
import { PlainError, runScript } from '../../tools/plain-error.ts';
import { readArguments } from '../../tools/read-arguments.ts';

const isPart = (name: string): name is ChromiumPart => CHROMIUM_PARTS.some((part) => part === name);

/** 'start,load' → these parts. @throws PlainError for a part that there is not */
function partsOf(only: string): ReadonlySet<ChromiumPart> {
  const names = only.split(',').filter((name) => name !== 'pure');
  const unknown = names.find((name) => !isPart(name));
  if (unknown !== undefined)
    throw new PlainError(`--only knows no part “${unknown}”. There are: pure, ${CHROMIUM_PARTS.join(', ')}.`);
  return new Set(names.filter(isPart));
}

await runScript(async () => {
  const { values } = readArguments({
    rounds: { type: 'string', default: '15' },
    only: { type: 'string' },
    firefox: { type: 'boolean', default: false },
    extension: { type: 'string' },
    inspector: { type: 'boolean', default: false },
    reading: { type: 'boolean', default: false },
    texts: { type: 'string' },
  });
  if (values.reading) {
    benchReading(values.texts ?? null);
    return;
  }
  if (values.inspector) {
    await benchInspector();
    return;
  }
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new PlainError('--rounds wants a whole number from 1 up.');
  const { only = ['pure', ...CHROMIUM_PARTS].join(), firefox } = values;
  // A browser wants the whole path.
  const extension = values.extension === undefined ? null : resolve(values.extension);
  const parts = partsOf(only);
  if (only.split(',').includes('pure') && !firefox) {
    await benchPure();
    await benchInspector();
  }
  if (parts.size === 0) return;
  if (process.platform !== 'linux') {
    throw new PlainError('Processor time is read from /proc, which only Linux has. --only=pure runs anywhere.');
  }
  await (firefox ? benchFirefox(rounds, extension) : benchChromium(rounds, parts, extension));
});
