/**
 * The shape of every file in `policy-data/`, as valibot schemas, with the types that the code uses.
 *
 * The schemas run in `tests/unit/policy-data` and in the build (`checks/check-policy-data.ts`); shipped code imports
 * the types alone, so that no validator travels in the bundle.
 *
 * Long because: the files refer to each other, and so do their schemas.
 */
import * as v from 'valibot';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
/** kebab-case: an id in data equals the id in code and in tests. */
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case'));
const isoDate = v.pipe(v.string(), v.isoDate());
const regularExpression = v.pipe(
  text,
  v.check((source) => {
    try {
      return new RegExp(source) instanceof RegExp;
    } catch {
      return false;
    }
  }, 'is no regular expression'),
);
/** A host name in lower case without scheme, port or path; it stands for itself and all its sub-domains. */
const domain = v.pipe(
  v.string(),
  v.regex(/^([a-z0-9_]([a-z0-9_-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*$/, 'must be a host name'),
);
const url = v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//, 'must be http or https'));
const sources = v.pipe(v.array(text), v.minLength(1));
const country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be an ISO 3166 country code'));
const confidence = v.picklist(['high', 'medium']);

/** `policies/<date>/policy.json`: where the text comes from. */
export const PolicySchema = v.strictObject({
  id,
  title: text,
  publisher: text,
  archiveUrl: url,
  originalUrl: url,
  captureDate: isoDate,
  jurisdiction: country,
  language: text,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  sources,
});
export type Policy = v.InferOutput<typeof PolicySchema>;

/**
 * What must have been seen so that an entry applies; all members that are there must hold. An entry without `when` always applies.
 * docs/method.md, part 3, says what each asks.
 */
const WhenSchema = v.strictObject({
  /** One of these situations of the practice, by their ids in practices.json; 'plain' is the practice without any. */
  situation: v.optional(v.array(id)),
  /** One of these kinds of evidence. */
  seen: v.optional(v.array(v.picklist(['request', 'read-out', 'upload', 'geolocation', 'link', 'absence']))),
  /** The company behind it is one of those that the text prints so. */
  named: v.optional(v.array(text)),
  /** What the company behind it does. */
  does: v.optional(v.array(v.lazy(() => CompanyCategorySchema))),
});
export type When = v.InferOutput<typeof WhenSchema>;

const when = v.optional(WhenSchema);
/**
 * How a clause speaks of a practice: `names` it (→ stated), covers it in `general` words, is `unclear` (→ cannot tell, and then the
 * reason is said), or says `otherwise`: it promises something else than what was seen. Of several entries of one practice the first
 * that applies counts.
 */
const ClausePracticeSchema = v.variant('speaks', [
  v.strictObject({ practice: id, speaks: v.literal('names'), when }),
  v.strictObject({ practice: id, speaks: v.literal('general'), when }),
  v.strictObject({ practice: id, speaks: v.literal('unclear'), reason: text, when }),
  v.strictObject({ practice: id, speaks: v.literal('otherwise'), when: WhenSchema }),
]);

export const ClauseSchema = v.strictObject({
  id,
  /** The heading in the policy's own words; '' never occurs: the text before the first heading is 'Introduction'. */
  section: text,
  quote: text,
  /** Offsets in policy.md in UTF-16 code units: `text.slice(start, end) === quote`. */
  start: v.pipe(v.number(), v.integer(), v.minValue(0)),
  end: v.pipe(v.number(), v.integer(), v.minValue(1)),
  summary: v.pipe(text, v.maxLength(140)),
  practices: v.array(ClausePracticeSchema),
  dataTypes: v.array(text),
  purposes: v.array(text),
  /** Companies or kinds of companies that the sentence names, as it names them. */
  recipients: v.array(text),
  /** What the sentence lets the person choose, in our words; null when it offers nothing. */
  choice: v.nullable(text),
  /** Ids in routes.json. */
  routes: v.array(id),
});
export type Clause = v.InferOutput<typeof ClauseSchema>;

export const ClausesFileSchema = v.strictObject({
  clauses: v.array(ClauseSchema),
  /** Sentences that are no clause (headings, navigation, an empty link), each with the reason. */
  setAside: v.array(
    v.strictObject({
      quote: text,
      start: v.pipe(v.number(), v.integer(), v.minValue(0)),
      end: v.pipe(v.number(), v.integer(), v.minValue(1)),
      reason: text,
    }),
  ),
});
export type ClausesFile = v.InferOutput<typeof ClausesFileSchema>;

/** A day, a month or a year: as precise as it is known. */
const looseDate = v.pipe(
  v.string(),
  v.regex(/^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, 'is no year, no month and no day'),
);

/** One version of a policy whose text is not held: facts about it, and what it says of each practice in words of our own. */
export const PolicyVersionSchema = v.strictObject({
  id,
  date: looseDate,
  /** Whether the text prints the date, or carries none and the date is that of the archived copy. */
  dateIs: v.picklist(['printed', 'archived']),
  jurisdiction: country,
  language: text,
  /** Null where it is not known. */
  title: v.nullable(text),
  originalUrl: url,
  /** Null where no archived copy was found. */
  archiveUrl: v.nullable(url),
  archived: v.nullable(isoDate),
  /** In the text's order and words; [] where it has none. */
  headings: v.array(text),
  /** `whole`: each sentence was read, so that silence is a fact. `second-hand`: known from others alone, so that what is not listed is not known. */
  read: v.picklist(['whole', 'second-hand']),
  practices: v.array(
    v.variant('speaks', [
      /** As a clause speaks of it, here of the version as a whole; the summary says what, or for `unclear` why that settles nothing. */
      v.strictObject({
        practice: id,
        speaks: v.picklist(['names', 'general', 'unclear', 'otherwise']),
        summary: v.pipe(text, v.maxLength(140)),
      }),
      v.strictObject({ practice: id, speaks: v.literal('none') }),
    ]),
  ),
  sources,
});
export type PolicyVersion = v.InferOutput<typeof PolicyVersionSchema>;

/** `policies/history.json`: the other versions of an organisation's policies, by their dates. */
export const PolicyHistoryFileSchema = v.strictObject({ versions: v.array(PolicyVersionSchema) });
export type PolicyHistoryFile = v.InferOutput<typeof PolicyHistoryFileSchema>;

export const PracticeGroupSchema = v.picklist(['contact', 'kept', 'asked', 'leads-elsewhere']);

/** A way in which a practice is seen, where the practice's own words would say more than was seen, or something else. */
export const SituationSchema = v.strictObject({
  id,
  /** Null where the practice's own name fits. */
  name: v.nullable(text),
  explanation: v.pipe(text, v.maxLength(200)),
});

/** The categories of the OPP-115 corpus (Wilson et al. 2016). */
export const CorpusCategorySchema = v.picklist([
  'First Party Collection/Use',
  'Third Party Sharing/Collection',
  'User Choice/Control',
  'User Access, Edit and Deletion',
  'Data Retention',
  'Data Security',
  'Policy Change',
  'Do Not Track',
  'International and Specific Audiences',
  'Other',
]);

export const PracticeSchema = v.strictObject({
  id,
  group: PracticeGroupSchema,
  /** What it comes to, as a fan would say it: the popup's word for it. */
  plain: v.pipe(text, v.maxLength(60)),
  /** The trade's word for it, as the copied text has it. */
  name: text,
  /** One plain sentence: what it is, in words for a fourteen-year-old. */
  explanation: v.pipe(text, v.maxLength(200)),
  /** In the order of telling; what is marked with none of them is the plain case, which the practice's own words are for. */
  situations: v.optional(v.array(SituationSchema)),
  /** Category of the OPP-115 corpus (Wilson et al. 2016). */
  opp115: CorpusCategorySchema,
  /** `page`: seen from inside the page. `full`: needs the full view; page view says that it cannot see it. */
  view: v.picklist(['page', 'full']),
  /** Why no label but "cannot tell" is honest for this practice, whatever the clauses say; else null. */
  cannotTell: v.nullable(text),
  /** 1 (matters most to a person) to 5. */
  weight: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
});
export type Practice = v.InferOutput<typeof PracticeSchema>;
export const PracticesFileSchema = v.strictObject({ practices: v.array(PracticeSchema) });
export type PracticesFile = v.InferOutput<typeof PracticesFileSchema>;

export const SiteSchema = v.strictObject({
  domain,
  kind: v.picklist(['corporate', 'label', 'artist', 'service', 'store']),
  operator: text,
  country,
  /** The organisation's id where it runs the site; else one of its `groups`: a sister company with a policy of its own. */
  group: id,
  /**
   * Whose words speak for the site. `held`: the text that we hold (`heldPolicy` of organisation.json) is its policy, or that of its ancestor.
   * `own`: it has another, at `policyUrl` if known. `none`: no policy is known for it.
   */
  policy: v.picklist(['held', 'own', 'none']),
  policyUrl: v.nullable(url),
  confidence,
  sources,
  note: v.optional(text),
});
export type Site = v.InferOutput<typeof SiteSchema>;
export const SitesFileSchema = v.strictObject({ date: isoDate, sites: v.array(SiteSchema) });
export type SitesFile = v.InferOutput<typeof SitesFileSchema>;

/** `lookalikes.json` of an organisation: domains that may be taken for its own and are not. */
export const LookalikesFileSchema = v.strictObject({
  date: isoDate,
  lookalikes: v.array(
    v.strictObject({
      domain,
      operator: text,
      /** The year in which the operator was read; absent where it is known to run the site today. */
      asOf: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1995))),
      /** `sister`: of the same owner, which answers for itself. `other`: nothing to do with the organisation. */
      relation: v.picklist(['sister', 'other']),
      note: text,
      sources,
    }),
  ),
});
export type LookalikesFile = v.InferOutput<typeof LookalikesFileSchema>;
export type Lookalike = v.InferOutput<typeof LookalikesFileSchema>['lookalikes'][number];

