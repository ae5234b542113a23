/**
 * Writes policy-data/public-suffixes.json, the public suffix list as the installed package `tldts` carries it, one rule a line so that
 * an update's diff can be read. `--check` compares instead, and fails when the file is not what the package gives.
 *
 *   node scripts/update-public-suffixes.ts [--check]
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { domainToASCII } from 'node:url';
import * as v from 'valibot';
import { PublicSuffixesFileSchema } from '../schemas/policy-data.ts';
import { writeOrCheck } from './generated-file.ts';
import { PlainError, runScript } from '../tools/plain-error.ts';

const NumbersSchema = v.pipe(
  v.custom<ArrayLike<number>>((value) => ArrayBuffer.isView(value)),
  v.transform((value) => Array.from(value)),
);

/**
 * The package's list, a tree in flat arrays: a node's edges are those from `edgeStart[node]` on, an edge has the next characters of
 * `labelText` as its label, and a node's flag has bit 1 where an ICANN rule ends and bit 2 where a private one does.
 */
const TrieSchema = v.object({
  nodeFlags: NumbersSchema,
  edgeStart: NumbersSchema,
  edgeLength: NumbersSchema,
  edgeChild: NumbersSchema,
  labelText: v.string(),
  rulesRoot: v.number(),
  exceptionsRoot: v.number(),
});

const ICANN = 1;
const PRIVATE = 2;

/** 'みんな.jp' → 'xn--q9jyb4c.jp'; the star and the exclamation mark of a rule stay. */
function asBrowsersWrite(rule: string): string {
  const [, sign = '', name = ''] = /^(!|\*\.)?(.*)$/s.exec(rule) ?? [];
  const ascii = domainToASCII(name);
  if (ascii === '') throw new PlainError(`“${rule}” is no rule of the public suffix list`);
  return sign + ascii;
}

function rulesOf(trie: v.InferOutput<typeof TrieSchema>): { icann: string[]; private: string[] } {
  const starts: number[] = [];
  let end = 0;
  for (const length of trie.edgeLength) {
    starts.push(end);
    end += length;
  }
  const found = { icann: [] as string[], private: [] as string[] };
  const walk = (node: number, name: string, sign: string): void => {
    const flag = trie.nodeFlags[node] ?? 0;
    // A last label by itself is a suffix without a rule.
    const isDefault = sign === '' && !name.includes('.') && name !== '*';
    if (flag & ICANN && !isDefault) found.icann.push(asBrowsersWrite(sign + name));
    if (flag & PRIVATE) found.private.push(asBrowsersWrite(sign + name));
    for (let edge = trie.edgeStart[node] ?? 0; edge < (trie.edgeStart[node + 1] ?? 0); edge += 1) {
      const start = starts[edge] ?? 0;
      const label = trie.labelText.slice(start, start + (trie.edgeLength[edge] ?? 0));
      walk(trie.edgeChild[edge] ?? 0, name === '' ? label : `${label}.${name}`, sign);
    }
  };
  walk(trie.rulesRoot, '', '');
  walk(trie.exceptionsRoot, '', '!');
  const inOrder = (rules: readonly string[]): string[] => [...new Set(rules)].sort((a, b) => (a < b ? -1 : 1));
  return { icann: inOrder(found.icann), private: inOrder(found.private) };
}

async function makeFile(): Promise<string> {
  const folder = dirname(dirname(dirname(createRequire(import.meta.url).resolve('tldts'))));
  const { version } = v.parse(
    v.object({ version: v.string() }),
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  const trie = v.parse(TrieSchema, await import(join(folder, 'dist', 'es6', 'src', 'data', 'trie.js')));
  const file = v.parse(PublicSuffixesFileSchema, { source: `tldts@${version}`, ...rulesOf(trie) });
  const lines = (rules: readonly string[]): string => rules.map((rule) => JSON.stringify(rule)).join(',\n');
  return `{\n"source": ${JSON.stringify(file.source)},\n"icann": [\n${lines(file.icann)}\n],\n"private": [\n${lines(file.private)}\n]\n}\n`;
}

await runScript(async () => {
  const text = await makeFile();
  const amount = `${text.split('\n').length - 8} rules`;
  writeOrCheck({ file: 'policy-data/public-suffixes.json', text, subject: 'Suffixes', amount });
});
