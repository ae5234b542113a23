import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listedHosts, organisationFolders } from '../../../checks/organisation-folders.ts';
import { organisations } from '../../../build/organisations.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'liner-notes-'));
  vi.stubEnv('LINER_NOTES_ORGANISATIONS', '');
  organisation('policy-data/organisations/pebble', 'pebble');
  organisation('policy-data/organisations/lantern', 'lantern');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

/** Writes the files of an organisation that a test asks for, each of which tells whose it is. */
function organisation(folder: string, id: string): void {
  const held = join(root, folder, 'policies/2011-12-31');
  mkdirSync(held, { recursive: true });
  mkdirSync(join(root, folder, 'policies/1999-01-01'), { recursive: true });
  const about = { id, name: id, legalName: `${id} Records`, heldPolicy: '2011-12-31', marks: `marks of ${id}` };
  const sites = [{ domain: `${id}.example` }, { domain: `${id}-band.example` }];
  writeFileSync(join(root, folder, 'organisation.json'), JSON.stringify({ ...about, secret: `secret of ${id}` }));
  writeFileSync(join(root, folder, 'sites.json'), JSON.stringify({ sites }));
  writeFileSync(join(held, 'clauses.json'), JSON.stringify({ clauses: [`held by ${id}`] }));
  writeFileSync(
    join(root, folder, 'policies/1999-01-01/clauses.json'),
    JSON.stringify({ clauses: [`older of ${id}`] }),
  );
}

/** Bundles a module of the plugin: its code, and the list that it gives. */
async function listOf(name: string): Promise<{ code: string; list: unknown }> {
  writeFileSync(join(root, 'entry.js'), `export { default } from 'virtual:organisations/${name}';`);
  const built = (await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [organisations(root)],
    build: { write: false, lib: { entry: join(root, 'entry.js'), formats: ['es'], fileName: 'out' } },
  })) as Rolldown.RolldownOutput[];
  const code = built[0]?.output[0].code ?? '';
  const module = (await import(
    /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  )) as { default: unknown };
  return { code, list: module.default };
}

describe('virtual:organisations', () => {
  it('lists a file of each organisation, by their ids', async () => {
    const { list } = await listOf('sites.json');
    const sitesOf = (id: string) => ({ sites: [{ domain: `${id}.example` }, { domain: `${id}-band.example` }] });
    expect(list).toEqual([
      { id: 'lantern', file: sitesOf('lantern') },
      { id: 'pebble', file: sitesOf('pebble') },
    ]);
  });

  it('takes what belongs to a policy from the folder of the text that is held', async () => {
    const { list } = await listOf('clauses.json');
    expect(list).toEqual([
      { id: 'lantern', file: { clauses: ['held by lantern'] } },
      { id: 'pebble', file: { clauses: ['held by pebble'] } },
    ]);
  });

  it('leaves out who lacks a file', async () => {
    rmSync(join(root, 'policy-data/organisations/lantern/sites.json'));
    expect(((await listOf('sites.json')).list as { id: string }[]).map(({ id }) => id)).toEqual(['pebble']);
  });

  it('holds the marks alone where they are all that is asked for', async () => {
    const { code, list } = await listOf('marks.json');
    expect(list).toEqual([
      { id: 'lantern', file: { marks: 'marks of lantern' } },
      { id: 'pebble', file: { marks: 'marks of pebble' } },
    ]);
    expect(code).not.toContain('secret');
  });

  it('holds the names alone, of those that there are', async () => {
    const { code, list } = await listOf('names.json');
    expect(list).toEqual([
      { id: 'lantern', file: { name: 'lantern', legalName: 'lantern Records' } },
      { id: 'pebble', file: { name: 'pebble', legalName: 'pebble Records' } },
    ]);
    expect(code).not.toContain('secret');
  });

  it('takes in the folders that the environment names, behind the project’s own', async () => {
    organisation('tests/candle', 'candle');
    const elsewhere = join(root, 'tests/awl');
    organisation('tests/awl', 'awl');
    vi.stubEnv('LINER_NOTES_ORGANISATIONS', ['tests/candle', elsewhere].join(delimiter));
    const ids = ((await listOf('sites.json')).list as { id: string }[]).map(({ id }) => id);
    expect(ids).toEqual(['lantern', 'pebble', 'candle', 'awl']);
    expect(listedHosts(root)).toContain('*://*.awl-band.example/*');
  });

  it('finds no folder where there is none', () => {
    expect(organisationFolders(join(root, 'tests'))).toEqual([]);
  });
});
