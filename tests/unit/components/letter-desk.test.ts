// @vitest-environment happy-dom
/** Can a person write a letter by keyboard, keep what they wrote, and see to whom it goes, what is left and what nobody has checked? */
import { configure, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { studyCapture, type CaptureStudy } from '../../../capture/study-capture.ts';
import type { LetterActions } from '../../../components/inspector/inspector-actions.ts';
import LetterDesk from '../../../components/inspector/LetterDesk.svelte';
import { LetterDrafts } from '../../../components/inspector/letter-drafts.svelte.ts';
import type { StudyViewProps } from '../../../components/inspector/view-props.ts';
import { inspectorActions } from './inspector-fixture.ts';
import { languageContext } from '../../../components/parts/language-context.ts';
import { letterLaws, letterWords } from '../../../shipped/letters.ts';
import { shippedKnowledge } from '../../../shipped/knowledge.ts';
import { shippedRoutes } from '../../../shipped/routes.ts';
import { captureOfVisit, makeConditions } from '../../../tools/builders/captures.ts';
import { makeVisit } from '../../../tools/builders/visits.ts';
import { english } from '../english.ts';

afterEach(() => document.body.replaceChildren());

const knowledge = shippedKnowledge();
const studyOf = (region: string | null, updatedAt?: number): CaptureStudy => {
  const visit = makeVisit(updatedAt === undefined ? {} : { updatedAt });
  return studyCapture(captureOfVisit(visit, { conditions: makeConditions({ region }) }), knowledge, null);
};

function letterActions(over: Partial<LetterActions> = {}) {
  return {
    data: () => Promise.resolve({ laws: letterLaws, routes: shippedRoutes(), wordsOf: letterWords }),
    drafts: new LetterDrafts(),
    ...{ copy: vi.fn(() => Promise.resolve()), open: vi.fn(), save: vi.fn(), print: vi.fn() },
    ...over,
  };
}

function desk(study: CaptureStudy, letters: LetterActions = letterActions(), opened: StudyViewProps['opened'] = null) {
  const given: Omit<StudyViewProps, 'actions'> = {
    ...{ study, live: study, opened, show: () => () => true, part: null },
    context: { language: english, timeZone: 'UTC', day: 0, practices: study.practices },
  };
  const actions = inspectorActions({ letters });
  return render(LetterDesk, { props: { ...given, actions }, context: languageContext(english) });
}
/** The words of each language of letters are loaded when they are wanted, which takes long on a busy machine. */
configure({ asyncUtilTimeout: 20_000 });
const letter = (): Promise<HTMLTextAreaElement> => screen.findByLabelText<HTMLTextAreaElement>('Letter');
const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

it('asks for a place where none is known, and writes no letter about a page of somebody else', async () => {
  const { unmount } = desk(studyOf(null));
  await screen.findByRole('option', { name: 'Germany' });
  expect(screen.getByLabelText<HTMLSelectElement>('Where you live').value).toBe('');
  expect(screen.queryByLabelText('Letter')).toBeNull();
  unmount();
  const elsewhere = makeVisit({ address: { ...makeVisit().address, host: 'www.b.example' } });
  desk(studyCapture(captureOfVisit(elsewhere), knowledge, null));
  expect(screen.getByText(/would go to the wrong company/u)).toBeTruthy();
});

it('writes in the language of the authority first, in English on request, and loses no change on the way', async () => {
  desk(studyOf('DE'));
  expect((await letter()).value).toContain('Sehr geehrte Damen und Herren');
  await fireEvent.input(await letter(), { target: { value: 'Meins' } });
  await choose('Language of the letter', 'en');
  await waitFor(async () => expect((await letter()).value).toContain('Dear Sir or Madam'));
  await choose('What you want', 'complaint');
  await waitFor(async () => expect((await letter()).value).toContain('ask you to look into'));
  await choose('Where you live', 'FR');
  await waitFor(async () => expect((await letter()).value).toContain('Madame, Monsieur'));
  await choose('Where you live', 'DE');
  await choose('What you want', 'feedback');
  await waitFor(async () => expect((await letter()).value).toBe('Meins'));
});

it('leads to each place that is to be filled in, and drops it when it is', async () => {
  desk(studyOf('GB'));
  const area = await letter();
  await fireEvent.click(screen.getByRole('button', { name: '[your postal address]' }));
  expect(document.activeElement).toBe(area);
  expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('[your postal address]');
  await fireEvent.input(area, { target: { value: 'Mine' } });
  expect(screen.queryByRole('button', { name: '[your postal address]' })).toBeNull();
  expect(screen.getByText('Nothing is left to fill in.')).toBeTruthy();
});

it('fills in the seal once evidence is saved, in a letter that was changed too', async () => {
  const letters = letterActions();
  const study = studyOf('GB');
  desk(study, letters);
  const area = await letter();
  expect(screen.getByRole('link', { name: 'Save evidence' }).getAttribute('href')).toBe('#save');
  await fireEvent.input(area, { target: { value: `Mine. ${area.value}` } });
  letters.drafts.seal(study.capture, 'ab'.repeat(32));
  await waitFor(async () => expect((await letter()).value).toContain('ab'.repeat(32)));
  expect((await letter()).value).toMatch(/^Mine\. /u);
  expect(screen.queryByRole('link', { name: 'Save evidence' })).toBeNull();
});

it('takes the seal of a file that is whole, and of no other', async () => {
  const study = studyOf('GB');
  const whole = {
    state: 'whole',
    files: 9,
    seal: 'cd'.repeat(32),
    sealed: new Uint8Array(),
    isAsPacked: true,
  } as const;
  const { unmount } = desk(study, letterActions(), { state: 'opened', from: 'file', study, seal: whole });
  expect((await letter()).value).toContain(whole.seal);
  unmount();
  desk(study, letterActions(), { state: 'opened', from: 'file', study, seal: { state: 'broken', faults: [] } });
  expect((await letter()).value).not.toContain(whole.seal);
});

it('holds still while the page goes on, and writes anew on request, with a way back', async () => {
  const letters = letterActions();
  const { unmount } = desk(studyOf('GB'), letters);
  await fireEvent.input(await letter(), { target: { value: 'Mine' } });
  unmount();
  desk(studyOf('GB', Date.now()), letters);
  expect((await letter()).value).toBe('Mine');
  expect(screen.getByText('The page has shown more since the letter was written.')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Write it anew' }));
  await waitFor(async () => expect((await letter()).value).toContain('Dear Sir or Madam'));
  await fireEvent.click(screen.getByRole('button', { name: 'Back to my text' }));
  expect((await letter()).value).toBe('Mine');
});

it('copies, mails, saves and prints what the person wrote', async () => {
  const actions = letterActions();
  desk(studyOf('GB'), actions);
  const whole = 'Mine, and long. '.repeat(200);
  await fireEvent.input(await letter(), { target: { value: whole } });
  await fireEvent.click(screen.getByRole('button', { name: 'Write an e-mail' }));
  // Too long for an address: all of it is copied besides.
  await waitFor(() => expect(actions.open).toHaveBeenCalledWith(expect.stringContaining('mailto:?subject=')));
  expect(actions.copy).toHaveBeenCalledWith(whole);
  await fireEvent.input(await letter(), { target: { value: 'Mine' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Copy the letter' }));
  expect(actions.copy).toHaveBeenLastCalledWith('Mine');
  await fireEvent.click(screen.getByRole('button', { name: 'Write an e-mail' }));
  expect(actions.open).toHaveBeenLastCalledWith(expect.stringContaining('body=Mine'));
  await fireEvent.click(screen.getByRole('button', { name: 'Save as text' }));
  expect(actions.save).toHaveBeenCalledWith(
    expect.stringContaining('letter-feedback-'),
    expect.stringContaining('Mine'),
  );
  await fireEvent.click(screen.getByRole('button', { name: 'Print' }));
  expect(actions.print).toHaveBeenCalledWith(expect.stringContaining('What I saw'), expect.stringContaining('Mine'));
});

it('says what was compared with the law, with what and when, and what nobody has compared', async () => {
  desk(studyOf('US-CA'));
  await letter();
  // Nobody has to answer what only tells of something.
  expect(screen.getByText(/no law that gives it a time for this/u)).toBeTruthy();
  await choose('What you want', 'access');
  await waitFor(() => expect(screen.getByText(/The letter names section 1798\.110/u)).toBeTruthy());
  expect(screen.getAllByText(/Compared on 27 November 2026 with the law’s text/u)).toHaveLength(2);
  expect(screen.getByText(/It has 45 days to answer/u)).toBeTruthy();
  await choose('What you want', 'optout');
  await waitFor(() => expect(screen.getByText(/It has 15 working days to answer/u)).toBeTruthy());
  expect(screen.getByText(/Nobody has compared this with the law’s text/u)).toBeTruthy();
});

it('says when copying failed', async () => {
  desk(studyOf('GB'), letterActions({ copy: () => Promise.reject(new Error('no')) }));
  await letter();
  await fireEvent.click(screen.getByRole('button', { name: 'Copy the letter' }));
  await waitFor(() => expect(screen.getByText(/did not work/u)).toBeTruthy());
});
