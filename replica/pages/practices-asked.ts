/** The practices of the group "asked of the person": forms that post to the site itself, but for the one that must not. */
import type { PracticeId } from '../practice-pages.ts';

function form(button: string, fields: string, attributes = 'action="/thanks" method="post"'): string {
  return `<form ${attributes}>${fields}<button>${button}</button></form>`;
}

export const ASKED: Partial<Record<PracticeId, string>> = {
  'newsletter-email': form(
    'Subscribe',
    '<p>Sign up for the newsletter.</p><label>E-mail address<input type="email" name="email" autocomplete="email"></label>',
  ),
  'mobile-number': form(
    'Text me',
    '<p>Get text messages about new songs. Message and data rates may apply.</p><label>Mobile number<input type="tel" name="mobile" autocomplete="tel"></label>',
  ),
  'name-and-address': form(
    'Send the postcard',
    `<p>We post one card a year.</p><label>First name<input name="first_name" autocomplete="given-name"></label>
<label>Last name<input name="last_name" autocomplete="family-name"></label>
<label>Street<input name="street" autocomplete="street-address"></label><label>Town<input name="town" autocomplete="address-level2"></label>`,
  ),
  demographics: form(
    'Count me in',
    `<p>Who listens to us?</p><label>Date of birth<input type="date" name="birthday" autocomplete="bday"></label>
<label>Gender<select name="gender"><option>Female<option>Male<option>Another<option>I'd rather not say</select></label>
<label>Country<select name="country" autocomplete="country-name"><option>United States<option>Germany</select></label>
<label>Zip code<input name="zip" autocomplete="postal-code"></label>`,
  ),
  account: form(
    'Create account',
    `<p>Create an account for the fan forum.</p><label>User name<input name="user_name" autocomplete="username"></label>
<label>Password<input type="password" name="new_password" autocomplete="new-password"></label>`,
  ),
  payment: form(
    'Pay now',
    `<p>Pay for your order.</p><label>Card number<input name="card_number" inputmode="numeric" autocomplete="cc-number"></label>
<label>Expiry date<input name="card_expiry" autocomplete="cc-exp"></label><label>Security code<input name="card_code" autocomplete="cc-csc"></label>`,
  ),
  'tell-a-friend': form(
    'Send the e-card',
    `<p>Tell a friend about this song.</p><label>Your friend's e-mail address<input type="email" name="friend_email"></label>
<label>A line to go with it<textarea name="line"></textarea></label>`,
  ),
  sweepstakes: form(
    'Enter the sweepstakes',
    `<p>Enter to win two tickets. No purchase necessary. Read the official rules.</p><label>E-mail address<input type="email" name="email"></label>`,
  ),
  'job-application': form(
    'Apply for this job',
    `<p>Work with us. Upload your résumé with your job application.</p><label>Your name<input name="full_name" autocomplete="name"></label><label>Résumé<input type="file" name="resume" accept=".pdf"></label>`,
    'action="/thanks" method="post" enctype="multipart/form-data"',
  ),
  'form-to-another-company': form(
    'Send',
    '<label>Your favourite song<input name="favourite_song"></label>',
    'action="https://manage.kmail-lists.com/subscriptions/subscribe" method="post"',
  ),
  'hidden-fields': form(
    'Vote',
    `<input type="hidden" name="utm_campaign" value="spring"><input type="hidden" name="list_id" value="2417">
<label>Your favourite song<input name="favourite_song"></label>`,
  ),
};
