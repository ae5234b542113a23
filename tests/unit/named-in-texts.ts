/** What documents and comments name: files, folders, and names of the code. Is it there? */
import { allFiles, read } from './read-sources.ts';

/** A thing that a text names and that is not there. */
export interface Missing {
  /** The path or the name as the text has it. */
  readonly named: string;
  readonly why: string;
}

/** Endings of the kinds of files that the project is made of. */
const OWN_FILE = /^[\w@.-]+\.(?:ts|svelte|json|jsonc|mjs|md|css|svg|swf)$/;
const OWN_CODE = /\.(?:ts|svelte|mjs)$/;

const folders: ReadonlySet<string> = new Set(
  allFiles.flatMap((path) => {
    const parts = path.split('/').slice(0, -1);
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  }),
);
const places: readonly string[] = [...allFiles, ...folders];

/** Made by a tool, and so not there in a clean clone. */
const MADE = /^(?:dist|node_modules)(?:\/|$)|^_locales\//;

/**
 * Whether a file or folder of that name is there: by its whole path, or by the end of it. What stands in angle brackets, and `*`,
 * is any one part: 'policies/<date>/policy.md'.
 */
function isThere(path: string): boolean {
  const pattern = path
    .replace(/\/$/, '')
    .split(/<[^>]*>|\*+/)
    .map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^/]+');
  const whole = new RegExp(`(?:^|/)${pattern}$`);
  return places.some((place) => whole.test(place));
}

/** Code without what is said in comments, so that a comment that names a thing does not prove it. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** Comments of a file of code, each as one line. */
function commentsOf(text: string): string[] {
  const found = text.match(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm) ?? [];
  return found.map((comment) => comment.replace(/\s*\n\s*\*? ?/g, ' '));
}

/** Every word of the project's code and data: names of functions, types, members, keys. The test of this file names what is not there. */
const codeWords: ReadonlySet<string> = new Set(
  allFiles
    .filter(
      (path) =>
        (OWN_CODE.test(path) && path !== 'tests/unit/agreement.test.ts') ||
        (path.endsWith('.json') && path !== 'package-lock.json'),
    )
    .flatMap((path) => withoutComments(read(path)).match(/[A-Za-z_$][\w$]*/g) ?? []),
);

/** `text` in code style, of a document in Markdown; blocks of code are no sentences. */
function codeSpans(markdown: string): string[] {
  const sentences = markdown.replace(/^```[\s\S]*?^```/gm, '');
  return [...sentences.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
}

/** A path of ours: it ends as our files do, or begins with one of our folders. */
function isOwnPath(span: string): boolean {
  if (!/^[\w@.<>*-]+(?:\/[\w@.<>*-]*)*$/.test(span)) return false;
  const parts = span.split('/');
  return OWN_FILE.test(parts.at(-1) ?? '') || (parts.length > 1 && folders.has(parts[0] ?? ''));
}

/** A name of the code: two words in one ('foldObservations', 'Visit.hosts' is two names), with or without its brackets. */
function codeNames(span: string): string[] {
  if (!/^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*(?:\(\))?$/.test(span) || !/[a-z][A-Z]/.test(span)) return [];
  return span.replace('()', '').split('.');
}

/**
 * What a document names in code style and that is not there: a path of a file or folder, a name of the code, and a name that it gives
 * to a file which does not hold it (`` `foldVisit` (`ledger/visit.ts`) ``). `others`: names of other projects and of browsers.
 */
export function missingInDocument(markdown: string, others: readonly string[]): Missing[] {
  const spans = codeSpans(markdown).filter((span) => !others.includes(span));
  const paths = spans
    .filter((span) => isOwnPath(span) && !MADE.test(span) && !isThere(span))
    .map((named) => ({ named, why: 'there is no such file or folder' }));
  const names = spans
    .filter((span) => !isOwnPath(span) && codeNames(span).some((name) => !codeWords.has(name)))
    .map((named) => ({ named, why: 'no code has this name' }));
  // Looked ahead, because a file may be named behind two names: `first` in `second` (path).
  const named = markdown.matchAll(/`(\w+)(?:\(\))?`(?=\s+(?:\(|in\s+)`([\w./-]+)`)/g);
  const astray = [...named].flatMap(([, name = '', path = '']) => {
    if (!allFiles.includes(path) || !/[a-z][A-Z]/.test(name)) return [];
    const isHeld = new RegExp(`\\b${name}\\b`).test(withoutComments(read(path)));
    return isHeld ? [] : [{ named: name, why: `is not in ${path}` }];
  });
  return [...paths, ...names, ...astray];
}

/** Files that the comments of a file of code name and that are not there, and documents that are not in the project at all. */
export function missingInComments(code: string, others: readonly string[]): Missing[] {
  return commentsOf(code).flatMap((comment) => {
    const paths =
      comment.match(/(?<![\w/.:@*<-])(?:[\w@-]+\/)*[\w@-][\w@.-]*\.(?:ts|svelte|json|mjs|md)\b(?![\w./])/g) ?? [];
    const missing = paths.filter((path) => !others.includes(path) && !MADE.test(path) && !isThere(path));
    return [
      ...missing.map((named) => ({ named, why: 'there is no such file' })),
      // Capitals, as README and CONTRIBUTING are written: a comment may send its reader to a document that travels with it.
      ...(comment.match(/\bDESIGN\b|\bREVIEW\b|\bMODELS\b/g) ?? []).map((named) => ({
        named,
        why: 'there is no such document in the project',
      })),
    ];
  });
}
