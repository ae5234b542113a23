/** Pictures in what is saved: as files, in the report, and in the export that is opened again; whatever a file of somebody else holds. */
import { describe, expect, it } from 'vitest';
import type { CapturedPicture } from '../../../capture/capture.ts';
import { fileOfPicture, filesByName, pictureFile } from '../../../capture/picture-files.ts';
import { studyCapture, type CaptureStudy } from '../../../capture/study-capture.ts';
import { openExport } from '../../../entrypoints/inspector/open-export.ts';
import { asBag } from '../../../evidence/files/bag.ts';
import { exportFiles, sealedExport } from '../../../evidence/files/capture-export.ts';
import { checkExport } from '../../../evidence/files/check-export.ts';
import type { ExportFile } from '../../../evidence/files/export-file.ts';
import { asZip } from '../../../evidence/files/zip.ts';
import { captureOfVisit } from '../../../tools/builders/captures.ts';
import { makePicture, pngBytes } from '../../../tools/builders/pictures.ts';
import { AT, makeVisit } from '../../../tools/builders/visits.ts';
import { readKnowledge } from '../../../tools/read-knowledge.ts';
import { english } from '../english.ts';

const knowledge = readKnowledge(process.cwd());
const MARKUP = '"><img src=x onerror=alert(1)> <script>alert(1)</script>';
const [FIRST, SECOND] = [pngBytes(1280, 800, 3), pngBytes(640, 400, 4)];
const pictures = [
  makePicture(FIRST, { caption: MARKUP }),
  makePicture(SECOND, { ...{ file: 'picture-7.png', width: 640, height: 400 }, at: AT + 60_000 }),
];

function studyOf(all: readonly (readonly [CapturedPicture, Uint8Array<ArrayBuffer> | undefined])[]): CaptureStudy {
  const files = filesByName(all.map(([picture, bytes]) => ({ picture, file: pictureFile(picture, bytes) })));
  return studyCapture(captureOfVisit(makeVisit(), { pictures: all.map(([one]) => one) }), knowledge, null, files);
}

const [one, two] = pictures as [CapturedPicture, CapturedPicture];
const study = studyOf([
  [one, FIRST],
  [two, SECOND],
]);
const fileIn = (files: readonly ExportFile[], path: string): ExportFile['content'] | undefined =>
  files.find((file) => file.path === path)?.content;
const opened = (zip: Uint8Array<ArrayBuffer>) =>
  openExport(new Blob([zip]), (capture, files) => Promise.resolve(studyCapture(capture, knowledge, null, files)));

describe('an export', () => {
  const files = exportFiles(english, study);
  const report = fileIn(files, 'report.html') as string;

  it('has them as they are, and where the form of the collector has a place for two', () => {
    expect(fileIn(files, 'pictures/picture-1.png')).toBe(FIRST);
    expect(fileIn(files, 'pictures/picture-7.png')).toBe(SECOND);
    expect(fileIn(files, 'website-evidence-collector/screenshot-top.png')).toBe(FIRST);
    expect(fileIn(files, 'website-evidence-collector/screenshot-bottom.png')).toBe(SECOND);
    expect(fileIn(files, 'website-evidence-collector/inspection.json')).toContain('"screenshots": true');
    expect(JSON.parse(fileIn(files, 'capture.json') as string)).toMatchObject({ pictures });
  });

  it('shows them in the report with words for who cannot see them, and lets nobody write markup into it', () => {
    expect(report).not.toMatch(/<script|<img src=x/i);
    const images = [...report.matchAll(/<img src="data:image\/png;base64,([^"]*)"[^>]* alt="([^"]*)">/g)];
    expect(images.map(([, data = '']) => [...Buffer.from(data, 'base64')])).toEqual([[...FIRST], [...SECOND]]);
    expect(images[0]?.[2]).toMatch(/^&quot;&gt;.*Picture of www\.bobdylan\.com\/tour, /);
    expect(images[1]?.[2]).toMatch(/^Picture of www\.bobdylan\.com\/tour, /);
    expect(report).toContain('640 × 400 pixels');
    for (const { hash } of pictures) expect(report).toContain(hash);
  });

  it('says nothing of pictures where there are none', () => {
    const without = exportFiles(english, studyOf([]));
    expect(without.filter(({ path }) => path.endsWith('.png'))).toEqual([]);
    expect(fileIn(without, 'report.html')).not.toContain('annex-pictures');
  });

  it('opens again with them, and names the one that was damaged', async () => {
    const { zip } = sealedExport(english, study, AT);
    const again = await opened(zip);
    if (again.state !== 'opened') throw new Error(again.state);
    expect(again.study.capture.pictures).toEqual(pictures);
    expect(again.study.pictureFiles).toEqual(study.pictureFiles);
    // Stored as it is, a picture's byte stands in the zip as it stands in the file.
    const at = Buffer.from(zip).indexOf(Buffer.from(SECOND.slice(0, 33)));
    zip[at + 35] = (zip[at + 35] ?? 0) ^ 1;
    const check = checkExport(zip);
    expect(check.state === 'checked' ? check.faults : []).toHaveLength(1);
    const damaged = await opened(zip);
    expect(damaged).toMatchObject({ state: 'opened', seal: { state: 'broken' } });
  });
});

describe('a file of somebody else', () => {
  const SVG = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');

  it.each([
    ['no-png', makePicture(SVG), SVG],
    ['changed', makePicture(FIRST), SVG],
    ['too-large', makePicture(FIRST, { width: 90_000, height: 90_000 }), FIRST],
    ['missing', makePicture(FIRST), undefined],
  ] as const)('is told of as %s, shown nowhere, and saved nowhere', async (state, picture, bytes) => {
    const capture = captureOfVisit(makeVisit(), { pictures: [picture] });
    const files = [
      { path: 'capture.json', content: JSON.stringify(capture) },
      { path: `pictures/${MARKUP}.png`, content: SVG },
      ...(bytes === undefined ? [] : [{ path: 'pictures/picture-1.png', content: bytes }]),
    ];
    const again = await opened(asZip('bag', asBag(files, { madeAt: AT, agent: 'x', title: 'x', id: 'x' })));
    if (again.state !== 'opened') throw new Error(again.state);
    expect(fileOfPicture(again.study.pictureFiles, picture)).toEqual({ state });
    expect(again.study.pictureFiles.size).toBe(1);
    const saved = exportFiles(english, again.study);
    expect(saved.filter(({ path }) => path.endsWith('.png'))).toEqual([]);
    expect(fileIn(saved, 'report.html')).toContain(english.t(`picture.file.${state}`));
    expect(fileIn(saved, 'report.html')).not.toMatch(/<img|<svg/);
  });

  it('is no capture where two pictures have one file, or a picture has no name of ours', async () => {
    for (const wrong of [
      [one, one],
      [{ ...one, file: `${MARKUP}.png` }],
      [{ ...one, page: 2 }],
      [{ ...one, caption: 'x'.repeat(301) }],
    ]) {
      const capture = captureOfVisit(makeVisit(), { pictures: wrong });
      const bag = asBag([{ path: 'capture.json', content: JSON.stringify(capture) }], {
        ...{ madeAt: AT, agent: 'x', title: 'x', id: 'x' },
      });
      const again = await opened(asZip('bag', bag));
      expect(again.state === 'damaged' ? again.where : again.state).toMatch(/^pictures/);
    }
  });
});
