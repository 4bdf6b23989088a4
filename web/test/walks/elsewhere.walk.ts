// Signing in at another house. The house, and what the server says of it, are played by the browser's debugger; the
// application and everything behind the door are the real ones.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { expect_accessible } from './expectations';
import { base, begin_anew, end } from './server';
import { open_browser, people, phone, phrase, settled, walker } from './walker';

let browser: Browser;
beforeAll(async () => {
  await begin_anew();
  browser = await open_browser();
});
afterAll(async () => {
  await browser.close();
  await end();
});

const house = 'https://dang-nhap.example/';
let sent_back: unknown[] = [];
beforeEach(() => void (sent_back = []));

/** A server that knows a house; `back` is with what the house sends people back. */
async function with_house(context: BrowserContext, back: string): Promise<void> {
  await context.route('**/api/session', (route) =>
    route.request().method() === 'GET'
      ? route.fulfill({ json: { provider: 'Cổng công đoàn' } })
      : route.fallback(),
  );
  await context.route('**/api/session/elsewhere', (route) =>
    route.fulfill({ json: { address: `${house}authorize?state=s1` } }),
  );
  await context.route(`${house}**`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<a href="${base()}/dang-nhap/tro-lai?${back}">Cho vào</a>`,
    }),
  );
  await context.route('**/api/session/elsewhere/back', async (route) => {
    sent_back.push(route.request().postDataJSON());
    const body = { name: people.upper, pass_phrase: phrase };
    await route.fulfill({
      response: await route.fetch({ url: `${base()}/api/session`, postData: JSON.stringify(body) }),
    });
  });
}

async function leave(page: Page, from: string): Promise<void> {
  await page.goto(from);
  const button = page.getByRole('button', { name: 'Đăng nhập bằng Cổng công đoàn' });
  await button.waitFor();
  await expect_accessible(page);
  await button.click();
  await page.getByRole('link', { name: 'Cho vào' }).click();
}

test('whoever was let in there is back on the page she wanted, with all its choices', async () => {
  const { page, context, complaints } = await walker(browser, phone);
  await with_house(context, 'code=c1&state=s1');
  await leave(page, '/bang-tien-do?ky=2025&cay=as-is');
  await page.getByRole('heading', { name: 'Bảng tiến độ' }).waitFor();
  await settled(page);
  expect(page.url()).toBe(`${base()}/bang-tien-do?ky=2025&cay=as-is`);
  expect(sent_back).toEqual([{ code: 'c1', state: 's1' }]);
  // What the house gave is used up: going back asks for nothing with it.
  await page.reload();
  await page.getByRole('heading', { name: 'Bảng tiến độ' }).waitFor();
  expect(sent_back).toHaveLength(1);
  expect(complaints).toEqual([]);
  await context.close();
});

test('whoever is refused there is told so, and comes back to signing in', async () => {
  const { page, context } = await walker(browser, phone);
  await with_house(context, 'error=access_denied&state=s1');
  await leave(page, '/hom-nay');
  await page.getByRole('alert').getByText('Nơi đăng nhập chung không cho vào').waitFor();
  await expect_accessible(page);
  expect(sent_back).toEqual([]);
  await page.getByRole('link', { name: 'Về trang đăng nhập' }).click();
  await page.getByLabel('Tên đăng nhập').waitFor();
  await context.close();
});

test('whoever has no account here is told so by the server, and comes back to signing in', async () => {
  const { page, context } = await walker(browser, phone);
  await with_house(context, 'code=c1&state=s1');
  await context.route('**/api/session/elsewhere/back', (route) =>
    route.fulfill({
      status: 403,
      contentType: 'application/problem+json',
      json: { code: 'identity.unknown', status: 403, detail: 'Ở đây chưa có tài khoản tên ấy' },
    }),
  );
  await leave(page, '/hom-nay');
  await page.getByRole('alert').getByText('Ở đây chưa có tài khoản tên ấy').waitFor();
  await page.getByRole('link', { name: 'Về trang đăng nhập' }).click();
  await page.getByLabel('Tên đăng nhập').waitFor();
  await context.close();
});
