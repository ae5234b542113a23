// @vitest-environment happy-dom
/**
 * Forms in the shape that widespread makers of forms give them, after their public documentation and embed codes, with words of our
 * own. The right answer was written before the code was asked.
 */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { observeForms } from '../../../observers/page/forms.ts';
import { fill, goTo, idleAtOnce } from './test-document.ts';
import { watchPage, type WatchedPage } from './watched-page.ts';

let page: WatchedPage;

beforeEach(() => {
  goTo('https://www.artist.example/');
  vi.stubGlobal('requestIdleCallback', idleAtOnce);
});
afterEach(() => {
  page.end();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

/** What a form asks, without what is hidden and what is of no interest; then what it is for. */
function see(html: string): string[] {
  fill(html);
  page = watchPage(observeForms);
  return page.take('form').map(({ fields, purposes }) => {
    const asked = fields.map(({ meaning }) => meaning).filter((meaning) => meaning !== 'hidden');
    return `${asked.join(' ')} → ${purposes.join(' ')}`;
  });
}

const HIDDEN = 'style="position:absolute;left:-5000px" aria-hidden="true"';

it.each<[string, string, string[]]>([
  [
    'Mailchimp, embedded',
    `<div id="mc_embed_signup"><form action="https://lantern.us1.list-manage.com/subscribe/post?u=1&id=2" method="post" id="mc-embedded-subscribe-form" name="mc-embedded-subscribe-form" class="validate"><h2>Subscribe</h2>
    <div class="mc-field-group"><label for="mce-EMAIL">Email Address <span class="asterisk">*</span></label><input type="email" name="EMAIL" id="mce-EMAIL" class="required email"></div>
    <div class="mc-field-group"><label for="mce-FNAME">First Name</label><input type="text" name="FNAME" id="mce-FNAME"></div>
    <div class="mc-field-group size1of2"><label for="mce-BIRTHDAY-month">Birthday</label><div class="datefield"><input class="birthday" type="text" placeholder="MM" name="BIRTHDAY[month]" id="mce-BIRTHDAY-month"><input class="birthday" type="text" placeholder="DD" name="BIRTHDAY[day]" id="mce-BIRTHDAY-day"></div></div>
    <div ${HIDDEN}><input type="text" name="b_1_2" tabindex="-1" value=""></div><input type="submit" name="subscribe" value="Subscribe"></form></div>`,
    ['email name birth-date birth-date → newsletter'],
  ],
  [
    'Klaviyo, drawn by script',
    `<div class="klaviyo-form"><form class="needsclick klaviyo-form-version-cid_1" data-testid="klaviyo-form-1"><div><p>Be the first to know</p></div><input id="email_1" type="email" autocomplete="email" name="email" aria-label="Enter your email address" placeholder="Enter your email"><input type="tel" autocomplete="tel" aria-label="Phone Number" placeholder="Phone Number"><button type="button">Sign up</button></form></div>`,
    ['email tel → newsletter'],
  ],
  [
    'HubSpot',
    `<form id="hsForm_1" class="hs-form" action="https://forms.hsforms.com/submissions/v3/public/submit/formsnext/multipart/1/2" method="POST" target="target_iframe_1"><div class="hs_firstname hs-firstname hs-form-field"><label id="label-firstname-1" for="firstname-1"><span>First name</span></label><legend class="hs-field-desc" style="display:none"></legend><div class="input"><input id="firstname-1" name="firstname" type="text" autocomplete="given-name"></div></div><div class="hs_email hs-form-field"><label for="email-1"><span>Email</span></label><input id="email-1" name="email" type="email" autocomplete="email" inputmode="email"></div><fieldset class="form-columns-1"><div class="hs-form-field"><label for="c1">Company name</label><input id="c1" name="company"></div></fieldset><input name="hs_context" type="hidden" value="{}"><div class="hs_submit"><input type="submit" value="Get our newsletter"></div></form>`,
    ['name email other → newsletter'],
  ],
  [
    'Gravity Forms, with its trap',
    `<form method="post" id="gform_1" action="/contact/"><ul><li class="gfield"><fieldset><legend class="gfield_label">Name<span>(Required)</span></legend><span><input type="text" name="input_1.3" id="input_1_1_3"><label for="input_1_1_3">First</label></span><span><input type="text" name="input_1.6" id="input_1_1_6"><label for="input_1_1_6">Last</label></span></fieldset></li><li class="gfield"><label for="input_1_2">Email</label><input name="input_2" id="input_1_2" type="email"></li><li class="gfield"><label for="input_1_3">Message</label><textarea name="input_3" id="input_1_3"></textarea></li><li class="gfield gform_validation_container" style="position:absolute;left:-9000px"><label for="input_1_4">Phone</label><div><input name="input_4" id="input_1_4" type="text" value="" autocomplete="new-password"></div><div>This field is for validation purposes and should be left unchanged.</div></li></ul><input type="submit" value="Submit"></form>`,
    ['name name email other → contact'],
  ],
  [
    'WPForms, with its trap',
    `<form class="wpforms-form" id="wpforms-form-7" method="post" action="/join/"><noscript>Please enable JavaScript.</noscript><div class="wpforms-field-container"><div class="wpforms-field wpforms-field-name"><label for="wpforms-7-field_0">Name</label><input type="text" id="wpforms-7-field_0" name="wpforms[fields][0]"></div><div class="wpforms-field wpforms-field-email"><label for="wpforms-7-field_1">Email</label><input type="email" id="wpforms-7-field_1" name="wpforms[fields][1]"></div></div><div class="wpforms-field wpforms-field-hp" style="display:none"><label for="wpforms-7-field-hp">Phone</label><input type="text" name="wpforms[hp]" id="wpforms-7-field-hp"></div><button type="submit" name="wpforms[submit]">Join our mailing list</button></form>`,
    ['name email → newsletter'],
  ],
  [
    'Contact Form 7',
    `<form action="/contact/#wpcf7-f1" method="post" class="wpcf7-form init"><p><label> Your name<br><span class="wpcf7-form-control-wrap" data-name="your-name"><input size="40" type="text" name="your-name" autocomplete="name"></span></label></p><p><label> Your email<br><input type="email" name="your-email"></label></p><p><label> Subject<br><input type="text" name="your-subject"></label></p><p><label> Your message (optional)<br><textarea name="your-message"></textarea></label></p><span style="display:none !important; visibility:hidden !important"><label>Please leave this field empty.<input type="text" name="website-field" tabindex="-1" autocomplete="new-password"></label></span><input type="submit" value="Submit"></form>`,
    ['name email other other → contact'],
  ],
  [
    'Shopify, newsletter',
    `<form method="post" action="/contact#ContactFooter" id="ContactFooter" accept-charset="UTF-8" class="footer__newsletter newsletter-form"><input type="hidden" name="form_type" value="customer"><input type="hidden" name="contact[tags]" value="newsletter"><div class="field"><input id="NewsletterForm--footer" type="email" name="contact[email]" placeholder="Email"><label class="field__label" for="NewsletterForm--footer">Email</label><button type="submit" name="commit" aria-label="Subscribe"></button></div></form>`,
    ['email → newsletter'],
  ],
  [
    'Shopify, account',
    `<form method="post" action="/account/login" id="customer_login"><input type="hidden" name="form_type" value="customer_login"><label for="CustomerEmail">Email</label><input type="email" name="customer[email]" id="CustomerEmail" autocomplete="email"><label for="CustomerPassword">Password</label><input type="password" name="customer[password]" id="CustomerPassword"><button>Sign in</button></form>`,
    ['email password → account'],
  ],
  [
    'Shopify, add to cart, many alike',
    Array.from(
      { length: 12 },
      (_, i) =>
        `<form method="post" action="/cart/add"><input type="hidden" name="id" value="${i}"><label for="Quantity-${i}">Quantity</label><input type="number" name="quantity" id="Quantity-${i}" value="1"><button>Add to cart</button></form>`,
    ).join(''),
    ['other → unknown'],
  ],
  [
    'Squarespace, newsletter',
    `<form class="newsletter-form" autocomplete="on" action="https://artist.squarespace.example" method="POST"><header class="newsletter-form-header"><h2>Stay in touch</h2></header><div class="newsletter-form-fields-wrapper"><div class="newsletter-form-name-fieldset"></div><div class="newsletter-form-field-wrapper form-item field email required"><label for="email-yui_1" class="newsletter-form-field-label title">Email Address</label><input id="email-yui_1" name="email" type="email" x-autocompletetype="email" autocomplete="email" spellcheck="false" placeholder="Email Address"></div></div><div class="newsletter-form-button-wrapper"><button type="submit">Sign Up</button></div><div class="hidden form-submission-text">Thank you!</div></form>`,
    ['email → newsletter'],
  ],
  [
    'Wix, drawn with generated names',
    `<section><form id="comp-k1" class="yBJuM"><h2>Subscribe Form</h2><div id="comp-k2"><label for="input_comp-k2">Email *</label><input type="email" name="email" id="input_comp-k2" pattern="x" maxlength="250" aria-required="true"></div><div id="comp-k3"><label for="input_comp-k3"><input type="checkbox" id="input_comp-k3"><span>Yes, subscribe me to your newsletter. *</span></label></div><button aria-label="Subscribe">Subscribe</button></form></section>`,
    ['email consent-box → newsletter'],
  ],
  [
    'Webflow',
    `<div class="w-form"><form id="email-form" name="email-form" data-name="Email Form" method="get"><label for="name">Name</label><input class="w-input" maxlength="256" name="name" data-name="Name" type="text" id="name"><label for="email">Email Address</label><input class="w-input" name="email" data-name="Email" type="email" id="email"><label class="w-checkbox"><div class="w-checkbox-input w-checkbox-input--inputType-custom"></div><input type="checkbox" id="checkbox" name="checkbox" style="opacity:0;position:absolute;z-index:-1"><span class="w-form-label" for="checkbox">I agree to receive updates</span></label><input type="submit" value="Subscribe"></form></div>`,
    ['name email consent-box → newsletter'],
  ],
  [
    'ActiveCampaign',
    `<form method="POST" action="https://lantern.activehosted.com/proc.php" id="_form_1_" class="_form _form_1"><input type="hidden" name="u" value="1"><div class="_form-content"><div class="_form_element"><label for="fullname" class="_form-label">Full Name</label><input type="text" id="fullname" name="fullname" placeholder="Type your name"></div><div class="_form_element"><label for="email">Email*</label><input type="text" id="email" name="email" placeholder="Type your email" required></div><div class="_form_element"><label for="phone">Phone</label><input type="text" id="phone" name="phone"></div><button id="_form_1_submit" type="submit">Subscribe</button></div></form>`,
    ['name email tel → newsletter'],
  ],
  [
    'MailerLite',
    `<div class="ml-embedded"><div class="ml-form-embedWrapper"><form class="ml-block-form" action="https://assets.mailerlite.com/jsonp/1/forms/2/subscribe" method="post" target="_blank"><h4>Newsletter</h4><div class="ml-form-fieldRow"><input aria-label="name" type="text" name="fields[name]" id="mailerlite-name" placeholder="Name" autocomplete="given-name"></div><div class="ml-form-fieldRow"><input aria-label="email" type="email" name="fields[email]" placeholder="Email" autocomplete="email"></div><div class="ml-form-recaptcha"></div><input type="hidden" name="ml-submit" value="1"><button type="submit">Subscribe</button></form></div></div>`,
    ['name email → newsletter'],
  ],
  [
    'a fan list by text message, as Laylo and Community draw it',
    `<div><h1>Get texts from Paper Lanterns</h1><div class="phone-input"><select aria-label="Phone number country"></select><input type="tel" inputmode="tel" placeholder="(555) 555-5555" autocomplete="tel"></div><p>By signing up you agree to receive recurring messages. Msg & data rates may apply. Reply STOP to end.</p><button>Sign up</button></div>`,
    // The country of a number is a part of the number.
    ['tel tel → text-messages'],
  ],
  [
    'a smart link’s gate',
    `<div role="dialog" aria-label="Stay updated"><form><label for="ls-email" class="sr-only">E-mail</label><input id="ls-email" name="email" type="email" placeholder="Enter e-mail to continue"><label><input type="checkbox" name="optInArtist"> Keep me posted about Paper Lanterns</label><button>Continue</button></form></div>`,
    ['email consent-box → newsletter'],
  ],
  [
    'Sony Music’s sign-up, sent by script',
    `<div class="sme-form" data-form-id="2417"><h3>Join the mailing list</h3><form class="sme-newsletter" novalidate><input name="field_first_name" placeholder="First name"><input name="field_email_address" placeholder="Email"><input name="field_mobile_number" type="tel" placeholder="Mobile"><select name="field_country_region" aria-label="Country / Region"></select><input name="field_postal_code" placeholder="Zip / Postal code"><fieldset><legend>Date of birth</legend><select name="dob_month" aria-label="Month"></select><select name="dob_day" aria-label="Day"></select><select name="dob_year" aria-label="Year"></select></fieldset><label><input type="checkbox" name="ae_1"> I agree to the Terms</label><button type="submit">Sign up</button></form></div>`,
    ['name email mobile country zip-code birth-date birth-date birth-date consent-box → newsletter'],
  ],
  [
    'GOV.UK, a date in three fields',
    `<form action="/next" method="post"><div class="govuk-form-group"><fieldset class="govuk-fieldset" role="group" aria-describedby="h"><legend class="govuk-fieldset__legend"><h1>When was your passport issued?</h1></legend><div id="h">For example, 27 3 2007</div><div class="govuk-date-input"><label for="p-day">Day</label><input id="p-day" name="passport-issued-day" inputmode="numeric"><label for="p-month">Month</label><input id="p-month" name="passport-issued-month" inputmode="numeric"><label for="p-year">Year</label><input id="p-year" name="passport-issued-year" inputmode="numeric"></div></fieldset></div><button>Continue</button></form>`,
    ['other other other → unknown'],
  ],
  [
    'Salesforce, web to lead',
    `<form action="https://webto.salesforce.com/servlet/servlet.WebToLead?encoding=UTF-8" method="POST"><input type=hidden name="oid" value="1"><label for="first_name">First Name</label><input id="first_name" maxlength="40" name="first_name" type="text"><br><label for="last_name">Last Name</label><input id="last_name" name="last_name" type="text"><label for="email">Email</label><input id="email" name="email" type="text"><label for="company">Company</label><input id="company" name="company" type="text"><label for="city">City</label><input id="city" name="city" type="text"><label for="state">State/Province</label><input id="state" name="state" type="text"><input type="submit" name="submit"></form>`,
    ['name name email other postal-address postal-address → unknown'],
  ],
  [
    'Marketo, with labels that name their field and stand elsewhere',
    `<form id="mktoForm_1" class="mktoForm" novalidate><div class="mktoFormRow"><label for="Email" id="LblEmail" class="mktoLabel"><div class="mktoAsterix">*</div>Email Address:</label><input id="Email" name="Email" type="email" aria-labelledby="LblEmail InstructEmail" class="mktoField"><span id="InstructEmail"></span></div><div class="mktoFormRow"><label for="mktoCheckbox_1" id="Lblopt"></label><div class="mktoLogicalField"><input name="optIn" id="mktoCheckbox_1" type="checkbox" aria-labelledby="Lblopt LblmktoCheckbox_1"><label for="mktoCheckbox_1" id="LblmktoCheckbox_1">I consent to e-mails</label></div></div><div class="mktoFormRow"><input type="hidden" name="utm_source__c"></div><button type="submit" class="mktoButton">Subscribe</button></form>`,
    ['email consent-box → newsletter'],
  ],
  [
    'Typeform, drawn as steps',
    `<section data-qa="blocktype-email"><h1 id="q1">What is your email, so that we can send you news and updates?</h1><input type="email" autocomplete="email" aria-labelledby="q1" placeholder="name@example.com"><button>OK</button></section>`,
    ['email → newsletter'],
  ],
  [
    'Drupal, with a trap by style alone',
    `<form class="user-register-form" action="/user/register" method="post"><label for="edit-mail">Email address</label><input type="email" id="edit-mail" name="mail"><label for="edit-name">Username</label><input type="text" id="edit-name" name="name"><div class="homepage-textfield" style="display: none !important"><label for="edit-homepage">Leave this field blank</label><input autocomplete="off" type="text" id="edit-homepage" name="homepage"></div><input type="submit" value="Create new account"></form>`,
    ['email user-name → account'],
  ],
  [
    'Django, a transparent trap with a tempting name',
    `<form action="/contact/" method="post"><label>E-mail <input type="email" name="from"></label><label>Message <textarea name="text"></textarea></label><div style="opacity: 0; position: absolute; top: 0px; left: 0px; height: 0px; width: 0px; z-index: -1;"><label>leave this field blank to prove your humanity<input type="text" name="phonenumber" value=""></label></div><button>Send us a message</button></form>`,
    ['email other → contact'],
  ],
  [
    'Elementor, a trap without anything around it',
    `<form class="elementor-form" method="post" name="Newsletter"><input type="hidden" name="post_id"><div class="elementor-field-group"><label for="form-field-email">Email</label><input type="email" name="form_fields[email]" id="form-field-email"></div><div class="elementor-field-type-text"><input size="1" type="text" name="form_fields[field_ab12]" id="form-field-field_ab12" style="display:none !important"></div><button>Send</button></form>`,
    ['email → newsletter'],
  ],
  [
    'a German shop’s account',
    `<form action="/konto/registrieren" method="post"><h2>Kundenkonto anlegen</h2><fieldset><legend>Anrede</legend><label><input type="radio" name="salutation" value="w">Frau</label><label><input type="radio" name="salutation" value="m">Herr</label></fieldset><label for="vn">Vorname</label><input id="vn" name="f1"><label for="nn">Nachname</label><input id="nn" name="f2"><label for="st">Straße und Hausnummer</label><input id="st" name="f3"><label for="plz">PLZ</label><input id="plz" name="f4"><label for="ort">Ort</label><input id="ort" name="f5"><label for="tel">Telefonnummer (optional)</label><input id="tel" name="f6"><label for="pw">Passwort</label><input id="pw" type="password" name="f7"><label><input type="checkbox" name="agb">Ich akzeptiere die AGB</label><button>Registrieren</button></form>`,
    ['gender name name postal-address zip-code postal-address tel password consent-box → account'],
  ],
  [
    'a Japanese fan club',
    `<form action="/mailmagazine" method="post"><h2>メールマガジン登録</h2><dl><dt><label for="a">お名前（フリガナ）</label></dt><dd><input id="a" name="q1"></dd><dt><label for="b">メールアドレス（確認用）</label></dt><dd><input id="b" name="q2"></dd><dt><label for="c">郵便番号</label></dt><dd><input id="c" name="q3"></dd><dt><label for="d">都道府県</label></dt><dd><select id="d" name="q4"></select></dd><dt><label for="e">好きな曲名</label></dt><dd><input id="e" name="q5"></dd></dl><label><input type="checkbox" name="ok">利用規約に同意する</label><button>登録する</button></form>`,
    ['name email zip-code postal-address other consent-box → newsletter'],
  ],
  [
    'a French prize draw about records',
    `<form action="/jeu" method="post"><h2>Tirage au sort</h2><label>Nom<input name="a"></label><label>Prénom<input name="b"></label><label>Adresse e-mail<input name="c"></label><label>Nombre de billets<input name="d"></label><label>Genre musical préféré<select name="genre"></select></label><button>Participer</button></form>`,
    ['name name email other other → sweepstakes'],
  ],
  [
    'a quiz about a band',
    `<form><fieldset><legend>How old is the song?</legend><label><input type="radio" name="age_of_song"> 5 years</label><label><input type="radio" name="age_of_song"> 10 years</label></fieldset><fieldset><legend>Aus welchem Land kommt der Schlagzeuger?</legend><label><input type="radio" name="q2"> Schweden</label><label><input type="radio" name="q2"> Norwegen</label></fieldset><input type="email" name="e"><button>Go</button></form>`,
    ['other other email → unknown'],
  ],
  [
    'news of a prize above a newsletter',
    `<p>They won the prize for the best album. The winner of the choir contest sings on it.</p><form action="/n" method="post"><label>Get our newsletter: <input type="email" name="e"></label><button>Subscribe</button></form>`,
    ['email → newsletter'],
  ],
  [
    'WooCommerce, where the card is asked for in a frame',
    `<form name="checkout" class="woocommerce-checkout" method="post" action="/checkout/"><h3>Billing details</h3><label>First name <input name="billing_first_name"></label><label>Street address <input name="billing_address_1"></label><label>Email address <input type="email" name="billing_email"></label><button>Place order</button></form>`,
    ['name postal-address email → payment'],
  ],
  [
    'words that only look like others',
    `<form action="/x" method="post"><label>Gift card number<input name="gc"></label><label>Band name<input name="name"></label><label>Do you play the saxophone?<input name="sax"></label><label>Cap size<input name="cap_size"></label><label>Average package<input name="p"></label><label>Which country music do you like?<input name="cm"></label><label>Landing page<input name="lp"></label><label>Telegram handle of the project<input name="tg"></label><button>Recommend and discriminate</button></form>`,
    ['other other other other other other other user-name → unknown'],
  ],
])('%s', (_maker, html, expected) => {
  expect(see(html)).toEqual(expected);
});
