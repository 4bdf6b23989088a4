// What happens to people who do nothing wrong: double taps, two tabs, the way back, names that are long, nothing below.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { expect_accessible, expect_no_sideways } from './expectations';
import { begin_anew, end } from './server';
import { screens } from './screens';
import {
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

/** Every address that is written to, as often as it is. */
function count_writes(page: Page): string[] {
  const written: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') written.push(new URL(request.url()).pathname);
  });
  return written;
}

test('a report whose button is tapped twice is sent once', async () => {
  const { page, context, complaints } = await walker(browser, phone);
  await sign_in(page, people.officer, report);
  await fill_all(page);
  await page.getByRole('button', { name: 'Kiểm tra lại' }).dblclick();
  const send = page.getByRole('button', { name: 'Gửi', exact: true });
  await send.waitFor();
  const written = count_writes(page);
  await send.dblclick();
  await page.getByText('Đã gửi bản 1').waitFor();
  expect(written).toHaveLength(1);
  expect(complaints).toEqual([]);
  await context.close();
});

test('“Xem thêm” tapped twice shows nobody twice', async () => {
  const { page, context, complaints } = await walker(browser, desk);
  await sign_in(page, people.upper, '/bao-cao-da-nhan?bieu=NC-Q&ky=2026-Q2');
  await settled(page);
  const rows = page.locator('main li a');
  const before = await rows.count();
  await page.getByRole('button', { name: 'Xem thêm' }).dblclick();
  await expect.poll(() => rows.count()).toBeGreaterThan(before);
  await settled(page);
  const names = await rows.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  expect(new Set(names).size).toBe(names.length);
  expect(complaints).toEqual([]);
  await context.close();
});

test('the way back in the midst of a form keeps the figure that was just typed', async () => {
  const { page, context } = await walker(browser, phone);
  await sign_in(page, people.officer, '/hom-nay');
  await page.getByRole('link', { name: /Quý III\/2026/ }).click();
  const box = page.getByRole('textbox', { name: 'Tổng số đoàn viên' });
  await box.fill('188');
  await page.goBack();
  await page.getByRole('heading', { name: 'Hôm nay' }).waitFor();
  await page.goForward();
  await box.waitFor();
  // The box is drawn before what is kept has been read.
  await expect.poll(() => box.inputValue()).toBe('188');
  await context.close();
});

test('two tabs of one person do not take each other’s figures', async () => {
  const { page, context } = await walker(browser, phone);
  await sign_in(page, people.officer, report);
  const other = await context.newPage();
  await other.goto(report);
  const box = (of: Page, name: string) => of.getByRole('textbox', { name });
  await box(other, 'Tổng số đoàn viên').waitFor();
  await box(page, 'Tổng số đoàn viên').fill('188');
  await page.getByText('Đã lưu trên máy chủ').waitFor();
  await box(other, 'Nữ đoàn viên (người)').fill('152');
  await other.getByText('Đã lưu trên máy chủ').waitFor();
  await page.reload();
  await box(page, 'Tổng số đoàn viên').waitFor();
  await expect.poll(() => box(page, 'Tổng số đoàn viên').inputValue()).toBe('188');
  await expect.poll(() => box(page, 'Nữ đoàn viên (người)').inputValue()).toBe('152');
  await context.close();
});

