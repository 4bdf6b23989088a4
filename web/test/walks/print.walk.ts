// What is printed is a paper: upright A4, the board lying down; nothing to press, nothing cut off at the right.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { screens } from './screens';
import { begin_anew, end } from './server';
import { desk, open_browser, people, phone, settled, sign_in, walker, type Walker } from './walker';

let browser: Browser;
const signed_in = new Map<keyof typeof people, Walker>();
beforeAll(async () => {
  await begin_anew();
  browser = await open_browser();
});
afterAll(async () => {
  await browser.close();
  await end();
});

async function page_of(who: keyof typeof people): Promise<Page> {
  const known = signed_in.get(who);
  if (known) return known.page;
  const fresh = await walker(browser, desk);
  await sign_in(fresh.page, people[who]);
  signed_in.set(who, fresh);
  return fresh.page;
}

/** What is left of A4 between the margins, in pixels of 1/96 inch (src/style/base.css). */
const upright = Math.round((175 / 25.4) * 96);
const lying = Math.round((273 / 25.4) * 96);

/** What stands on the paper that should not, or not wholly. */
const faults = (page: Page) =>
  page.evaluate(() => {
    const edge = document.documentElement.clientWidth + 1;
    const told: string[] = [];
    for (const element of document.body.querySelectorAll('*')) {
      const { width, height, right } = element.getBoundingClientRect();
      if (width * height === 0 || element.closest('.hidden-text, .skip, svg')) continue;
      const name = `${element.tagName}.${element.className} ${element.textContent?.trim().slice(0, 40)}`;
      if (element.matches('nav, button, [role=search], .button')) told.push(`to press: ${name}`);
      if (right > edge) told.push(`cut off: ${name}`);
    }
    return told.slice(0, 5);
  });

const by_person = [...new Set(screens.map((screen) => screen.who))];

describe.each(by_person)('papers of the %s', (who) => {
  test.each(screens.filter((screen) => screen.who === who))('$name', async ({ path }) => {
    const page = await page_of(who);
    await page.setViewportSize(desk);
    await page.goto(path);
    await settled(page);
    // Whatever is set for reading on the screen.
    await page.evaluate(() =>
      Object.assign(document.documentElement.dataset, { size: '4', contrast: 'soft' }),
    );
    await page.emulateMedia({ media: 'print' });
    const board = await page.locator('main table.board').count();
    await page.setViewportSize({ width: board ? lying : upright, height: 980 });
    expect(await faults(page), path).toEqual([]);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText(/^Nguồn: phần mềm Nữ Công, http.*In ngày 1\/11\/2026\.$/).waitFor();
    await page.emulateMedia({ media: 'screen' });
  });
});

test('a board that a phone shows by target is printed as the whole table', async () => {
  const { page, context } = await walker(browser, phone);
  await sign_in(page, people.national, '/bang-tien-do?ky=2026');
  await settled(page);
  expect(await page.locator('table.board').count()).toBe(0);
  await page.emulateMedia({ media: 'print' });
  await page.locator('table.board').waitFor();
  expect(await page.locator('table.board thead th').count()).toBeGreaterThan(8);
  await context.close();
});