const strength = v.picklist(['strong', 'medium', 'weak']);
/** A regular expression with the groups `site` (the site's name without dots, at its end) and `label`. */
const sitePath = v.pipe(
  regularExpression,
  v.check((source) => source.includes('(?<site>') && source.includes('(?<label>'), 'lacks a group "site" or "label"'),
);
/**
 * `organisation.json`: who the organisation is, and the marks by which its pages are known. Everything in which one record company differs
 * from another stands here and in the files beside it; no code names a company.
 */
export const OrganisationSchema = v.strictObject({
  /** The name of its folder. */
  id,
  /** As sentences call it: "Sony Music". */
  name: text,
  /** As its contracts and copyright lines call it: "Sony Music Entertainment". */
  legalName: text,
  /** What it and its sister companies are called together ("Sony"), where that is another name. */
  family: v.optional(text),
  alsoCalled: v.array(text),
  /** The folder below `policies/` with the text that pages are compared with, named after the day of the text. */
  heldPolicy: isoDate,
  /** Sister companies among the sites of sites.json, by the id that stands there as `group`. */
  groups: v.array(v.strictObject({ id, name: text })),
  /** Hosts of the organisation's own services: same owner, never a third party. */
  ownDomains: v.array(domain),
  /** Names with which the setters of its own items begin in stored-items.json. */
  itemSetters: v.array(text),
  /** Id in its routes.json: the form or address that takes any question, to which the popup leads in few words; null for none. */
  feedbackRoute: v.nullable(id),
  /** Pages of it on which a person may try the extension; the welcome page links to them. */
  examples: v.array(url),
  marks: v.strictObject({
    /** Prefixes of `host/path` of scripts, frames, images and form targets. */
    hosts: v.array(
      v.strictObject({
        id,
        prefix: text,
        what: text,
        strength,
        on: v.array(v.picklist(['script', 'frame', 'image', 'style', 'form', 'link', 'other'])),
      }),
    ),
    /** CSS selectors. */
    selectors: v.array(v.strictObject({ id, selector: text, what: text, strength })),
    /** CSS selectors of form fields: they prove what a form in a frame does, which anybody may embed. */
    fields: v.array(v.strictObject({ id, selector: text, what: text, strength })),
    /** How `host/path` of a file tells for which site, and by which label, the organisation's platform made it. */
    sitePaths: v.array(sitePath),
    /** Files that the platform has laid out on the site's own host: the form of their path. Null where there is no such platform. */
    ownPath: v.nullable(v.strictObject({ id, what: text, strength, pattern: sitePath })),
    /** What `label` of such a path stands for. With `policy`, the label's sites are under the text that we hold. */
    labels: v.record(v.string(), v.strictObject({ name: text, policy: v.optional(v.literal('held')) })),
    /** Regular expressions over the absolute address of a link; `policy` says which policy it points to. */
    policyLinks: v.array(
      v.strictObject({ id, pattern: text, policy: v.picklist(['held', 'own']), country: v.nullable(country) }),
    ),
    legalLinks: v.array(v.strictObject({ id, url, what: text, strength })),
    /** Regular expressions over the text of the page's footer. */
    footerTexts: v.array(v.strictObject({ id, pattern: text, strength })),
  }),
  /** What whoever keeps the data should know of its sites. */
  warnings: v.array(text),
});
export type Organisation = v.InferOutput<typeof OrganisationSchema>;

