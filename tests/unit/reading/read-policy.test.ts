import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainText, type FileFacts } from '../../../reading/plain-text.ts';
import { isCalledPolicy } from '../../../reading/policy-form.ts';
import { isPolicyAddress, namesPolicy } from '../../../reading/policy-name.ts';
import { readDocument } from '../../../reading/read-document.ts';
import { readPolicy } from '../../../reading/read-policy.ts';
import { declaredCode, languageOfText } from '../../../reading/text-language.ts';

const POLICY = readFileSync(
  join(import.meta.dirname, '../../../policy-data/organisations/sony-music/policies/2011-12-31/policy.md'),
  'utf8',
);
const read = (text: string, facts: FileFacts = {}) => readPolicy(readPlainText(text, facts));

const GERMAN = `# Datenschutzerklärung
Wir nehmen den Schutz Ihrer Daten ernst. Wir erheben personenbezogene Daten, wenn Sie uns diese mitteilen, z. B. Ihre E-Mail-Adresse.
Wir geben Ihre Daten an Dritte nur mit Ihrer Einwilligung weiter. Wir setzen Cookies ein, um die Nutzung der Website zu messen.
Sie haben das Recht, der Verarbeitung zu widersprechen. Bei Fragen wenden Sie sich an datenschutz@plattenfirma.example.`;
const DANISH = `# Persondatapolitik
Vi behandler dine personoplysninger, når du tilmelder dig vores nyhedsbrev. Vi deler ikke dine oplysninger med andre, og du kan altid
få dem slettet. Læs mere om, hvordan vi bruger cookies på denne hjemmeside, og hvilke rettigheder du har efter loven. Kontakt os på
mail, hvis du har spørgsmål til denne politik, eller hvis du vil klage over vores behandling af dine oplysninger til en myndighed.`;
const JAPANESE = `# プライバシーポリシー
当社は、お客様の個人情報を適切に取り扱います。当社は、次の目的のために個人情報を利用します。お客様の同意なく第三者に提供することはありません。
当社は、個人情報の漏えいを防ぐため、必要な措置を講じます。お問い合わせは下記までお願いします。クッキーを使用することがあります。
お客様は、ご自身の個人情報の開示、訂正、削除を求めることができます。当社は、法令に従って、これに対応します。`;
const ARTICLE = `# Privacy is dead, say researchers
Researchers in Berlin looked at a thousand apps last year. They found that most of them send data to advertising companies. The study,
published on Monday, says that cookies are only a part of the picture. Politicians asked for stricter laws. A spokesman of the industry
rejected the claims. The minister spoke of a scandal and promised a new law before the summer. Critics doubt that it will come.
Personal data is the oil of the century, the head of the institute said. Third parties buy it. Nobody knows how long they keep it.`;
const TERMS = `# Terms and Conditions of Sale
These terms apply to all orders. We deliver within five working days. You pay the price that is shown on the day of your order. If goods
are damaged, you may send them back within thirty days. We refund the price when we have received the goods. We own all rights to the
pictures on this site. You may not copy them. We are not liable for delays that we do not cause. The law of the State of New York applies.
If one of these terms is void, the others remain in force. We may change these terms at any time. You accept them by ordering from us.`;

