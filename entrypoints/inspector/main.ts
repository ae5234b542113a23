/** Wires the inspector: `inspector.html?tab=ID`, and `inspector.html?front` in the browser's side panel. It decides nothing. */
import { mount } from 'svelte';
import { declareLanguage, loadFittingLanguage } from '../../components/parts/page-language.ts';
import InspectorPage from '../../components/inspector/InspectorPage.svelte';
import { LetterDrafts } from '../../components/inspector/letter-drafts.svelte.ts';
import type { CaptureFacts, InspectorActions, SingleFile } from '../../components/inspector/inspector-actions.ts';
import type { Capture } from '../../capture/capture.ts';
import { studyCapture, type CapturedReadings, type CaptureStudy } from '../../capture/study-capture.ts';
import { clock } from '../../observers/clock.ts';
import { storedValue } from '../../observers/asked/stored-value.ts';
import { readSettings } from '../../ledger/border/settings-storage.ts';
import { keptCopies } from '../../reading/border/kept-copies.ts';
import type { KeptCopy } from '../../reading/kept-copy.ts';
import { fittingCopy } from '../../findings/fitting-copy.ts';
import { factsOf } from '../../reading/copy-list.ts';
import { loadInspectorLanguage } from '../../shipped/languages.ts';
import { shippedKnowledge } from '../../shipped/knowledge.ts';
import { SHIPPED_NAMES } from '../../shipped/names.ts';
import { startStudy } from '../../reading/border/start-study.ts';
import { loadRules, SHIPPED_READING_FACTS } from '../../shipped/reading-rules.ts';
import { asCaptureJson } from '../../evidence/files/capture-json.ts';
import { exportName, sealedExport } from '../../evidence/files/capture-export.ts';
import { bytesOf, type ExportFile } from '../../evidence/files/export-file.ts';
import { asHarJson } from '../../evidence/files/har.ts';
import { captureReport } from '../../evidence/report/capture-report.ts';
import { comparisonReport } from '../../evidence/report/comparison-report.ts';
import { isoDay } from '../../words/format.ts';
import type { Language } from '../../words/language.ts';
import { LiveCapture } from './live-capture.svelte.ts';
import { letterActions } from './letter-actions.ts';
import { openExport } from './open-export.ts';
import { readBrowserConditions } from './read-conditions.ts';
import { recordingActions } from './recording-actions.ts';
import { stampActions } from './stamp-actions.ts';
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

const knowledge = shippedKnowledge();

type ReadOne = CapturedReadings['copies'][number] | null;

/** Copies read by the rules of their languages, each once. */
const read = new Map<string, Promise<ReadOne>>();
function reading({ id, readAt, hash, document }: KeptCopy): Promise<ReadOne> {
  const known = read.get(hash);
  if (known !== undefined) return known;
  const found = startStudy([document], loadRules).result.then(
    ({ texts: [text] }): ReadOne => (text === undefined ? null : { id, readAt, ...text }),
    // Rules that do not arrive: its text is kept, and no finding is given against it.
    () => null,
  );
  read.set(hash, found);
  return found;
}

async function readingsOf(texts: readonly KeptCopy[]): Promise<CapturedReadings | null> {
  if (texts.length === 0) return null;
  const copies = await Promise.all(texts.map(reading));
  return { copies: copies.filter((copy) => copy !== null), facts: SHIPPED_READING_FACTS };
}

const study = async (capture: Capture): Promise<CaptureStudy> =>
  studyCapture(capture, knowledge, await readingsOf(capture.texts));

/** The kept copies that speak for a page. */
function textsFor({ pages }: Capture, copies: readonly KeptCopy[]): readonly KeptCopy[] {
  const [{ sites }] = knowledge;
  const facts = copies.map(factsOf);
  const ids = pages.map(({ visit }) => {
    const recognition = sites.recognise(visit.address.host, visit.marks);
    return fittingCopy(visit.address.host, recognition, facts, (host) => sites.recognise(host, []))?.id;
  });
  return copies.filter(({ id }) => ids.includes(id));
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

async function open(): Promise<void> {
  const [settings, conditions, copies] = await Promise.all([
    readSettings(),
    readBrowserConditions(clock.now()),
    keptCopies().then(
      (kept) => kept.copies,
      () => [],
    ),
  ]);
  const language = await loadFittingLanguage(settings.language, SHIPPED_NAMES, null, loadInspectorLanguage);
  declareLanguage(language);
  const readings = await readingsOf(copies);
  const live = new LiveCapture({ conditions, region: settings.region }, (capture) =>
    studyCapture({ ...capture, texts: textsFor(capture, copies) }, knowledge, readings),
  );
  const asked = new URLSearchParams(location.search);
  const tab = Number(asked.get('tab'));
  if (asked.has('front')) await watchFrontTab(live);
  else if (Number.isInteger(tab) && tab > 0) await watchOneTab(tab, live);
  else live.take({ state: 'empty' }, -1);
  const drafts = new LetterDrafts();
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
    open: (file) => openExport(file, study),
    letters: letterActions(drafts, save),
    saveComparison: (comparison, seals) => {
      const path = `${exportName(comparison.after)}-comparison.html`;
      save({ path, content: comparisonReport(language, comparison, seals, isoDay(clock.now())) });
      return Promise.resolve(path);
    },
    stamps: stampActions(save),
    askValue: (tab, { address: { scheme, host, path }, root }, item) =>
      storedValue(tab, { scheme, host, path, root }, item),
    recordings: recordingActions({
      now: () => clock.now(),
      region: settings.region,
      study: (capture) => study({ ...capture, texts: textsFor(capture, copies) }),
    }),
  };
  mount(InspectorPage, { target: document.body, props: { language, source: live, actions, now: () => clock.now() } });
}

// A list that measures its rows may be told so once more in the same frame. The browser reports that as an error of the page, which it is not.
addEventListener('error', (event) => {
  if (event.message.startsWith('ResizeObserver loop')) event.preventDefault();
});

void open();
