/**
 * The shape of `policy-data/page-words/<code>.json`: the words of one language by which the fields, forms and links of a page are
 * known. Each file has every group; one that a language needs no words for is empty.
 *
 * `recognition/page-words/phrases.ts` says how a phrase is written; what each group is for stands here.
 */
import * as v from 'valibot';

const phrases = v.array(v.pipe(v.string(), v.trim(), v.nonEmpty()));

export const PageWordsFileSchema = v.strictObject({
  /** Whether the language writes spaces between words. Where it does not, a phrase may stand anywhere. */
  spacesBetweenWords: v.boolean(),

  /** What a field asks for. */
  fields: v.strictObject({
    /** What stands on a card besides its number: its holder, its security code, until when it is valid. */
    'card-detail': phrases,
    'card-number': phrases,
    email: phrases,
    tel: phrases,
    'zip-code': phrases,
    age: phrases,
    'birth-date': phrases,
    gender: phrases,
    country: phrases,
    /** All of an address but its postal code and country. */
    'postal-address': phrases,
    /** The name that somebody has on the site, or signs in with. */
    'user-name': phrases,
    search: phrases,
    name: phrases,
  }),

  /** What a form is for, by the words in it and near it. */
  purposes: v.strictObject({
    newsletter: phrases,
    'text-messages': phrases,
    sweepstakes: phrases,
    job: phrases,
    'tell-a-friend': phrases,
    account: phrases,
    contact: phrases,
    payment: phrases,
  }),

  /** Words that are neither a question nor a purpose by themselves. */
  helping: v.strictObject({
    /** Somebody else than the reader. */
    friend: phrases,
    /** What one agrees to beside a box. */
    consent: phrases,
    /** An answer that tells an age. */
    'of-age': phrases,
    /** What has a name and is nobody: a company, a song. */
    'not-a-person': phrases,
    /** Who or what a quiz asks about; its age and country are not the reader's. */
    'of-music': phrases,
    /** A part of a date or of a number, which says nothing without the question above it. */
    part: phrases,
    /** A part of a name, likewise. */
    'part-of-name': phrases,
    /** Which telephone is asked for; a question that has words of both asks for either. */
    mobile: phrases,
    landline: phrases,
    /** What looks like a word of the others and is none: a gift card is no card to pay with. Taken out of every text first. */
    ignored: phrases,
    /** Names and labels of fields that only robots are to fill in. */
    trap: phrases,
  }),

  /** Where a link leads, or what a button does that acts as one. */
  links: v.strictObject({
    /** To have a record in one's library when it comes out. */
    'pre-save': phrases,
    /** To sign in or to register; it counts with the name of a provider. */
    'sign-in': phrases,
    /** Stands right before the name of a provider: "with Google". */
    'before-provider': phrases,
    /** Stands behind the name of a provider. */
    'after-provider': phrases,
    /** To object, to unsubscribe, to have nothing sold. */
    choice: phrases,
    /** The same, as a part of an address. */
    'choice-address': phrases,
    /** What a consent tool asks about. */
    cookies: phrases,
    /** What else can be set in one. */
    tracking: phrases,
    /** How words for "settings" begin that stand right behind one of the two groups above. */
    settings: phrases,
    /** To change or settings, where a word of "cookies" follows at once or after one short word. */
    'settings-verb': phrases,
    policy: phrases,
    /** The same, in the last part of an address. */
    'policy-address': phrases,
    feedback: phrases,
    /** The same, as a part of an address. */
    'feedback-address': phrases,
    /** To write to the site. A button that says so opens something, so it counts for what leads somewhere. */
    contact: phrases,
    shop: phrases,
    /** How hosts of shops are called: a part of a host name. */
    'shop-host': phrases,
    /** What is sold and is no shop of the site. */
    tickets: phrases,
  }),
});
export type PageWordsFile = v.InferOutput<typeof PageWordsFileSchema>;

/** The parts that hold groups of words. */
export type PageWordsPart = Exclude<keyof PageWordsFile, 'spacesBetweenWords'>;
export type FieldWord = keyof PageWordsFile['fields'];
export type PurposeWord = keyof PageWordsFile['purposes'];
export type HelpingWord = keyof PageWordsFile['helping'];
