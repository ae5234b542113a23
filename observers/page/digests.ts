/**
 * The hashes that typed text is compared by. `crypto.subtle` knows no MD5, is missing on pages without encryption and answers
 * later; so they come from a library.
 */
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import type { Digest } from '../../recognition/text-forms.ts';

const HASHERS = { md5, sha1, sha256, sha512 };

/** Gives the hash of some bytes. */
export const digest: Digest = (hash, bytes) => HASHERS[hash](bytes);
