import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [svelte(), svelteTesting(), WxtVitest()],
  test: { include: ['tests/unit/**/*.test.ts'], mockReset: true, restoreMocks: true },
});
