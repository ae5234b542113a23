/**
 * Does a script work like a session recorder? Known recorders are told by their company; this tells one that nobody has listed,
 * by what it does: it listens to all that a person does, watches the page change, and sends as the visit goes on. The
 * thresholds are our own choice; docs/method.md tells why.
 */
import type { HostRecord, Visit } from '../ledger/visit';
import { handsOutForAll } from '../recognition/delivery-hosts';
import type { Evidence } from './finding';
import type { PracticeRule } from './practices';

type Read = Visit['readOuts'][number];

/** Kinds of events listened to: recorders need pointer, scroll, focus, input and window size; a chat or a menu needs a few. */
const MIN_TYPES = 8;
/** Requests that carry something, to one host, and the milliseconds from the first to the last of them. */
const MIN_UPLOADS = 3;
const MIN_SPAN = 10_000;

function listensToAll({ readOut, measures }: Read): boolean {
  const of = (name: string): number => measures[name] ?? 0;
  return (
    readOut === 'listeners' &&
    of('pointer') > 0 &&
    of('keyboard') > 0 &&
    of('mutations') > 0 &&
    of('types') >= MIN_TYPES
  );
}

function sendsSteadily({ network }: HostRecord): boolean {
  return (
    network !== undefined && network.uploads >= MIN_UPLOADS && network.uploadsUntil - network.uploadsFrom >= MIN_SPAN
  );
}

/**
 * The script and the host that it sends to, where a script of another company does both. Nothing in page view: it cannot see
 * that something is sent, and many programs listen. Nothing for the site's own scripts either: those that draw the page
 * (React and its like) listen to everything for all its parts, and what else the page sends is not theirs.
 */
export const recordingPattern: PracticeRule = ({ visit, contacts, companyOf }) => {
  if (visit.fullView === null) return [];
  return visit.readOuts.filter(listensToAll).flatMap(({ script, path, at }): Evidence[] => {
    const company = script === null ? null : companyOf(script);
    // A file on a host of everybody's may be the site's own, and what else goes to that network is not its doing.
    if (script === null || company?.relation !== 'other' || handsOutForAll(script, companyOf)) return [];
    const uploads = contacts
      .filter((contact) => contact.company.relation === 'other' && contact.company.owner === company.owner)
      .flatMap(({ hosts }) => hosts.filter(sendsSteadily));
    if (uploads.length === 0) return [];
    return [
      { what: 'read-out', subject: script + path, detail: 'listeners', host: script, at, count: 1 },
      // Hosts of a known recorder are told by their company.
      ...(company.category === 'session-recording' ? [] : uploads).map(({ host, paths, network }): Evidence => ({
        what: 'upload',
        subject: host,
        detail: paths.join(' '),
        host,
        at: network?.uploadsFrom ?? at,
        count: network?.uploads ?? 1,
      })),
    ];
  });
};
