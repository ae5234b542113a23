/** Requests are summed by host, and their host is put back into the list once for all of them: a page may make thousands. */
import type { BoundedList } from './bounded-list.ts';
import { withNetworkRequest, withRequest } from './host-record.ts';
import type { NetworkRequestObservation, RequestObservation } from './observation.ts';
import type { HostRecord } from './visit-entries.ts';

/** The requests that are being folded into a list of hosts. */
export class RequestFold {
  readonly #list: () => BoundedList<HostRecord>;
  readonly #drafts = new Map<string, { readonly record: HostRecord; readonly requests: number }>();

  /** `list` is called when there is something to add. */
  constructor(list: () => BoundedList<HostRecord>) {
    this.#list = list;
  }

  /** Adds a request, or several alike. */
  add(request: RequestObservation | NetworkRequestObservation): void {
    const { host } = request.address;
    const draft = this.#drafts.get(host);
    const known = draft?.record ?? this.#list().get(host);
    const record = request.kind === 'request' ? withRequest(known, request) : withNetworkRequest(known, request);
    this.#drafts.set(host, { record, requests: (draft?.requests ?? 0) + (request.count ?? 1) });
  }

  /** Puts the hosts into the list; requests to those that do not fit are counted there as left out. */
  finish(): void {
    if (this.#drafts.size === 0) return;
    const hosts = this.#list();
    for (const { record, requests } of this.#drafts.values()) {
      if (hosts.put(record, 0)) continue;
      const known = hosts.get(record.host);
      // A full list still counts the hosts that it knows, without new examples.
      if (known !== undefined && hosts.put({ ...known, ...numbersOf(record) }, 0)) continue;
      hosts.leftOut += requests;
    }
  }
}

/** The numbers of a record, without new examples. */
function numbersOf({ count, failed, pixels, insecure, firstAt, lastAt, network }: HostRecord): Partial<HostRecord> {
  const numbers = { count, failed, pixels, insecure, firstAt, lastAt };
  return network === undefined ? numbers : { ...numbers, network };
}