describe('whether a text can be judged', () => {
  it('says of a policy that it is one, in a language that its words tell', () => {
    expect(read(POLICY)).toMatchObject({
      state: { state: 'policy' },
      language: 'en',
      date: { kind: 'none' },
      version: 2,
    });
    const german = read(GERMAN, { declaredLanguage: 'en-US' });
    expect(german).toMatchObject({ state: { state: 'policy' }, language: 'de' });
    expect(german.questions).toEqual(['datenschutz@plattenfirma.example']);
  });

  it('knows a policy that is not called one', () => {
    expect(read(POLICY.replace(/^# .*$/m, '# Legal'), { title: 'Legal' }).state).toEqual({ state: 'policy' });
  });

  it.each([
    'How Quaylight uses your data',
    'Your data and you',
    'Was wir mit Ihren Daten tun',
    'Ce que nous faisons, et comment nous traitons vos données',
    'Qué hacemos con tus datos',
    'Wat wij met je gegevens doen',
  ])('knows the title “%s”', (title) => {
    const document = readDocument(readPlainText(`# ${title}\n\nText.`));
    expect(isCalledPolicy(document)).toBe(true);
    expect(isCalledPolicy(readDocument(readPlainText('# How we make records\n\nText.')))).toBe(false);
  });

  it.each([
    ['an article on privacy', ARTICLE],
    ['the terms of a shop', TERMS],
  ])('says of %s that it does not look like one', (_, text) => {
    expect(read(text).state).toEqual({ state: 'not-a-policy' });
  });

  it.each([
    ['da', DANISH],
    ['ja', JAPANESE],
  ])('says that there are no rules for its language: %s', (language, text) => {
    expect(read(text)).toMatchObject({ state: { state: 'language-without-rules' }, language });
  });

  it('says of a page without words that it is empty, and why', () => {
    expect(read('# Privacy Policy\n\nLoading …').state).toEqual({ state: 'empty', by: 'no-words' });
    const framed = { ...readPlainText('# Privacy Policy'), unreadFrames: 1 };
    expect(readPolicy(framed).state).toEqual({ state: 'empty', by: 'unread-frame' });
  });

  it('says of a policy that it does not go on to its end, and why', () => {
    const raw = readPlainText(POLICY);
    expect(readPolicy({ ...raw, cutBy: 'elements' }).state).toEqual({ state: 'cut-short', by: 'limit' });
    expect(readPolicy({ ...raw, unreadFrames: 1 }).state).toEqual({ state: 'cut-short', by: 'unread-frame' });
    for (const end of ['We share your data with …', 'Read more', 'We share your data with our partners and'])
      expect(read(`${POLICY}\n\n${end}`).state).toEqual({ state: 'cut-short', by: 'unfinished' });
    expect(read(`${POLICY}\n\n© Sony Music Entertainment`).state).toEqual({ state: 'policy' });
  });

  it('throws for no text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(GERMAN, '\n\n', '# ', '* '))),
        (pieces) => {
          const { document, sentences } = read(pieces.join(''));
          for (const { start, end, text } of sentences) expect(document.text.slice(start, end)).toBe(text);
        },
      ),
    );
  });
});

describe('the language of a text', () => {
  it.each([
    [
      'fr',
      'Nous collectons les données que vous nous donnez, et nous ne les partageons pas avec des tiers sans votre accord pour cela.',
    ],
    [
      'es',
      'Recogemos los datos que usted nos da y no los compartimos con terceros sin su consentimiento, como se dice en esta política.',
    ],
    [
      'nl',
      'Wij verzamelen de gegevens die u ons geeft en wij delen deze niet met derden zonder uw toestemming voor het gebruik van cookies.',
    ],
    [
      'pt',
      'Recolhemos os dados que você nos dá e não os compartilhamos com terceiros sem a sua autorização, como nesta política da empresa.',
    ],
    [
      'it',
      'Raccogliamo i dati che il cliente ci dà e non li condividiamo con terzi senza il consenso, come nel testo della nostra informativa e delle leggi.',
    ],
    ['ko', '당사는 이용자의 개인정보를 소중히 다룹니다. 동의 없이 제삼자에게 제공하지 않습니다.'],
    ['ru', 'Мы собираем данные, которые вы нам даёте, и не передаём их третьим лицам.'],
  ])('%s', (language, text) => {
    expect(languageOfText(text)).toBe(language);
  });

  it('is not told by a few words, and is then the one that the page declares', () => {
    expect(languageOfText('Rock, Pop, Jazz')).toBeNull();
    expect(read('Rock, Pop, Jazz', { declaredLanguage: 'de-AT' }).language).toBe('de');
    expect(read('Rock, Pop, Jazz').language).toBe('und');
    expect([declaredCode('pt_BR'), declaredCode('english'), declaredCode('')]).toEqual(['pt', null, null]);
  });
});

describe('the name of a policy', () => {
  it.each([
    'https://www.sonymusic.com/privacy-policy/',
    'https://www.sonymusic.de/Datenschutz/',
    'https://hub.sonymusic.com/privacy/?t=uk&l=eng',
    'https://www.sonymusic.es/politica-de-privacidad',
    'https://www.sonymusic.dk/personoplysninger/',
    'https://www.sonymusic.pl/polityka-prywatnosci',
    'https://www.a.example/legal/privacy_policy.html',
    'https://www.a.example/%E5%80%8B%E4%BA%BA%E6%83%85%E5%A0%B1',
  ])('is in the address %s', (address) => {
    expect(isPolicyAddress(address)).toBe(true);
  });

  it.each([
    'https://www.sonymusic.com/',
    'https://www.a.example/terms',
    'https://privacy.example/shop',
    'nonsense',
    'https://a.example/%',
  ])('is not in %s', (address) => {
    expect(isPolicyAddress(address)).toBe(false);
  });

  it('is in a title', () => {
    const names = [
      'Privacy Policy | Sony Music',
      'Integritetspolicy',
      'Politique de protection des données',
      '개인정보 처리방침',
    ];
    expect(names.filter((name) => !namesPolicy(name))).toEqual([]);
    expect(['Terms of Use', 'Tour dates'].some(namesPolicy)).toBe(false);
  });
});