const region = v.pipe(v.string(), v.regex(/^(\*|EU|[A-Z]{2}(-[A-Z]{2})?)$/));

/** Something to do before a route leads on, and how long one waits for the answer. */
const FirstStepSchema = v.strictObject({
  /** `ask`: write to the company. `appeal`: ask it to look at its refusal again. */
  do: v.picklist(['ask', 'appeal']),
  /** Whether the office takes nothing up before; else the step is a right, or is advised. */
  must: v.boolean(),
  /** How long the company has to answer; null where no source tells. */
  wait: v.nullable(
    v.strictObject({
      count: v.pipe(v.number(), v.integer(), v.minValue(1)),
      unit: v.picklist(['day', 'working-day', 'month']),
    }),
  ),
});
export type FirstStep = v.InferOutput<typeof FirstStepSchema>;

/** An office that takes complaints. Its route's title and purpose are made from this in every language. */
const AuthoritySchema = v.strictObject({
  /** Its short name, as it calls itself; a name of words is translated. */
  name: text,
  /** What one does there: `complain`, `report` (it acts for all, not for one), `ask` (it advises) or `find` (a list of offices). */
  does: v.picklist(['complain', 'report', 'ask', 'find']),
  /** The law that it watches over. */
  law: text,
});
export type Authority = v.InferOutput<typeof AuthoritySchema>;

