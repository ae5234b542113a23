/**
 * What a picture of docs/ was drawn from, kept beside it in docs/pictures/drawn-from.json: so a test can tell that it is older than
 * what it shows.
 *
 * Kept are hashes of what a person sees: the words of each state on it, and all styles and drawings of the popup. A change
 * that neither says nor draws anything else, in a rule or a comment, makes no picture old.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Shot } from './stage/sheets.ts';
import { root } from './run-command.ts';

/** Where the pictures are. */
export const PICTURES = join(root, 'docs', 'pictures');
const RECORD = join(PICTURES, 'drawn-from.json');

/** What one picture was drawn from. */
export interface DrawnFrom {
  /** Hash of the picture itself: no other has taken its place. */
  readonly file: string;
  readonly styles: string;
  /** State and language → hash of its words. */
  readonly words: Readonly<Record<string, string>>;
}

/** Short: a change of one letter is to be told, not an attack. */
function hashOf(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** What no picture shows: the inspector's own components. */
const NOT_DRAWN = 'inspector/';

/** Styles of the components that pictures show, and those components whole that draw something. */
export function hashStyles(): string {
  // In the order of their names alone: a file that moves to another folder makes no picture old.
  const read = (folder: string, ending: RegExp): string[] =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => ending.test(file) && !file.startsWith(NOT_DRAWN))
      .sort((one, other) => (basename(one) < basename(other) ? -1 : 1))
      .map((file) => readFileSync(join(root, folder, file), 'utf8'));
  const sheets = ['components', 'entrypoints/popup'].flatMap((folder) => read(folder, /\.(css|html)$/));
  // Where a component draws, its script may hold the lines; what it takes from other files draws nothing.
  const drawn = read('components', /\.svelte$/).map((code) =>
    code.includes('<svg') ? code.replace(/^\s*import .*$/gm, '') : (/<style>[^]*<\/style>/.exec(code)?.[0] ?? ''),
  );
  return hashOf(...sheets, ...drawn);
}

/** Names a shot's words: the way of looking changes none. */
export function wordsKey({ state, language = 'en' }: Pick<Shot, 'state' | 'language'>): string {
  return `${state.id} ${language}`;
}

/** Hash of what stands in a popup, as its `innerText` tells it. */
export function hashWords(text: string): string {
  return hashOf(text.replace(/\s+/g, ' ').trim());
}

/** Hash of a picture's file. */
export function hashPicture(name: string): string {
  return hashOf(readFileSync(join(PICTURES, name)));
}

/** What is kept of all pictures, by the name of their file. */
export function readRecord(): Record<string, DrawnFrom> {
  return existsSync(RECORD) ? (JSON.parse(readFileSync(RECORD, 'utf8')) as Record<string, DrawnFrom>) : {};
}

/** Keeps what a picture was drawn from, after it was written. */
export function recordPicture(name: string, words: Readonly<Record<string, string>>): void {
  const record = { ...readRecord(), [name]: { file: hashPicture(name), styles: hashStyles(), words } };
  const sorted = Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(RECORD, `${JSON.stringify(sorted, null, 2)}\n`);
}
