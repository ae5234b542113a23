/** Is what README and method say of the extension what the code and the data hold? Numbers and lists; the rest has tests of its own. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MAX_FIELDS } from '../../observers/sent/typed-text.ts';
import { MAX_PER_HOST } from '../../observers/sent/recent-requests.ts';
import { CHROMIUM_PERMISSIONS, FIREFOX_PERMISSIONS } from '../../words/permission-words.ts';
import en from '../../locales/en.json' with { type: 'json' };
import manifest from '../../package.json' with { type: 'json' };
import type { LanguageFile } from '../../schemas/language-file.ts';
import { shippedRoutes } from '../../shipped/routes.ts';

const plain = (file: string): string => readFileSync(file, 'utf8').replace(/\s+/g, ' ');
const readme = plain('README.md');
const method = plain('docs/method.md');
const permissions = plain('docs/permissions.md');
const config = readFileSync('wxt.config.ts', 'utf8');
const languages = import.meta.glob<LanguageFile>('../../locales/*.json', { eager: true, import: 'default' });
const routes = shippedRoutes();

describe('the README', () => {
  it('asks for the Node that package.json asks for', () => {
    const [, needed] = /(\d+)/.exec(manifest.engines.node) ?? [];
    expect(readme).toContain(`Node ${needed} or newer`);
  });

  it('names the oldest Firefox that the manifest allows', () => {
    const [, oldest] = /strict_min_version: '(\d+)/.exec(config) ?? [];
    expect(readme).toContain(`Firefox ${oldest} or newer`);
  });

  it('names the keys of the manifest', () => {
    const [, keys] = /suggested_key: \{ default: '([^']+)'/.exec(config) ?? [];
    expect(readme).toContain(`${keys} `);
  });

  it('speaks of as many languages as there are', () => {
    const [, list = ''] = /It speaks (.+?), as the browser does/.exec(readme) ?? [];
    expect(list.split(/, | and /)).toHaveLength(Object.keys(languages).length);
  });

  it('calls the labels what the popup calls them', () => {
    for (const words of Object.values(en.words.label.chip))
      expect(readme).toMatch(new RegExp(`\\| ${words} +\\||“${words}”`));
  });

  it('says that no address was checked for as long as none was', () => {
    const checked = routes.filter(({ lastChecked }) => lastChecked !== null);
    expect(readme.includes('No address of an opt-out or a form has been checked on the live web yet.')).toBe(
      checked.length === 0,
    );
  });

  it('says how much of what is typed is held, and never that none is', () => {
    expect(readme).toContain(`holds what you type in up to ${MAX_FIELDS} fields`);
    expect(readme).not.toMatch(/keeps none of it|kept nowhere/);
  });

  it('shows only pictures that are drawn by a script', () => {
    const shown = [...readme.matchAll(/docs\/pictures\/([\w-]+\.png)/g)].map(([, name]) => name);
    expect(shown.length).toBeGreaterThan(5);
    for (const name of shown)
      expect(name).toMatch(/^(?:site-and-popup|popup-light|popup-dark|contact-sheet-[a-z-]+)\.png$/);
  });
});

describe('the method', () => {
  it('says how much the page’s memory holds', () => {
    expect(method).toContain(
      `the last ${MAX_PER_HOST} requests of each host, and what is typed in up to ${MAX_FIELDS} fields`,
    );
  });
});

describe('what is said of permissions', () => {
  it.each([...new Set([...CHROMIUM_PERMISSIONS, ...FIREFOX_PERMISSIONS])])('%s has a reason in the docs', (name) => {
    expect(permissions).toContain(`| \`${name}\``);
  });
});

describe.each(Object.values(languages).map(({ language, words }) => [language.code, words] as const))(
  'in %s',
  (_code, words) => {
    it('nothing says that nothing on a page is changed: its functions are stood in for, which nobody can notice', () => {
      const text = JSON.stringify(words);
      for (const claim of [
        'changes nothing on a page',
        'changes nothing on any page',
        'ändert nichts an einer Seite',
        'ändert auf keiner Seite',
        'ne change rien sur une page',
        'ne modifie rien sur aucune page',
        'no cambia nada en una página',
        'no cambia nada en ninguna página',
        'não muda nada em uma página',
        'não muda nada em nenhuma página',
        'どのページも変更しません',
        'ページの何も変えず',
      ])
        expect(text).not.toContain(claim);
    });
  },
);
