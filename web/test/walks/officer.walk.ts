// The officer of a grassroots union, on a phone of 360 px.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import { expect_accessible } from './expectations';
import { begin_anew, end } from './server';
import { Steps } from './steps';
import {
  open_browser,
  people,
  sign_in,
  walker,
  type Walker,
  add_colleague,
  fill_all,
  phrase,
  report,
} from './walker';

let browser: Browser;
let lan: Walker;
beforeAll(async () => void (browser = await open_browser()));
afterAll(async () => {
  await browser.close();
  await end();
});
beforeEach(async () => {
  await begin_anew();
  lan = await walker(browser);
});
afterEach(async () => {
  expect(lan.complaints).toEqual([]);
  await lan.context.close();
});

const box = (page: Page, name: string) => page.getByRole('textbox', { name });
const women = 'Nữ đoàn viên (người)';
const saved = (page: Page) => page.getByText('Đã lưu trên máy chủ').waitFor();

test('a quarter is reported in three steps', async () => {
  const { page } = lan;
  const steps = new Steps('report');
  await sign_in(page, people.officer, '/');
  expect(page.url()).toContain('/hom-nay');
  await steps.tap(page.getByRole('link', { name: /Quý III\/2026/ }));
  await page.getByText('Năm trước 156 · Kỳ trước 150').waitFor();
  await fill_all(page);
  await steps.tap(page.getByRole('button', { name: 'Kiểm tra lại' }));
  await page.getByRole('heading', { name: 'Kiểm tra lại rồi gửi' }).waitFor();
  await steps.tap(page.getByRole('button', { name: 'Gửi' }));
  await page.getByText(/Đã gửi/).waitFor();
  steps.done();
});

test('what the server refuses stands in a summary and at the box, with all that was typed', async () => {
  const { page } = lan;
  await sign_in(page, people.officer, report);
  await fill_all(page);
  await box(page, women).fill('200');
  await box(page, 'Lượt nữ dự tuyên truyền').fill('900');
  await page.getByRole('button', { name: 'Kiểm tra lại' }).click();
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  const summary = page.getByRole('alert').filter({ hasText: 'Có 2 chỗ cần sửa' });
  await summary.waitFor();
  await expect_accessible(page);
  await summary.getByRole('link', { name: /Nữ đoàn viên/ }).click();
  // Women are compared with all: the rule stands at the whole.
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('box-A03');
  await box(page, women).fill('152');
  await page.getByLabel('Đúng rồi, ghi lý do').last().fill('Có hội thi cấp tỉnh');
  await saved(page);
  await page.getByRole('button', { name: 'Kiểm tra lại' }).click();
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await page.getByText(/Đã gửi/).waitFor();
});

test('a text that is no number is told in words, and stays as it was typed', async () => {
  const { page } = lan;
  await sign_in(page, people.officer, report);
  await box(page, 'Tổng số đoàn viên').fill('5o');
  await page.getByRole('button', { name: 'Kiểm tra lại' }).click();
  await page.getByRole('alert').getByText('“5o” chưa phải là số').waitFor();
  expect(await box(page, 'Tổng số đoàn viên').inputValue()).toBe('5o');
});

