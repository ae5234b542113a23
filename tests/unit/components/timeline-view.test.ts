// @vitest-environment happy-dom
/** Does the timeline draw who was contacted when, in as few elements as it needs, and say in words what its lines are? */
import { render } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import { contactChart } from '../../../capture/contact-times.ts';
import { studyCapture, type CaptureStudy } from '../../../capture/study-capture.ts';
import TimelineView from '../../../components/inspector/TimelineView.svelte';
import { languageContext } from '../../../components/parts/language-context.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { captureOfLog, captureOfVisit, logOfMessages } from '../../../tools/builders/captures.ts';
import { AT, makeHost, makeVisit } from '../../../tools/builders/visits.ts';
import type { HostRecord } from '../../../ledger/visit-entries.ts';
import messages from '../../fixtures/messages-of-a-visit.json' with { type: 'json' };
import { english } from '../english.ts';

afterEach(() => document.body.replaceChildren());

const studied = (hosts: Parameters<typeof makeVisit>[0]): CaptureStudy =>
  studyCapture(captureOfVisit(makeVisit(hosts)), shippedKnowledge(), null);

function view(study: CaptureStudy): HTMLElement {
  const context = { language: english, timeZone: 'UTC', day: AT, practices: study.practices };
  const props = { study, context } as never;
  return render(TimelineView, { props, context: languageContext(english) }).container;
}

const all = (container: HTMLElement, selector: string): Element[] => [...container.querySelectorAll(selector)];
const texts = (container: HTMLElement, selector: string): (string | undefined)[] =>
  all(container, selector).map(({ textContent }) => textContent.trim());

it('says that nobody was contacted', () => {
  const container = view(studied({}));
  expect(container.querySelector('[data-none]')).not.toBeNull();
  expect(container.querySelector('table, [data-legend]')).toBeNull();
});

it('shows one contact, with a legend of what is drawn and of nothing else', () => {
  const container = view(studied({ hosts: [makeHost('connect.facebook.net', { firstAt: AT, lastAt: AT })] }));
  expect(texts(container, 'tbody th')).toEqual(['Meta']);
  expect(texts(container, 'tbody td')).toEqual(['12:04:05', '12:04:05', '3']);
  expect(texts(container, '[data-legend] li')).toEqual(['From the first contact to the last', 'A page was opened']);
  expect(texts(container, '[data-moments] li')).toEqual(['12:04:05 · Page 1 opened']);
});

it('gives each company a line and a row, and each moment one stroke through all of them', () => {
  const hosts = Array.from({ length: 120 }, (_, no) =>
    makeHost(`www.company-${String(no)}.example`, { firstAt: AT + no, lastAt: AT + 5000 + no }),
  );
  const choice = { at: AT + 2000, choice: 'accepted', maker: null, source: 'OptanonConsent' } as const;
  const history = [{ ...choice, after: null }];
  const consent = { ...choice, platform: 'OneTrust', host: 'www.bobdylan.com', several: false, history };
  const study = studied({ hosts, consents: [consent] });
  const container = view(study);
  expect(all(container, '[data-contact]').length).toBe(120);
  expect(all(container, 'tbody tr').length).toBe(120);
  expect(all(container, '.moments .moment').length).toBe(2);
  expect(texts(container, '[data-legend] li')).toContain('A choice was made about consent');
});

/** Between two requests of the long recording, in milliseconds. */
const STEP = 60_000;
const stretched = (host: HostRecord): HostRecord => ({ ...host, lastAt: host.firstAt + 4000 * STEP });

it('draws each request of a long recording, whose days it names, without an element for each', () => {
  const short = captureOfLog(logOfMessages(messages));
  const [fact] = short.facts.filter(({ observation }) => observation.kind === 'request');
  if (fact === undefined) throw new Error('The recording has no request.');
  const facts = Array.from({ length: 4000 }, (_, no) => ({
    ...fact,
    seq: no + 1,
    observation: { ...fact.observation, at: fact.observation.at + no * STEP },
  }));
  const pages = short.pages.map((page) => ({
    ...page,
    visit: { ...page.visit, hosts: page.visit.hosts.map(stretched) },
  }));
  const study = studyCapture({ ...short, facts, pages }, shippedKnowledge(), null);
  expect(contactChart(study).companies.some(({ each }) => each.length === 4000)).toBe(true);
  const container = view(study);
  expect(texts(container, '[data-legend] li')).toContain('A request');
  expect(texts(container, 'tbody td')[1]).toMatch(/^\d+ \w+ \d{4} \d\d:\d\d:\d\d$/);
  expect(all(container, '.lines *').length).toBeLessThan(100);
  const strokes = all(container, 'path').map((path) => path.getAttribute('d')?.split('M').length ?? 0);
  expect(Math.max(...strokes)).toBeGreaterThan(100);
  expect(Math.max(...strokes)).toBeLessThanOrEqual(1002);
});