test('without a network a page that is not kept says so and comes back with the network', async () => {
  const { page, context, complaints } = await walker(browser, phone);
  await sign_in(page, people.leader, '/toan-canh?ky=2025');
  await settled(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await page.reload();
  await page.getByText('Chưa có mạng. Xem lại kết nối rồi thử lại').first().waitFor();
  await expect_accessible(page);
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Thử lại' }).first().click();
  await page.locator('.figures > a').first().waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

const long_name =
  'Công đoàn cơ sở Công ty trách nhiệm hữu hạn một thành viên Thương mại, Dịch vụ, Sản xuất và Xuất nhập khẩu ' +
  'Nguyễn-Hoàng-Phương-Nam-Việt-Thắng-Lợi-Quang-Trung (chi nhánh Khu công nghiệp Trảng Bàng)';

test('a very long name of a unit keeps within the phone', async () => {
  const { page, context } = await walker(browser, { width: 320, height: 640 });
  await sign_in(page, people.administrator, `/sap-xep-to-chuc?don-vi=${unit}`);
  await page.getByLabel('Việc cần ghi').selectOption({ label: 'Đổi tên' });
  await page.getByLabel('Tên mới').fill(long_name);
  await page.getByLabel('Ngày hiệu lực').fill('1/1/2026');
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await page.getByText('Xem trước, chưa ghi gì').waitFor();
  await expect_no_sideways(page);
  await page.getByRole('button', { name: 'Thực hiện' }).click();
  await page.getByText('Đã ghi 1 sự kiện').waitFor();
  for (const path of [
    `/don-vi/${unit}`,
    `/con-so/${unit}/A04/2026-Q2`,
    '/tai-khoan',
    `/tai-khoan?don-vi=${unit}`,
  ]) {
    await page.goto(path);
    await settled(page);
    await page.getByText(long_name).first().waitFor();
    await expect_no_sideways(page);
    await expect_accessible(page);
  }
  await context.close();
});

test('a unit with nothing below it says so, and breaks nothing', async () => {
  const { page, context, complaints } = await walker(browser, phone);
  await sign_in(page, people.national, `/bang-tien-do?don-vi=${unit}&ky=2025`);
  await settled(page);
  await page.getByText('Đơn vị này không có cấp dưới.').waitFor();
  await expect_accessible(page);
  await page.goto('/bang-tien-do?don-vi=KHONG-CO');
  await page.getByRole('alert').waitFor();
  await page.goto('/khong-co-trang-nay');
  await page.getByText('Không có trang này').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('a member sees what is hers, and is told where it is not', async () => {
  const { page, context, complaints } = await walker(browser, phone);
  await sign_in(page, people.member, '/');
  await settled(page);
  const mine = page.getByRole('navigation').getByRole('link');
  const paths = await mine.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  for (const path of paths) {
    await page.goto(path);
    await settled(page);
    expect(await page.getByRole('alert').count(), path).toBe(0);
    await expect_no_sideways(page);
  }
  // What others use tells her why it does not open, and leaves no empty page.
  for (const { path } of screens) {
    await page.goto(path);
    await settled(page);
    const not_hers = await page.getByRole('heading', { name: /không thuộc quyền của bạn/ }).count();
    const told = await page.locator('main .page > :not(header)').allInnerTexts();
    if (!not_hers) expect(told.join(' ').trim().length, path).toBeGreaterThan(20);
  }
  await page.goto('/sap-xep-to-chuc');
  await page.getByRole('heading', { name: /không thuộc quyền của bạn/ }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('all screens speak English to who chose it', async () => {
  const { page, context, complaints } = await walker(browser, phone);
  await sign_in(page, people.national, '/');
  await page.getByRole('button', { name: 'English' }).click();
  for (const { path } of screens.filter(({ who }) => who === 'national')) {
    await page.goto(path);
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    const buttons = await page.locator('main button:not([lang])').allInnerTexts();
    expect(
      buttons.filter((text) => /[ăâđêôơư]|[\u1ea0-\u1ef9]/i.test(text)),
      path,
    ).toEqual([]);
  }
  expect(complaints).toEqual([]);
  await context.close();
});

test('a report sent while the server is being restarted waits on the device, and goes out later', async () => {
  const { page, context, complaints } = await walker(browser, phone);
  await sign_in(page, people.officer, report);
  await fill_all(page);
  await page.getByText('Đã lưu trên máy chủ').waitFor();
  await page.getByRole('button', { name: 'Kiểm tra lại' }).click();
  await page.getByRole('button', { name: 'Gửi', exact: true }).waitFor();
  await context.route('**/api/**', (route) =>
    route.fulfill({ status: 502, body: '<html>Bad Gateway</html>' }),
  );
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await page.getByText('Đã lưu trong máy. Sẽ tự gửi khi có mạng.', { exact: true }).waitFor();
  await context.unroute('**/api/**');
  await page.goto('/hom-nay');
  const quarter = page.getByRole('link', { name: /Quý III\/2026/ });
  await page.getByText('Báo cáo chờ gửi').waitFor({ state: 'detached', timeout: 30_000 });
  await page.reload();
  await quarter.getByText('Đã gửi', { exact: true }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