test('without a network she goes on, sees what waits, and it goes out by itself', async () => {
  const { page, context } = lan;
  await sign_in(page, people.officer, report);
  await box(page, 'Tổng số đoàn viên').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await fill_all(page);
  await page.getByText('Đã lưu trong máy. Sẽ tự gửi khi có mạng (1 mục đang chờ)').waitFor();
  await page.reload();
  await page.getByText('Chưa có mạng: đang xem bản lưu trong máy').waitFor();
  expect(await box(page, 'Tổng số đoàn viên').inputValue()).toBe('188');
  await page.getByRole('button', { name: 'Kiểm tra lại' }).click();
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await page.getByText('Đã lưu trong máy. Sẽ tự gửi khi có mạng.', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Về trang Hôm nay' }).click();
  await page.getByText('Báo cáo chờ gửi').waitFor();
  await context.setOffline(false);
  await page.getByText('Báo cáo chờ gửi').waitFor({ state: 'detached', timeout: 30_000 });
  await page.reload();
  const quarter = page.getByRole('link', { name: /Quý III\/2026/ });
  await quarter.getByText('Đã gửi', { exact: true }).waitFor();
});

test('two who write into one box choose what stays; what does not clash is joined', async () => {
  const { page } = lan;
  const colleague = await add_colleague('officer');
  const hoa = await walker(browser);
  await sign_in(page, people.officer, report);
  await sign_in(hoa.page, colleague, report);
  await box(page, 'Tổng số đoàn viên').waitFor();
  await box(hoa.page, women).fill('151');
  await box(hoa.page, 'Lượt nữ dự tuyên truyền').fill('61');
  await saved(hoa.page);
  await box(page, 'Tổng số đoàn viên').fill('188');
  await box(page, women).fill('152');
  const choice = page.getByRole('dialog', { name: /Trần Thị Hoa vừa sửa báo cáo này lúc/ });
  await choice.waitFor();
  await expect_accessible(page);
  await choice.getByLabel('Của Trần Thị Hoa: 151').check();
  await choice.getByRole('button', { name: 'Giữ các số đã chọn' }).click();
  await saved(page);
  expect(await box(page, women).inputValue()).toBe('151');
  expect(await box(page, 'Lượt nữ dự tuyên truyền').inputValue()).toBe('61');
  expect(await box(page, 'Tổng số đoàn viên').inputValue()).toBe('188');
  await hoa.context.close();
});

test('a session that ends while she types loses nothing', async () => {
  const { page, context } = lan;
  await sign_in(page, people.officer, report);
  await box(page, 'Tổng số đoàn viên').waitFor();
  // Without its cookie it is, for the server, a session that has ended.
  await context.clearCookies();
  await box(page, 'Tổng số đoàn viên').fill('188');
  const again = page.getByRole('dialog', { name: 'Đăng nhập' });
  await again.getByText('những gì đang gõ vẫn còn').waitFor();
  await again.getByLabel('Mật khẩu', { exact: true }).fill(phrase);
  await again.getByRole('button', { name: 'Đăng nhập' }).click();
  await saved(page);
  expect(await box(page, 'Tổng số đoàn viên').inputValue()).toBe('188');
});

test('Vietnamese keyboards that compose, or go back and write anew, keep every letter', async () => {
  const { page, context } = lan;
  await sign_in(page, people.leader, '/tim-don-vi');
  const field = page.getByLabel('Đơn vị', { exact: true });
  await field.focus();
  const keyboard = await context.newCDPSession(page);
  for (const text of ['p', 'ph', 'phu', 'phú']) {
    await keyboard.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
    await expect.poll(() => field.inputValue()).toBe(text);
  }
  await keyboard.send('Input.insertText', { text: 'phú' });
  expect(await field.inputValue()).toBe('phú');
  // UniKey and its kin send Backspace and the finished letter instead.
  await page.keyboard.type(' tho');
  await page.keyboard.press('Backspace');
  await keyboard.send('Input.insertText', { text: 'ọ' });
  expect(await field.inputValue()).toBe('phú thọ');
  await page.getByRole('button', { name: /LĐLĐ tỉnh Phú Thọ/ }).waitFor();
});

test('the page is read aloud sentence by sentence, until she stops it or leaves', async () => {
  const { page } = lan;
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const voices = [{ lang: 'vi-VN', localService: true }];
    // A device that finishes each sentence after a moment; only what is said last goes on for long.
    let speaking: ReturnType<typeof setTimeout> | undefined;
    class Utterance {
      onend?: () => void;
      onerror?: (event: { error: string }) => void;
      constructor(readonly text: string) {}
    }
    const speak = (utterance: Utterance) => {
      said.push(utterance.text);
      speaking = setTimeout(() => utterance.onend?.(), said.length < 24 ? 5 : 60_000);
    };
    const cancel = () => {
      clearTimeout(speaking);
      said.push('(dừng)');
    };
    const speechSynthesis = { getVoices: () => voices, speak, cancel };
    Object.defineProperty(window, 'speechSynthesis', { value: speechSynthesis });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
  });
  await sign_in(page, people.officer, report);
  await box(page, women).fill('152');
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
  await page.getByRole('button', { name: 'Đọc to' }).click();
  await page.getByRole('button', { name: 'Dừng đọc' }).waitFor();
  await expect_accessible(page);
  await expect.poll(said, { timeout: 10_000 }).toContain('Nữ đoàn viên (người): 152.');
  expect(await said()).toContain('Quý III/2026');
  await page.getByRole('button', { name: 'Dừng đọc' }).click();
  expect((await said()).at(-1)).toBe('(dừng)');
  await page.getByRole('button', { name: 'Đọc to' }).click();
  await page.getByRole('button', { name: 'Dừng đọc' }).waitFor();
  await page.getByRole('link', { name: 'Hôm nay' }).click();
  await page.getByRole('button', { name: 'Đọc to' }).waitFor();
  await expect.poll(async () => (await said()).at(-1)).toBe('(dừng)');
});

test('a device without a Vietnamese voice says what to do', async () => {
  const { page } = lan;
  await sign_in(page, people.officer, '/hom-nay');
  await page.getByRole('button', { name: 'Đọc to' }).click();
  await page.getByText('Máy này chưa có giọng đọc tiếng Việt. Mở Cài đặt của máy').waitFor();
  await expect_accessible(page);
});
