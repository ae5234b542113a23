/** German. */
import type { LanguageWords } from './language-words.ts';

export const german: LanguageWords = {
  fields: {
    'card-detail':
      'karteninhaber*, name auf der karte, prufnummer, kartenprufnummer, sicherheitscode, ablaufdatum, gultig bis, gultigkeit',
    'card-number': 'kartennummer, karten nummer, kreditkarte, kreditkartennummer, kreditkarten nummer',
    email: 'e mail*, emailadresse, mailadresse, mail adresse, *mailadresse',
    tel: 'telefon*, *telefon, mobilnummer, mobil, mobilfunk*, mobiltelefon*, =handy, handynummer, handy nummer, rufnummer, festnetz*, vorwahl',
    'zip-code': 'plz, postleitzahl, plz ort',
    age: '=alter, dein alter, ihr alter, altersgruppe',
    'birth-date': 'geburt*, geboren, geb datum, gebdatum, *geburtsdatum',
    gender: 'geschlecht, anrede',
    country: '=land, land region, wohnsitzland, dein land, ihr land, staat, nationalitat',
    'postal-address':
      'adresse, anschrift, *anschrift, postanschrift, strasse*, *strasse, hausnummer, hausnr, =ort, wohnort, stadt, bundesland, adresszeile, adresszusatz, postadresse',
    'user-name': 'benutzername, benutzer, nutzername, benutzerkennung, anmeldename, login name',
    search: 'suche, suchen, suchbegriff*, suchwort, durchsuchen',
    name: 'vorname*, nachname*, familienname, vor und nachname, *vorname, *nachname, ihr name, dein name',
  },
  purposes: {
    newsletter:
      'newsletter*, abonnier*, abonnement*, jetzt anmelden, hier anmelden, newsletteranmeldung, zum newsletter, auf dem laufenden, verteiler, eintragen, jetzt eintragen, keine news, neuigkeiten',
    textMessages: 'textnachricht*, per sms, sms abo*, sms service',
    sweepstakes:
      'gewinnspiel*, gewinn, gewinne, gewinnen, verlosung*, verlosen, preisausschreiben, mitmachen und gewinnen',
    job: 'bewerb*, lebenslauf, stellenangebot*, karriere, anschreiben',
    tellAFriend:
      'weitersagen, weiterempfehlen, freunde einladen, freunden empfehlen, freund empfehlen, freunden weiterempfehlen, an einen freund, freunde werben',
    logIn: 'einloggen, anmelden, konto, kundenkonto, benutzerkonto, mein konto, passwort vergessen',
    contact: 'kontakt*, nachricht*, ihre nachricht, frage, fragen, anfrage, kommentar*, anliegen, mitteilung',
    payment:
      'zur kasse, kasse, jetzt kaufen, zahlungspflichtig*, rechnungsadresse, zahlungsart, bestellung abschliessen',
  },
  helping: {
    mobile: 'mobil, mobilnummer, mobilfunk*, mobiltelefon*, handy, handynummer, handy nummer',
    landline: 'festnetz*',
    ofMusic: 'lied, song, album, band, kunstler, kunstlerin, sanger, sangerin, schlagzeuger, musiker, titel',
    friend: 'freund*, empfanger*',
    consent:
      'zustimm*, stimme, einwillig*, willige, einverstanden, akzeptier*, datenschutz*, agb, nutzungsbedingungen, teilnahmebedingungen, erhalten, newsletter*',
    ofAge:
      'mindestens 14, mindestens 16, mindestens 18, uber 14, uber 16, uber 18, 14 jahre*, 16 jahre*, 18 jahre*, volljahrig',
    notAPerson:
      'firma, firmenname, unternehmen, verein, kunstler, lied, titel, liste, datei*, hund, schule, produkt*, veranstaltung*',
    part: 'tag, monat, jahr, tt, jjjj, datum, nummer, nr',
    partOfName: 'titel',
    ignored: 'geschenkkarte*, geburtstagskarte*, internetadresse, webadresse, firmenadresse',
  },
};
