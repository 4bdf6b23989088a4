// Adds `sw.js`: the worker of the browser that keeps the application itself on the phone, so that it opens
// without a network. What is asked of the server is not kept here; src/offline does that.
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const source = fileURLToPath(new URL('./service_worker.js', import.meta.url));

export function offlineShell(): Plugin {
  return {
    name: 'nucong-offline-shell',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = Object.keys(bundle)
        .filter((file) => !file.endsWith('.map') && file !== 'index.html')
        .map((file) => `/${file}`)
        .sort();
      // Names hold a digest of what is in them, so the list is a version of the whole.
      const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12);
      const code = readFileSync(source, 'utf8')
        .replace("'{version}'", JSON.stringify(version))
        .replace("['{files}']", JSON.stringify(['/', ...files]));
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: code });
    },
  };
}
