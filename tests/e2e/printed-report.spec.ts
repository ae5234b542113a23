/** The reports on paper: at most two pages tell what matters, and the annex begins on one of its own, in the longest language too. */
import { readFileSync } from 'node:fs';
import { chromium, expect, test, type Page } from '@playwright/test';
import { compareCaptures } from '../../capture/compare/compare-captures.ts';
import type { Capture } from '../../capture/capture.ts';
import { studyCapture } from '../../capture/study-capture.ts';
import { captureReport } from '../../evidence/report/capture-report.ts';
import { comparisonReport } from '../../evidence/report/comparison-report.ts';
import type { LanguageFile } from '../../schemas/language-file.ts';
import { captureOfVisit, makeConditions } from '../../tools/builders/captures.ts';
import { readKnowledge } from '../../tools/read-knowledge.ts';
import { fullView } from '../../tools/stage/full-view-record.ts';
import { hostile } from '../../tools/stage/hostile-record.ts';
import { languageOf } from '../unit/english.ts';
import { browserOfThisMachine } from './extension-browser.ts';

/** A long name, a long note, a dozen pages of which each shows all that can be seen; beside it another site under other conditions. */
const one = captureOfVisit(fullView, {
  name: 'Tour page '.repeat(12),
  note: 'Before any choice, with a long note. '.repeat(20),
});
const heavy: Capture = {
  ...{ ...one, kind: 'recording' },
  pages: one.pages.flatMap((page) => Array.from({ length: 12 }, (_, at) => ({ ...page, no: at + 1 }))),
};
const other = captureOfVisit(hostile, {
  conditions: makeConditions({ gpc: true, languages: ['en'], timeZone: 'UTC' }),
});

async function paperPages(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test('print on two pages and an annex, in German as in English', async () => {
  const knowledge = readKnowledge(process.cwd());
  const [study, beside] = [heavy, other].map((capture) => studyCapture(capture, knowledge, null));
  if (study === undefined || beside === undefined) throw new Error('Nothing was studied.');
  const browser = await chromium.launch(browserOfThisMachine());
  try {
    const page = await browser.newPage();
    for (const code of ['en', 'de']) {
      const language = languageOf(JSON.parse(readFileSync(`locales/${code}.json`, 'utf8')) as LanguageFile);
      const seals = { before: 'whole', after: 'broken' } as const;
      for (const report of [
        captureReport(language, study),
        comparisonReport(language, compareCaptures(study, beside), seals, '2026-11-27'),
      ]) {
        await page.setContent(report);
        const whole = await paperPages(page);
        await page.locator('.annex').evaluate((annex) => annex.remove());
        const before = await paperPages(page);
        expect(before, `pages before the annex, ${code}`).toBeLessThanOrEqual(2);
        expect(whole).toBeGreaterThan(before);
      }
    }
  } finally {
    await browser.close();
  }
});
