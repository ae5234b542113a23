/**
 * Forms: what they ask for, and what only looks as if they asked.
 *
 * Long because: they are read side by side.
 */
import { html, json } from '../../../replica/answer.ts';
import { document, type WildPage } from '../wild-page.ts';
import { FOOT, PHONE_EITHER } from './snippets.ts';

const VISIT = 'visit-data-sent-to-company';

/** Mailchimp's embedded form, with its trap for robots: a text field moved out of sight. */
const MAILCHIMP = `<div id="mc_embed_signup"><form action="https://columbia.us1.list-manage.com/subscribe/post?u=1a2b3c&id=4d5e6f" method="post" id="mc-embedded-subscribe-form" target="_blank">
<h2>Subscribe</h2><label for="mce-EMAIL">Email Address *</label><input type="email" name="EMAIL" class="required email" id="mce-EMAIL" required>
<label for="mce-FNAME">First Name</label><input type="text" name="FNAME" id="mce-FNAME">
<div aria-hidden="true" style="position: absolute; left: -5000px;"><input type="text" name="b_1a2b3c_4d5e6f" tabindex="-1" value=""></div>
<input type="submit" name="subscribe" class="button" value="Subscribe"></form></div>`;

export const FORM_PAGES: readonly WildPage[] = [
  {
    name: 'mailchimp-embedded',
    about: 'Mailchimp’s embedded form: e-mail and first name, sent to list-manage.com. Nothing is contacted before.',
    sources: [
      'https://mailchimp.com/help/add-a-signup-form-to-your-website/ (embedded form, with its trap for robots)',
    ],
    host: 'www.christmasmusic.com',
    html: document('Christmas', MAILCHIMP + FOOT),
    right: {
      practices: ['newsletter-email', 'name-and-address', 'form-to-another-company'],
      not: [VISIT, 'account', 'sweepstakes', 'tell-a-friend', 'web-storage'],
      either: { 'hidden-fields': 'the trap for robots is a text field out of sight, and no hidden one by its type' },
    },
  },
  {
    name: 'sony-newsletter-own',
    about: 'Sony Music’s own sign-up, which posts to forms.sonymusicfans.com: that is no other company.',
    sources: ['policy-data/organisations/sony-music/sites.json: sonymusicfans.com is Sony Music’s own service'],
    host: 'www.elvisthemusic.com',
    html: document(
      'Elvis',
      `<form action="https://forms.sonymusicfans.com/campaign/elvis/submit" method="post"><input type="hidden" name="form" value="12"><input type="hidden" name="field_country_region" value="US">
<label>Email <input type="email" name="field_email_address" required></label><label><input type="checkbox" name="ml" checked> Sign me up for updates from Elvis</label><button>Sign up</button></form>${FOOT}`,
    ),
    right: {
      practices: ['newsletter-email', 'hidden-fields'],
      not: ['form-to-another-company', VISIT, 'outbound-links', 'mobile-number'],
      either: { demographics: 'the country is sent along in a hidden field, and nobody is asked' },
    },
  },
  {
    name: 'sign-up-in-shadow',
    about: 'The sign-up is a web component with an open shadow root.',
    sources: ['https://developer.mozilla.org/en-US/docs/Web/API/Web_components/Using_shadow_DOM'],
    host: 'www.johnnycashonline.com',
    html: document(
      'Johnny',
      `<fan-club></fan-club>${FOOT}<script>customElements.define('fan-club', class extends HTMLElement { connectedCallback() {
  this.attachShadow({ mode: 'open' }).innerHTML = '<form action="/fans" method="post"><h2>Newsletter</h2><label>Email address <input type="email" name="email" autocomplete="email"></label><button>Sign me up for the newsletter</button></form>';
} });</script>`,
    ),
    right: { practices: ['newsletter-email'], not: [VISIT, 'form-to-another-company', 'account', 'name-and-address'] },
  },
  {
    name: 'sign-up-in-srcdoc',
    about: 'The sign-up stands in a frame whose document is written into the page (srcdoc); it is the site’s own.',
    sources: [
      'https://html.spec.whatwg.org/multipage/iframe-embed-object.html#attr-iframe-srcdoc (the origin is the page’s)',
    ],
    host: 'www.michaeljackson.com',
    html: document(
      'Michael',
      `<iframe title="Newsletter" width="400" height="200" srcdoc='<form action="/newsletter" method="post"><label>Your email <input type="email" name="email"></label><button>Subscribe to the newsletter</button></form>'></iframe>${FOOT}`,
    ),
    right: { practices: ['newsletter-email'], not: [VISIT, 'widget', 'form-to-another-company'] },
  },
  {
    name: 'search-and-filter-only',
    about: 'A search field, a choice of language and a filter by year: nothing is asked of the person.',
    sources: [
      'https://html.spec.whatwg.org/multipage/input.html#text-(type=text)-state-and-search-state-(type=search)',
    ],
    host: 'www.estopa.com',
    html: document(
      'Estopa',
      `<form role="search" action="/search"><label>Search <input type="search" name="s"></label><button>Search</button></form>
<form action="/music"><label>Year of release <select name="year"><option>1999</option><option>2001</option></select></label><label>Title <input name="title"></label><button>Filter</button></form>
<form action="/language"><select name="lang" aria-label="Language"><option value="es">Español</option><option value="en">English</option></select></form>${FOOT}`,
    ),
    right: {
      practices: [],
      not: [
        'newsletter-email',
        'name-and-address',
        'demographics',
        'account',
        'mobile-number',
        'hidden-fields',
        'payment',
      ],
    },
  },
  {
    name: 'log-in-with-reset',
    about: 'A log-in with e-mail and password, and a field to have the password sent anew.',
    sources: ['https://web.dev/articles/sign-in-form-best-practices'],
    host: 'www.theorchard.com',
    path: '/login',
    html: document(
      'Log in',
      `<form action="/session" method="post"><label>Email <input type="email" name="email" autocomplete="username"></label><label>Password <input type="password" name="password" autocomplete="current-password"></label><button>Log in</button></form>
<h2>Forgot your password?</h2><form action="/reset" method="post"><label>Email <input type="email" name="email"></label><button>Send me a link</button></form>${FOOT}`,
    ),
    right: { practices: ['account'], not: ['newsletter-email', 'tell-a-friend', 'name-and-address', 'social-sign-in'] },
  },
  {
    name: 'contact-with-topic-newsletter',
    about: 'A contact form; one of its topics is called “Newsletter”. It signs nobody up.',
    sources: ['https://www.w3.org/WAI/tutorials/forms/ (labels)'],
    host: 'www.awal.com',
    path: '/contact',
    html: document(
      'Contact us',
      `<form action="/contact" method="post"><label>Full name <input name="fullname" autocomplete="name"></label><label>Email address <input type="email" name="email"></label>
<label>Topic <select name="topic"><option>Press</option><option>Licensing</option><option>Problem with a newsletter</option></select></label><label>Message <textarea name="message"></textarea></label><button>Send message</button></form>${FOOT}`,
    ),
    right: { practices: ['name-and-address'], not: ['newsletter-email', 'sweepstakes', 'job-application', 'account'] },
  },
  {
    name: 'age-gate',
    about: 'A page that asks for the date of birth before it lets anybody in.',
    sources: ['https://www.w3.org/WAI/WCAG21/Techniques/html/H98 (autocomplete: bday)'],
    host: 'www.melendioficial.com',
    html: document(
      'Are you old enough?',
      `<form action="/enter" method="post"><fieldset><legend>Please enter your date of birth</legend><label>Day <select name="birth_day"><option>1</option></select></label>
<label>Month <select name="birth_month"><option>1</option></select></label><label>Year <select name="birth_year"><option>1990</option></select></label></fieldset><button>Enter</button></form>${FOOT}`,
    ),
    right: { practices: ['demographics'], not: ['name-and-address', 'account', 'newsletter-email', 'sweepstakes'] },
  },
  {
    name: 'quiz-of-songs',
    about:
      'A quiz: how old is the song, which gender has the grammar of its title, from which state is the band. Nothing about the person.',
    sources: ['https://developer.mozilla.org/en-US/docs/Web/HTML/Reference/Elements/input/radio'],
    host: 'www.dailyrindblog.com',
    html: document(
      'How well do you know the band?',
      `<form id="quiz"><fieldset><legend>How old is the song “Lanterns”?</legend><label><input type="radio" name="age_of_song" value="5"> 5 years</label><label><input type="radio" name="age_of_song" value="10"> 10 years</label></fieldset>
<fieldset><legend>From which country does the drummer come?</legend><label><input type="radio" name="q2" value="us"> United States</label><label><input type="radio" name="q2" value="se"> Sweden</label></fieldset>
<fieldset><legend>What is the name of the first album?</legend><input name="answer3" aria-label="What is the name of the first album?"></fieldset><button type="button">Show my score</button></form>${FOOT}`,
    ),
    steps: ({ page }) => page.click('text=Show my score'),
    right: {
      practices: [],
      not: ['demographics', 'name-and-address', 'newsletter-email', 'sweepstakes', 'hidden-fields', VISIT],
    },
  },
  {
    name: 'sweepstakes-entry',
    about: 'A prize draw of the label’s own: name, address, phone, birth date, and the rules.',
    sources: ['https://www.ftc.gov/business-guidance (no purchase necessary), public entry forms'],
    host: 'www.nowmusic.com',
    path: '/win',
    html: document(
      'Win two tickets',
      `<h2>Sweepstakes: win a trip to the show</h2><p>NO PURCHASE NECESSARY. Enter for a chance to win. See <a href="/official-rules">Official Rules</a>.</p>
<form action="/win" method="post"><label>First name <input name="first_name" autocomplete="given-name"></label><label>Last name <input name="last_name" autocomplete="family-name"></label>
<label>Street address <input name="address" autocomplete="street-address"></label><label>Zip code <input name="zip" autocomplete="postal-code"></label><label>Mobile phone <input type="tel" name="mobile"></label>
<label>Date of birth <input type="date" name="dob" autocomplete="bday"></label><label>Email <input type="email" name="email"></label><button>Enter the sweepstakes</button></form>${FOOT}`,
    ),
    right: {
      practices: ['sweepstakes', 'name-and-address', 'demographics', 'mobile-number'],
      not: ['account', 'tell-a-friend', 'payment', 'form-to-another-company'],
      either: {
        'newsletter-email': 'an address is asked for, and promotions mostly write to it; here nothing says so',
      },
    },
  },
  {
    name: 'news-of-a-prize',
    about:
      'News: the band has won a prize and gives a concert in a contest of choirs. There is a newsletter form, and no draw.',
    sources: ['English of news pages'],
    host: 'www.sonymusic.com',
    path: '/news/grammy',
    html: document(
      'Band wins a Grammy',
      `<p>They won the prize for the best album and will enter the studio again. The winner of the choir contest sings on it.</p>
<form action="https://forms.sonymusicfans.com/news" method="post"><label>Get our newsletter: <input type="email" name="email" placeholder="Email"></label><button>Subscribe</button></form>${FOOT}`,
    ),
    right: { practices: ['newsletter-email'], not: ['sweepstakes', 'form-to-another-company', VISIT, 'account'] },
  },
  {
    name: 'job-application',
    about: 'An application for a job, with a file.',
    sources: ['https://developers.greenhouse.io/job-board.html#submit-an-application (fields)'],
    host: 'www.sonymusic.com',
    path: '/careers/apply',
    html: document(
      'Apply for this job',
      `<h2>Junior A&amp;R Coordinator</h2><form action="/careers/apply" method="post" enctype="multipart/form-data"><label>First name <input name="first_name" autocomplete="given-name"></label><label>Last name <input name="last_name" autocomplete="family-name"></label>
<label>Email <input type="email" name="email"></label><label>Phone <input type="tel" name="phone" autocomplete="tel"></label><label>Resume/CV <input type="file" name="resume" accept=".pdf,.doc"></label><label>Cover letter <input type="file" name="cover_letter"></label><button>Submit application</button></form>${FOOT}`,
    ),
    right: {
      practices: ['job-application', 'name-and-address'],
      not: ['newsletter-email', 'sweepstakes', 'account', 'form-to-another-company'],
      either: PHONE_EITHER,
    },
  },
  {
    name: 'tell-a-friend-card',
    about: 'An e-card: the friend’s address and one’s own name.',
    sources: ['policy of 2011: “one-time email or e-card to your friends”'],
    host: 'www.christmasmusic.com',
    path: '/e-card',
    html: document(
      'Send an e-card',
      `<form action="/e-card" method="post"><label>Your name <input name="your_name"></label><label>Your friend’s email address <input type="email" name="friend_email"></label><label>Message <textarea name="note"></textarea></label><button>Send e-card</button></form>${FOOT}`,
    ),
    right: { practices: ['tell-a-friend', 'name-and-address'], not: ['newsletter-email', 'account', 'sweepstakes'] },
  },
  {
    name: 'email-checked-while-typing',
    about: 'A sign-up that has a company check the address as soon as the field is left, before anything is sent.',
    sources: [
      'https://docs.kickbox.com/docs/using-the-api (verify an address in real time)',
      'https://arxiv.org/abs/2204.06824 style of “leaky forms”',
    ],
    host: 'www.sonymusiclatin.com',
    html: document(
      'Latin',
      `<form action="/newsletter" method="post"><label>Email <input id="email" type="email" name="email"></label><button>Sign up for news</button></form>${FOOT}
<script>document.querySelector('#email').addEventListener('blur', (event) => { fetch('https://api.kickbox.com/v2/verify?email=' + encodeURIComponent(event.target.value) + '&apikey=wild').catch(() => {}); });</script>`,
    ),
    serve: { 'api.kickbox.com/v2/verify': () => json({ result: 'deliverable' }) },
    steps: async ({ page }) => {
      await page.locator('#email').pressSequentially('ada@lovelace.example', { delay: 15 });
      await page.keyboard.press('Tab');
    },
    right: {
      practices: [VISIT, 'newsletter-email'],
      full: ['typed-text-sent-early'],
      not: ['identifier-shared-between-companies', 'session-recording', 'account'],
      others: { 'Kickbox|kickbox.com': ['api.kickbox.com'] },
    },
  },
  {
    name: 'checked-in-the-page',
    about:
      'A sign-up that checks the address by itself while it is typed, and sends nothing. A request for the tour dates runs besides.',
    sources: ['https://developer.mozilla.org/en-US/docs/Learn_web_development/Extensions/Forms/Form_validation'],
    host: 'www.sonymusic.nl',
    html: document(
      'NL',
      `<form action="/newsletter" method="post"><label>E-mail <input id="email" type="email" name="email"></label><output></output><button>Nieuwsbrief</button></form>${FOOT}
<script>document.querySelector('#email').addEventListener('input', (event) => { document.querySelector('output').textContent = event.target.checkValidity() ? 'ok' : 'not yet'; });
document.querySelector('#email').addEventListener('blur', () => fetch('/api/tour?limit=5'));</script>`,
    ),
    serve: { '/api/tour': () => json({ dates: [] }) },
    steps: async ({ page }) => {
      await page.locator('#email').pressSequentially('ada@lovelace.example', { delay: 15 });
      await page.keyboard.press('Tab');
    },
    right: { practices: ['newsletter-email'], not: ['typed-text-sent-early', VISIT, 'form-to-another-company'] },
  },
  {
    name: 'form-by-plain-http',
    about: 'A guest book of old that posts to http.',
    sources: ['https://developer.mozilla.org/en-US/docs/Web/Security/Mixed_content (forms)'],
    host: 'www.billyjoel.com',
    path: '/guestbook',
    html: document(
      'Guest book',
      `<form action="http://www.billyjoel.com/guestbook" method="post"><label>Name <input name="name"></label><label>City <input name="city"></label><label>Entry <textarea name="entry"></textarea></label><button>Sign the guest book</button></form>${FOOT}`,
    ),
    right: {
      practices: ['sent-without-encryption', 'name-and-address'],
      not: ['newsletter-email', 'form-to-another-company', 'account'],
    },
  },
  {
    name: 'klaviyo-pop-up',
    about: 'Klaviyo’s script shows a pop-up form for e-mail and text messages.',
    sources: [
      'https://developers.klaviyo.com/en/docs/javascript_api (static.klaviyo.com/onsite/js)',
      'https://help.klaviyo.com/hc/en-us/articles/360034666712 (__kla_id)',
    ],
    host: 'store.foofighters.com',
    html: document(
      'Store',
      `<p>Records</p>${FOOT}<script>addEventListener('load', () => { const box = document.createElement('div'); box.className = 'kl-private-reset-css-Xuajs1';
box.innerHTML = '<div role="dialog" aria-label="POPUP Form"><form class="klaviyo-form" data-testid="klaviyo-form-WILD12"><p>Get 10% off. Sign up for emails and texts</p><input type="email" name="email" placeholder="Email"><input type="tel" name="phone_number" placeholder="Phone number" aria-label="Phone Number"><p>By submitting this form you agree to receive recurring automated marketing text messages. Msg &amp; data rates may apply. Reply STOP to opt out.</p><button type="button">Sign up</button></form></div>'; document.body.append(box); });</script>`,
      '<script async src="https://static.klaviyo.com/onsite/js/klaviyo.js?company_id=WILD12"></script>',
    ),
    right: {
      practices: [VISIT, 'newsletter-email', 'mobile-number', 'third-party-cookies'],
      not: ['consent-manager', 'session-recording', 'fingerprinting', 'sweepstakes'],
      either: {
        'first-party-cookies': 'Klaviyo’s script wrote the only cookie, on the site’s name',
        'form-to-another-company': 'it goes to Klaviyo, which only the script says',
        'web-analytics': 'Klaviyo also counts what people look at',
        advertising: 'Klaviyo is a company of marketing',
        widget: 'the pop-up is Klaviyo’s; whether a form is a widget is a matter of words',
      },
      others: { Klaviyo: ['static.klaviyo.com', 'static-forms.klaviyo.com', 'a.klaviyo.com'] },
    },
  },
  {
    name: 'hubspot-form',
    about: 'HubSpot’s tracking code and a form that posts to forms.hsforms.com.',
    sources: [
      'https://knowledge.hubspot.com/privacy-and-consent/what-cookies-does-hubspot-set-in-a-visitor-s-browser',
      'https://developers.hubspot.com/docs/api/marketing/forms (submit address)',
    ],
    host: 'www.sonymusicpub.com',
    html: document(
      'Publishing',
      `<form class="hs-form" action="https://forms.hsforms.com/submissions/v3/public/submit/formsnext/multipart/2417/1a2b" method="post"><label>First name <input name="firstname" autocomplete="given-name"></label>
<label>Email <input type="email" name="email"></label><label>Company name <input name="company"></label><input type="hidden" name="hs_context" value="{}"><button>Subscribe to our newsletter</button></form>${FOOT}`,
      '<script async defer id="hs-script-loader" src="//js.hs-scripts.com/2417.js"></script>',
    ),
    right: {
      practices: [
        VISIT,
        'web-analytics',
        'pixel-tag',
        'third-party-cookies',
        'newsletter-email',
        'name-and-address',
        'form-to-another-company',
        'hidden-fields',
      ],
      not: ['session-recording', 'consent-manager', 'identifier-shared-between-companies'],
      either: {
        'first-party-cookies': 'HubSpot’s script wrote all cookies, on the site’s name',
        'identifier-in-two-places': 'hubspotutk stands again inside __hstc: two cookies, one store',
        advertising: 'HubSpot is a company of marketing',
        'tag-manager': 'HubSpot’s loader adds HubSpot’s own scripts',
      },
      others: { HubSpot: ['js.hs-scripts.com', 'js.hs-analytics.net', 'track.hubspot.com'] },
    },
  },
  {
    name: 'text-message-club',
    about:
      'A text message club of Laylo in a frame, and the club’s number in words. Nothing is asked outside of the frame.',
    sources: ['https://help.laylo.com/ (embed: embed.laylo.com)'],
    host: 'www.lukecombs.com',
    path: '/texts',
    html: document(
      'Text me',
      `<p>Text LUKE to 12345 for news. Msg and data rates may apply.</p><iframe title="Laylo" src="https://embed.laylo.com/?dropId=wild" width="400" height="300"></iframe>${FOOT}`,
    ),
    right: {
      practices: [VISIT, 'widget'],
      not: ['newsletter-email', 'account', 'name-and-address'],
      either: {
        'mobile-number':
          'the field stands in Laylo’s frame, where page view cannot look, and the page itself tells of text messages',
      },
      others: { 'Laylo|laylo.com': ['embed.laylo.com'] },
    },
  },
  {
    name: 'survey-in-frame-of-own',
    about:
      'A survey of the site’s own in a frame of its own host, with gender and year of birth; the person comes by a link in the page.',
    sources: ['https://html.spec.whatwg.org/multipage/iframe-embed-object.html'],
    host: 'www.brucespringsteen.net',
    path: '/survey',
    html: document('Survey', `<iframe title="Survey" src="/survey-frame" width="500" height="300"></iframe>${FOOT}`),
    serve: {
      '/survey-frame': () =>
        html(
          '<!doctype html><title>Survey</title><form action="/survey" method="post"><label>Gender <select name="gender"><option>Female</option><option>Male</option></select></label><label>Year of birth <input name="birth_year" autocomplete="bday-year"></label><button>Send</button></form>',
        ),
    },
    right: { practices: ['demographics'], not: ['widget', VISIT, 'newsletter-email', 'name-and-address'] },
  },
];
