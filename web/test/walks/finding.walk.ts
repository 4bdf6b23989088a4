// Finding: with marks and without, by an address that somebody sent.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { begin_anew, end } from './server';
import { desk, open_browser, people, phone, settled, sign_in, walker } from './walker';

let browser: Browser;
beforeAll(async () => {
  await begin_anew();
  browser = await open_browser();
});
afterAll(async () => {
  await browser.close();
  await end();
});

async function found_by(page: Page, field: string, text: string, result: string): Promise<string[]> {
  await page.getByLabel(field).fill(text);
  // The search waits for a pause in typing.
  await page.waitForTimeout(400);
  await settled(page);
  return page.locator(result).allTextContents();
}

test('a unit is found without marks, with them, and wherever the tone is placed; typed marks stand first', async () => {
  const { page, context } = await walker(browser, desk);
  await sign_in(page, people.leader, '/tim-don-vi');
  const units = (text: string) => found_by(page, 'Đơn vị', text, 'main li button span:first-child');
  for (const text of ['khanh hoa', 'Khánh Hoà', 'KHÁNH HÒA', 'Khánh Hòa'.normalize('NFD')])
    expect(await units(text), text).toContain('LĐLĐ tỉnh Khánh Hòa');
  for (const text of ['da nang', 'Đà Nẵng', 'đà nẵng'])
    expect((await units(text))[0], text).toContain('Đà Nẵng');
  // Those without the typed marks stand behind all that have them.
  const order = (await units('lâm')).map((name) => /lâm/i.test(name.normalize('NFC')));
  expect(order[0]).toBe(true);
  expect(order).toEqual([...order].sort().reverse());
  await page.getByLabel('Đơn vị').fill('khong co dau');
  await page.getByText('Không tìm thấy đơn vị nào tên “khong co dau”').waitFor();
  await context.close();
});

test('people are found without marks and with them', async () => {
  const { page, context } = await walker(browser, desk);
  await sign_in(page, people.administrator, '/tai-khoan');
  const names = (text: string) => found_by(page, 'Tìm theo họ tên hoặc tên đăng nhập', text, 'article h2');
  for (const text of ['dang thi', 'Đặng Thị', 'ĐẶNG THỊ'])
    expect((await names(text))[0], text).toContain('Đặng Thị Trung Ương');
  for (const text of ['nguyen', 'Nguyễn', 'nguyễn'.normalize('NFD')])
    expect((await names(text))[0], text).toContain('Nguyễn Thị Mẫu');
  expect(await names('captren')).toHaveLength(1);
  expect(await names('khong ai')).toEqual([]);
  await page.getByText('Không tìm thấy ai tên “khong ai”').waitFor();
  await context.close();
});

test('the catalogue is found without marks and with them', async () => {
  const { page, context } = await walker(browser, desk);
  await sign_in(page, people.administrator, '/danh-muc');
  const titles = (text: string) => found_by(page, 'Tìm trong danh mục (không cần dấu)', text, 'td.title');
  const plain = await titles('nu doan vien');
  expect(plain.length).toBeGreaterThan(1);
  const marked = await titles('nữ đoàn viên');
  expect([...marked].sort()).toEqual([...plain].sort());
  await context.close();
});

/** What stands on the page, and which of its choices are taken. */
const shown = (page: Page) =>
  page.locator('main').evaluate((main) => {
    const boxes = [...main.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')];
    const pressed = [...main.querySelectorAll('[aria-pressed="true"], [aria-current]')];
    const taken = [...boxes.map((box) => box.value), ...pressed.map((one) => one.textContent?.trim())];
    return [(main as HTMLElement).innerText, ...taken];
  });

const choices: {
  name: string;
  who: keyof typeof people;
  path: string;
  viewport: typeof desk;
  choose: (page: Page) => Promise<unknown>;
  says: string[];
}[] = [
  {
    name: 'the board: period, tree, who lags',
    who: 'national',
    path: '/bang-tien-do',
    viewport: desk,
    choose: async (page) => {
      await page.getByLabel('Kỳ').selectOption({ label: 'Chỉ tiêu năm 2025' });
      await settled(page);
      await page.getByRole('button', { name: 'Theo cây hiện nay' }).click();
      await page.getByRole('button', { name: /^Thiếu báo cáo/ }).click();
    },
    says: ['ky=2025', 'cay=as-is', 'loc=thieu'],
  },
  {
    name: 'the board on a phone: unit, target',
    who: 'upper',
    path: '/bang-tien-do?don-vi=HCM&ky=2025',
    viewport: phone,
    choose: (page) => page.getByLabel('Chỉ tiêu', { exact: true }).selectOption({ index: 2 }),
    says: ['don-vi=HCM', 'chi-tieu=D1.3'],
  },
  {
    name: 'the overview: period, tree, figure of the map',
    who: 'leader',
    path: '/toan-canh?ky=2025',
    viewport: desk,
    choose: async (page) => {
      await page.getByRole('button', { name: 'Theo cây hiện nay' }).click();
      await settled(page);
      await page.getByLabel('Chọn con số').selectOption({ label: 'Nữ đoàn viên' });
    },
    says: ['ky=2025', 'cay=as-is', 'ban-do=A04'],
  },
  {
    name: 'reports received: form, period, state',
    who: 'upper',
    path: '/bao-cao-da-nhan?bieu=NC-Q&ky=2026-Q2',
    viewport: desk,
    choose: (page) => page.getByRole('button', { name: /^Đã gửi/ }).click(),
    says: ['bieu=NC-Q', 'ky=2026-Q2', 'tinh-trang=sent'],
  },
  {
    name: 'a figure: unit, period, tree, target',
    who: 'national',
    path: '/con-so/TLD/I.GVN/2025?chi-tieu=D1.1',
    viewport: desk,
    choose: (page) => page.getByRole('button', { name: 'Theo cây hiện nay' }).click(),
    says: ['/con-so/TLD/I.GVN/2025', 'chi-tieu=D1.1', 'cay=as-is'],
  },
  {
    name: 'the catalogue: what is looked for',
    who: 'administrator',
    path: '/danh-muc',
    viewport: desk,
    choose: (page) => page.getByLabel('Tìm trong danh mục (không cần dấu)').fill('học bổng'),
    says: ['tim='],
  },
  {
    name: 'accounts: unit',
    who: 'administrator',
    path: '/tai-khoan?don-vi=BDU-0034',
    viewport: desk,
    choose: () => Promise.resolve(),
    says: ['don-vi=BDU-0034'],
  },
];

test.each(choices)('an address shows what it was copied from: $name', async (choice) => {
  const first = await walker(browser, choice.viewport);
  await sign_in(first.page, people[choice.who], choice.path);
  await settled(first.page);
  await choice.choose(first.page);
  await settled(first.page);
  const address = first.page.url();
  for (const part of choice.says) expect(address).toContain(part);
  const before = await shown(first.page);
  // Somebody else's browser, where nobody is signed in: signing in leads to it.
  const second = await walker(browser, choice.viewport);
  await sign_in(second.page, people[choice.who], address);
  await settled(second.page);
  expect(second.page.url()).toBe(address);
  expect(await shown(second.page)).toEqual(before);
  for (const { context } of [first, second]) await context.close();
});
