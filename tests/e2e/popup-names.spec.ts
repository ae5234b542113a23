/** The popup as readers of screens tell it: names and roles of its first screen, a practice, a company. */
import { LABEL_HOST } from '../site/hosts';
import { expect, test, visitLabel } from './fixtures';
import { goTo } from './popup-page';

test('names and roles: the first screen, a practice, a company', async ({ extension, page }) => {
  const popup = await extension.openPopup(await visitLabel(extension, page));
  const body = popup.locator('body');
  await expect(body).toMatchAriaSnapshot(`
    - banner:
      - heading "${LABEL_HOST}" [level=1]
      - paragraph:
        - text: /Columbia Records/
        - link "Recognised because …":
          - /url: "#site"
    - main:
      - paragraph: 9 other companies were contacted on this page, and for 3 things it does we found no sentence in the policy of 31 Dec 2011.
      - paragraph: /Counted since \\d+:\\d\\d:\\d\\d/
      - region "What stands out":
        - heading "What stands out" [level=2]
        - list:
          - /children: equal
          - listitem:
            - link "Session recording No sentence found Hotjar":
              - /url: "#practice/session-recording"
          - listitem:
            - link /^Web storage No sentence found/
          - listitem:
            - link /^Consent tool No sentence found/
      - link /^Answer back/:
        - /url: "#act"
      - navigation "More on this page":
        - link "18 All practices":
          - /url: "#practices"
        - link "9 Companies":
          - /url: "#companies"
        - link "7 Kept":
          - /url: "#kept"
    - contentinfo:
      - paragraph:
        - link "What we do not see here":
          - /url: "#about"
        - link "Settings"
  `);

  await popup.getByRole('link', { name: 'All practices' }).click();
  await popup.getByRole('link', { name: /^Web analytics/ }).click();
  await expect(body).toMatchAriaSnapshot(`
    - banner:
      - paragraph:
        - 'link "Back: All practices"':
          - /url: "#practices"
        - text: ${LABEL_HOST}
      - heading "Web analytics" [level=1]
    - main:
      - article:
        - paragraph: Stated
        - heading "Seen on this page" [level=2]
        - paragraph: "By: Google Analytics"
        - list:
          - listitem:
            - text: www.google-analytics.com
            - time: /\\d+:\\d\\d:\\d\\d/
            - text: contacted · /g/collect
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
  await popup.getByRole('link', { name: 'Companies' }).click();
  await popup.getByRole('link', { name: /^Hotjar/ }).click();
  await expect(body).toMatchAriaSnapshot(`
    - banner:
      - paragraph:
        - 'link "Back: Companies contacted"':
          - /url: "#companies"
      - heading "Hotjar" [level=1]
    - main:
      - article:
        - term: Purpose
        - definition: /./
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
          - link "Session recording":
            - /url: "#practice/session-recording"
  `);
});
