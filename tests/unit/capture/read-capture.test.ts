/** A capture that is opened again is the one that was kept; nothing else is taken for one. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAPTURE_VERSION } from '../../../capture/capture.ts';
import { readCapture, readCaptureText } from '../../../capture/read-capture.ts';
import { asCaptureJson } from '../../../evidence/files/capture-json.ts';
import { captureOfLog, captureOfVisit, logOfMessages } from '../../../tools/builders/captures.ts';
import { makePicture, pngBytes } from '../../../tools/builders/pictures.ts';
import { makeVisit } from '../../../tools/builders/visits.ts';
import messages from '../../fixtures/messages-of-a-visit.json' with { type: 'json' };

const recording = captureOfLog(logOfMessages(messages), { name: 'Tour page', note: 'Before any choice.' });

const picture = makePicture(pngBytes(1280, 800), { caption: 'No way to refuse' });

describe('reading a capture', () => {
  it.each([
    ['a recording', recording],
    ['a visit', captureOfVisit(makeVisit(), { pictures: [picture] })],
  ])('gives %s back as it was', (_what, capture) => {
    expect(readCaptureText(asCaptureJson(capture))).toEqual({ state: 'read', capture });
  });

  it.each([
    ['no JSON', 'GIF89a'],
    ['another JSON', '{"log":{"version":"1.2"}}'],
    ['nothing', ''],
    ['a list', '[]'],
  ])('calls %s foreign', (_what, text) => {
    expect(readCaptureText(text)).toEqual({ state: 'foreign' });
  });

  it('says that it is of a later version, whatever that has', () => {
    const later = { ...recording, version: CAPTURE_VERSION + 1, pages: 'otherwise' };
    expect(readCapture(later)).toEqual({ state: 'newer', version: CAPTURE_VERSION + 1 });
  });

  it.each([
    [
      'pages.0.visit.hosts',
      { ...recording, pages: recording.pages.map((page) => ({ ...page, visit: { ...page.visit, hosts: [{}] } })) },
    ],
    ['facts', { ...recording, facts: recording.facts.toReversed() }],
    ['facts', { ...recording, facts: [{ ...recording.facts[0], page: 9 }] }],
    ['pages', { ...recording, pages: recording.pages.map((page) => ({ ...page, no: 4 })) }],
    ['pages', { ...recording, pages: [] }],
    ['pictures', { ...recording, pictures: [{ ...picture, page: 7 }] }],
    ['pictures', { ...recording, pictures: [picture, picture] }],
    ['pictures.0.file', { ...recording, pictures: [{ ...picture, file: '../picture-1.png' }] }],
  ])('names the place that does not fit: %s', (where, capture) => {
    const read = readCapture(capture);
    expect(read.state).toBe('damaged');
    expect(read.state === 'damaged' ? read.where : '').toMatch(new RegExp(`^${where.replaceAll('.', '\\.')}`));
  });

  it('never throws, and never takes a capture with a changed member of another type', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        expect(readCapture(input).state).toBe('foreign');
      }),
    );
    const members = Object.keys(recording).filter((name) => name !== 'format' && name !== 'version');
    for (const name of members) expect(readCapture({ ...recording, [name]: { hostile: true } }).state).toBe('damaged');
  });
});
