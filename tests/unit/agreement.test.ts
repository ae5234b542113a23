/**
 * Places that must agree with each other: a kind of fact with its observer, a practice with its page, the manifest with its reasons, what
 * documents and comments name with what is there.
 *
 * Long because: each agreement is a few lines, and a change that breaks one is to find them all in one place.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import sitesFile from '../../policy-data/organisations/sony-music/sites.json' with { type: 'json' };
import packageFile from '../../package.json' with { type: 'json' };
import practicesFile from '../../policy-data/practices.json' with { type: 'json' };
import en from '../../locales/en.json' with { type: 'json' };
import { CHROMIUM_PERMISSIONS, FIREFOX_PERMISSIONS } from '../../words/permission-words.ts';
import { ASKED_SITES } from '../../background/all-sites.ts';
import config from '../../wxt.config.ts';
import { VISIT_LISTS } from '../../ledger/visit-lists.ts';
import { practiceRules } from '../../findings/practices.ts';
import { practicePages } from '../../replica/practice-pages.ts';
import { missingInComments, missingInDocument } from './named-in-texts.ts';
import { allFiles, filesIn, parse, read, visitNodes } from './read-sources.ts';

describe('practices', () => {
  const ids = practicesFile.practices.map((practice) => practice.id).sort();

  it('each have a page of the replica that shows them', () => {
    expect(Object.keys(practicePages).sort()).toEqual(ids);
  });

  it('each have code that finds them in a visit', () => {
    expect(Object.keys(practiceRules).sort()).toEqual(ids);
  });
});

describe('kinds of observation', () => {
  const kinds = kindsOfObservation();

  it('are read from the union', () => {
    expect(kinds.length).toBeGreaterThan(8);
    expect(kinds).toContain('flash-cookie');
  });

  it.each(kinds)('%s has an observer that reports it', (kind) => {
    const reporting = [...filesIn('observers', '.ts'), ...filesIn('entrypoints', '.ts')].filter((path) =>
      new RegExp(`\\bkind: '${kind}'`).test(read(path)),
    );
    expect(reporting).not.toEqual([]);
  });

  it.each(kinds)('%s is read where a page reports it', (kind) => {
    const isReportedByPages = filesIn('observers/page', '.ts').some((path) =>
      new RegExp(`\\bkind: '${kind}'`).test(read(path)),
    );
    const isRead = new RegExp(`\\bkind: v\\.literal\\('${kind}'\\)`).test(read('ledger/observation-schema.ts'));
    expect(isRead || !isReportedByPages).toBe(true);
  });

  it.each(kinds)('%s has one place in a visit: a row of the table of lists, or a case of the fold', (kind) => {
    const cases: string[] = [];
    visitNodes(parse('ledger/fold-observations.ts'), (node) => {
      if (ts.isCaseClause(node) && ts.isStringLiteral(node.expression)) cases.push(node.expression.text);
    });
    const rows = Object.values(VISIT_LISTS).map((list) => list.kind);
    expect([...cases, ...rows].filter((one) => one === kind)).toHaveLength(1);
  });
});

/** The `kind` of each member of the union `Observation`. */
function kindsOfObservation(): string[] {
  const kindByName = new Map<string, string>();
  let members: string[] = [];
  visitNodes(parse('ledger/observation.ts'), (node) => {
    if (ts.isInterfaceDeclaration(node)) {
      for (const member of node.members) {
        const kind = /^readonly kind: '([a-z-]+)';$/.exec(member.getText())?.[1];
        if (kind !== undefined) kindByName.set(node.name.text, kind);
      }
    }
    if (ts.isTypeAliasDeclaration(node) && node.name.text === 'Observation' && ts.isUnionTypeNode(node.type)) {
      members = node.type.types.map((type) => type.getText());
    }
  });
  return members.map((name) => kindByName.get(name) ?? `${name} has no kind`);
}

