/** French. */
import type { LanguageWords } from './language-words.ts';

export const french: LanguageWords = {
  fields: {
    'card-detail':
      'titulaire, titulaire de la carte, nom sur la carte, cryptogramme, code de securite, date d expiration, expiration, valable jusqu*',
    'card-number': 'numero de carte, numero de la carte, carte bancaire, carte de credit, numero carte, n de carte',
    email: 'courriel*, adresse mail, adresse courriel, adresse electronique, mel',
    tel: 'telephone*, *telephone, mobile, =portable, numero de portable, telephone portable, portable, indicatif, numero de mobile',
    'zip-code': 'code postal, codepostal, cp',
    age: 'votre age, tranche d age, quel age',
    'birth-date': 'naissance, *naissance, anniversaire, ne le, nee le',
    gender: 'sexe, civilite, votre genre',
    country: '=pays, pays de residence, votre pays, pays region, nationalite',
    'postal-address':
      'adresse, adresse postale, =rue, numero et rue, rue et numero, ville, commune, =departement, code postal et ville, complement d adresse, localite',
    'user-name': 'identifiant, nom d utilisateur, nom utilisateur, pseudo, pseudonyme',
    search: 'recherch*, rechercher',
    name: 'nom, noms, prenom*, nom de famille, nom complet, nom et prenom, *prenom',
  },
  purposes: {
    newsletter:
      'infolettre*, abonne, abonner, abonnez*, abonnement*, inscrire, inscrivez*, inscription, s inscrire, inscris*, restez informe*, reste informe*, lettre d information, bulletin d information, liste de diffusion, recevoir les actualites, recevez, ne manquez, ne rate*, tenu au courant, tenez vous informe*',
    textMessages: 'par sms, alertes sms, par texto, texto, textos',
    sweepstakes: 'concours, tirage au sort, jeu concours, a gagner, gagne, gagner, gagnez, tentez de gagner, loterie',
    job: 'emploi*, candidature*, candidat*, recrutement, postuler, postulez, lettre de motivation, offre d emploi',
    tellAFriend: 'a un ami, a une amie, a un e ami*, un ami, inviter un ami, parrainer, parrainez, parrainage',
    logIn:
      'connexion, se connecter, connectez*, connecter, creer un compte, un compte, mon compte, votre compte, mot de passe oublie, identifiez vous',
    contact:
      'contactez*, contacter, nous contacter, message, messages, votre message, question, questions, commentaire*, ecrivez nous',
    payment: 'paiement, passer la commande, valider la commande, adresse de facturation, mode de paiement',
  },
  helping: {
    mobile: 'mobile, portable, telephone portable, numero de portable',
    landline: 'fixe, telephone fixe',
    ofMusic: 'chanson, album, groupe, artiste, chanteur, chanteuse, batteur, musicien, titre',
    friend: 'ami, amis, amie, amies, destinataire*',
    consent:
      'accepte, accepter, acceptez, j accepte, consens, consentement, conditions, conditions generales, confidentialite, recevoir, reglement, politique, autorise, newsletter*',
    ofAge: 'plus de 13, plus de 15, plus de 16, plus de 18, 13 ans, 15 ans, 16 ans, 18 ans, majeur, majeure',
    notAPerson:
      'entreprise, societe, artiste, chanson, groupe, titre, liste, fichier, ecole, produit, evenement, association',
    part: 'jour, mois, annee, jj, aaaa, numero, n',
    ignored:
      'nombre de, nombre d, carte cadeau*, adresse web, adresse ip, genre musical, genres musicaux, genre de musique, genre prefere, music genre*, favorite genre*, favourite genre*, genre of, bon d achat',
  },
};
