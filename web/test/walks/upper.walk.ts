// The officer of an upper union: at a desk, and the same on a phone.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import { expect_accessible, expect_no_sideways } from './expectations';
import { begin_anew, end } from './server';
import { Steps } from './steps';
import {
  desk,
  open_browser,
  people,
  phone,
  sign_in,
  fill_all,
  walker,
  type Walker,
  report,
  unit,
} from './walker';

const paper = fileURLToPath(new URL('../../../docs/examples/huong-dan-nu-cong-mau.txt', import.meta.url));

let browser: Browser;
let mai: Walker;
beforeAll(async () => void (browser = await open_browser()));
afterAll(async () => {
  await browser.close();
  await end();
});
beforeEach(async () => {
  await begin_anew();
  mai = await walker(browser, desk);
});
afterEach(async () => {
  expect(mai.complaints).toEqual([]);
  await mai.context.close();
});

/** An officer below has sent her quarter, with a jump that she explained. */
async function one_report_is_in(): Promise<void> {
  const lan = await walker(browser, phone);
  await sign_in(lan.page, people.officer, report);
  await fill_all(lan.page);
  await lan.page.getByRole('button', { name: 'Kiểm tra lại' }).click();
  await lan.page.getByRole('button', { name: 'Gửi' }).click();
  await lan.page.getByText(/Đã gửi/).waitFor();
  await lan.context.close();
}

test('all who are silent are reminded in two steps', async () => {
  const { page } = mai;
  const steps = new Steps('remind');
  await sign_in(page, people.upper, '/');
  expect(page.url()).toContain('/bang-tien-do');
  await steps.tap(page.getByRole('link', { name: /Chưa nộp \(\d+\)/ }));
  await steps.tap(page.getByRole('button', { name: 'Nhắc tất cả' }));
  await page.getByText(/Đã nhắc \d+ đơn vị/).waitFor();
  steps.done();
});

test('a cell of the board opens why the figure is what it is', async () => {
  const { page } = mai;
  await sign_in(page, people.upper, '/bang-tien-do?ky=2026');
  const row = page.getByRole('row', { name: /Cả nhánh/ });
  await row.getByRole('link').nth(1).click();
  await page.getByRole('heading', { name: 'Vì sao con số này?' }).waitFor();
  await page.getByText('Từng đơn vị cấp dưới').waitFor();
  await expect_accessible(page);
});

test('a report is found, compared and accepted from the list', async () => {
  await one_report_is_in();
  const { page } = mai;
  const steps = new Steps('accept');
  await sign_in(page, people.upper, '/bao-cao-da-nhan?bieu=NC-Q&ky=2026-Q3&tinh-trang=sent');
  await steps.tap(page.getByRole('link', { name: /Giày Hoa Mai 43/ }));
  await page.getByRole('row', { name: /^Nữ đoàn viên 152 150 \+2 156/ }).waitFor();
  await steps.tap(page.getByRole('button', { name: 'Duyệt' }));
  await page.getByText(/Đã duyệt báo cáo của/).waitFor();
  steps.done();
});

test('a figure is given back with a reason, and the officer sees it at the box', async () => {
  await one_report_is_in();
  const { page } = mai;
  const steps = new Steps('give_back');
  await sign_in(page, people.upper, '/bao-cao-da-nhan?bieu=NC-Q&ky=2026-Q3&tinh-trang=sent');
  await steps.tap(page.getByRole('link', { name: /Giày Hoa Mai 43/ }));
  await steps.tick(page.getByLabel('Trả lại ô: Lượt nữ dự tuyên truyền'));
  // Without a reason nothing goes back.
  await page.getByRole('button', { name: 'Trả lại', exact: true }).click();
  await page.getByText('Ghi lý do trả lại').waitFor();
  await page.getByLabel(/Trả lại vì sao/).fill('thiếu danh sách');
  await expect_accessible(page);
  await steps.tap(page.getByRole('button', { name: 'Trả lại', exact: true }));
  await page.getByText(/Đã trả lại cho/).waitFor();
  steps.done();

  const lan = await walker(browser, phone);
  await sign_in(lan.page, people.officer, '/');
  await lan.page.getByText('Trả lại: “thiếu danh sách”').waitFor();
  await lan.page.getByRole('link', { name: /Quý III\/2026/ }).click();
  await lan.page.locator('#box-C01b-returned').getByText('thiếu danh sách').waitFor();
  await expect_accessible(lan.page);
  await lan.context.close();
});

