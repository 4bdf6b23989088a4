// The program itself, on a port of its own and with the made-up confederation as it was in the beginning.
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { preview, type PreviewServer } from 'vite';

const program = process.env['NUCONG'] ?? '';
const prepared = process.env['NUCONG_DATABASE'] ?? '';
const today = '2026-11-01';
const patience_ms = 20_000;

let child: ChildProcess | undefined;
let pages: PreviewServer | undefined;
let folder = '';
let address = '';

/** Where the application is. */
export const base = () => address;

/** A program that begins anew: what earlier walks did is forgotten. */
export async function begin_anew(): Promise<void> {
  await end();
  if (!existsSync(program) || !existsSync(prepared)) throw new Error('begin with test/walks/run PROGRAM');
  folder = mkdtempSync(join(tmpdir(), 'nucong-walk-'));
  const database = join(folder, 'nucong.db');
  cpSync(prepared, database);
  const flags = ['--db', `sqlite:${database}`, '--today', today, 'serve', '--listen', '127.0.0.1:0'];
  child = spawn(program, flags, { stdio: ['ignore', 'ignore', 'pipe'] });
  const api = `http://${await listening(child)}`;
  address = (await carries_pages(api)) ? api : await serve_built(api);
}

/** Nothing is left running, and nothing is left on the disk. */
export async function end(): Promise<void> {
  await pages?.close();
  pages = undefined;
  const running = child;
  child = undefined;
  if (running && running.exitCode === null) {
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGKILL');
    await ended;
  }
  if (folder) rmSync(folder, { recursive: true, force: true });
  folder = '';
}

process.once('exit', () => child?.kill('SIGKILL'));

/** The address that the program logs once it listens. */
function listening(of: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    const tell = (why: string) => reject(new Error(`${program} ${why}:\n${said.join('\n')}`));
    const timer = setTimeout(() => tell('does not listen'), patience_ms);
    of.once('error', (error) => tell(error.message));
    of.once('exit', (status) => tell(`ended with ${status}`));
    if (!of.stderr) return tell('has no standard error');
    createInterface(of.stderr).on('line', (line) => {
      said.push(line);
      const found = /"listening", "detail": "([^"]+)"/.exec(line)?.[1];
      if (!found) return;
      clearTimeout(timer);
      resolve(found);
    });
  });
}

async function carries_pages(api: string): Promise<boolean> {
  const answer = await fetch(api, { headers: { Accept: 'text/html' } });
  return answer.ok;
}

/** A program built without the pages: they come from `dist`, and what is asked goes on to it. */
async function serve_built(api: string): Promise<string> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  if (!existsSync(join(root, 'dist/index.html')))
    throw new Error('the program carries no pages: npm run build');
  pages = await preview({
    root,
    configFile: false,
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: 0, proxy: { '/api': { target: api, changeOrigin: false } } },
  });
  return pages.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
}
