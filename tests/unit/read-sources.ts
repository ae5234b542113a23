/** Reads the project's own files for the tests of its layout. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import ts from 'typescript';

const root = dirname(dirname(import.meta.dirname));

/** What tools make and git ignores. */
const MADE = new Set([
  '.git',
  'node_modules',
  'dist',
  '.wxt',
  '.output',
  '.cache',
  'test-results',
  'playwright-report',
]);

/** Names of the folders directly in the project. */
export function topFolders(): string[] {
  return readdirSync(root).filter((name) => !MADE.has(name) && statSync(join(root, name)).isDirectory());
}

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (MADE.has(name)) return [];
    return statSync(path).isDirectory() ? walk(path) : [relative(root, path).split(sep).join('/')];
  });
}

/** All files of the project, as paths from its folder with '/'. */
export const allFiles: readonly string[] = walk(root);

/** A file's text. */
export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The files under a folder (or the one file) with one of the endings. */
export function filesIn(folder: string, ...endings: readonly string[]): string[] {
  return allFiles.filter(
    (path) => (path === folder || path.startsWith(`${folder}/`)) && endings.some((ending) => path.endsWith(ending)),
  );
}

/** The script of a file: all of a `.ts`, what stands between the script tags of a `.svelte`. */
export function scriptOf(path: string): string {
  const text = read(path);
  if (!path.endsWith('.svelte')) return text;
  return [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n');
}

/** The syntax tree of a file's script. */
export function parse(path: string): ts.SourceFile {
  return ts.createSourceFile(path, scriptOf(path), ts.ScriptTarget.Latest, true);
}

/** Calls `look` for every node of a tree. */
export function visitNodes(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  node.forEachChild((child) => visitNodes(child, look));
}

export interface Import {
  /** The file that imports. */
  readonly from: string;
  /** What it names: a package, or the path of a file of the project without its ending. */
  readonly to: string;
  /** As it is written. */
  readonly specifier: string;
  readonly own: boolean;
  /** Whether nothing of it is left when the types are gone. */
  readonly typeOnly: boolean;
}

/** Everything that a file imports or hands on from another file. */
export function importsOf(path: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Expression | undefined, typeOnly: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const own = specifier.text.startsWith('.');
    const to = own ? posix.join(posix.dirname(path), specifier.text).replace(/\.(ts|svelte)$/, '') : specifier.text;
    found.push({ from: path, to, specifier: specifier.text, own, typeOnly });
  };
  visitNodes(parse(path), (node) => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
  });
  return found;
}
