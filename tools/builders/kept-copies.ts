/** Copies of policies, read by the rules, for tests and pictures; and how they come into the extension's own database. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { copyOf, type KeptCopy, type KeptFacts } from '../../reading/kept-copy.ts';
import { readPlainText } from '../../reading/plain-text.ts';
import { readPolicy } from '../../reading/read-policy.ts';

const HELD = 'policy-data/organisations/sony-music/policies/2011-12-31/policy.md';
/** The archived text. */
export const HELD_TEXT = readFileSync(path.resolve(import.meta.dirname, '../..', HELD), 'utf8');

/** That text as it might stand today: one sentence gone, one reworded, one new. */
export const TEXT_OF_TODAY = `${HELD_TEXT.replace('Sony Music is a member of the TRUSTe Privacy Program. ', '').replace(
  'such as full name, street address',
  'such as your name, street address',
)}

## New services

We use the local storage of your browser (web storage) to remember what you have seen.
`;

export const GERMAN_TEXT = `# Datenschutzerklärung

${'Wir verarbeiten Ihre personenbezogenen Daten, wenn Sie unsere Website besuchen. Wir setzen Cookies ein, um die Nutzung unserer Website zu messen. Wir geben Ihre Daten nicht ohne Ihre Einwilligung an Dritte weiter. '.repeat(3)}

Wenn Sie Fragen haben, schreiben Sie an datenschutz@label.example.
`;

/** 26 November 2026, noon. */
const NOON = Date.UTC(2026, 10, 26, 12);
const DAY = 86_400_000;

/** The copy of a text. `read`: how many days before that day it was read. */
export function copyOfText(
  id: string,
  text: string,
  { read = 0, address = 'https://www.sonymusic.com/privacy-policy/' } = {},
): KeptCopy {
  const facts: KeptFacts = { id, readAt: NOON - read * DAY, organisation: 'sony-music' };
  return copyOf(readPolicy(readPlainText(text, { address, title: 'Privacy Policy' })), facts);
}

/** Runs in a page of the extension: puts copies, or what is none, into the database in the place of all that are there. No page hears of it. */
export async function storeCopies(copies: readonly object[]): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('liner-notes.kept-copies', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('copies', { keyPath: 'id' });
    opening.onsuccess = () => {
      resolve(opening.result);
    };
    opening.onerror = () => {
      reject(new Error('No database'));
    };
  });
  const change = database.transaction('copies', 'readwrite');
  change.objectStore('copies').clear();
  for (const one of copies) change.objectStore('copies').put(one);
  await new Promise((resolve) => {
    change.oncomplete = resolve;
  });
  database.close();
  await chrome.storage.local.remove('kept-copies');
}

/** Has a page of the extension do it. */
export async function putCopies(page: Page, copies: readonly object[]): Promise<void> {
  await page.evaluate(storeCopies, copies);
}
