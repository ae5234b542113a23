/** English. */
import type { LanguageWords } from './language-words.ts';

export const english: LanguageWords = {
  fields: {
    'card-detail':
      'cvc, cvv, cvv 2, cvc 2, csc, security code, card code, cardholder, card holder, cardholder name, name on card, expiry, expiry date, expiration, expiration date, expires, exp date, exp month, exp year, exp, card exp*',
    'card-number':
      'card number, cardnumber, card num, card no, ccnumber, cc number, ccnum, cc num, credit card, creditcard, debit card',
    email: '*email*, mail, e mail, e mails, mail address, mailaddress, emailaddress',
    tel: 'phone, phones, phonenumber, phone*, telephone*, *telephone, mobile, mobilephone*, mobilenumber, cell, cellphone*, homephone, workphone, userphone, contactphone, tel, telno, sms, country code, dial code, calling code, area code',
    'zip-code':
      'zip, zipcode, zip code, postcode, post code, postal code, postalcode, zippostal, eircode, pincode, pin code',
    age: 'age, your age, age group, age range, agegroup, agerange',
    'birth-date': '*birth, birth*, *birthday, *birthdate, dob, bday, date of birth, dateofbirth',
    gender: 'gender, sex, pronouns',
    country: 'country, country of residence, countryname, country name, countryregion, nationality',
    'postal-address':
      'address, address*, *address, mailing address, street*, *street, addr*, city, town, suburb, state, province, county, region, address line, apt, apartment, stateprovince',
    'user-name':
      'username, user name, user, user id, userid, login, login name, screen name, screenname, nickname, handle, user login',
    search: 'search, search*, searchterm, =q, =s, =query, =keywords',
    name: 'name, names, firstname, lastname, fname, lname, fullname, surname, forename, forenames, givenname, familyname, middlename, yourname, *firstname, *lastname, *fullname, maiden name, initials',
  },
  purposes: {
    newsletter:
      'newsletter*, news letter*, *newsletter, mailing list, mailinglist, mail list, maillist, email list, subscribe*, subscription*, subscriber*, sign up, signup, sign me up, stay in touch, stay in the loop, stay up to date, stay updated, stay connected, keep in touch, keep up to date, get updates, get news, get the latest, get email*, get our email*, receive updates, receive news, receive email*, receive the latest, latest news, latest updates, email updates, news and updates, join the list, join our list, join the mailing, join our mailing, join the email, join us, join the family, join the fan*, join the club, join our club, be the first, first to know, first to hear, keep me posted, keep me updated, keep me informed, keep me up to date, never miss, dont miss, don t miss',
    textMessages:
      'sms, mms, text message*, text alert*, text update*, text me, text us, get text, get texts, receive text, receive texts, by text, via text, send text, send texts, texts from, mobile alert*, mobile message*, mobile club, data rates, reply stop, message frequency, msg frequency',
    sweepstakes:
      'sweepstake*, giveaway*, raffle*, prize draw, enter to win, chance to win, win a, win an, win two, win four, win tickets, win one, win your, win free, win this, win our, you could win, you can win, =win, =contest, enter the contest, enter our contest, contest entry, contest rules, official rules, no purchase necessary',
    job: 'job, jobs, career*, apply now, apply for, resume, cv, cover letter, internship*, job application',
    tellAFriend:
      'tell a friend, tell your friend*, tell friends, e card, ecard, e cards, ecards, to a friend, to your friend, refer a friend, refer friends, invite a friend, invite your friend*, invite friends, email a friend, share with a friend',
    logIn:
      'log in, login, sign in, signin, create an account, create account, create your account, create new account, create a new account, new account, my account, forgot password, forgot your password, member login, register an account',
    contact:
      'contact, contacts, contact us, contactus, feedback, message, messages, your message, question, questions, comment, comments, enquiry, enquiries, inquiry, get in touch, send us, write to us',
    payment:
      'checkout, check out, place order, place your order, billing details, billing address, pay now, proceed to payment, payment method, order summary',
  },
  helping: {
    mobile: 'mobile, mobilephone*, mobilenumber, mobileno, mobiletel*, cell, cellphone*, cellnumber',
    landline: 'landline, home phone, homephone, house phone',
    ofMusic:
      'song, songs, album, albums, track, band, artist, artists, drummer, singer, guitarist, bassist, musician, single, video, quiz',
    friend: 'friend, friends, friendemail*, recipient*, their, referral',
    consent:
      'agree, agreed, i agree, consent*, accept, accepts, accepted, accepting, acceptance, terms, privacy, opt in, optin, opted in, subscribe*, newsletter*, receive, updates, marketing, sign me up, gdpr, permission*, contact me, email me, keep me, text me',
    ofAge:
      'over 13, over 14, over 15, over 16, over 17, over 18, over 19, over 20, over 21, 13 or o*, 14 or o*, 16 or o*, 18 or o*, 21 or o*, 13 plus, 14 plus, 16 plus, 18 plus, 21 plus, 13 years, 14 years, 16 years, 18 years, 21 years, at least 13, at least 14, at least 16, at least 18, at least 21, age, of age',
    notAPerson:
      'company, business, organisation, organization, firm, band, artist, song, track, list, playlist, album, file, filename, domain, pet, team, school, venue, event, shop, store, product, project, host, brand, label, group, city, street, game, device, form, page, site, campaign, field',
    part: 'day, month, year, dd, mm, yyyy, yy, d, m, y, date, number, no, 1, 2, 3, area, prefix, part',
    partOfName: 'first, last, middle, given, family, prefix, suffix, title',
    ignored:
      'country music, country club, gift card*, giftcard*, loyalty card*, library card*, membership card*, fan card*, birthday card*, stage name, ip address, web address, website address, email preference*, email format, email type, mobile app, mobile apps, sign up date, date of issue, phone model, phone case',
  },
};
