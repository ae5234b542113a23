/** Wires the inspector: `inspector.html?tab=ID`, and `inspector.html?front` in the browser's side panel. It decides nothing. */
import { mount } from 'svelte';
import { beginPage } from '../../components/parts/begin-page.ts';
import { declareLanguage, loadFittingLanguage } from '../../components/parts/page-language.ts';
import InspectorPage from '../../components/inspector/InspectorPage.svelte';
import { LetterDrafts } from '../../components/inspector/letter-drafts.svelte.ts';
import { PictureShelf } from '../../components/inspector/picture-shelf.svelte.ts';
import type { CaptureFacts, InspectorActions, SingleFile } from '../../components/inspector/inspector-actions.ts';
import type { CaptureStudy } from '../../capture/study-capture.ts';
import { createReport } from '../../findings/report.ts';
import type { PageObservation } from '../../ledger/observation.ts';
import { openVisit } from '../../ledger/visit.ts';
import { clock } from '../../observers/clock.ts';
import { storedValue } from '../../observers/asked/stored-value.ts';
import { readSettings } from '../../ledger/border/settings-storage.ts';
import { loadInspectorLanguage } from '../../shipped/languages.ts';
import { shippedKnowledge } from '../../shipped/knowledge.ts';
import { SHIPPED_NAMES } from '../../shipped/names.ts';
import { asCaptureJson } from '../../evidence/files/capture-json.ts';
import { exportName, sealedExport } from '../../evidence/files/capture-export.ts';
import { bytesOf, type ExportFile } from '../../evidence/files/export-file.ts';
import { asHarJson } from '../../evidence/files/har.ts';
import { captureReport } from '../../evidence/report/capture-report.ts';
import { comparisonReport } from '../../evidence/report/comparison-report.ts';
import { isoDay } from '../../words/format.ts';
import type { Language } from '../../words/language.ts';
import { KeptTexts } from './kept-texts.ts';
import { LiveCapture } from './live-capture.svelte.ts';
import { letterActions } from './letter-actions.ts';
import { openExport } from './open-export.ts';
import { pictureActions } from './picture-actions.ts';
import { readBrowserConditions } from './read-conditions.ts';
import { recordingActions } from './recording-actions.ts';
import { stampActions } from './stamp-actions.ts';
import { visitActions } from './visit-actions.ts';
import { watchFrontTab, watchOneTab } from './watch-tab.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  zip: 'application/zip',
  html: 'text/html;charset=utf-8',
  csv: 'text/csv;charset=utf-8',
  txt: 'text/plain;charset=utf-8',
};

/** Has the browser save a file. */
function save(file: ExportFile): void {
  const ending = file.path.split('.').at(-1) ?? '';
  const address = URL.createObjectURL(new Blob([bytesOf(file)], { type: MEDIA_TYPES[ending] ?? 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.path;
  link.click();
  // The browser has taken the file by then.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}

/** The capture with what the person says of it. */
function named({ capture, ...others }: CaptureStudy, { name, note, profile }: CaptureFacts): CaptureStudy {
  return { ...others, capture: { ...capture, name, note, conditions: { ...capture.conditions, profile } } };
}

/** One file of an export, by itself. */
function fileOf(which: SingleFile, language: Language, of: CaptureStudy): ExportFile {
  const name = exportName(of);
  switch (which) {
    case 'report':
      return { path: `${name}.html`, content: captureReport(language, of) };
    case 'json':
      return { path: `${name}.json`, content: asCaptureJson(of.capture) };
    case 'har':
      return { path: `${name}.har`, content: asHarJson(of) };
  }
}

/** A page on which nothing happens. */
const NO_PAGE: PageObservation = {
  kind: 'page',
  at: 0,
  address: { scheme: 'https', host: 'example.com', path: '/' },
  late: false,
};

async function open(): Promise<void> {
  const knowledge = shippedKnowledge();
  const texts = new KeptTexts(knowledge);
  const [settings, conditions] = await Promise.all([readSettings(), readBrowserConditions(clock.now()), texts.load()]);
  const language = await loadFittingLanguage(settings.language, SHIPPED_NAMES, null, loadInspectorLanguage);
  declareLanguage(language);
  const live = new LiveCapture({ conditions, region: settings.region }, (capture) => texts.study(capture));
  texts.follow(() => {
    live.renew();
  });
  const asked = new URLSearchParams(location.search);
  const tab = Number(asked.get('tab'));
  if (asked.has('front')) await watchFrontTab(live);
  else if (Number.isInteger(tab) && tab > 0) await watchOneTab(tab, live);
  else live.take({ state: 'empty' }, -1);
  const drafts = new LetterDrafts();
  const shelf = new PictureShelf();
  const now = (): number => clock.now();
  const actions: InspectorActions = {
    saveSealed: (of, facts) => {
      const { name, zip, seal, sealed } = sealedExport(language, named(of, facts), clock.now());
      save({ path: name, content: zip });
      drafts.seal(of.capture, seal);
      return Promise.resolve({ name, seal, sealed });
    },
    saveOne: (of, facts, which) => {
      const stated = named(of, facts);
      const file = fileOf(which, language, stated);
      save(file);
      return Promise.resolve(file.path);
    },
    open: (file) => openExport(file, (capture, files) => texts.studyOwn(capture, files)),
    letters: letterActions(drafts, save),
    saveComparison: (comparison, seals) => {
      const path = `${exportName(comparison.after)}-comparison.html`;
      save({ path, content: comparisonReport(language, comparison, seals, isoDay(clock.now())) });
      return Promise.resolve(path);
    },
    stamps: stampActions(save),
    askValue: (tab, { address: { scheme, host, path }, root }, item) =>
      storedValue(tab, { scheme, host, path, root }, item),
    visits: visitActions({
      ...{ language, save, now: () => clock.now() },
      study: (capture) => texts.studyOwn(capture),
      agent: `${conditions.extension.name} ${conditions.extension.version}`,
    }),
    pictures: pictureActions({ shelf, live, now }),
    recordings: recordingActions({
      ...{ now, shelf, region: settings.region },
      study: (capture, files) => texts.studyOwn(texts.with(capture), files),
    }),
  };
  mount(InspectorPage, { target: document.body, props: { language, source: live, actions, now } });
  // What judges is made ready while the person looks, and not when they open something.
  requestIdleCallback(() => {
    knowledge[0].companies.find('example.com', 'example.com');
    createReport(openVisit('', 0, NO_PAGE), knowledge, null);
  });
}

// A list that measures its rows may be told so once more in the same frame. The browser reports that as an error of the page, which it is not.
addEventListener('error', (event) => {
  if (event.message.startsWith('ResizeObserver loop')) event.preventDefault();
});

beginPage(open);