export const RouteSchema = v.strictObject({
  id,
  /** What the person does there, as the link's words: "Ask Sony Music not to sell or share your data". */
  title: text,
  purpose: text,
  /** `own-…`: the organisation's own, offered on its pages alone. */
  kind: v.picklist([
    'own-optout',
    'own-contact',
    'own-policy',
    'optout',
    'vendor',
    'regulator',
    'complaint',
    'learn',
    'setting',
    'dead',
  ]),
  /** '*' everywhere, 'EU' (with Iceland, Liechtenstein and Norway), an ISO country, or a state or province: 'US-CA', 'CA-QC'. */
  region,
  /** Further places that it serves; a state here beside a state in `region`. */
  alsoFor: v.optional(v.array(region)),
  /** Made for people who live in these places, under their law: the country of a site brings it to nobody who said another one. */
  residentsOnly: v.optional(v.literal(true)),
  authority: v.optional(AuthoritySchema),
  /** What has to come first, in its order; empty where a source says that nothing has to. */
  first: v.optional(v.array(FirstStepSchema)),
  /** `free` where a source says so. */
  cost: v.optional(v.literal('free')),
  /** Languages of the page, as tags. */
  languages: v.optional(v.array(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/)))),
  /** Places where a law asks companies to follow it. */
  binds: v.optional(v.array(region)),
  /** https:, mailto: or tel: address of today; null for a postal address, an action in a message, or a dead route. */
  address: v.nullable(v.pipe(v.string(), v.regex(/^(https?:\/\/|mailto:|tel:\+)/))),
  /** What is shown where there is no address to open (a postal address, "reply STOP"). */
  text: v.nullable(text),
  /** As the text that we hold prints it; null for a route that is newer. */
  asPrinted: v.nullable(text),
  whatItWas: v.nullable(text),
  worksToday: v.picklist(['yes', 'no', 'unknown']),
  /** Ids of the routes to use instead. */
  insteadUse: v.array(id),
  /** What the form or the letter needs from the person. */
  needs: v.array(text),
  /** null: nobody could check it on the live web. */
  lastChecked: v.nullable(isoDate),
  /** Practices for which the popup offers it; empty: offered always (the organisation's own contact) or by company. */
  practices: v.array(id),
  /** Company names (as in companies.json or third-party-web) for which the popup offers it. */
  companies: v.array(text),
  sure: v.picklist(['high', 'medium', 'low']),
  sources,
  note: v.optional(text),
});
export type Route = v.InferOutput<typeof RouteSchema>;
export const RoutesFileSchema = v.strictObject({ date: isoDate, routes: v.array(RouteSchema) });
export type RoutesFile = v.InferOutput<typeof RoutesFileSchema>;

