/** Which pieces of evidence are the same to a reader? */
import type { Evidence } from './evidence.ts';

/** What a row of evidence tells, beside its host, its time and its count. */
function partsOf(evidence: Evidence): readonly unknown[] {
  switch (evidence.kind) {
    case 'request':
    case 'pixel':
    case 'upload':
      return [evidence.paths];
    case 'frame':
      return [evidence.title === '' ? evidence.path : evidence.title];
    case 'cookie':
    case 'local':
    case 'session':
    case 'indexed-db':
    case 'cache':
    case 'service-worker':
    case 'origin-file':
    case 'storage-bucket':
      return [evidence.name, evidence.expiresAt, evidence.restored, evidence.distinction];
    case 'flash-object':
      return [evidence.form, evidence.path, evidence.parameters];
    case 'flash-cookie':
      return [evidence.key, evidence.entries, evidence.damaged];
    case 'form':
      return [evidence.calledBy, evidence.words, evidence.target];
    case 'field':
      return [evidence.names, evidence.target];
    case 'link':
      return [evidence.text, evidence.path, evidence.scopes];
    case 'consent':
      return [evidence.platform, evidence.choice];
    case 'geolocation':
      return [evidence.path, evidence.permission];
    case 'identifier':
      return [evidence.places];
    case 'shared-identifier':
      return [evidence.holders];
    case 'redirect':
      return [evidence.way];
    case 'read-out':
      return [evidence.path, evidence.parts];
    case 'typed-text':
      return [evidence.field, evidence.form];
    case 'disguise':
      return [evidence.collector, evidence.sign];
    case 'absence':
      return [evidence.of];
  }
}

/**
 * The same text for evidence that reads the same in a list, another for any other, whatever names a page gives. The way of a redirect
 * is one fact, however many companies it led through.
 */
export function evidenceKey(evidence: Evidence): string {
  const host = evidence.kind === 'redirect' ? '' : evidence.host;
  return JSON.stringify([evidence.kind, host, ...partsOf(evidence)]);
}
