import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

import { offlineShell } from './build/offline_shell';

// Where `npm run dev` finds the server; the built files are served by that server itself.
const server = process.env['NUCONG_SERVER'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [svelte(), svelteTesting(), offlineShell()],
  // The policy of the server allows files of its own only, so nothing is put inline.
  build: { target: 'es2022', assetsInlineLimit: 0, manifest: true, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': server } },
  test: { environment: 'jsdom', include: ['test/unit/**/*.test.ts'], setupFiles: ['./test/unit/setup.ts'] },
});
