import { defineConfig } from 'vitest/config';

// One browser, one server: the walks go one after the other.
export default defineConfig({
  test: {
    include: ['test/walks/**/*.walk.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