test('a directive goes from its file to the units below in four steps', async () => {
  const { page } = mai;
  const steps = new Steps('hand_down');
  await sign_in(page, people.national, '/van-ban');
  await steps.tap(page.getByRole('link', { name: 'Giao văn bản mới' }));
  await page.getByLabel('Dán nội dung văn bản vào đây').fill(readFileSync(paper, 'utf8'));
  await steps.tap(page.getByRole('button', { name: 'Đọc chỉ tiêu' }));
  await page.getByText('Máy đọc được 8 chỉ tiêu').waitFor();
  expect(await page.locator('mark').count()).toBe(8);
  expect(await page.locator('mark').nth(1).textContent()).toContain('100% công đoàn cơ sở');
  await expect_accessible(page);
  await page.getByLabel(/Kỳ thực hiện/).fill('2027');
  await steps.tap(page.getByRole('button', { name: 'Xem gánh nặng báo cáo' }));
  await page.getByText(/giờ làm việc mỗi kỳ/).waitFor();
  await steps.tap(page.getByRole('button', { name: 'Giao', exact: true }));
  await page.getByText(/Đã giao văn bản D/).waitFor();
  steps.done();
});

test('a directive goes to some units only, and later to one more', async () => {
  const { page } = mai;
  await sign_in(page, people.national, '/van-ban/giao-moi');
  const text = 'Năm 2027, phấn đấu có ít nhất 85% cán bộ nữ công được tập huấn nghiệp vụ.';
  await page.getByLabel('Dán nội dung văn bản vào đây').fill(text);
  await page.getByRole('button', { name: 'Đọc chỉ tiêu' }).click();
  await page.getByLabel(/Kỳ thực hiện/).fill('2026');
  await page.getByRole('button', { name: 'Xem gánh nặng báo cáo' }).click();
  const whole = await page.getByText(/giờ làm việc mỗi kỳ/).textContent();

  await page.getByLabel(/Chỉ một số đơn vị/).check();
  await page.getByRole('button', { name: 'Xem gánh nặng báo cáo' }).click();
  await page.getByText('Chọn ít nhất một đơn vị, hoặc chọn giao cho cả nhánh').waitFor();
  await page.getByLabel('Tìm trong các đơn vị cấp dưới trực tiếp').fill('phu tho');
  await page.getByRole('checkbox', { name: /Phú Thọ/ }).check();
  await page.getByText('Đã chọn 1 đơn vị.').waitFor();
  await expect_accessible(page);
  await page.getByRole('button', { name: 'Xem gánh nặng báo cáo' }).click();
  await page.getByText(/giờ làm việc mỗi kỳ/).waitFor();
  expect(await page.getByText(/giờ làm việc mỗi kỳ/).textContent()).not.toBe(whole);
  await page.getByRole('button', { name: 'Giao', exact: true }).click();
  await page.getByRole('link', { name: 'Mở văn bản' }).click();

  await page.getByRole('heading', { name: 'Giao cho 1 đơn vị' }).waitFor();
  await page.getByText('Giao thêm đơn vị').click();
  await page.getByRole('checkbox', { name: /Nghệ An/ }).check();
  await expect_accessible(page);
  await page.getByRole('button', { name: 'Giao', exact: true }).click();
  await page.getByRole('heading', { name: 'Giao cho 2 đơn vị' }).waitFor();
  await page.goto(new URL('/bang-tien-do?ky=2026', page.url()).href);
  await page
    .getByRole('row', { name: /Hà Nội/ })
    .getByText('Không giao')
    .waitFor();
  await expect_accessible(page);
});

test('a report is reviewed on a phone without scrolling sideways', async () => {
  const small = await walker(browser, phone);
  await sign_in(small.page, people.upper, `/duyet/${unit}/2026-Q2/NC-Q`);
  await small.page.getByRole('row', { name: /^Nữ đoàn viên Kỳ này 150/ }).waitFor();
  const [content, table] = await small.page
    .getByRole('table')
    .evaluate((element) => [element.scrollWidth, element.clientWidth]);
  expect(content).toBeLessThanOrEqual(table ?? 0);
  await expect_no_sideways(small.page);
  await small.context.close();
});

test('the board works on a phone, one target at a time', async () => {
  const small = await walker(browser, phone);
  await sign_in(small.page, people.upper, '/bang-tien-do?ky=2026');
  await small.page.getByLabel('Chỉ tiêu', { exact: true }).selectOption({ index: 1 });
  await small.page.getByRole('listitem').filter({ hasText: 'Cả nhánh' }).getByRole('link').waitFor();
  await expect_no_sideways(small.page);
  await small.context.close();
});
