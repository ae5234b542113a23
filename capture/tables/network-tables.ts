/**
 * Who was contacted: requests one by one, hosts, companies, frames, redirects.
 *
 * Long because: each table stands with its columns and its rows.
 */
import type { Address } from '../../ledger/observation.ts';
import type { HostRecord } from '../../ledger/visit-entries.ts';
import type { CompanyMatch } from '../../recognition/company.ts';
import { namedServices } from '../../recognition/contacted.ts';
import { namedContact } from '../../findings/named.ts';
import type { ContactedCompany } from '../../findings/report.ts';
import type { NamedCompany } from '../../schemas/label-data.ts';
import type { Visit } from '../../ledger/visit.ts';
import type { StudiedPage } from '../study-capture.ts';
import { requestRows, type RequestRow } from './request-rows.ts';
import type { Facets } from '../facets.ts';
import { column, pageTable } from './table.ts';

/** An address as a row has it, without query and fragment: they are never taken down. */
export function addressText({ scheme, host, path }: Address): string {
  return `${scheme}://${host}${path}`;
}

/** What a row of a host is found by. */
export function hostFacets(
  { report, practicesOf }: StudiedPage,
  host: string,
  kinds: Parameters<StudiedPage['practicesOf']>[1],
): Facets {
  const company = serviceAt(report.companies, host);
  return {
    ...(company === null ? {} : { companies: [company.owner], party: company.relation, purpose: company.category }),
    ...practicesOf(host, kinds),
  };
}

/** The service behind a host that was contacted; null where the page did not contact it. */
export function serviceAt(companies: readonly ContactedCompany[], host: string): CompanyMatch | null {
  for (const { services } of companies) {
    const found = services.find(({ hosts }) => hosts.some((record) => record.host === host));
    if (found !== undefined) return found.service;
  }
  return null;
}

interface Served {
  readonly page: number;
  readonly service: CompanyMatch | null;
}

const ofPage = <Row extends { readonly page: number }>() =>
  column<Row>('page', 'integer', 'Number of the page in the table of pages.', ({ page }) => page);
const company = <Row extends Served>() =>
  column<Row>('company', 'text', 'Owner of the host; empty where nobody is known.', ({ service }) =>
    service?.known === true ? service.owner : null,
  );
const service = <Row extends Served>() =>
  column<Row>('service', 'text', 'Name of the service or product.', ({ service: of }) => of?.name ?? null);
const party = <Row extends Served>() =>
  column<Row>(
    'party',
    'text',
    'own-host: the site itself; same-owner: another host of the same organisation; other: another company.',
    ({ service: of }) => of?.relation ?? null,
  );
const category = <Row extends Served>() =>
  column<Row>(
    'category',
    'text',
    'What the service is for, by the list of companies.',
    ({ service: of }) => of?.category ?? null,
  );

/** Requests one by one; of a recording only. */
export const REQUESTS = pageTable<RequestRow & Served>(
  'requests',
  'One request that was seen while the recording ran.',
  [
    column('no', 'integer', 'Number of the fact in the recording.', ({ seq }) => seq),
    ofPage(),
    column('time', 'time', 'When it was made.', ({ at }) => at),
    column('address', 'text', 'Address without query and fragment, which are never recorded.', ({ address }) =>
      addressText(address),
    ),
    column('host', 'text', 'Host.', ({ address }) => address.host),
    company(),
    service(),
    party(),
    category(),
    column('type', 'text', "Resource Timing's or the browser's word for what asked.", ({ type }) => type),
    column(
      'outcome',
      'text',
      'done, failed, blocked, or failed-or-blocked; empty where page view cannot tell.',
      ({ outcome }) => outcome,
    ),
    column(
      'source',
      'text',
      'The page, a frame of another company, or the background of the site.',
      ({ source }) => source,
    ),
    column('asked_by', 'text', 'Host of the frame or worker that asked, where it is not the page.', ({ by }) => by),
    column('seen_by', 'text', 'page, browser or both.', ({ seenBy }) => seenBy),
    column('pixel', 'yes-no', 'An image that was loaded only for the call.', ({ pixel }) => pixel),
    column(
      'upload',
      'yes-no',
      'It carried something besides its address; empty where page view cannot tell.',
      ({ upload }) => upload,
    ),
    column(
      'identifiers',
      'list',
      'Names of parameters with values that could tell one browser from another.',
      ({ identifiers }) => identifiers.map(({ name }) => name),
    ),
    column('count', 'integer', 'How many requests alike it stands for.', ({ count }) => count),
  ],
  (studied, { capture }) => {
    const rows = requestRows(capture.facts.filter(({ page }) => page === studied.page.no));
    const facets = new Map<string, Facets>();
    return rows.map((row) => {
      const { host } = row.address;
      const known = facets.get(host) ?? hostFacets(studied, host, ['request', 'pixel', 'upload']);
      facets.set(host, known);
      const found = { ...row, service: serviceAt(studied.report.companies, host) };
      return { place: { page: row.page, at: row.at }, facets: known, row: found };
    });
  },
  ['no'],
);

