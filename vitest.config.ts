import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [svelte(), svelteTesting(), WxtVitest()],
  test: {
    // Property tests take seconds on a machine that does other work besides.
    testTimeout: 30_000,
    include: ['tests/unit/**/*.test.ts'],
    mockReset: true,
    restoreMocks: true,
  },
});
