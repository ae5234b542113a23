/** Pages where a choice is made by somebody, or by nobody: `/consents/…`. Analytics is there before it, and an advertising tag comes with it. */
import { html, type Answer } from '../answer.ts';
import { plainPage } from '../document.ts';

const ANALYTICS = '<script src="https://www.google-analytics.com/analytics.js"></script>';
const ONETRUST =
  '<script src="https://cdn.cookielaw.org/scripttemplates/otSDKStub.js" data-domain-script="00000000-0000-0000-0000-000000002417"></script>';
const COOKIEBOT = '<script src="https://consent.cookiebot.com/uc.js"></script>';
/**
 * What the pages share: a cookie for the site, a tag that comes with the choice, what an accepting button does, and what happens by itself
 * some time after the load, or, at the address with `#held`, at an event `go`: when somebody has seen the page without a choice.
 */
const SHARED = `<script>
function byItself(act, wait) { location.hash === '#held' ? addEventListener('go', act) : addEventListener('load', () => setTimeout(act, wait)); }
function keep(cookie) { document.cookie = cookie + '; path=/; max-age=31536000; secure'; }
function advertise() { document.head.append(Object.assign(document.createElement('script'), { src: 'https://connect.facebook.net/en_US/fbevents.js' })); }
function oneTrust(groups) { keep('OptanonConsent=isGpcEnabled=0&groups=' + encodeURIComponent(groups)); keep('OptanonAlertBoxClosed=' + new Date().toISOString()); }
function cookiebot(all, method) { keep('CookieConsent={stamp:%27x%27%2Cnecessary:true%2Cpreferences:' + all + '%2Cstatistics:' + all + '%2Cmarketing:' + all + '%2Cmethod:%27' + method + '%27%2Cver:1}'); }
</script>`;

const PAGES: Readonly<Record<string, string>> = {
  /** The kit keeps two items at the press, and two others in their place a while later. */
  'renamed-keys': `<script src="https://web.cmp.usercentrics.eu/ui/loader.js"></script>${ANALYTICS}<button id="accept">Accept</button>
<script>
document.getElementById('accept').onclick = () => {
  localStorage.setItem('uc_settings', '{"services":[{"id":"svc-a","history":[{"action":"onAcceptAllServices","type":"explicit"}]}]}');
  localStorage.setItem('uc_user_interaction', 'true');
  setTimeout(() => {
    localStorage.removeItem('uc_settings');
    localStorage.removeItem('uc_user_interaction');
    localStorage.setItem('ucData', '{"gcm":{"adStorage":"granted"},"consent":{"services":{"kit":{"name":"Usercentrics Consent Management Platform","consent":true},"svc-a":{"name":"Google Analytics","consent":true}}},"ui":{"language":"en"}}');
    localStorage.setItem('ucString', 'eyJ2IjozfQ');
  }, 1500);
};
</script>`,
  /** Where nobody is asked, the tool stores its own answer. */
  implied: `${COOKIEBOT}${ANALYTICS}<script>byItself(() => { cookiebot(true, 'implied'); advertise(); }, 1200);</script>`,
  /** The same without a mark: a timer accepts. */
  timer: `${ONETRUST}${ANALYTICS}<script>byItself(() => { oneTrust('C0001:1,C0002:1'); advertise(); }, 1500);</script>`,
  /** A script presses in the person's name. */
  'script-press': `${ONETRUST}${ANALYTICS}<script>byItself(() => document.getElementById('onetrust-accept-btn-handler').click(), 1500);</script>`,
  'gpc-made': `${ONETRUST}${ANALYTICS}<script>byItself(() => keep('OptanonConsent=isGpcEnabled=1&browserGpcFlag=1&groups=C0001%3A1%2CC0002%3A1%2CC0004%3A0'), 1000);</script>`,
  /** The banner stands in a frame of its company, and tells the page. */
  'frame-banner': `<script src="https://consent.trustarc.com/notice?domain=lantern"></script>${ANALYTICS}<iframe title="Cookies" src="https://consent.trustarc.com/banner"></iframe>
<script>addEventListener('message', ({ data }) => { if (data !== 'accept') return; keep('notice_gdpr_prefs=0,1,2:'); keep('notice_preferences=2:'); advertise(); });</script>`,
  /** Where it is closed to scripts, a press in it is a press on the page. */
  'closed-tree': `${COOKIEBOT}${ANALYTICS}<div id="host"></div>
<script>
const tree = document.getElementById('host').attachShadow({ mode: 'closed' });
tree.innerHTML = '<button style="width: 200px; height: 60px">Accept</button>';
tree.querySelector('button').onclick = () => { cookiebot(true, 'explicit'); advertise(); };
</script>`,
  'two-platforms': `${ONETRUST}${COOKIEBOT}${ANALYTICS}`,
  /** One of two tools holds a choice from before. */
  'two-choices': `<script>cookiebot(false, 'explicit');</script>${COOKIEBOT}${ONETRUST}${ANALYTICS}`,
  'two-cookies': `<script>
document.cookie = 'CookieConsent={stamp:%27a%27%2Cnecessary:true%2Cpreferences:false%2Cstatistics:false%2Cmarketing:false%2Cmethod:%27explicit%27}; path=/consents';
document.cookie = 'CookieConsent={stamp:%27b%27%2Cnecessary:true%2Cpreferences:true%2Cstatistics:true%2Cmarketing:true%2Cmethod:%27explicit%27}; path=/; domain=' + location.hostname.split('.').slice(-2).join('.');
</script>${ANALYTICS}`,
  /** The choice is stored and the page loads anew at once. */
  'reload-at-choice': `${COOKIEBOT}${ANALYTICS}<button id="accept">Accept</button><script>document.getElementById('accept').onclick = () => { cookiebot(true, 'explicit'); location.reload(); };</script>`,
  /** A tool that nobody knows of before it has stored something. */
  unannounced: `${ANALYTICS}<button id="accept">Accept</button><script>document.getElementById('accept').onclick = () => { localStorage.setItem('klaro', '{"matomo":true}'); advertise(); };</script>`,
  /** The tool asks its server first, and stores the answer a second after the press. */
  'slow-server': `${COOKIEBOT}${ANALYTICS}<button id="accept">Accept</button><script>document.getElementById('accept').onclick = () => { advertise(); setTimeout(() => cookiebot(true, 'explicit'), 1000); };</script>`,
  /** What was chosen is taken back. */
  withdrawn: `<script>cookiebot(true, 'explicit');</script>${COOKIEBOT}<button id="forget">Forget</button><script>document.getElementById('forget').onclick = () => { document.cookie = 'CookieConsent=; path=/; max-age=0'; };</script>`,
};

/** A page of the family, or null where there is none. `name`: what follows `/consents/`. */
export function consentPage(name: string): Answer | null {
  const body = PAGES[name];
  return body === undefined ? null : html(plainPage(`Consents: ${name}`, SHARED + body));
}

/** The banner in the frame of its company. */
export const consentFrame = (): Answer =>
  html("<!doctype html><title>Cookies</title><button onclick=\"parent.postMessage('accept', '*')\">Accept</button>");
