/**
 * What stood in the pages and what happened in them: pages, fields of forms, links, marks, consent, readings, limits.
 *
 * Long because: each table stands with its columns and its rows.
 */
import type { Visit } from '../../ledger/visit.ts';
import type { ConsentChoice } from '../../ledger/visit-entries.ts';
import { addressText, hostFacets } from './network-tables.ts';
import type { StudiedPage } from '../study-capture.ts';
import { column, pageTable } from './table.ts';

interface Paged {
  readonly page: number;
}

const ofPage = <Row extends Paged>() =>
  column<Row>('page', 'integer', 'Number of the page in the table of pages.', ({ page }) => page);
const time = <Row extends { readonly at: number }>() =>
  column<Row>('time', 'time', 'When it was first seen.', ({ at }) => at);

/** The pages. */
export const PAGES = pageTable<StudiedPage>(
  'pages',
  'One page of the capture: a document, or one view of a site that changes its address without a new document.',
  [
    column('page', 'integer', 'Its number.', ({ page }) => page.no),
    column('tab', 'integer', 'Number of its tab, in the order of the tabs.', ({ page }) => page.tab),
    column('address', 'text', 'Address without query and fragment, which are never recorded.', ({ page }) =>
      addressText(page.visit.address),
    ),
    column('opened', 'time', 'When its record began.', ({ page }) => page.openedAt),
    column('left', 'time', 'When it was left; empty where it was there at the end.', ({ page }) => page.leftAt),
    column('late', 'yes-no', 'Whether it had begun to load before it was watched.', ({ page }) => page.visit.late),
    column(
      'full_view',
      'time',
      'Since when the browser reported all requests; empty in page view.',
      ({ page }) => page.visit.fullView?.at ?? null,
    ),
    column(
      'scripts_watched',
      'text',
      "Since when the page's own world was watched: from-start, late, silent; empty where it was not.",
      ({ page }) => page.visit.scriptWatch?.state ?? null,
    ),
    column('recognised', 'text', 'Whose page it is, and how that is known.', ({ report }) => report.recognition.status),
    column('operator', 'text', 'Who runs the site.', ({ report }) => report.recognition.operator),
    column(
      'policy',
      'text',
      'held: the archived policy speaks for it; own: it has its own; none.',
      ({ report }) => report.recognition.policy,
    ),
    column(
      'other_companies',
      'integer',
      'How many other companies it contacted.',
      ({ report }) => report.otherCompanies,
    ),
    column(
      'privacy_signal',
      'yes-no',
      'Whether it was told that the person wants no sale and no sharing.',
      ({ page }) => page.visit.signal?.gpc ?? null,
    ),
    column(
      'location',
      'text',
      'State of the permission to know the place of the device.',
      ({ page }) => page.visit.geolocation?.state ?? null,
    ),
  ],
  (studied) => [{ place: { page: studied.page.no, at: studied.page.openedAt }, facets: {}, row: studied }],
  ['page'],
);

type Form = Visit['forms'][number];

/** Forms, field by field. */
export const FORM_FIELDS = pageTable<{ readonly form: Form; readonly field: Form['fields'][number] | null } & Paged>(
  'form-fields',
  'One field of a form. What is typed is never read.',
  [
    ofPage(),
    column('time', 'time', 'When the form was first seen.', ({ form }) => form.at),
    column('form', 'text', 'The form, unique within its page.', ({ form }) => form.id),
    column('host', 'text', 'Host of the document that holds it.', ({ form }) => form.host),
    column('target', 'text', 'Where it is sent; empty where only a script knows.', ({ form }) =>
      form.target === null ? null : addressText(form.target),
    ),
    column('method', 'text', 'How it is sent.', ({ form }) => form.method),
    column('purposes', 'list', 'What it is for.', ({ form }) => form.purposes),
    column('policy', 'text', 'The policy that is linked to beside it; empty for none.', ({ form }) =>
      form.policy == null ? null : addressText(form.policy),
    ),
    column('field', 'text', 'Name of the field in the page.', ({ field }) => field?.name ?? null),
    column('asks_for', 'text', 'What it asks for.', ({ field }) => field?.meaning ?? null),
    column('required', 'yes-no', 'The form is not sent without it.', ({ field }) =>
      field === null ? null : field.required === true,
    ),
    column('preset', 'yes-no', 'A box that was ticked before anybody had ticked it.', ({ field }) =>
      field === null ? null : field.preset === true,
    ),
  ],
  ({ page, practicesOf }) =>
    page.visit.forms.flatMap((form) => {
      const place = { page: page.no, at: form.at };
      const practices = practicesOf(form.host, ['form', 'field']);
      const fields = form.fields.length === 0 ? [null] : form.fields;
      return fields.map((field) => ({
        place,
        facets: field === null ? practices : { ...practices, ...practicesOf(form.host, ['form', 'field'], field.name) },
        row: { page: page.no, form, field },
      }));
    }),
);

