// The leader with one minute, and the administrator.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { expect_accessible } from './expectations';
import { begin_anew, end } from './server';
import {
  desk,
  open_browser,
  people,
  phone,
  sign_in,
  Steps,
  add_colleague,
  settled,
  walker,
  unit,
} from './walker';

let browser: Browser;
beforeAll(async () => void (browser = await open_browser()));
afterAll(async () => {
  await browser.close();
  await end();
});
beforeEach(() => begin_anew());

test('the leader sees the whole without a step, and why in one', async () => {
  const { page, context, complaints } = await walker(browser, phone);
  await sign_in(page, people.leader, '/');
  expect(page.url()).toContain('/toan-canh');
  await page.getByText(/Đạt \d trong \d chỉ tiêu có số|Cả \d chỉ tiêu có số đều đạt/).waitFor();
  await page.getByText('Cần anh/chị quyết').waitFor();
  await page.getByRole('link', { name: /^Phú Thọ/ }).waitFor();
  await page
    .getByRole('link', { name: /Giỏi việc nước/ })
    .first()
    .click();
  await page.getByText(/[\d.]+ trên [\d.]+/).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('as-was and as-is explain themselves and keep the total', async () => {
  const { page, context } = await walker(browser, desk);
  await sign_in(page, people.leader, '/toan-canh?ky=2025');
  await page.getByText('Mỗi đơn vị là đơn vị của ngày 31/12/2025').waitFor();
  const members = page.getByRole('link', { name: /^Nữ đoàn viên [\d.]+/ });
  const before = await members.textContent();
  await page.getByRole('button', { name: 'Theo cây hiện nay' }).click();
  await page.getByText('được cộng vào đơn vị kế thừa').waitFor();
  await settled(page);
  expect(await members.textContent()).toBe(before);
  expect(page.url()).toContain('cay=as-is');
  await context.close();
});

test('a leader signs, reads what was signed, and opens it again with a reason', async () => {
  const { page, context } = await walker(browser, phone);
  await sign_in(page, people.chair, `/bao-cao/${unit}/2026-Q2/NC-Q`);
  await page.getByRole('button', { name: 'Ký và khóa số liệu' }).click();
  await page.getByText(/Đã ký\. Mã của bản ký/).waitFor();
  await page.getByRole('link', { name: 'Xem bản đã ký' }).waitFor();
  await page.getByLabel('Lý do ngắn').fill('Bổ sung danh sách');
  await page.getByRole('button', { name: 'Mở lại' }).click();
  await page.getByRole('button', { name: 'Ký và khóa số liệu' }).waitFor();
  await context.close();
});

test('units merge after a preview, and it can be undone', async () => {
  const { page, context } = await walker(browser, desk);
  const steps = new Steps();
  await sign_in(page, people.administrator, '/sap-xep-to-chuc');
  await page.getByLabel('Những đơn vị nào (thêm từng đơn vị)').fill('hue');
  await steps.tap(page.getByRole('button', { name: /LĐLĐ thành phố Huế/ }));
  await page.getByLabel('Vào đơn vị nào').fill('da nang');
  await steps.tap(page.getByRole('button', { name: /LĐLĐ thành phố Đà Nẵng/ }));
  await page.getByLabel('Ngày hiệu lực').fill('1/1/2027');
  await steps.tap(page.getByRole('button', { name: 'Xem trước' }));
  await page.getByText('Xem trước, chưa ghi gì: 1 sự kiện').waitFor();
  await expect_accessible(page);
  await steps.tap(page.getByRole('button', { name: 'Thực hiện' }));
  await page.getByText('Đã ghi 1 sự kiện').waitFor();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await page.getByText(/Đã hoàn tác/).waitFor();
  expect(steps.taken).toBeLessThanOrEqual(4);
  await context.close();
});

test('an office is handed over in three steps', async () => {
  const { page, context } = await walker(browser, desk);
  const steps = new Steps();
  await add_colleague('member');
  await sign_in(page, people.administrator, '/tai-khoan');
  const lan = page.getByRole('article').filter({ hasText: 'Nguyễn Thị Mẫu' });
  await steps.tap(lan.getByRole('button', { name: 'Bàn giao' }));
  const dialog = page.getByRole('dialog', { name: /Bàn giao vai/ });
  await dialog.getByLabel('Người nhận').selectOption({ label: 'Trần Thị Hoa' });
  await expect_accessible(page);
  await steps.tap(dialog.getByRole('button', { name: 'Bàn giao' }));
  await page.getByText('Đã bàn giao cho Trần Thị Hoa').waitFor();
  expect(steps.taken).toBeLessThanOrEqual(3);
  await context.close();
});

test('a new account gets its one-time link, and the link chooses a pass phrase', async () => {
  const { page, context } = await walker(browser, desk);
  await sign_in(page, people.administrator, '/tai-khoan?don-vi=BDU-0034');
  await page.getByText('Lập tài khoản mới').click();
  await page.getByLabel('Họ và tên').fill('H’Lan Niê K’Đăm');
  await page.getByLabel('Tên đăng nhập', { exact: true }).fill('hlan.nie');
  await page.getByRole('button', { name: 'Lập tài khoản', exact: true }).click();
  const link = await page.getByLabel(/Liên kết cho H’Lan/).inputValue();
  const fresh = await walker(browser, phone);
  await fresh.page.goto(link);
  await fresh.page.getByLabel('Mật khẩu mới').fill('mot cau rieng cua toi');
  await expect_accessible(fresh.page);
  await fresh.page.getByRole('button', { name: 'Lưu mật khẩu' }).click();
  await fresh.page.getByText('Đã xong').waitFor();
  await fresh.context.close();
  await context.close();
});
