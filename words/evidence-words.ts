/** The words of one piece of evidence: what it is, its name, and more of it. Codes become words, page-made names stay. */
import type { Language } from './language.ts';
import type { Evidence, EvidenceKind, FormTarget, StoredEvidence } from '../findings/evidence.ts';
import { tellableTime } from '../ledger/observation.ts';
import { dayOf, wordList } from './format.ts';

/** In the place of hosts of a redirect that are not known, or too many. */
const GAP = '…';

/** What kind of thing it is, as a lower-case word or two. */
export function kindName(language: Language, kind: EvidenceKind): string {
  return language.t(`evidence.${kind === 'shared-identifier' ? 'identifier' : kind}`);
}

/** The thing itself: mostly its name as seen. */
export function subjectWords(language: Language, evidence: Evidence): string {
  switch (evidence.kind) {
    case 'request':
    case 'pixel':
    case 'upload':
    case 'frame':
      return evidence.host;
    case 'cookie':
    case 'local':
    case 'session':
    case 'indexed-db':
    case 'cache':
    case 'service-worker':
    case 'origin-file':
    case 'storage-bucket':
      return evidence.name;
    case 'flash-object':
      return evidence.path === null ? evidence.form : evidence.host + evidence.path;
    case 'flash-cookie':
      return evidence.key;
    case 'form':
      return evidence.calledBy === 'words' ? evidence.words.join(', ') : targetAddress(evidence.target);
    case 'field':
      return evidence.names.join(', ');
    case 'link':
      return evidence.text === '' ? evidence.host : evidence.text;
    case 'consent':
      return evidence.platform;
    case 'geolocation':
    case 'read-out':
      return evidence.host + evidence.path;
    case 'identifier':
      return evidence.places.map(({ name, store }) => `${name} (${store})`).join(' = ');
    case 'shared-identifier':
      return evidence.holders.map(({ name, host }) => `${name} (${host})`).join(' = ');
    case 'redirect':
      return evidence.way.map((host) => host ?? GAP).join(' → ');
    case 'typed-text':
      return evidence.field;
    case 'disguise':
      return evidence.collector;
    case 'absence':
      return language.t(`evidenceSubject.${evidence.of}`);
  }
}

/** The names for a list of few words; of an identifier each of its names. */
export function shortSubjects(language: Language, evidence: Evidence): readonly string[] {
  switch (evidence.kind) {
    case 'identifier':
      return evidence.places.map(({ name }) => name);
    case 'shared-identifier':
      return evidence.holders.map(({ name }) => name);
    default:
      return [subjectWords(language, evidence)];
  }
}

/** The hosts of a redirect in their order; [] for evidence that is no chain of redirects. */
export function chainOf(evidence: Evidence): readonly string[] {
  return evidence.kind === 'redirect' ? evidence.way.map((host) => host ?? GAP) : [];
}

/** 'https://subs.example/submit'; '' where only a script knows. */
function targetAddress(target: FormTarget): string {
  return target === null ? '' : `${target.scheme}://${target.host}${target.path}`;
}

function targetWords(language: Language, target: FormTarget): string {
  return target === null ? '' : language.t('evidence.sentTo', { target: targetAddress(target) });
}

/** 'until 1 January 2028' */
function storedWords(language: Language, { restored, expiresAt }: StoredEvidence): string {
  if (restored === true) return language.t('evidence.restored');
  if (expiresAt === undefined) return '';
  if (expiresAt === null) return language.t('kept.endsWithBrowser');
  return language.t('evidence.until', { date: dayOf(language, tellableTime(expiresAt), 'UTC') });
}

/** 'paths /a.js and 2 more' */
function pathWords(language: Language, paths: readonly string[]): string {
  const [path, ...more] = paths;
  if (path === undefined || path === '') return '';
  return more.length === 0
    ? language.t('evidence.path', { path })
    : language.t('evidence.paths', { path, count: more.length });
}

/** More of it, '' when there is none. */
export function detailWords(language: Language, evidence: Evidence): string {
  switch (evidence.kind) {
    case 'request':
    case 'upload':
    case 'pixel':
      return pathWords(language, evidence.paths);
    case 'frame':
      return evidence.title === '' ? evidence.path : evidence.title;
    case 'cookie':
    case 'local':
    case 'session':
    case 'indexed-db':
    case 'cache':
    case 'service-worker':
    case 'origin-file':
    case 'storage-bucket':
      return storedWords(language, evidence);
    case 'flash-object': {
      const { form, parameters } = evidence;
      const words = language.t(`flash.form.${form}`);
      return parameters.length === 0
        ? words
        : `${words}, ${language.t('flash.parameters', { names: wordList(language, parameters) })}`;
    }
    case 'flash-cookie':
      return evidence.damaged === null ? evidence.entries.join(', ') : language.t(`flash.damage.${evidence.damaged}`);
    case 'form':
      return evidence.calledBy === 'words' ? targetWords(language, evidence.target) : evidence.words.join(', ');
    case 'field':
      return targetWords(language, evidence.target);
    case 'link':
      return evidence.host + evidence.path;
    case 'consent':
      return language.t(`consent.${evidence.choice}`);
    case 'geolocation':
      return evidence.permission === null ? '' : language.t(`evidenceSubject.${evidence.permission}`);
    case 'read-out':
      return wordList(
        language,
        evidence.parts.map((part) => language.t(`readOut.${part}`)),
      );
    case 'typed-text':
      return language.t(`typedText.${evidence.form}`);
    case 'disguise': {
      const { sign } = evidence;
      if (sign.by === 'alias') return language.t('disguise.alias', { host: sign.host });
      const { path, parameters } = sign;
      if (parameters.length === 0) return language.t('disguise.path', { path });
      return language.t('disguise.shape', { path, names: wordList(language, parameters), count: parameters.length });
    }
    case 'identifier':
    case 'shared-identifier':
    case 'redirect':
    case 'absence':
      return '';
  }
}

/** The same for a letter: of addresses and permissions all that was seen, which its reader can check, and no summary. */
export function fullDetailWords(language: Language, evidence: Evidence): string {
  switch (evidence.kind) {
    case 'request':
    case 'pixel':
      return evidence.paths.join(' ');
    case 'link':
      return [evidence.host + evidence.path, ...evidence.scopes].filter((part) => part !== '').join(' ');
    default:
      return detailWords(language, evidence);
  }
}

/** The host, where the words do not show it already. */
export function hostWords(language: Language, evidence: Evidence): string {
  const { host } = evidence;
  return subjectWords(language, evidence).includes(host) || detailWords(language, evidence).includes(host) ? '' : host;
}
