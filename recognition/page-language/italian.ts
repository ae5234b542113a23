/** Italian. */
import type { LanguageWords } from './language-words.ts';

export const italian: LanguageWords = {
  fields: {
    'card-detail':
      'titolare, titolare della carta, intestatario, nome sulla carta, codice di sicurezza, scadenza, data di scadenza',
    'card-number': 'numero di carta, numero della carta, numero carta, carta di credito, carta di debito',
    email: 'posta elettronica, indirizzo email, indirizzo e mail, indirizzo mail',
    tel: 'telefono*, cellulare, numero di cellulare, prefisso',
    'zip-code': '=cap, codice postale, codice di avviamento postale, cap citta, codicepostale',
    age: '=eta, la tua eta, fascia d eta, fascia di eta',
    'birth-date': 'nascita, *nascita, compleanno, nato il, nata il',
    gender: 'sesso',
    country: '=paese, paese di residenza, il tuo paese, nazione, nazionalita',
    'postal-address': 'indirizzo, indirizzo postale, =via, via e numero, citta, comune, provincia, localita, residenza',
    'user-name': 'nome utente, utente, nomeutente',
    search: 'cerca, cercare, ricerca',
    name: 'nome, nomi, cognome, nome e cognome, nome completo, il tuo nome',
  },
  purposes: {
    newsletter:
      'iscriviti, iscriversi, iscrizione, iscritto, iscritti, novita, resta aggiornato, rimani aggiornato, ricevi, mailing list, abbonati',
    textMessages: 'messaggio di testo, messaggi di testo, via sms, tramite sms',
    sweepstakes: 'concorso*, concorsi, vinci, vincere, estrazione, premio, premi in palio, lotteria',
    job: 'lavora con noi, candidatura*, candidati, curriculum, offerta di lavoro, posizioni aperte',
    tellAFriend: 'a un amico, a un amica, ad un amico, invita un amico, consiglia a un amico, invita gli amici',
    logIn: 'accedi, accesso, crea un account, crea account, il mio account, password dimenticata, crea un profilo',
    contact:
      'contatto, contatti, contattaci, messaggio, messaggi, il tuo messaggio, domanda, domande, commento, commenti, scrivici, richiesta',
    payment: 'effettua ordine, indirizzo di fatturazione, metodo di pagamento, procedi al pagamento, concludi l ordine',
  },
  helping: {
    mobile: 'cellulare',
    landline: 'fisso, telefono fisso',
    ofMusic: 'canzone, album, disco, gruppo, artista, cantante, batterista, musicista',
    friend: 'amico, amici, amica, amiche, destinatari*',
    consent:
      'accetto, accettare, accetta, condizioni, termini, informativa, consenso, acconsento, ricevere, autorizzo, trattamento',
    ofAge: 'piu di 14, piu di 16, piu di 18, 14 anni, 16 anni, 18 anni, maggiorenne',
    notAPerson: 'azienda, societa, artista, canzone, gruppo, elenco, lista, file, scuola, prodotto, evento',
    part: 'giorno, mese, anno, gg, aaaa, numero',
    ignored:
      'carta regalo, genere musicale, genere preferito, generi musicali, indirizzo ip, indirizzo web, via email, via e mail, via mail, via sms',
  },
};