describe('permissions', () => {
  /** Adding one is a promise broken unless docs/permissions.md tells why. */
  const ANNOUNCED = [
    'storage',
    'activeTab',
    'scripting',
    'cookies',
    'webRequest',
    'declarativeNetRequestWithHostAccess',
  ];
  /** Firefox has a name service to ask, and no other browser. */
  const IN_FIREFOX = [...ANNOUNCED, 'dns'];
  /** Chromium has a side panel that needs one, without a warning. */
  const IN_CHROMIUM = [...ANNOUNCED, 'sidePanel'];
  /** Asked for in the settings, with its reason; never at the installation. */
  const OPTIONAL_HOSTS = ['*://*/*', 'ws://*/*', 'wss://*/*'];
  const manifests = (['chrome', 'firefox'] as const).map((browser) => {
    if (typeof config.manifest !== 'function') throw new Error('wxt.config.ts makes the manifest by a function');
    return config.manifest({ browser, manifestVersion: 3, mode: 'production', command: 'build' }) as Record<
      string,
      unknown
    >;
  });

  it.each(manifests)('are the announced ones, in both browsers', (manifest) => {
    expect(manifest.permissions).toEqual('browser_specific_settings' in manifest ? IN_FIREFOX : IN_CHROMIUM);
    expect(manifest.optional_host_permissions).toEqual(OPTIONAL_HOSTS);
    for (const name of ['optional_permissions', 'externally_connectable', 'web_accessible_resources']) {
      expect(manifest).not.toHaveProperty(name);
    }
  });

  it.each(manifests)('for hosts are those of the Sony Music list', (manifest) => {
    expect(manifest.host_permissions).toEqual(sitesFile.sites.map((site) => `*://*.${site.domain}/*`));
  });

  it('are each explained, and no other is', () => {
    const [atInstallation = '', onRequest = ''] = read('docs/permissions.md').split(/^## All sites/m);
    const rowsOf = (text: string) => [...text.matchAll(/^\| `([^`]+)` +\|/gm)].map((match) => match[1]);
    expect(rowsOf(atInstallation)).toEqual([...new Set([...IN_CHROMIUM, ...IN_FIREFOX])]);
    expect(rowsOf(onRequest)).toEqual(OPTIONAL_HOSTS);
  });

  it('are each told in the settings, in words', () => {
    expect(CHROMIUM_PERMISSIONS).toEqual(IN_CHROMIUM);
    expect(FIREFOX_PERMISSIONS).toEqual(IN_FIREFOX);
  });

  it('for all sites are those that the code asks for', () => {
    expect(ASKED_SITES).toEqual(OPTIONAL_HOSTS);
  });

  const builtFolder = (browser: string): string => join(import.meta.dirname, '../../dist', `${browser}-mv3`);
  const built = ['chrome', 'firefox'].filter((browser) => existsSync(join(builtFolder(browser), 'manifest.json')));

  // `npm test` builds before it runs this; without a build there is no manifest to hold against the list.
  it.skipIf(built.length === 0).each(built)('in the built %s manifest are the same', (browser) => {
    const file = join(builtFolder(browser), 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, readonly string[]>;
    expect(manifest.permissions).toEqual(browser === 'firefox' ? IN_FIREFOX : IN_CHROMIUM);
    expect(manifest.host_permissions).toHaveLength(sitesFile.sites.length);
    expect(manifest.optional_host_permissions).toEqual(OPTIONAL_HOSTS);
  });
});

describe('words', () => {
  const keys = keysOf(en.words).map((key) => key.replace(/_(zero|one|two|few|many|other)$/, ''));
  const known = new Set(keys);
  const uses = usesOfWords();

  it('are found for every key that the code names', () => {
    expect(uses.asked.filter((key) => !known.has(key))).toEqual([]);
    const dead = uses.patterns.filter((pattern) => !keys.some((key) => pattern.test(key)));
    expect(dead.map(String)).toEqual([]);
  });

  it('are all used', () => {
    const unused = [...known].filter(
      (key) => !uses.mentioned.has(key) && !uses.patterns.some((pattern) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });
});

function keysOf(words: object, before = ''): string[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${before}${key}.`) : [before + key],
  );
}

/**
 * How the pages ask for words: `t('a.b')` names a key, `` t(`a.${x}`) `` a family of them. A key may also travel as a plain
 * string to a `t(key)` elsewhere; such a mention counts as use.
 */
function usesOfWords(): { asked: string[]; patterns: RegExp[]; mentioned: Set<string> } {
  const asked: string[] = [];
  const patterns: RegExp[] = [];
  const mentioned = new Set<string>();
  const files = ['components', 'entrypoints', 'evidence', 'findings', 'words'].flatMap((folder) =>
    filesIn(folder, '.ts', '.svelte'),
  );
  for (const path of files) {
    // The markup of a component calls t() too, so here the whole file is read as text.
    const text = read(path).replace(/^\s*(\*|\/\/).*$/gm, '');
    for (const [, key = ''] of text.matchAll(/\bt\(\s*'([^']+)'/g)) asked.push(key);
    for (const [, key = ''] of text.matchAll(/'([\w.-]+)'/g)) mentioned.add(key);
    for (const [, template = ''] of text.matchAll(/\bt\(\s*`([^`]+)`/g)) {
      const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      patterns.push(new RegExp(`^${parts.join('[\\w-]+')}$`));
    }
  }
  return { asked, patterns, mentioned };
}

describe('documents', () => {
  it.each(allFiles.filter((path) => path.endsWith('.md') && !path.startsWith('policy-data/')))(
    '%s points to files that exist',
    (path) => {
      const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
      const links = [...read(path).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map((match) =>
        join(folder, match[1] ?? ''),
      );
      expect(links.filter((link) => !existsSync(join(import.meta.dirname, '../..', link)))).toEqual([]);
    },
  );

  /** Names of browsers, of their settings, and of other projects, and the file of a language that is only an example. */
  const OTHERS = [
    ...['webRequestBlocking', 'network.cookie.maxageCap', 'locales/it.json'],
    // Readers of a HAR in DevTools and in the EDPB's tool, and a file of an export.
    ...['front_end/models/har/HARFormat.ts', 'Importer.ts', 'app/handlers/collectors/har-collector.ts', 'capture.json'],
  ];

  it.each(allFiles.filter((path) => /^(?:README|CONTRIBUTING)\.md$|^docs\/.*\.md$/.test(path)))(
    '%s names files, folders and code that are there',
    (path) => {
      expect(missingInDocument(read(path), OTHERS)).toEqual([]);
    },
  );

  it.each(['README.md', 'CONTRIBUTING.md', ...filesIn('docs', '.md')])('%s names commands that there are', (path) => {
    const asked = [...read(path).matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name]) => name);
    expect(asked.filter((name) => name === undefined || !(name in packageFile.scripts))).toEqual([]);
  });

  it('would miss what is not there', () => {
    const said = (text: string) => missingInDocument(text, []).map(({ named }) => named);
    expect(said('See `ledger/no-such-file.ts`, `no-such-folder/`, `ledger/none/` and `visit.ts`.')).toEqual([
      'ledger/no-such-file.ts',
      'ledger/none/',
    ]);
    expect(
      said('Each `organisations/<id>/policies/<date>/policy.md`; not `organisations/<id>/<date>/policy.md`.'),
    ).toEqual(['organisations/<id>/<date>/policy.md']);
    expect(said('Call `checkPolicyData()` or `checkNothingAtAll`; `Max-Age` and `names` are words.')).toEqual([
      'checkNothingAtAll',
    ]);
    expect(said('The function `checkPolicyData` (`checks/check-languages.ts`)')).toEqual(['checkPolicyData']);
    expect(said('The function `checkPolicyData` in `checks/check-policy-data.ts`')).toEqual([]);
  });
});

describe('comments', () => {
  /** Files of other projects that comments speak of, and a name that only looks like one. */
  const OTHERS = [
    ...['entities-nostats.json', 'data.ts', 'inspection.json'],
    // Of the tools whose readers the outside checkers follow.
    ...['src/app/services/inspection.service.ts', 'cookie-card.ts', 'front_end/core/common/ResourceType.ts'],
    ...['front_end/models/har/HARFormat.ts', 'Importer.ts', 'app/handlers/collectors/har-collector.ts'],
    'app/handlers/cards/traffic-card.ts',
  ];

  it('name files that are there, and no document that is not in the project', () => {
    const code = allFiles.filter(
      (path) => /\.(?:ts|svelte|mjs|js|css)$/.test(path) && !path.endsWith('agreement.test.ts'),
    );
    const wrong = code.flatMap((path) =>
      missingInComments(read(path), OTHERS).map(({ named, why }) => `${path}: ${named}: ${why}`),
    );
    expect(wrong).toEqual([]);
  });

  it('would be found to name what is not there', () => {
    const said = (text: string) => missingInComments(text, []).map(({ named }) => named);
    expect(said('// As no-such-file.ts has it, see DESIGN.')).toEqual(['no-such-file.ts', 'DESIGN']);
    expect(said("/** Made by `checks/check-policy-data.ts`. */ const DESIGN = 'no-such-file.ts';")).toEqual([]);
  });
});
