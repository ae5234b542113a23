/** Dutch. */
import type { LanguageWords } from './language-words.ts';

export const dutch: LanguageWords = {
  fields: {
    'card-detail': 'kaarthouder, naam op kaart, naam op de kaart, beveiligingscode, vervaldatum, vervalt, geldig tot',
    'card-number': 'kaartnummer, kaart nummer, creditcardnummer, creditcard nummer',
    email: 'e mailadres, emailadres, mailadres, mail adres, e mail adres',
    tel: 'telefoon*, telefoonnummer, mobiel, mobiele nummer, mobiel nummer, gsm, gsm nummer',
    'zip-code': 'postcode',
    age: 'leeftijd, leeftijdsgroep',
    'birth-date': 'geboorte*, geboren, verjaardag, geb datum',
    gender: 'geslacht, aanhef',
    country: '=land, land van verblijf, jouw land, nationaliteit',
    'postal-address':
      'adres, *adres, straat*, huisnummer, huisnr, =plaats, woonplaats, =stad, gemeente, provincie, toevoeging',
    'user-name': 'gebruikersnaam, gebruiker',
    search: 'zoek, zoeken, zoekterm, zoekopdracht, zoek op',
    name: 'naam, voornaam, achternaam, *voornaam, *achternaam, tussenvoegsel, familienaam, volledige naam, jouw naam',
  },
  purposes: {
    newsletter:
      'nieuwsbrief*, inschrijv*, schrijf je in, schrijf in, schrijf u in, aanmelden, meld je aan, meld u aan, aanmelding, op de hoogte, nieuws, mis niets',
    textMessages: 'sms bericht*, via sms, per sms',
    sweepstakes: 'winactie*, prijsvraag, win, winnen, maak kans, verloting, prijs winnen',
    job: 'vacature*, sollicit*, motivatiebrief, werken bij, carriere',
    tellAFriend: 'aan een vriend, vertel een vriend, nodig een vriend, nodig vrienden',
    logIn: 'inloggen, log in, account aanmaken, aanmaken, mijn account, wachtwoord vergeten',
    contact: 'contact, bericht, berichten, je bericht, vraag, vragen, opmerking*, reactie, neem contact',
    payment: 'afrekenen, bestelling plaatsen, factuuradres, betaalmethode, betaalwijze',
  },
  helping: {
    mobile: 'mobiel, mobiele nummer, mobiel nummer, gsm, gsm nummer',
    landline: 'vaste lijn, vast nummer',
    ofMusic: 'liedje, lied, album, band, artiest, zanger, zangeres, drummer, muzikant',
    friend: 'vriend*, ontvanger*',
    consent:
      'akkoord, toestem*, voorwaarden, privacy, ontvang*, accepteer, ga akkoord, nieuwsbrief*, privacybeleid, privacyverklaring',
    ofAge: '16 jaar, 18 jaar, ouder dan 16, ouder dan 18, minstens 16, minstens 18',
    notAPerson: 'bedrijf, bedrijfsnaam, artiest, nummer, lijst, bestand*, school, product, evenement, organisatie',
    part: 'dag, maand, jaar, dd, jjjj, nummer, nr',
    ignored: 'cadeaukaart*, webadres, internetadres, ip adres, deel een nummer',
  },
};
