// Serves web/dist with the policy of the real server, answers what is written in memory, and asks the program
// (`nucong serve`, address in NUCONG_READS) for figures. Only for tests: everything is forgotten when it ends.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

import { Refused, type Asked } from './answers';
import { Mock } from './routes';

const reads = process.env['NUCONG_READS'] ?? 'http://127.0.0.1:8080';
const port = Number(process.env['PORT'] ?? 8090);
const dist = fileURLToPath(new URL('../../dist', import.meta.url));

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; " +
  "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const kinds: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

const upstream = async (path: string): Promise<unknown> => (await fetch(reads + path)).json();
let mock = new Mock(upstream);

function serve_file(path: string, response: ServerResponse): void {
  const wanted = join(dist, normalize(path));
  const file = existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(dist, 'index.html');
  response.writeHead(200, {
    'Content-Type': kinds[extname(file)] ?? 'application/octet-stream',
    'Content-Security-Policy': policy,
    'Cache-Control': file.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  createReadStream(file).pipe(response);
}

async function body_of(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function tell(response: ServerResponse, status: number, body: unknown, cookie?: string): void {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'Content-Type': type, ...(cookie ? { 'Set-Cookie': cookie } : {}) });
  response.end(JSON.stringify(body));
}

/** Figures, units, events: as the program tells them. */
async function pass_on(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const language = request.headers['accept-language'] ?? 'vi';
  const accept = request.headers.accept ?? '*/*';
  const answer = await fetch(reads + (request.url ?? ''), {
    headers: { 'Accept-Language': language, Accept: accept },
  });
  response.writeHead(answer.status, {
    'Content-Type': answer.headers.get('Content-Type') ?? 'application/json',
  });
  if (!answer.body) return void response.end();
  for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) response.write(part);
  response.end();
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (!url.pathname.startsWith('/api/')) return serve_file(decodeURIComponent(url.pathname), response);
  // For the walks: all begins anew; every session ends.
  if (url.pathname === '/api/test/anew') mock = new Mock(upstream);
  if (url.pathname === '/api/test/end-sessions') mock.people.sessions.clear();
  if (url.pathname.startsWith('/api/test/')) return tell(response, 200, {});

  const raw = await body_of(request);
  const json = request.headers['content-type']?.startsWith('application/json') && raw.length > 0;
  const body = json ? JSON.parse(raw.toString('utf8')) : {};
  const path = url.pathname.slice(4).split('/').map(decodeURIComponent);
  if (path[1] === 'session' && request.method === 'POST') {
    const { token, account } = mock.people.sign_in(body.name, body.pass_phrase, body.code);
    return tell(response, 200, mock.people.me(account), `nucong=${token}; HttpOnly; SameSite=Strict; Path=/`);
  }
  const token = /nucong=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const account = mock.people.sessions.get(token) ?? 0;
  if (path[1] === 'session') {
    mock.people.sessions.delete(token);
    return tell(response, 200, {}, 'nucong=; Max-Age=0; Path=/');
  }
  if (!account && path[1] !== 'links') {
    throw new Refused(401, 'session.ended', 'Phiên làm việc đã hết. Đăng nhập lại, những gì đã gửi vẫn còn');
  }
  const method = request.method ?? 'GET';
  const asked: Asked = { method, path, query: url.searchParams, body, raw, account };
  const key = request.headers['idempotency-key'] as string | undefined;
  const before = key ? mock.done.get(key) : undefined;
  const told = before ?? (await mock.answer(asked));
  if (told === undefined) return pass_on(request, response);
  if (method !== 'GET') {
    const summary = `${method} ${url.pathname}`;
    mock.audit.push({
      deed: method.toLowerCase(),
      summary,
      unit: path[2] ?? '',
      account,
      at: new Date().toISOString(),
    });
  }
  if (key) mock.done.set(key, told);
  tell(response, 200, told);
}

createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    if (error instanceof Refused) return tell(response, error.status, error.body());
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${detail}\n`);
    if (!response.headersSent)
      tell(response, 500, { code: 'internal', status: 500, title: '', detail, params: {} });
    else response.end();
  });
}).listen(port, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${port}\n`));