/** Links that were recognised. */
export const LINKS = pageTable<Visit['links'][number] & Paged>(
  'links',
  'One link, or a button that acts as one, that was recognised.',
  [
    ofPage(),
    time(),
    column('role', 'text', 'What it is.', ({ role }) => role),
    column('address', 'text', 'Where it leads, without query; empty where only a script knows.', ({ address }) =>
      address === null ? null : addressText(address),
    ),
    column('words', 'text', 'Its words.', ({ text }) => text),
    column('scopes', 'list', 'Permissions that it asks a music service or a sign-in for.', ({ scopes }) => scopes),
  ],
  (studied) =>
    studied.page.visit.links.map((link) => ({
      place: { page: studied.page.no, at: link.at },
      facets: studied.practicesOf(link.address?.host ?? '', ['link']),
      row: { ...link, page: studied.page.no },
    })),
);

/** Choices of consent platforms. */
export const CONSENT = pageTable<
  { readonly platform: string; readonly host: string; readonly choice: ConsentChoice } & Paged
>(
  'consent',
  'One choice that a consent platform has stored, in the order of time.',
  [
    ofPage(),
    column('seen', 'time', 'The first look that saw it.', ({ choice }) => choice.at),
    column(
      'not_before',
      'time',
      'The last look that did not see it; empty where it was there at the first.',
      ({ choice }) => choice.after,
    ),
    column('platform', 'text', 'The platform.', ({ platform }) => platform),
    column('host', 'text', 'Host of the document that keeps it.', ({ host }) => host),
    column('choice', 'text', 'What was chosen.', ({ choice }) => choice.choice),
    column('made_by', 'text', 'Who chose, as far as that was seen.', ({ choice }) => choice.maker),
    column('shown_by', 'text', "A stored item's name, or a script's host or path.", ({ choice }) => choice.source),
  ],
  (studied) =>
    studied.page.visit.consents.flatMap(({ platform, host, history }) =>
      history.map((choice) => ({
        place: { page: studied.page.no, at: choice.at },
        facets: studied.practicesOf(choice.source, ['consent']),
        row: { page: studied.page.no, platform, host, choice },
      })),
    ),
);

/** What scripts read out of the browser. */
export const READ_OUTS = pageTable<Visit['readOuts'][number] & Paged>(
  'read-outs',
  'What one script read out of the browser that can tell one browser from the next.',
  [
    ofPage(),
    time(),
    column('what', 'text', 'What was read.', ({ readOut }) => readOut),
    column('script', 'text', "Host of the script's file; empty where it is not known.", ({ script }) => script),
    column('path', 'text', "Path of the script's file.", ({ path }) => path),
    column('measures', 'list', 'What was counted.', ({ measures }) =>
      Object.entries(measures).map(([name, count]) => `${name}: ${count}`),
    ),
  ],
  (studied) =>
    studied.page.visit.readOuts.map((readOut) => ({
      place: { page: studied.page.no, at: readOut.at },
      facets: hostFacets(studied, readOut.script ?? readOut.host, ['read-out', 'geolocation']),
      row: { ...readOut, page: studied.page.no },
    })),
);

/** Typed text that left before a form was sent. */
export const TYPED_TEXTS = pageTable<Visit['typedTexts'][number] & Paged>(
  'typed-texts',
  "A field's text that was found in a request before the form was sent. The text itself is never recorded.",
  [
    ofPage(),
    time(),
    column('field', 'text', 'Name of the field in the page.', ({ name }) => name),
    column('asks_for', 'text', 'What it asks for.', ({ field }) => field),
    column('sent_to', 'text', 'Where it went, without query.', ({ address }) => addressText(address)),
    column('form', 'text', 'The form in which it was found.', ({ form }) => form),
    column('source', 'text', 'page, frame or background.', ({ source }) => source),
  ],
  (studied) =>
    studied.page.visit.typedTexts.map((typed) => ({
      place: { page: studied.page.no, at: typed.at },
      facets: hostFacets(studied, typed.address.host, ['typed-text']),
      row: { ...typed, page: studied.page.no },
    })),
);

/** Collectors of other companies under a host of the site's own. */
export const DISGUISES = pageTable<Visit['disguises'][number] & Paged>(
  'disguises',
  "Another company's collector under a host of the site itself.",
  [
    ofPage(),
    time(),
    column('address', 'text', 'Its address, without query.', ({ address }) => addressText(address)),
    column('collector', 'text', 'Whose it is.', ({ collector }) => collector),
    column('known_by', 'text', 'By its shape, or by the host that the name stands for.', ({ reason }) => reason),
    column('detail', 'text', 'What shows it; never a value.', ({ detail }) => detail),
  ],
  (studied) =>
    studied.page.visit.disguises.map((disguise) => ({
      place: { page: studied.page.no, at: disguise.at },
      facets: studied.practicesOf(disguise.address.host, ['disguise']),
      row: { ...disguise, page: studied.page.no },
    })),
);

/** What could not be seen. */
export const LIMITS = pageTable<Visit['limits'][number] & Paged>(
  'limits',
  'What an observer could not count or scan.',
  [
    ofPage(),
    time(),
    column('observer', 'text', 'The observer.', ({ observer }) => observer),
    column('reason', 'text', 'Why.', ({ reason }) => reason),
    column('count', 'integer', 'How many were left out; 0 where that is not known.', ({ count }) => count),
  ],
  ({ page }) =>
    page.visit.limits.map((limit) => ({
      place: { page: page.no, at: limit.at },
      facets: {},
      row: { ...limit, page: page.no },
    })),
);
