/** A study, a place and a language → a letter. Pure: the same input gives the same letter. */
import type { CaptureStudy } from '../../capture/study-capture.ts';
import type { LetterJurisdiction, LetterKind, LetterWordsFile } from '../../schemas/letter-data.ts';
import type { Route } from '../../schemas/policy-data.ts';
import { citedAnswer, citedRight } from './cited-law.ts';
import { fill, letterTime, plainName } from './fill.ts';
import {
  companyNames,
  findingParagraphs,
  itemNames,
  listed,
  pageNames,
  siteNames,
  textsParagraph,
} from './letter-findings.ts';
import { authorityRecipient, companyRecipient } from './letter-place.ts';
import type { Letter, LetterPlace } from './letter.ts';

/** What a letter is made from. */
export interface LetterInput {
  readonly kind: LetterKind;
  /** Of one organisation's pages (`ownStudy`). */
  readonly study: CaptureStudy;
  readonly place: LetterPlace;
  /** All routes: of them the organisation's own are its ways to be reached. */
  readonly routes: readonly Route[];
  readonly words: LetterWordsFile;
  /** SHA-256 of the seal, hexadecimal; null where nothing was sealed: the letter then has a place to fill it in. */
  readonly seal: string | null;
}

function placeName({ region, place }: LetterJurisdiction, { locale }: LetterWordsFile): string {
  return place ?? new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(region) ?? region;
}

/**
 * What a letter may tell of: the pages of one organisation, that of the first page which is anybody's. What was seen on a page of
 * somebody else says nothing of it, and a letter about that would go to the wrong company. Null where no page is anybody's.
 */
export function ownStudy(study: CaptureStudy): CaptureStudy | null {
  const owned = study.pages.filter(
    ({ report: { recognition } }) => recognition.status === 'listed' || recognition.status === 'by-marks',
  );
  const [first] = owned;
  if (first === undefined) return null;
  const pages = owned.filter(({ report }) => report.organisation.id === first.report.organisation.id);
  return { ...study, pages };
}

/**
 * Makes a letter.
 * @throws Error when the study has no page, or a place of the words has no value
 */
export function makeLetter(input: LetterInput): Letter {
  const { kind, study, place, routes, words } = input;
  const [first] = study.pages;
  if (first === undefined) throw new Error('A letter needs a page that was seen.');
  const { jurisdiction, law, authority } = place;
  const { conditions, startedAt } = study.capture;
  const { blanks } = words;
  const company = first.report.organisation.legalName;
  const common = { ...blanks, company, site: siteNames(words, study), place: placeName(jurisdiction, words) };
  const isComplaint = kind === 'complaint';
  const recipient = companyRecipient(company, routes, jurisdiction.region, kind);
  const right = citedRight(law, kind, words.language);
  const answer = isComplaint ? null : citedAnswer(law, kind, words.language);
  const basis = right !== null ? [fill(words.basis, { law: right.law })] : kind === 'feedback' ? [] : [words.noBasis];
  const asked =
    answer === null
      ? words.answerSoon
      : fill(words.answerBy, {
          period: fill(words.period[answer.period.unit], { count: String(answer.period.count) }),
        });
  const { time, zone } = letterTime(words, startedAt, conditions.timeZone);
  const tool = plainName(`${conditions.extension.name} ${conditions.extension.version}`);
  const paragraphs = [
    isComplaint ? words.greeting.authority : words.greeting.company,
    fill(words.intro[kind], common),
    ...(isComplaint ? [fill(words.about, { company: recipient.postal ?? company })] : []),
    fill(words.seen, { time, zone: plainName(zone), tool, site: pageNames(words, study) }),
    textsParagraph(words, study),
    ...findingParagraphs(words, study),
    fill(words.companies, { list: listed(words, companyNames(study)) }),
    fill(words.items, { list: listed(words, itemNames(study)) }),
    fill(words.seal, { seal: input.seal ?? blanks.seal }),
    words.limits,
    [fill(words.ask[kind], common), ...basis, ...(isComplaint ? [] : [asked])].join(' '),
    ...(isComplaint && (authority.first ?? []).length > 0 ? [fill(words.companyFirst, common)] : []),
    fill(words.identify, common),
    `${words.closing}\n${blanks.name}`,
  ];
  const text = paragraphs.join('\n\n');
  return {
    ...{ kind, region: jurisdiction.region, language: words.language },
    recipient: isComplaint ? authorityRecipient(place, words.language) : recipient,
    subject: fill(words.subject[kind], common),
    paragraphs,
    ...{ basis: right, answer },
    toFill: Object.values(blanks)
      .filter((mark) => text.includes(mark))
      .sort((a, b) => text.indexOf(a) - text.indexOf(b)),
    sealMark: input.seal === null ? blanks.seal : null,
    fields: { company: recipient.postal ?? company, site: pageNames(words, study), time: `${time} (${zone})` },
    rest: words.rest,
  };
}
