/** A sealed export as anybody has it: unpacked by `unzip` or `tar`, its sums checked by `sha256sum`, its bag by the rules of BagIt. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Unpacks a zip, hands its folder over, and takes all away again. */
export async function unpacked<Result>(
  zip: Uint8Array,
  use: (folder: string) => Result | Promise<Result>,
): Promise<Result> {
  const place = mkdtempSync(path.join(tmpdir(), 'outside-'));
  try {
    writeFileSync(path.join(place, 'export.zip'), zip);
    mkdirSync(path.join(place, 'out'));
    const run = (program: string, ...words: readonly string[]) =>
      spawnSync(program, words, { cwd: place, encoding: 'utf8' });
    const unzipped = run('unzip', '-q', 'export.zip', '-d', 'out');
    // Where there is no unzip (Windows, macOS), tar is bsdtar, which takes zips.
    const { status, stderr } = unzipped.error === undefined ? unzipped : run('tar', '-xf', 'export.zip', '-C', 'out');
    if (status !== 0) throw new Error(`unzip: ${stderr}`);
    const [folder = ''] = readdirSync(path.join(place, 'out'));
    return await use(path.join(place, 'out', folder));
  } finally {
    rmSync(place, { recursive: true });
  }
}

/** What `sha256sum` says of both manifests; its own words where it is not content. */
export function sumFaults(folder: string): readonly string[] {
  return ['manifest-sha256.txt', 'tagmanifest-sha256.txt'].flatMap((manifest) => {
    const { status, stdout, stderr } = spawnSync('sha256sum', ['--check', '--strict', '--quiet', manifest], {
      cwd: folder,
      encoding: 'utf8',
    });
    return status === 0 ? [] : [`${manifest}: ${stdout}${stderr}`];
  });
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(path.join(folder, name)).isFile(),
  );

/**
 * BagIt Profiles 1.3.0 (bagit-profiles/bagit-profiles-specification, README.md): what this one asks of `bag-info.txt`, of its manifests and of
 * what else may lie there.
 */
const PROFILE = {
  'Bag-Info': {
    'Bagging-Date': /^\d{4}-\d\d-\d\d$/,
    'Bag-Software-Agent': /^\S.*$/,
    'External-Description': /^\S.*$/,
    'External-Identifier': /^\S.*$/,
    'Payload-Oxum': /^\d+\.\d+$/,
  },
  'Manifests-Required': ['manifest-sha256.txt'],
  'Tag-Manifests-Required': ['tagmanifest-sha256.txt'],
  'Tag-Files-Allowed': ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'],
} as const;

/** What RFC 8493 and the profile find wrong. */
export function bagFaults(folder: string): readonly string[] {
  const faults: string[] = [];
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  if (read('bagit.txt') !== 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n') faults.push('bagit.txt');
  // A line ends with LF, CR or both (RFC 8493 2.2.2); one that begins with a blank goes on with the one before.
  const lines = read('bag-info.txt').split(/\r\n|\n|\r/);
  if (lines.pop() !== '') faults.push('bag-info.txt ends within a line');
  const tags = new Map(lines.map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]));
  if (tags.size !== lines.length) faults.push('bag-info.txt: a tag twice');
  for (const [name, form] of Object.entries(PROFILE['Bag-Info']))
    if (!form.test(tags.get(name) ?? '')) faults.push(`bag-info.txt: ${name}`);
  for (const name of tags.keys()) if (!(name in PROFILE['Bag-Info'])) faults.push(`bag-info.txt: ${name} is unknown`);
  const files = filesBelow(folder);
  const payload = files.filter((name) => name.startsWith('data/'));
  const octets = payload.reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);
  if (tags.get('Payload-Oxum') !== `${octets}.${payload.length}`) faults.push('Payload-Oxum');
  const listed = (manifest: string): readonly string[] =>
    read(manifest)
      .split('\n')
      .slice(0, -1)
      .map((line) => line.slice(66));
  const differs = (some: readonly string[], others: readonly string[]): boolean =>
    some.toSorted().join('\n') !== others.toSorted().join('\n');
  const tagFiles = files.filter((name) => !name.startsWith('data/'));
  for (const name of [...PROFILE['Manifests-Required'], ...PROFILE['Tag-Manifests-Required']])
    if (!tagFiles.includes(name)) faults.push(`${name} is missing`);
  if (differs(tagFiles, PROFILE['Tag-Files-Allowed'])) faults.push('other tag files');
  if (differs(listed('manifest-sha256.txt'), payload)) faults.push('manifest-sha256.txt lists other files');
  const tagged = tagFiles.filter((name) => name !== 'tagmanifest-sha256.txt');
  if (differs(listed('tagmanifest-sha256.txt'), tagged)) faults.push('tagmanifest-sha256.txt lists other files');
  return faults;
}
