import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { languageParts } from './build/language-part.ts';
import { organisations } from './build/organisations.ts';

export default defineConfig({
  plugins: [
    organisations(import.meta.dirname),
    languageParts(import.meta.dirname),
    svelte(),
    svelteTesting(),
    WxtVitest(),
  ],
  test: {
    // Property tests take seconds on a machine that does other work besides.
    testTimeout: 30_000,
    setupFiles: ['tests/unit/fresh-clock.ts'],
    include: ['tests/unit/**/*.test.ts'],
    // Vitest would leave one processor to the person at the machine: half of two.
    maxWorkers: '100%',
    mockReset: true,
    restoreMocks: true,
  },
});
