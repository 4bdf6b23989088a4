// A browser that walks through the application at BASE, and what every walk needs: signing in.
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

export const base = process.env['BASE'] ?? 'http://127.0.0.1:8090';
export const phrase = process.env['PASS_PHRASE'] ?? 'mot cau de nho';

export const people = {
  officer: 'lan.nguyen',
  colleague: 'hoa.tran',
  upper: 'mai.le',
  leader: 'thu.pham',
  administrator: 'hien.vo',
};

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
  const context = await browser.newContext({ viewport, baseURL: base, locale: 'vi-VN' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy/.test(message.text())) {
      complaints.push(message.text());
    }
  });
  return { context, page, complaints };
}

export async function sign_in(page: Page, name: string, path = '/', code = '123456'): Promise<void> {
  await page.goto(path);
  await page.getByLabel('Tên đăng nhập').fill(name);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(phrase);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  const second = page.getByLabel(/Mã 6 số/);
  await Promise.race([
    second.waitFor().catch(() => undefined),
    page
      .getByRole('navigation')
      .waitFor()
      .catch(() => undefined),
  ]);
  if (await second.isVisible()) {
    await second.fill(code);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
  }
  await page.getByRole('navigation').waitFor();
}

export const settled = (page: Page) =>
  page.waitForLoadState('networkidle', { timeout: 2000 }).catch(() => undefined);

/** The mock forgets what earlier walks did; the program's own server is given a fresh database instead. */
export const begin_anew = () => fetch(`${base}/api/test/anew`).catch(() => undefined);

/** Ends every session, as the server does over night. The program's server is told by its own means. */
export const end_sessions = () => fetch(`${base}/api/test/end-sessions`);

/** Counts deliberate taps, as ux.md counts steps. */
export class Steps {
  taken = 0;

  async tap(on: { click: () => Promise<void> }): Promise<void> {
    this.taken += 1;
    await on.click();
  }
}
