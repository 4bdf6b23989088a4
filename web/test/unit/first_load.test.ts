// @vitest-environment node
// What a phone fetches before an officer can work: the application, her first page, and the letters.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

interface Part {
  file: string;
  imports?: string[];
  css?: string[];
  assets?: string[];
}

const pages = process.env['NUCONG_PAGES'] ?? fileURLToPath(new URL('../../dist', import.meta.url));
const dist = (file: string) => join(pages, file);
const manifest = JSON.parse(readFileSync(dist('.vite/manifest.json'), 'utf8')) as Record<string, Part>;

function files_of(name: string, seen = new Set<string>()): Set<string> {
  const part = manifest[name];
  if (!part || seen.has(part.file)) return seen;
  for (const file of [part.file, ...(part.css ?? []), ...(part.assets ?? [])]) seen.add(file);
  for (const next of part.imports ?? []) files_of(next, seen);
  return seen;
}

/** Letters are compressed already. */
const sent = (file: string) =>
  file.endsWith('.woff2') ? readFileSync(dist(file)).length : gzipSync(readFileSync(dist(file))).length;

test.each(['src/today/TodayPage.svelte', 'src/report/FormPage.svelte', 'src/overview/OverviewPage.svelte'])(
  'the first load of %s is at most 150 KB',
  (page) => {
    const files = new Set(['index.html', ...files_of('index.html'), ...files_of(page)]);
    const bytes = [...files].reduce((sum, file) => sum + sent(file), 0);
    process.stdout.write(`${page}: ${(bytes / 1024).toFixed(1)} KB in ${files.size} files\n`);
    expect(files.size).toBeGreaterThan(5);
    expect(bytes).toBeLessThanOrEqual(150 * 1024);
  },
);
