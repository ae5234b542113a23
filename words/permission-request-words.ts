/** What a music service is asked for, in words: for the popup's list and for the letter. */
import type { NamedPermission, PermissionRequest } from '../findings/permission-requests.ts';
import type { AskedData } from '../schemas/policy-data.ts';
import { phrase } from './data-words.ts';
import { wordList } from './format.ts';
import type { Language } from './language.ts';

/** What the sentences beside a permission are on: the data that it gives, or else music accounts. */
export type PermissionTopic = AskedData | 'pre-save';

/** The topics of a permission; of one that we do not know, and of one that gives all there is, music accounts alone. */
export const MUSIC_ACCOUNTS: readonly PermissionTopic[] = ['pre-save'];

/** One list of permissions below its heading: each with its name and, where we know it, what it allows. */
export interface PermissionGroup {
  readonly heading: string;
  readonly rows: readonly {
    readonly name: string;
    readonly words: string | null;
    /** What the policy's sentences are asked for. */
    readonly topics: readonly PermissionTopic[];
  }[];
}

/** Who asks: the page itself, or which links. */
export function askedByWords(language: Language, { here, links }: PermissionRequest): string {
  const { t } = language;
  if (here) return t('permissionCheck.here');
  const named = links.filter((words) => words !== '').map((words) => t('permissionCheck.quoted', { words }));
  return named.length === 0
    ? t('permissionCheck.unnamedLink')
    : t('permissionCheck.byLink', { links: wordList(language, named) });
}

/** What stands above the lists: what the one permission of the service allows, or how many are asked for and how many of them saving needs. */
export function requestSentence(language: Language, { service, needed, more, unknown }: PermissionRequest): string {
  const all = needed.length + more.length + unknown.length;
  if (all === 0) return service.whole === null ? language.t('permissionCheck.none') : phrase(language, service.whole);
  const counted = language.t('permissionCheck.sum', { all, needed: needed.length });
  return needed.length === 0 ? language.t('permissionCheck.noneSaves', { counted }) : counted;
}

/** The lists, without those that are empty: what saving needs first. */
export function permissionGroups(
  language: Language,
  { needed, more, unknown }: PermissionRequest,
): readonly PermissionGroup[] {
  const rows = (list: readonly NamedPermission[]): PermissionGroup['rows'] =>
    list.map(({ name, words, about }) => ({
      name,
      words: phrase(language, words),
      topics: about.length === 0 ? MUSIC_ACCOUNTS : about,
    }));
  return [
    { heading: language.t('permissionCheck.needed'), rows: rows(needed) },
    { heading: language.t('permissionCheck.more'), rows: rows(more) },
    {
      heading: language.t('permissionCheck.unknown'),
      rows: unknown.map((name) => ({ name, words: null, topics: MUSIC_ACCOUNTS })),
    },
  ].filter((group) => group.rows.length > 0);
}

/** The same as lines of a letter, without indent: the service first. */
export function requestLines(language: Language, request: PermissionRequest): readonly string[] {
  const lists = permissionGroups(language, request).map(({ heading, rows }) =>
    language.t('permissionCheck.line', {
      heading,
      list: rows
        .map(({ name, words }) => (words === null ? name : language.t('permissionCheck.named', { name, words })))
        .join(language.t('listSeparator')),
    }),
  );
  const head = [request.service.name, askedByWords(language, request), requestSentence(language, request)];
  return [head.join(' · '), ...lists];
}
