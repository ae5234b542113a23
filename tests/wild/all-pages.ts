/** All wild pages, in the order in which they are opened. */
import { HOSTED_CONSENT_PAGES } from './pages/consent-hosted.ts';
import { ONETRUST_PAGES } from './pages/consent-onetrust.ts';
import { OTHER_CONSENT_PAGES } from './pages/consent-others.ts';
import { ELSEWHERE_PAGES } from './pages/elsewhere.ts';
import { FORM_PAGES } from './pages/forms.ts';
import { NOT_RUN_PAGES } from './pages/not-run.ts';
import { OWN_NAME_PAGES } from './pages/own-name.ts';
import { PLATFORM_PAGES } from './pages/platforms.ts';
import { SOFTWARE_PAGES } from './pages/software.ts';
import { TAG_PAGES } from './pages/tags.ts';
import { WORDPRESS_PAGES } from './pages/wordpress.ts';
import type { WildPage } from './wild-page.ts';

export const PAGES: readonly WildPage[] = [
  ...ONETRUST_PAGES,
  ...HOSTED_CONSENT_PAGES,
  ...OTHER_CONSENT_PAGES,
  ...WORDPRESS_PAGES,
  ...PLATFORM_PAGES,
  ...TAG_PAGES,
  ...FORM_PAGES,
  ...ELSEWHERE_PAGES,
  ...SOFTWARE_PAGES,
  ...OWN_NAME_PAGES,
  ...NOT_RUN_PAGES,
];
