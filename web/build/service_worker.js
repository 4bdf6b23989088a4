// Keeps the application on the device. The build puts the version and the list of files in.
const version = '{version}';
const files = ['{files}'];
const kept = `nucong-${version}`;

// A new version waits until every page of the old one is closed: a page never loses files it still needs.
self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(kept).then((cache) => cache.addAll(files)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== kept).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

// A page is asked of the server first, so that a new version arrives; without a network, or with one that
// brings nothing, the kept one opens. What is kept may be encoded for another request (`Vary`).
const patience_ms = 4000;

async function page(request) {
  const fresh = fetch(request);
  const late = new Promise((resolve) => setTimeout(resolve, patience_ms));
  const in_time = await Promise.race([fresh, late]).catch(() => undefined);
  return in_time ?? (await caches.match('/', { ignoreVary: true })) ?? fresh;
}

// Names hold a digest of what is in them: a file of that name is that file, whatever headers asked for it.
async function file(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return;
  event.respondWith(request.mode === 'navigate' ? page(request) : file(request));
});
