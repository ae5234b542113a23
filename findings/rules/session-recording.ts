/**
 * Does a script work like a session recorder? Known recorders are recognised by their company; this finds one that nobody has listed,
 * by what it does: it listens to all that a person does, watches the page change, and sends as the visit goes on. The
 * thresholds are our own choice; docs/method.md tells why.
 */
import type { Visit } from '../../ledger/visit.ts';
import type { HostRecord } from '../../ledger/visit-entries.ts';
import { handsOutForAll } from '../../recognition/delivery-hosts.ts';
import type { Evidence } from '../evidence.ts';
import type { PracticeRule } from '../recognised.ts';

type Read = Visit['readOuts'][number];

/** Kinds of events listened to: recorders need pointer, scroll, focus, input and window size; a chat or a menu needs a few. */
const MIN_TYPES = 8;
/** Requests that carry something, to one host, and the milliseconds from the first to the last of them. */
const MIN_UPLOADS = 3;
const MIN_SPAN = 10_000;

/** Of the site's own scripts more is asked: kinds of pointer events, and uploads, that are closer together where there are many. */
const MIN_POINTER = 4;
const MIN_OWN_UPLOADS = 6;
const MIN_OWN_SPAN = 5000;

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

/**
 * Follows the pointer's way over the page, what is pressed and written, and every change of the page, its texts and attributes too:
 * what is needed to show it again. https://github.com/rrweb-io/rrweb/blob/master/docs/observer.md
 */
function keepsPicture({ readOut, measures }: Read): boolean {
  const of = (name: string): number => measures[name] ?? 0;
  return (
    readOut === 'listeners' &&
    of('moves') > 0 &&
    of('pointer') >= MIN_POINTER &&
    of('keyboard') > 0 &&
    of('allChanges') > 0
  );
}

function sends({ network }: HostRecord, uploads: number, span: number): boolean {
  return network !== undefined && network.uploads >= uploads && network.uploadsUntil - network.uploadsFrom >= span;
}
const sendsSteadily = (host: HostRecord): boolean => sends(host, MIN_UPLOADS, MIN_SPAN);
const sendsOften = (host: HostRecord): boolean => sends(host, MIN_OWN_UPLOADS, MIN_OWN_SPAN);

/**
 * The script and the host that it sends to. Nothing in page view: it cannot see that something is sent, and many programs listen.
 * Scripts of the site itself that draw the page (React and its like) listen to everything as well, and what else the page sends is
 * not theirs: of those only what keeps a whole picture of the page and the pointer, on a page that often sends to its own site.
 */
export const recordingPattern: PracticeRule = ({ visit, contacts, companyOf }) => {
  if (visit.fullView === null) return [];
  return visit.readOuts.flatMap((read): Evidence[] => {
    const { script, path, at } = read;
    // A file on a host of everybody's may be the site's own, and what else goes to that network is not its doing.
    if (script === null) return [];
    const company = companyOf(script);
    const isOther = company.relation === 'other';
    const isRecorder = isOther ? listensToAll(read) && !handsOutForAll(script, companyOf) : keepsPicture(read);
    if (!isRecorder) return [];
    const uploads = contacts
      .filter(({ company: to }) =>
        isOther ? to.relation === 'other' && to.key === company.key : to.relation !== 'other',
      )
      .flatMap(({ hosts }) => hosts.filter(isOther ? sendsSteadily : sendsOften));
    if (uploads.length === 0) return [];
    return [
      {
        kind: 'read-out',
        path,
        parts: ['listeners'],
        host: script,
        at,
        count: 1,
        situation: 'pattern',
      },
      // A known recorder is evidence by its company already.
      ...(isOther && company.category === 'session-recording' ? [] : uploads).map(
        ({ host, paths, network }): Evidence => ({
          kind: 'upload',
          paths,
          host,
          at: network?.uploadsFrom ?? at,
          count: network?.uploads ?? 1,
          situation: 'pattern',
        }),
      ),
    ];
  });
};
