/** Names that a page may make up: very long, without a break, from right to left, in Chinese characters, with odd marks. */
import type { Visit } from '../../ledger/visit.ts';
import { contacted, cookie, form, frame, kept, link, mark, record } from './record-parts.ts';
import { at } from '../builders/observations.ts';

/** As long as a name may be: 253 characters in labels of at most 63. */
const LONG_HOST = `${'h'.repeat(63)}.${'o'.repeat(63)}.${'s'.repeat(63)}.${'t'.repeat(53)}.example`;
/** Longer than the observers let a name be, and nowhere to break it. */
const UNBROKEN = 'unbroken'.repeat(250);
const HEBREW = 'הצטרפו לרשימת התפוצה של הלהקה';
const ARABIC = 'سياسة الخصوصية لموقع الفرقة';
const CHINESE = '紙燈籠樂隊官方網站的郵件列表和巡演日期';
/** U+202E turns what follows round; U+2069 would end an isolation that was not begun. */
const TURNED = 'visitor\u202Ediuu\u2069-\u200F12';

const page = `${'h'.repeat(51)}.${'o'.repeat(63)}.${'s'.repeat(63)}.${'t'.repeat(53)}.columbiarecords.com`;

/** All of them at once, on a page whose own host is as long as can be. */
export const hostile: Visit = record(page, {
  hosts: [
    contacted(LONG_HOST, 1_234_567, { paths: [`/${UNBROKEN}`], insecure: 3, failed: 4 }),
    contacted('xn--fiqs8s.example', 4, { paths: [`/${CHINESE}`] }),
    contacted('www.google-analytics.com', 2, { identifiers: [{ name: UNBROKEN, hash: 'a1' }] }),
  ],
  frames: [frame('www.youtube.com', '/embed/1', HEBREW), frame('open.spotify.com', `/${UNBROKEN}`, UNBROKEN)],
  items: [
    cookie(page, UNBROKEN, 4_000_000, { shape: 'identifier', hash: 'a1' }),
    cookie(page, CHINESE, 30),
    kept('local', page, HEBREW),
    kept('local', page, TURNED, { shape: 'uuid', hash: 'a1', size: 123_456_789 }),
    kept('session', LONG_HOST, ARABIC),
  ],
  forms: [
    form(page, at(LONG_HOST, `/${UNBROKEN}`, 'http'), {
      fields: [
        { name: UNBROKEN, meaning: 'email' },
        { name: CHINESE, meaning: 'gender' },
      ],
      purposes: ['newsletter'],
      words: [HEBREW, UNBROKEN],
    }),
  ],
  links: [
    link('policy', at(page, '/privacy'), ARABIC),
    link('outbound', at(LONG_HOST), UNBROKEN),
    link('pre-save', at('accounts.spotify.com', '/authorize'), CHINESE, [UNBROKEN]),
  ],
  marks: [mark('footer-copyright', 'footer', UNBROKEN)],
  limits: [{ at: 0, observer: UNBROKEN, reason: 'failed', count: 0 }],
});