const pattern = v.pipe(
  regularExpression,
  v.check((source) => !source.startsWith('^') && source.includes('/'), 'begins with a host, and has a path'),
);

/** What a company does for a site; the first thirteen are third-party-web's own words. */
export const CompanyCategorySchema = v.picklist([
  'ad',
  'analytics',
  'social',
  'video',
  'utility',
  'hosting',
  'marketing',
  'customer-success',
  'content',
  'cdn',
  'tag-manager',
  'consent-provider',
  'other',
  // Ours: the music trade, and what the practices need.
  'tickets',
  'tours',
  'pre-save',
  'fan-club',
  'text-messages',
  'mailing',
  'merchandise',
  'player',
  'session-recording',
  'fingerprinting',
  'ip-location',
  'payment',
  'sign-in',
]);
export type CompanyCategory = v.InferOutput<typeof CompanyCategorySchema>;

export const CompanySchema = v.strictObject({
  name: text,
  /** The company that owns it, when that is another name. */
  owner: text,
  category: CompanyCategorySchema,
  /** One sentence: what it does for a site. */
  purpose: v.pipe(text, v.maxLength(160)),
  domains: v.pipe(v.array(domain), v.minLength(1)),
  country: v.nullable(country),
  homepage: v.nullable(url),
  privacyUrl: v.nullable(url),
  sources,
});

export const CompaniesFileSchema = v.strictObject({
  date: isoDate,
  /** Companies that third-party-web lacks. */
  companies: v.array(CompanySchema),
  /** Corrections to third-party-web's entries: a purpose in words, a better category. */
  overrides: v.array(
    v.strictObject({
      domain,
      name: text,
      owner: text,
      category: CompanyCategorySchema,
      purpose: v.pipe(text, v.maxLength(160)),
      sources,
    }),
  ),
  /**
   * Owners by names under which a list files them and that are not, or no longer, the name of a company of its own. `renamed`: the same
   * company under another name or spelling. `part`: a part of another company, since it was bought or from the beginning.
   */
  owners: v.array(
    v.strictObject({
      name: text,
      now: text,
      how: v.picklist(['renamed', 'part']),
      /** The year, or the month, if it is known; null for a spelling. */
      since: v.nullable(v.pipe(v.string(), v.regex(/^20\d\d(?:-(?:0[1-9]|1[0-2]))?$/, 'is no year and no month'))),
      sources,
    }),
  ),
  /** Labels under which the company of a domain stands in every country: 'google' for google.de, google.co.jp. */
  countryNames: v.array(v.strictObject({ label: text, domain, sources })),
  /** Opt-out pages by company or service, as third-party-web, `companies` or `owners` names it. */
  optOuts: v.array(v.strictObject({ owner: text, url, what: text, lastChecked: v.nullable(isoDate), sources })),
});
export type CompaniesFile = v.InferOutput<typeof CompaniesFileSchema>;

/** policy-data/tag-addresses.json: addresses that tell what a company is contacted for. Host and path as regular expressions, the host first. */
export const TagAddressesFileSchema = v.strictObject({
  date: isoDate,
  tags: v.array(
    v.strictObject({
      /** As its maker calls it. */
      name: text,
      purposes: v.pipe(v.array(CompanyCategorySchema), v.minLength(1)),
      /** Called for the sake of the call. */
      calls: v.array(pattern),
      /** Its scripts, frames and settings. */
      serves: v.array(pattern),
      /** Empty where the addresses were taken over without a page to cite. */
      sources: v.array(text),
    }),
  ),
});

