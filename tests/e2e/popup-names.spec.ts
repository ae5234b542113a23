/** The popup as readers of screens tell it: names and roles of its first screen, a practice, a company. */
import { LABEL_HOST } from '../../replica/hosts.ts';
import { expect, test, visitLabel } from './fixtures.ts';
import { goTo } from './popup-page.ts';

test('names and roles: the first screen, a practice, a company', async ({ extension, page }) => {
  const popup = await extension.openPopup(await visitLabel(extension, page));
  const body = popup.locator('body');
  await expect(body).toMatchAriaSnapshot(`
    - banner:
      - heading "${LABEL_HOST}" [level=1]
      - paragraph:
        - text: /Columbia Records/
        - link "How we know":
          - /url: "#site"
    - main:
      - paragraph:
        - strong: /^This page contacted 5 other companies, among them \\S+ and \\S+\\.$/
        - text: /^For \\d+ of the 18 things it does we found no sentence in Sony Music’s policy of 2011\\.$/
      - paragraph:
        - text: /^Archived 31 Dec 2011, .+ years ago\\.$/
        - 'link "Today’s may differ: open it (opens in a new tab)"'
      - paragraph: /^Since you opened the page at \\d\\d:\\d\\d\\.$/
      - region "What stands out":
        - heading "What stands out" [level=2]
        - heading "Cannot tell if the 2011 policy covers it" [level=3]
        - list:
          - /children: equal
          - listitem:
            - link "Your clicks can be replayed Hotjar (Contentsquare)":
              - /url: "#practice/session-recording"
          - listitem:
            - link /^Asks for access to your music account/
        - heading "Stated in the 2011 policy" [level=3]
        - list:
          - listitem:
            - link /^Ad companies were contacted/
      - navigation "More on this page":
        - link "18 Things seen":
          - /url: "#practices"
        - link "5 Companies":
          - /url: "#companies"
        - link "7 Kept in your browser":
          - /url: "#kept"
      - link "Ask Sony Music about your data See, correct or delete it":
        - /url: "#act"
    - contentinfo:
      - paragraph:
        - link "What we do not see here":
          - /url: "#about"
        - link "Settings"
  `);

  await popup.getByRole('link', { name: 'Things seen' }).click();
  await popup.getByRole('link', { name: /^Your visit can be counted/ }).click();
  await expect(body).toMatchAriaSnapshot(`
    - banner:
      - paragraph:
        - 'link "Back: Things seen"':
          - /url: "#practices"
        - text: ${LABEL_HOST}
      - heading "Your visit can be counted" [level=1]
    - main:
      - article:
        - paragraph: Stated
        - heading "Seen on this page" [level=2]
        - paragraph: /^By. Google/
        - list:
          - listitem:
            - text: www.google-analytics.com
            - time: /\\d+:\\d\\d:\\d\\d/
            - text: Contacted once (path /g/collect)
        - heading "What the policy says" [level=2]
        - paragraph: "The policy of 31 Dec 2011 says:"
        - figure /^Section “Tracking Technologies”, archived 31 December 2011/:
          - paragraph: /In our words/
          - blockquote: /web analytics and\\/or clickstream data/
          - link "Read it in the archive (opens in a new tab)"
        - heading "What you can do" [level=2]
        - list
  `);

  await goTo(popup, '#');
  await popup.getByRole('link', { name: /\d Companies$/ }).click();
  await popup.getByRole('link', { name: /^Contentsquare/ }).click();
  await expect(body).toMatchAriaSnapshot(`
    - banner:
      - paragraph:
        - 'link "Back: Companies contacted"':
          - /url: "#companies"
      - heading "Contentsquare" [level=1]
    - main:
      - article:
        - list:
          - listitem:
            - strong: Hotjar
        - term: First contacted
        - definition: /\\d+:\\d\\d:\\d\\d/
        - term: How often
        - definition: /\\d+ requests?/
        - paragraph: Not named in the policy of 31 Dec 2011.
        - heading "How it was contacted" [level=2]
        - list:
          - listitem: /static\\.hotjar\\.com/
        - heading "What it keeps in your browser" [level=2]
      - heading "Seen in these practices" [level=2]
      - list:
        - listitem:
          - link "Your clicks can be replayed":
            - /url: "#practice/session-recording"
  `);
});
