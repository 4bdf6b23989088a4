// A browser that walks through the application, and what every walk needs: signing in.
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core';

import { base } from './server';

/** The pass phrase of all accounts of `nucong demo`. */
export const phrase = 'nữ công dùng thử';

export const people = {
  officer: 'coso',
  member: 'doanvien',
  chair: 'chutich',
  upper: 'captren',
  national: 'bannucong',
  leader: 'lanhdao',
  administrator: 'quantri',
};

/** The officer's quarter, which is overdue. */
export const unit = 'BDU-0034';
export const report = `/bao-cao/${unit}/2026-Q3/NC-Q`;

export const phone = { width: 360, height: 740 };
export const desk = { width: 1280, height: 900 };

export function open_browser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
}

export interface Walker {
  context: BrowserContext;
  page: Page;
  /** What the browser complained of: errors of scripts, and of its policy. */
  complaints: string[];
}

export async function walker(browser: Browser, viewport = phone): Promise<Walker> {
  // The policy is the very thing to be tested, so axe comes in by the debugger, not through the page.
  const context = await browser.newContext({ viewport, baseURL: base(), locale: 'vi-VN' });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  count_questions(page);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy/.test(message.text())) {
      complaints.push(message.text());
    }
  });
  return { context, page, complaints };
}

export async function sign_in(page: Page, name: string, path = '/'): Promise<void> {
  await page.goto(path);
  await page.getByLabel('Tên đăng nhập').fill(name);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(phrase);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('navigation').waitFor();
}

/** What a page has asked and not been answered; one answer often leads to the next question. */
const asked = new WeakMap<Page, Set<Request>>();

function count_questions(page: Page): void {
  const pending = new Set<Request>();
  asked.set(page, pending);
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/') && pathname !== '/api/events') pending.add(request);
  });
  page.on('requestfinished', (request) => pending.delete(request));
  page.on('requestfailed', (request) => pending.delete(request));
}

/** Waits until the page has its heading, its letters, and the answer to all that it asked. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  let quiet = 0;
  while (quiet < 2) {
    await page.waitForFunction(async () => {
      await document.fonts.ready;
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      return !document.querySelector('[aria-busy="true"], .waiting');
    });
    quiet = asked.get(page)?.size ? 0 : quiet + 1;
  }
}

/** Asks the server as somebody, without a browser. */
async function post(path: string, body: unknown, cookie = ''): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', Cookie: cookie };
  const answer = await fetch(base() + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return answer;
}

/** Somebody else of the officer's unit. */
export async function add_colleague(role: 'officer' | 'member'): Promise<string> {
  const name = 'hoa.tran';
  const session = await post('/api/session', { name: people.administrator, pass_phrase: phrase });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const offices = [{ role, unit, from: '2026-01-01' }];
  const made = await post('/api/accounts', { name, person: 'Trần Thị Hoa', offices }, cookie);
  const { link } = (await made.json()) as { link: string };
  await post('/api/links/pass-phrase', { link, pass_phrase: phrase });
  return name;
}

/** Figures of a quarter much like the one before, by series. */
const quarter: Record<string, string> = {
  A03: '188',
  A04: '152',
  A07a: '2',
  A07b: '3',
  B10a: '1',
  B10b: '5',
  C01a: '1',
  C01b: '66',
  C01c: '9',
  C02: '2',
  E02a: '1',
  E10a: '1',
  E13: '1',
  F01a: '2',
  F01b: '1200000',
  F08: '2',
  F09a: '1',
  F09b: '45',
};

/** Types into each box of the officer's report; what is not in `quarter` did not happen. */
export async function fill_all(page: Page): Promise<void> {
  await page.locator('#box-A03').waitFor();
  const boxes = page.locator('input.number');
  for (const id of await boxes.evaluateAll((all) => all.map((box) => box.id))) {
    await page.locator(`#${id}`).fill(quarter[id.replace('box-', '')] ?? '0');
  }
}