/** Rows made by `npm run data` from third-party-web: [name, owner, category, domains]. */
export const ThirdPartyWebFileSchema = v.strictObject({
  source: text,
  entities: v.array(v.strictTuple([text, text, CompanyCategorySchema, v.array(v.string())])),
});
export type ThirdPartyWebFile = v.InferOutput<typeof ThirdPartyWebFileSchema>;

/** policy-data/tail-companies.json: companies that neither companies.json nor third-party-web names, from sources that anybody may use. */
export const TailCompaniesFileSchema = v.strictObject({
  date: isoDate,
  /** Where rows come from, by a short name; `licence` and `url` are null where there is nothing to cite. */
  sources: v.record(text, v.strictObject({ what: text, licence: v.nullable(text), url: v.nullable(url) })),
  /**
   * [name, owner, category, domains, short name of the source]. A name in several rows is one company. `cdn` and `hosting` are for
   * those who hand out the files of anybody (recognition/delivery-hosts.ts): a company's own files are none of these.
   */
  entities: v.array(v.strictTuple([text, text, CompanyCategorySchema, v.pipe(v.array(domain), v.minLength(1)), text])),
});
export type TailCompaniesFile = v.InferOutput<typeof TailCompaniesFileSchema>;

/** policy-data/company-spellings.json: what the import of third-party-web cannot decide by itself. */
export const CompanySpellingsFileSchema = v.strictObject({
  /** A misspelt name → the right one, which the entry's own domain spells. */
  corrections: v.array(v.strictObject({ from: text, to: text, domain })),
  /** Names that are right, though one letter off a domain of theirs. */
  right: v.array(v.strictObject({ name: text, why: text })),
});

