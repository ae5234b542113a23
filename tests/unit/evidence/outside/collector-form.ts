/**
 * What the readers of the EDPS Website Evidence Collector's `inspection.json` ask of it. Its own reporter:
 * EU-EDPS/website-evidence-collector, assets/template.pug at 03877b9 (each member that the template reads) and reporter/index.js at 092faf9.
 * The EDPB Website Auditing Tool: patmmccann/edpb-website-auditing-tool, src/app/services/inspection.service.ts at 4e28dba and
 * src/app/models/cards/ (cookie-card at 21f3c92, beacon-card and local-storage-card at 344589e, log at 789d2c4).
 */
type Loose = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === 'string';
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isTime = (value: unknown): boolean => typeof value === 'string' && !Number.isNaN(new Date(value).getTime());
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isAddress = (value: unknown): boolean => typeof value === 'string' && URL.canParse(value);
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isAddresses = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isAddress);

type Rules = Readonly<Record<string, (value: unknown) => boolean>>;

const within = (root: unknown, name: string): unknown =>
  name.split('.').reduce((of, member) => (isObject(of) ? of[member] : undefined), root);

const ROOT: Rules = {
  title: isText,
  host: isText,
  uri_ins: isAddress,
  uri_dest: isAddress,
  uri_refs: isAddresses,
  browsing_history: isAddresses,
  start_time: isTime,
  end_time: isTime,
  'script.host': isText,
  'script.version.npm': isText,
  'script.config.screenshots': isFlag,
  'secure_connection.redirects': Array.isArray,
  'browser.name': isText,
  'browser.version': isText,
  'browser.user_agent': isText,
  'browser.platform.name': isText,
  'browser.platform.version': isText,
  'browser.extra_headers': isObject,
  'links.social': Array.isArray,
  'links.firstParty': Array.isArray,
  'links.thirdParty': Array.isArray,
  cookies: Array.isArray,
  beacons: Array.isArray,
  unsafeForms: Array.isArray,
  localStorage: isObject,
  ...Object.fromEntries(
    ['requests', 'beacons', 'cookies', 'localStorage', 'links'].flatMap((name) => [
      [`hosts.${name}.firstParty`, isTexts],
      [`hosts.${name}.thirdParty`, isTexts],
    ]),
  ),
};

/** `log`: who wrote it. Where it is told, its stack is gone through. */
const isLog = (value: unknown): boolean =>
  value === undefined ||
  (isObject(value) &&
    isTime(value.timestamp) &&
    Array.isArray(value.stack) &&
    value.stack.length > 0 &&
    value.stack.every((frame) => isObject(frame) && isAddress(frame.fileName) && isText(frame.source)));

const COOKIE: Rules = {
  name: isText,
  // "Don't consider deletion events with no value defined" (cookie-card.ts).
  value: (value) => isText(value) && value !== '',
  domain: isText,
  path: isText,
  expires: isNumber,
  size: isNumber,
  httpOnly: isFlag,
  secure: isFlag,
  session: isFlag,
  firstPartyStorage: isFlag,
  expiresDays: (value) => value === undefined || isNumber(value),
  expiresUTC: (value) => value === undefined || isTime(value),
  log: (value) =>
    isLog(value) && (value === undefined || ['Cookie.HTTP', 'Cookie.JS'].includes((value as Loose).type as string)),
};
const BEACON: Rules = { url: isAddress, listName: isText, filter: isText, occurrances: isNumber, log: isLog };
const ITEM: Rules = { value: (value) => isText(value) && value !== '', firstPartyStorage: isFlag, log: isLog };
const FORM: Rules = { id: isText, action: isAddress, method: isText };
const LINK: Rules = { href: isAddress, inner_text: isText };

const broken = (of: unknown, rules: Rules, where: string): readonly string[] =>
  Object.entries(rules).flatMap(([name, fits]) =>
    fits(within(of, name)) ? [] : [`${where}${name}: ${JSON.stringify(within(of, name))}`],
  );
const each = (list: unknown, rules: Rules, where: string): readonly string[] =>
  (Array.isArray(list) ? (list as readonly unknown[]) : []).flatMap((of, at) => broken(of, rules, `${where}.${at}.`));

/** The members that do not fit, by their paths. */
export function collectorFaults(inspection: unknown): readonly string[] {
  const { cookies, beacons, unsafeForms, localStorage, links } = inspection as Loose;
  return [
    ...broken(inspection, ROOT, ''),
    ...each(cookies, COOKIE, 'cookies'),
    ...each(beacons, BEACON, 'beacons'),
    ...each(unsafeForms, FORM, 'unsafeForms'),
    ...['firstParty', 'thirdParty'].flatMap((name) => each(within(links, name), LINK, `links.${name}`)),
    ...Object.entries((localStorage ?? {}) as Loose).flatMap(([origin, items]) => [
      ...(isAddress(origin) ? [] : [`localStorage: ${origin}`]),
      ...Object.entries(items as Loose).flatMap(([name, item]) =>
        broken(item, ITEM, `localStorage.${origin}.${name}.`),
      ),
    ]),
  ];
}
