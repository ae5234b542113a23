/** What other companies' hosts answer on every page. */
import type { Served } from '../wild-page.ts';
import { CONSENT_TOOLS } from './consent-tools.ts';
import { TAGS } from './tags.ts';
import { WIDGETS } from './widgets.ts';

/** By `host/path`; a last `*` stands for any rest. */
export const STUBS: Served = { ...CONSENT_TOOLS, ...TAGS, ...WIDGETS };
