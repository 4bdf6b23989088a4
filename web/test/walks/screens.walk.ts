// What holds on every screen: accessible, never wider than the phone, nothing that jumps, nothing the policy forbids.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { expect_accessible, expect_no_sideways } from './expectations';
import { screens } from './screens';
import { begin_anew, end } from './server';
import { desk, open_browser, people, phone, report, settled, sign_in, walker } from './walker';

let browser: Browser;
beforeAll(async () => {
  await begin_anew();
  browser = await open_browser();
});
afterAll(async () => {
  await browser.close();
  await end();
});

const by_person = [...new Set(screens.map((screen) => screen.who))];

async function each_screen(
  who: keyof typeof people,
  viewport: typeof phone,
  look: (page: Page) => Promise<void>,
) {
  const mine = screens.filter((screen) => screen.who === who);
  const { page, context, complaints } = await walker(browser, viewport);
  await sign_in(page, people[who]);
  for (const { path } of mine) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await settled(page);
    await look(page);
  }
  expect(complaints).toEqual([]);
  await context.close();
}

describe.each(by_person)('the screens of the %s', (who) => {
  test('are accessible at 360 and 1280 px', async () => {
    await each_screen(who, phone, expect_accessible);
    await each_screen(who, desk, expect_accessible);
  });

  test('fit 320 px with the largest letters, in high contrast', async () => {
    await each_screen(who, { width: 320, height: 640 }, async (page) => {
      await page.evaluate(() => {
        document.documentElement.dataset['size'] = '4';
        document.documentElement.dataset['contrast'] = 'high';
      });
      await expect_no_sideways(page);
      await expect_accessible(page);
    });
  });
});

test('soft contrast and English are accessible too', async () => {
  const { page, context } = await walker(browser, phone);
  await sign_in(page, people.officer);
  await page.getByRole('button', { name: /Tương phản/ }).click();
  await page.getByRole('button', { name: /Tương phản/ }).click();
  expect(await page.evaluate(() => document.documentElement.dataset['contrast'])).toBe('soft');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Today' }).waitFor();
  await expect_accessible(page);
  await page.reload();
  await page.getByRole('heading', { name: 'Today' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.dataset['contrast'])).toBe('soft');
  await context.close();
});

test('the keyboard reaches the work: skip link, box, button', async () => {
  const { page, context } = await walker(browser, desk);
  await sign_in(page, people.officer, report);
  await page.getByRole('textbox').first().waitFor();
  await page.reload();
  await page.getByRole('textbox').first().waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('skip');
  await page.keyboard.press('Enter');
  // Help, then the first box.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('box-A03');
  await page.keyboard.type('52');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  expect(await page.getByRole('textbox').first().inputValue()).toBe('0');
  await context.close();
});

test('on a slow network the first page is there within 3 s, and nothing on it jumps', async () => {
  const { page, context } = await walker(browser, phone);
  await sign_in(page, people.officer);
  const slow = await context.newCDPSession(page);
  await slow.send('Network.enable');
  await slow.send('Network.clearBrowserCache');
  await slow.send('Network.setBypassServiceWorker', { bypass: true });
  const throughput = (1.6 * 1024 * 1024) / 8;
  const conditions = {
    offline: false,
    latency: 150,
    downloadThroughput: throughput,
    uploadThroughput: throughput / 2,
  };
  await slow.send('Network.emulateNetworkConditions', conditions);
  await page.addInitScript(() => {
    const shifts = { sum: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        shifts.sum += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const begun = Date.now();
  await page.goto('/hom-nay', { waitUntil: 'commit' });
  await page.getByRole('link', { name: /Quý III\/2026/ }).waitFor();
  const taken = Date.now() - begun;
  await settled(page);
  const shift = await page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum);
  process.stdout.write(`first page on 1.6 Mbit/s, 150 ms: ${taken} ms, layout shift ${shift.toFixed(4)}\n`);
  expect(taken).toBeLessThanOrEqual(3000);
  expect(shift).toBeLessThanOrEqual(0.02);
  await context.close();
});