/** Hosts, with all their requests summed up. */
export const HOSTS = pageTable<HostRecord & Served>(
  'hosts',
  'One host that a page contacted, with the sum of its requests.',
  [
    ofPage(),
    column('host', 'text', 'Host.', ({ host }) => host),
    company(),
    service(),
    party(),
    category(),
    column('requests', 'integer', 'How many requests.', ({ count }) => count),
    column('failed', 'integer', 'How many of them are known to have failed or been blocked.', ({ failed }) => failed),
    column(
      'blocked',
      'integer',
      'How many the browser or another extension blocked; empty in page view.',
      ({ network }) => network?.blocked ?? null,
    ),
    column('pixels', 'integer', 'How many were images that were loaded only for the call.', ({ pixels }) => pixels),
    column('insecure', 'integer', 'How many went over an unencrypted connection.', ({ insecure }) => insecure),
    column(
      'uploads',
      'integer',
      'How many carried something besides their address; empty in page view.',
      ({ network }) => network?.uploads ?? null,
    ),
    column('first', 'time', 'When the first was seen.', ({ firstAt }) => firstAt),
    column('last', 'time', 'When the last was seen.', ({ lastAt }) => lastAt),
    column('paths', 'list', 'The first few paths, as examples.', ({ paths }) => paths),
    column('types', 'list', 'What asked.', ({ initiators }) => initiators),
    column(
      'identifiers',
      'list',
      'Names of parameters with values that could tell one browser from another.',
      ({ identifiers }) => [...new Set(identifiers.map(({ name }) => name))],
    ),
  ],
  (studied) =>
    studied.page.visit.hosts.map((record) => ({
      place: { page: studied.page.no, at: record.firstAt },
      facets: hostFacets(studied, record.host, ['request', 'pixel', 'upload']),
      row: { ...record, page: studied.page.no, service: serviceAt(studied.report.companies, record.host) },
    })),
);

/** Companies, with all their hosts. */
export const COMPANIES = pageTable<
  ContactedCompany & { readonly page: number; readonly namedAs: NamedCompany['as'] | null }
>(
  'companies',
  'One company that a page contacted.',
  [
    ofPage(),
    column(
      'company',
      'text',
      'Its name; where nobody is known, the site behind the host.',
      ({ company: of }) => of.name,
    ),
    column('known', 'yes-no', 'Whether the list of companies has it.', ({ company: of }) => of.known),
    column('party', 'text', 'own-host, same-owner or other.', ({ company: of }) => of.relation),
    column('services', 'list', 'Its services that were met.', (contact) =>
      namedServices(contact).map(({ service: of }) => of.name),
    ),
    column('categories', 'list', 'What they are for.', ({ services }) => [
      ...new Set(services.map(({ service: of }) => of.category)),
    ]),
    column('hosts', 'list', 'Its hosts.', ({ hosts }) => hosts.map(({ host }) => host)),
    column('requests', 'integer', 'How many requests.', ({ count }) => count),
    column('failed', 'integer', 'How many of them are known to have failed or been blocked.', ({ failed }) => failed),
    column('first', 'time', 'When it was first contacted.', ({ firstAt }) => firstAt),
    column(
      'country',
      'text',
      'Where it is at home (ISO 3166); empty where that is not known.',
      ({ country }) => country,
    ),
    column(
      'named_by_policy',
      'text',
      'For what the archived policy names it; empty where it does not.',
      ({ namedAs }) => namedAs,
    ),
  ],
  ({ page, report, practicesOf }) =>
    report.companies.map((contact) => {
      const of = contact.hosts.map(({ host }) => practicesOf(host, ['request', 'pixel', 'upload']));
      const practices = [...new Set(of.flatMap((found) => found.practices ?? []))];
      const labels = [...new Set(of.flatMap((found) => found.labels ?? []))];
      return {
        place: { page: page.no, at: contact.firstAt },
        facets: {
          companies: [contact.company.name],
          party: contact.company.relation,
          ...(contact.services[0] === undefined ? {} : { purpose: contact.services[0].service.category }),
          ...(practices.length === 0 ? {} : { practices, labels }),
        },
        row: { ...contact, page: page.no, namedAs: namedContact(contact, report.organisation.clauses)?.as ?? null },
      };
    }),
);

/** Frames of other documents. */
export const FRAMES = pageTable<Visit['frames'][number] & Served>(
  'frames',
  'One frame of another document in a page.',
  [
    ofPage(),
    column('time', 'time', 'When it was first seen.', ({ at }) => at),
    column('address', 'text', 'Its address, without query and fragment.', ({ address }) => addressText(address)),
    company(),
    service(),
    party(),
    column('title', 'text', 'Its title, as the page writes it.', ({ title }) => title),
  ],
  (studied) =>
    studied.page.visit.frames.map((frame) => ({
      place: { page: studied.page.no, at: frame.at },
      facets: hostFacets(studied, frame.address.host, ['frame']),
      row: { ...frame, page: studied.page.no, service: serviceAt(studied.report.companies, frame.address.host) },
    })),
);

/** Redirects, step by step (full view). */
export const REDIRECTS = pageTable<Visit['redirects'][number] & { readonly page: number }>(
  'redirects',
  'One step of a redirect: the host asked sent the browser on. Seen in full view only.',
  [
    ofPage(),
    column('time', 'time', 'When.', ({ at }) => at),
    column('chain', 'text', 'The same for all steps of one request.', ({ chain }) => chain),
    column('from', 'text', 'Address asked.', ({ from }) => addressText(from)),
    column('to', 'text', 'Address sent on to.', ({ to }) => addressText(to)),
    column('type', 'text', "The browser's word for what asked.", ({ resource }) => resource),
    column('source', 'text', 'page, frame or background.', ({ source }) => source),
  ],
  (studied) =>
    studied.page.visit.redirects.map((step) => ({
      place: { page: studied.page.no, at: step.at },
      facets: hostFacets(studied, step.from.host, ['redirect']),
      row: { ...step, page: studied.page.no },
    })),
);
