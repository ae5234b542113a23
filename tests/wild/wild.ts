/**
 * npm run wild: pages as real sites run them (tests/wild), in a real Chromium with the extension, in page view and in full view,
 * against right answers that were written first. Prints how often each practice was rightly told, wrongly told and missed.
 * `--only NAME` runs the pages whose name holds NAME, `--json` prints JSON in place of the table, `--build DIR` takes another
 * build for Chromium (`…/dist/chrome-mv3`; the rules come from the sources that it stands in).
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { PAGES } from './all-pages.ts';
import { CHOICE, COMPANIES, flaws, judge, misfits, ORDER, type Verdict } from './judge.ts';
import { loadReport, sourcesOf } from './load-report.ts';
import { runPages } from './run-pages.ts';
import { scores, table } from './score.ts';
import type { View } from './wild-page.ts';
import { findChromium } from '../../tools/browsers.ts';
import { buildExtension } from '../../tools/build-extension.ts';
import { cleanUpAtEnd } from '../../tools/clean-up.ts';
import { makeFullViewBuild } from '../../tools/full-view-build.ts';
import { PlainError, progress, runScript } from '../../tools/plain-error.ts';
import { readArguments } from '../../tools/read-arguments.ts';
import { root } from '../../tools/run-command.ts';

const LEAST_RECALL = 0.97;
const BROWSERS_A_VIEW = 4;

function practicesOf(sources: string): string[] {
  const text = readFileSync(join(sources, 'policy-data/practices.json'), 'utf8');
  return (JSON.parse(text) as { practices: { id: string }[] }).practices.map(({ id }) => id);
}

/** One line that is written over and over where this is a screen, and a few lines elsewhere. */
function showProgress(words: string, done: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${words.padEnd(90)}`);
  else if (done % 20 === 0) process.stderr.write(`${words}\n`);
}

function printVerdicts(title: string, verdicts: readonly Verdict[]): void {
  console.log(`\n${title}: ${verdicts.length}`);
  for (const { subject, page, view, evidence } of verdicts) {
    console.log(`  ${subject.padEnd(38)}${page} (${view} view)${evidence === '' ? '' : `\n      ${evidence}`}`);
  }
}

await runScript(async () => {
  const startedAt = performance.now();
  const { values } = readArguments({
    only: { type: 'string' },
    build: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const { only, build: named, json } = values;
  const pages = PAGES.filter(({ name }) => only === undefined || name.includes(only));
  if (pages.length === 0) throw new PlainError(`No page’s name holds “${only ?? ''}”.`);

  const chromium = await findChromium();
  const build = named === undefined ? (await buildExtension('chrome')).folder : resolve(named);
  const sources = sourcesOf(build);
  const practices = practicesOf(sources);
  const wrongPages = flaws(PAGES, practicesOf(root));
  if (wrongPages.length > 0) throw new PlainError(`The pages contradict themselves:\n${wrongPages.join('\n')}`);
  const reportOf = await loadReport(sources);
  const fullBuild = makeFullViewBuild(build);
  cleanUpAtEnd(() => {
    rmSync(fullBuild, { recursive: true, force: true });
    return Promise.resolve();
  });

  let done = 0;
  const views: readonly (readonly [View, string])[] = [
    ['page', build],
    ['full', fullBuild],
  ];
  // Pages mostly wait until they rest, so several browsers go side by side.
  const queues = views.flatMap(([view, extension]) => {
    const queue = [...pages];
    return Array.from({ length: BROWSERS_A_VIEW }, () => [view, extension, queue] as const);
  });
  const seen = await Promise.all(
    queues.map(async ([view, extension, queue]) => {
      const all = await runPages(queue, {
        chromiumPath: chromium.path,
        extension,
        onSeen: ({ page }) => {
          done += 1;
          showProgress(`${done} of ${2 * pages.length}: ${page.name} (${view} view)`, done);
        },
      });
      return all.map((each) => ({ ...each, view, report: each.record === null ? null : reportOf(each.record) }));
    }),
  ).then((all) => all.flat().sort((a, b) => pages.indexOf(a.page) - pages.indexOf(b.page)));
  if (process.stderr.isTTY) process.stderr.write('\r'.padEnd(92) + '\r');

  const verdicts = seen.flatMap((each) => judge(each, each.view, each.report, practices));
  const notAsDescribed = seen.flatMap((each) => misfits(each, each.view));
  const subjects = [...practices, COMPANIES, CHOICE, ORDER];
  const score = scores(verdicts, subjects);
  const wrong = verdicts.filter(({ is }) => is === 'wrong claim');
  const missed = verdicts.filter(({ is }) => is === 'miss');
  const seconds = (performance.now() - startedAt) / 1000;
  const result = {
    build: relative(root, build),
    browser: chromium.version,
    pages: pages.length,
    seconds: Number(seconds.toFixed(1)),
    score,
    wrong,
    missed,
    notAsDescribed,
    told: seen.map(({ page, view, report, milliseconds }) => ({
      page: page.name,
      view,
      milliseconds: Math.round(milliseconds),
      practices: report?.findings.map(({ practice }) => practice.id) ?? null,
      companies: report?.companies
        .filter(({ company }) => company.relation === 'other')
        .map(({ company, services, hosts }) => ({
          owner: company.name,
          services: services.map(({ service }) => service.name),
          hosts,
        })),
      consents: report?.visit.consents,
    })),
  };
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(join(root, '.cache', 'wild.json'), `${JSON.stringify(result, null, 1)}\n`);

  if (json) console.log(JSON.stringify(result, null, 1));
  else {
    for (const line of table(score)) console.log(line);
    printVerdicts('Wrong claims', wrong);
    printVerdicts('Misses', missed);
    if (notAsDescribed.length > 0) console.log(`\nPages that are not as described:\n  ${notAsDescribed.join('\n  ')}`);
    progress('\nWild', `${pages.length} pages in both views, ${seconds.toFixed(0)} s; all of it in .cache/wild.json`);
  }
  const isWhole = only === undefined;
  if (wrong.length > 0 || notAsDescribed.length > 0 || (isWhole && (score.sum.recall ?? 1) < LEAST_RECALL)) {
    process.exitCode = 1;
  }
});