const suffixRule = v.pipe(
  text,
  v.regex(/^(?:!|\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/, 'is no rule of the public suffix list'),
);

/** policy-data/public-suffixes.json: generated, see scripts/update-public-suffixes.ts. Rules as browsers write names, in the order of their letters. */
export const PublicSuffixesFileSchema = v.strictObject({
  source: text,
  icann: v.array(suffixRule),
  private: v.array(suffixRule),
});
export type PublicSuffixesFile = v.InferOutput<typeof PublicSuffixesFileSchema>;

/** policy-data/shared-places.json: hosts below which, or at which, anybody may publish a page, and that the public suffix list lacks. */
export const SharedPlacesFileSchema = v.strictObject({
  places: v.array(v.strictObject({ domain, what: text, source: url })),
});
export type SharedPlacesFile = v.InferOutput<typeof SharedPlacesFileSchema>;

/** A regular expression for a whole name, or for the rest of one. */
const namePattern = v.pipe(
  text,
  v.check((pattern) => {
    try {
      return new RegExp(`^(?:${pattern})$`) instanceof RegExp;
    } catch {
      return false;
    }
  }, 'must be a regular expression'),
);

/** What a kept value may look like: the shapes that recognition/value-shape.ts tells apart. */
const valueShape = v.picklist([
  ...(['empty', 'number', 'yes-no', 'time', 'uuid', 'identifier', 'e-mail', 'address', 'json'] as const),
  ...(['flash-object', 'text'] as const),
]);

/**
 * A name that is kept in browsers. Several entries may stand for one name: they are candidates, between which the host, the writer, the
 * companies contacted and the value's form decide, or nothing does.
 */
export const StoredItemEntrySchema = v.pipe(
  v.strictObject({
    /** The exact name, or, with `match: 'prefix'`, how it begins. */
    name: text,
    match: v.picklist(['exact', 'prefix']),
    /** What all of the name behind a prefix must look like, where its maker gives it a form: '\\d+', '.+_mixpanel'. */
    rest: v.optional(namePattern),
    stores: v.pipe(
      v.array(
        v.picklist([
          'cookie',
          'local',
          'session',
          'indexed-db',
          'cache',
          'service-worker',
          'origin-file',
          'storage-bucket',
          'flash',
        ]),
      ),
      v.minLength(1),
    ),
    /** Only when the store belongs to one of these hosts; [] anywhere. */
    domains: v.array(domain),
    /** Only when the value looks like one of these; a value that was not seen may be any. */
    shapes: v.optional(v.pipe(v.array(valueShape), v.minLength(1))),
    setter: text,
    purpose: v.pipe(text, v.maxLength(160)),
    category: v.picklist([
      'necessary',
      'preference',
      'analytics',
      'advertising',
      'social',
      'consent',
      'security',
      'commerce',
      'media',
      'unknown',
    ]),
    /** What its maker asks for, in words: "2 years", "session", "until deleted". What a browser keeps is said by findings/lifetime.ts. */
    lifetime: text,
    /** Does it carry a value made to tell one person or browser from the next? */
    identifier: v.boolean(),
    /**
     * What besides the name it takes to say that the setter set it; the name is enough where it is absent. `contact`: others use the name too, so
     * that it says nothing unless the setter was contacted, or wrote it. `self-run`: software that many sites run on their own machines, so that
     * it is another company's only then. `platform`: as `contact`, and it is the site's own, whose shop or pages run there, unless the setter's own
     * script wrote it.
     */
    proof: v.optional(v.picklist(['contact', 'platform', 'self-run'])),
    /** `hosting`: a machine that hands out or guards the site's own pages set it (balancer, delivery, firewall), so that it is the site's. */
    role: v.optional(v.literal('hosting')),
    /** The address at which this was read; null: not found in anything that could be opened, so that it is told from experience alone. */
    source: v.nullable(url),
  }),
  v.check(({ match, rest }) => rest === undefined || match === 'prefix', '`rest` belongs to a prefix'),
);
export type StoredItemEntry = v.InferOutput<typeof StoredItemEntrySchema>;
export const StoredItemsFileSchema = v.strictObject({ date: isoDate, items: v.array(StoredItemEntrySchema) });
export type StoredItemsFile = v.InferOutput<typeof StoredItemsFileSchema>;

/** Hosts that hand out the files of anybody: what is served there says nothing of whose it is. */
export const DeliveryHostsFileSchema = v.strictObject({
  date: isoDate,
  basis: text,
  networks: v.array(v.strictObject({ name: text, domains: v.pipe(v.array(domain), v.minLength(1)) })),
});

const AskedDataSchema = v.picklist([
  'newsletter-email',
  'mobile-number',
  'name-and-address',
  'demographics',
  'account',
]);
/** A kind of data that a permission gives, by the practice whose sentences speak of it. */
export type AskedData = v.InferOutput<typeof AskedDataSchema>;

/** A permission that a music account's owner is asked for. */
const PermissionSchema = v.strictObject({
  /** As it is written in the address. */
  name: text,
  /** What it allows, as it goes on after "It may": "see your saved music". */
  words: v.pipe(text, v.maxLength(80)),
  /** The data about the person that it gives; absent where it is about the music account alone. */
  about: v.optional(v.pipe(v.array(AskedDataSchema), v.minLength(1))),
});

/** policy-data/music-services.json: how music services are asked for rights to somebody's account, and what each right allows. */
export const MusicServicesFileSchema = v.strictObject({
  date: isoDate,
  services: v.array(
    v.strictObject({
      id,
      name: text,
      /** A regular expression over host and path of the page on which the account's owner agrees. */
      consent: v.pipe(
        regularExpression,
        v.check((source) => source.startsWith('^') && source.includes('/'), 'begins with ^ and a host, and has a path'),
      ),
      /** Where the page serves other things too: a regular expression that one of the permissions has to fit. */
      onlyWith: v.nullable(regularExpression),
      /** Where the service knows one permission for everything, and the address names none: what it allows, in a sentence. */
      whole: v.nullable(text),
      permissions: v.array(
        v.strictObject({
          ...PermissionSchema.entries,
          /** Whether saving a release, now or on the day it comes out, needs it. */
          saves: v.boolean(),
        }),
      ),
      /** The address of such a page, as sites link to it. */
      example: url,
      sources,
    }),
  ),
  /** What many services and sign-ins call alike. */
  standard: v.strictObject({ permissions: v.array(PermissionSchema), sources }),
});
export type MusicServicesFile = v.InferOutput<typeof MusicServicesFileSchema>;

/** A consent platform: what it stores, by which scripts it is known, and what its stored forms say. */
export const ConsentPlatformSchema = v.strictObject({
  name: text,
  /** The function of recognition/consent-readers.ts that reads its form. */
  reader: text,
  /** Names of its cookies and items of web storage, the one that tells the choice first. */
  items: v.array(namePattern),
  /** Hosts of its script with those below them, with the beginning of a path or without; or '/…', part of a path on any host. */
  scripts: v.array(text),
  /** Its script alone does not tell that anybody is asked: it is there without a banner too, or a site may rename its items. */
  alone: v.optional(v.literal('unknown')),
  /** Names that others use too (the trade's string): they are this platform's only where its script is there. */
  borrows: v.optional(v.array(text)),
  /** What is stored in each state, in a real-looking form: the tests read them. `by`: the stored form tells who made it. */
  examples: v.array(
    v.strictObject({
      state: v.picklist(['none-yet', 'accepted', 'refused', 'partly', 'some', 'unknown']),
      by: v.optional(v.picklist(['tool', 'signal'])),
      items: v.record(text, v.string()),
    }),
  ),
  sources,
});
export const ConsentPlatformsFileSchema = v.strictObject({
  date: isoDate,
  platforms: v.array(ConsentPlatformSchema),
  /** Platform → the domains of its company: scripts, frames, logs, look-ups of the region. */
  hosts: v.record(text, v.pipe(v.array(domain), v.minLength(1))),
});

/**
 * What a request may carry, as the popup names it. What is said of a person may come hashed. `user-id`: what the site or a service numbers an
 * account by; `browser-id`: what tells one browser from the next, whoever made it; `other-id`: what tells a device from the next.
 */
export const CarriedKindSchema = v.picklist([
  ...(['email', 'email-hash', 'phone', 'phone-hash', 'name', 'name-hash', 'birth-date', 'birth-date-hash'] as const),
  ...(['user-id', 'browser-id', 'session-id', 'click-id', 'other-id', 'ip', 'place', 'place-hash'] as const),
  ...(['gender', 'gender-hash', 'interests', 'newsletter'] as const),
  ...(['page-address', 'page-title', 'page-part', 'referrer', 'event', 'search', 'product'] as const),
  ...(['price', 'campaign', 'time'] as const),
  ...(['language', 'time-zone', 'screen', 'viewport', 'browser', 'system', 'device', 'connection'] as const),
  ...(['consent', 'account', 'site'] as const),
]);
export type CarriedKind = v.InferOutput<typeof CarriedKindSchema>;

/**
 * How the requests to a company are read: which addresses, and what a name in the query or the body stands for. A name inside
 * JSON is its path with dots, a place in a list is `*`: 'events.*.name'.
 */
export const RequestReaderSchema = v.strictObject({
  name: text,
  /** Regular expressions for an address without its query. */
  addresses: v.pipe(v.array(v.pipe(text, v.regex(/^\^https/, 'must begin with ^https'))), v.minLength(1)),
  /** Only where each of these names is there with a value that looks so, for an address that others have too. */
  when: v.optional(v.record(text, namePattern)),
  /** Kind → names that stand for it. A name may stand for several; a place in brackets is `[*]`: 'list[*]' is 'list[0]' and 'list[]'. */
  carries: v.record(CarriedKindSchema, v.pipe(v.array(text), v.minLength(1))),
  sources,
});
export type RequestReaderEntry = v.InferOutput<typeof RequestReaderSchema>;
/** Our own readers, each with where its names are documented. */
export const RequestReadersFileSchema = v.strictObject({ date: isoDate, readers: v.array(RequestReaderSchema) });
export type RequestReadersFile = v.InferOutput<typeof RequestReadersFileSchema>;
/** Generated from the package `trackhar` (CC0-1.0) by scripts/update-request-readers.ts. */
export const TrackharFileSchema = v.strictObject({
  source: text,
  readers: v.array(v.omit(RequestReaderSchema, ['sources'])),
});
