import { describe, expect, it } from 'vitest';
import { checkCommand, checksumFile, copyFile } from '../../../evidence/copy-files.ts';
import { driftRows } from '../../../reading/drift-rows.ts';
import type { ChangeKind, SentenceChange } from '../../../reading/drift.ts';
import { copyBefore, keptByPage } from '../../../reading/kept-by-page.ts';
import { copyOf, type KeptCopy } from '../../../reading/kept-copy.ts';
import { readPlainText } from '../../../reading/plain-text.ts';
import { readPolicy } from '../../../reading/read-policy.ts';

function copy(id: string, readAt: number, address: string): KeptCopy {
  const text = `# Privacy Policy\n\n${'We collect your personal data when you use our site. '.repeat(9)}`;
  return copyOf(readPolicy(readPlainText(text, { address })), { id, readAt, organisation: null });
}
const a1 = copy('a1', 1, 'https://www.a.example/privacy/');
const a3 = copy('a3', 3, 'http://a.example/privacy?utm_source=mail');
const b2 = copy('b2', 2, 'https://b.example/privacy');

describe('copies by page', () => {
  it('stand with the newest of each page first, and the page that was read last first', () => {
    const pages = keptByPage([a1, b2, a3]).map(({ latest, older }) => [latest.id, ...older.map(({ id }) => id)]);
    expect(pages).toEqual([['a3', 'a1'], ['b2']]);
    expect(keptByPage([])).toEqual([]);
  });

  it('have the one before of the same page, if any', () => {
    expect([copyBefore(a3, [a3, b2, a1])?.id, copyBefore(a1, [a3, b2, a1]), copyBefore(b2, [a3, b2, a1])]).toEqual([
      'a1',
      null,
      null,
    ]);
  });
});

describe('the files of a copy', () => {
  it('are the text as it was hashed, and a line that sha256sum reads', () => {
    const file = copyFile(a1, '2026-11-26');
    expect(file).toEqual({ name: `www.a.example-2026-11-26-${a1.hash.slice(0, 8)}.txt`, text: a1.document.text });
    expect(checksumFile(a1, '2026-11-26')).toEqual({
      name: `${file.name}.sha256`,
      text: `${a1.hash}  ${file.name}\n`,
    });
    expect(checkCommand(a1, '2026-11-26')).toBe(`sha256sum --check ${file.name}.sha256`);
  });

  it.each(['', '../..', '[::1]', '-rf'])('have a harmless name for the host "%s"', (host) => {
    expect(copyFile({ ...a1, host }, '2026-11-26').name).toMatch(/^[a-z0-9][a-z0-9.-]*-2026-11-26-[0-9a-f]{8}\.txt$/);
  });
});

describe('the lines of a comparison', () => {
  const line = (kind: ChangeKind, at: number) => ({ kind, before: at, after: at }) as SentenceChange;
  const [S, R, G, N] = ['same', 'reworded', 'gone', 'new'] as const;
  const changes = [S, S, S, R, S, S, G, S, S, S, N].map(line);
  const ALL = new Set<ChangeKind>(['same', 'moved', 'reworded', 'gone', 'new']);
  const told = (kinds: ReadonlySet<ChangeKind>, concerns: (change: SentenceChange) => boolean = () => true) =>
    driftRows({ changes }, { kinds, concerns }).map((row) =>
      row.kind === 'stretch' ? row.changes.length : row.change.kind,
    );

  it('fold long equal stretches, and leave short ones', () => {
    expect(told(ALL)).toEqual([3, 'reworded', 'same', 'same', 'gone', 3, 'new']);
  });

  it('are those of the kinds and the practice that are asked for', () => {
    expect(told(new Set<ChangeKind>(['gone', 'new']))).toEqual(['gone', 'new']);
    expect(told(ALL, ({ after }) => (after ?? 0) > 9)).toEqual(['new']);
    expect(told(new Set())).toEqual([]);
  });
});
