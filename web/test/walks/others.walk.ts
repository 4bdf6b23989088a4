// The leader with one minute, and the administrator.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { expect_accessible } from './expectations';
import { base, begin_anew, end } from './server';
import { Steps } from './steps';
import {
  add_colleague,
  desk,
  fill_all,
  open_browser,
  people,
  phone,
  report,
  settled,
  sign_in,
  unit,
  walker,
} from './walker';

let browser: Browser;
beforeAll(async () => void (browser = await open_browser()));
afterAll(async () => {
  await browser.close();
  await end();
});
beforeEach(() => begin_anew());

test('the leader sees the whole without a step, and why it is so in three', async () => {
  const { page, context, complaints } = await walker(browser, phone);
  const seen = new Steps('understand');
  await sign_in(page, people.leader, '/');
  expect(page.url()).toContain('/toan-canh');
  await page.getByText(/Đạt \d trong \d chỉ tiêu có số|Cả \d chỉ tiêu có số đều đạt/).waitFor();
  await page.getByText('Cần anh/chị quyết').waitFor();
  await page.getByRole('link', { name: /^Phú Thọ/ }).waitFor();
  await page
    .getByRole('link', { name: /Giỏi việc nước/ })
    .first()
    .waitFor();
  expect(await page.locator('.figures > a').count()).toBe(8);
  expect(await page.locator('.map li').count()).toBe(34);
  seen.done();
  const steps = new Steps('why');
  await steps.tap(page.getByRole('link', { name: /Giỏi việc nước/ }).first());
  await page.getByText(/[\d.]+ trên [\d.]+/).waitFor();
  // Down to a province, and from there to a union that reported.
  for (const level of [/LĐLĐ/, /Công đoàn|CĐCS/]) {
    const below = page.locator('section', { hasText: 'Từng đơn vị cấp dưới' });
    const name = (await below.getByRole('link', { name: level }).first().textContent()) ?? '';
    await steps.tap(below.getByRole('link', { name }).first());
    await page.getByText(name).first().waitFor();
  }
  await page.getByText(/[\d.]+ trên [\d.]+/).waitFor();
  steps.done();
  expect(complaints).toEqual([]);
  await context.close();
});

test('what a union sends is in the leader’s figures without a tap', async () => {
  const { page, context } = await walker(browser, desk);
  await sign_in(page, people.leader, '/toan-canh?ky=2026');
  const members = page.getByRole('link', { name: /^Nữ đoàn viên [\d.]+/ });
  const before = await members.textContent();
  const lan = await walker(browser, phone);
  await sign_in(lan.page, people.officer, report);
  await fill_all(lan.page);
  await lan.page.getByRole('button', { name: 'Kiểm tra lại' }).click();
  await lan.page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await lan.page.getByText(/Đã gửi/).waitFor();
  await expect.poll(() => members.textContent(), { timeout: 15_000 }).not.toBe(before);
  await lan.context.close();
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

test('a leader signs in two steps, reads what was signed, and opens it again with a reason', async () => {
  const { page, context } = await walker(browser, phone);
  const steps = new Steps('sign');
  await sign_in(page, people.chair, '/');
  await steps.tap(page.getByRole('link', { name: /^Ký: .*quý II\/2026/ }));
  await steps.tap(page.getByRole('button', { name: 'Ký và khóa số liệu' }));
  await page.getByText(/Đã ký\. Mã của bản ký/).waitFor();
  steps.done();
  await page.getByRole('link', { name: 'Xem bản đã ký' }).waitFor();
  await page.getByLabel('Lý do ngắn').fill('Bổ sung danh sách');
  await page.getByRole('button', { name: 'Mở lại' }).click();
  await page.getByRole('button', { name: 'Ký và khóa số liệu' }).waitFor();
  await context.close();
});

test('units merge after a preview, and it can be undone', async () => {
  const { page, context } = await walker(browser, desk);
  const steps = new Steps('merge');
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
  steps.done();
  await context.close();
});

test('an office is handed over', async () => {
  const { page, context } = await walker(browser, desk);
  const steps = new Steps('hand_over');
  await add_colleague('member');
  await sign_in(page, people.administrator, '/tai-khoan');
  const lan = page.getByRole('article').filter({ hasText: 'Nguyễn Thị Mẫu' });
  await steps.tap(lan.getByRole('button', { name: 'Bàn giao' }));
  const dialog = page.getByRole('dialog', { name: /Bàn giao vai/ });
  await dialog.getByLabel('Người nhận').selectOption({ label: 'Trần Thị Hoa' });
  await expect_accessible(page);
  await steps.tap(dialog.getByRole('button', { name: 'Bàn giao' }));
  await page.getByText('Đã bàn giao cho Trần Thị Hoa').waitFor();
  steps.done();
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

test('an office ends without a receiver, and the card names its unit', async () => {
  const { page, context } = await walker(browser, desk);
  await add_colleague('member');
  await sign_in(page, people.administrator, `/tai-khoan?don-vi=${unit}`);
  const hoa = page.getByRole('article').filter({ hasText: 'Trần Thị Hoa' });
  await hoa.getByText('Đoàn viên, CĐCS Công ty Giày Hoa Mai 43').waitFor();
  await hoa.getByRole('button', { name: 'Kết thúc vai' }).click();
  const dialog = page.getByRole('dialog', { name: /Kết thúc vai Đoàn viên/ });
  await expect_accessible(page);
  await dialog.getByRole('button', { name: 'Kết thúc vai' }).click();
  await page.getByText('Trần Thị Hoa thôi vai Đoàn viên sau ngày 1/11/2026.').waitFor();
  await context.close();
});

test('an account is closed for good', async () => {
  const { page, context } = await walker(browser, desk);
  await add_colleague('member');
  await sign_in(page, people.administrator, `/tai-khoan?don-vi=${unit}`);
  const hoa = page.getByRole('article').filter({ hasText: 'Trần Thị Hoa' });
  await hoa.getByRole('button', { name: 'Đóng tài khoản' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng tài khoản' }).click();
  await page.getByText('Đã đóng tài khoản của Trần Thị Hoa.').waitFor();
  await context.close();
});

test('a key for other software is shown once, works, and ends when it is revoked', async () => {
  const { page, context } = await walker(browser, phone);
  await sign_in(page, people.upper, '/toi');
  await page.getByText('Tạo khóa', { exact: true }).first().click();
  await page.getByLabel('Tên khóa').fill('bang-tinh');
  await page.getByRole('button', { name: 'Tạo khóa' }).click();
  const token = await page.getByLabel(/Khóa “bang-tinh”/).inputValue();
  await expect_accessible(page);
  const asks = async () => {
    const headers = { Authorization: `Bearer ${token}` };
    return (await fetch(`${base()}/api/me`, { headers })).status;
  };
  expect(await asks()).toBe(200);
  await page.reload();
  await page.getByText(/chỉ đọc, đến \d+\/\d+\/\d+/).waitFor();
  expect(await page.getByLabel(/Khóa “bang-tinh”/).count()).toBe(0);
  await page.getByRole('button', { name: 'Hủy khóa bang-tinh' }).click();
  await page.getByText('Đã hủy khóa bang-tinh.').waitFor();
  expect(await asks()).toBe(401);
  await context.close();
});
