/** Another record company costs data alone: no code that ships names one, a host of it, or a label. */
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import stagesFile from '../../checks/stages.json' with { type: 'json' };
import { organisationFolders } from '../../checks/organisation-folders.ts';
import type { LookalikesFile, Organisation, RoutesFile, SitesFile } from '../../schemas/policy-data.ts';
import { filesIn, parse, read, visitNodes } from './read-sources.ts';

const SHIPPED = [...stagesFile.stages.map(({ folder }) => folder), 'schemas', 'checks', 'build', 'wxt.config.ts'];
const sources = SHIPPED.flatMap((folder) => filesIn(folder, '.ts', '.svelte'));

const PROJECT = '.';
const organisations = organisationFolders(PROJECT, '').map(({ id }) => {
  const file = (name: string): unknown => JSON.parse(read(`policy-data/organisations/${id}/${name}`));
  return {
    about: file('organisation.json') as Organisation,
    sites: (file('sites.json') as SitesFile).sites,
    lookalikes: (file('lookalikes.json') as LookalikesFile).lookalikes,
    routes: (file('routes.json') as RoutesFile).routes,
  };
});

/** Words of more than one meaning, by which nobody is named: ids of marks and routes, such as 'own-path' and 'dead'. */
const isTelling = (word: string): boolean => word.length > 3;

/** All by which code could name an organisation. */
const NAMES: readonly string[] = organisations.flatMap(({ about, sites, lookalikes, routes }) => [
  about.id,
  about.name,
  about.legalName,
  ...(about.family === undefined ? [] : [about.family]),
  ...about.alsoCalled.filter(isTelling),
  about.heldPolicy,
  ...about.groups.flatMap(({ id, name }) => [id, name]),
  ...about.ownDomains,
  ...about.marks.hosts.map(({ prefix }) => prefix.split('/')[0] ?? ''),
  ...Object.entries(about.marks.labels).flatMap(([code, { name }]) => [code, name]),
  ...[...sites, ...lookalikes].map(({ domain }) => domain),
  ...routes.map(({ id }) => id),
]);
const escaped = NAMES.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
/** A name by itself: 'sony' is in 'sonys', and 'epic' is not meant in 'epicentre'; a host may stand in an address or in a pattern. */
const ANY_NAME = new RegExp(`(?<![a-z0-9])(?:${escaped.join('|')})(?![a-z0-9])`, 'gi');

/** What a file says without its comments: names, texts, patterns; of a component its markup too. */
function codeOf(path: string): string {
  const words: string[] = [];
  visitNodes(parse(path), (node) => {
    if (ts.isIdentifier(node) || ts.isLiteralExpression(node) || ts.isTemplateMiddleOrTemplateTail(node))
      words.push(node.text);
    if (ts.isTemplateHead(node)) words.push(node.text);
  });
  if (path.endsWith('.svelte'))
    words.push(read(path).replace(/<script\b[\s\S]*?<\/script>|<style\b[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, ''));
  // 'askSonyMusic', 'SONY_MUSIC', 'sony\.com' → 'ask Sony Music', 'SONY MUSIC', 'sony.com'
  return words.map((word) => `${word} ${word.replace(/([a-z])(?=[A-Z])|_/g, '$1 ').replaceAll('\\', '')}`).join('\n');
}

describe('code that ships', () => {
  it('has names to look for', () => {
    expect(NAMES).toEqual(expect.arrayContaining(['Sony Music', 'Sony', 'smehost.net', 'uscolumbiaprod', 'smej']));
    const named = (text: string): string[] => text.match(ANY_NAME) ?? [];
    expect(named('const askSony = 1; the SONY MUSIC of https://www.SonyMusic.com/')).toContain('SONY MUSIC');
    expect(named('personyze, sonymusic.company')).toEqual([]);
  });

  it.each(sources)('%s names no record company', (path) => {
    expect(codeOf(path).match(ANY_NAME) ?? []).toEqual([]);
  });
});
