/** Pages with a consent platform, and companies that come before a choice or after it. */
import type { PracticeId } from '../practice-pages.ts';

const PLATFORM =
  '<script src="https://cdn.cookielaw.org/scripttemplates/otSDKStub.js" data-domain-script="00000000-0000-0000-0000-000000002417"></script>';
const ANALYTICS = '<script src="https://www.google-analytics.com/analytics.js"></script>';

export const CONSENT: Partial<Record<PracticeId, string>> = {
  'used-before-choice': `${PLATFORM}${ANALYTICS}
<script>
// What waits for the choice comes with the press that makes it.
addEventListener('click', ({ target }) => {
  if (target.id !== 'onetrust-accept-btn-handler') return;
  document.head.append(Object.assign(document.createElement('script'), { src: 'https://connect.facebook.net/en_US/fbevents.js' }));
});
</script>`,
};

/** Asks first: nobody else is contacted before the choice. */
export const CONSENT_VARIANTS: readonly (readonly [string, string])[] = [
  [
    'used-before-choice/asks-first',
    `${PLATFORM}
<script>
addEventListener('click', ({ target }) => {
  if (target.id !== 'onetrust-accept-btn-handler') return;
  document.head.append(Object.assign(document.createElement('script'), { src: 'https://www.google-analytics.com/analytics.js' }));
});
</script>`,
  ],
];
