// Takes pictures: of every screen at 360 and 1280 px into test/walks/seen, to be looked at; or, for the project's
// first page, of a few into docs/pictures. Usage: pictures.ts [docs | NAME,NAME...]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';

import { screens, type Screen } from './screens';
import { begin_anew, end } from './server';
import { desk, open_browser, people, phone, report, settled, sign_in, walker } from './walker';

const path_of = (folder: string) => fileURLToPath(new URL(folder, import.meta.url));
const seen = path_of('./seen/');
const docs = path_of('../../../docs/pictures/');
const paper = path_of('../../../docs/examples/huong-dan-nu-cong-mau.txt');

async function every_screen(browser: Browser, only: string | undefined): Promise<void> {
  for (const viewport of [phone, desk]) {
    for (const who of Object.keys(people) as (keyof typeof people)[]) {
      const wanted = (name: string) => !only || only.split(',').includes(name);
      const mine = screens.filter((screen) => screen.who === who && wanted(screen.name));
      if (mine.length === 0) continue;
      const { page, context, complaints } = await walker(browser, viewport);
      await sign_in(page, people[who], mine[0]?.path);
      for (const { name, path } of mine) {
        await page.goto(path);
        await settled(page);
        await page.screenshot({ path: `${seen}${name}-${viewport.width}.png`, fullPage: true });
      }
      await beside(page, who);
      for (const complaint of complaints) process.stderr.write(`${who}: ${complaint}\n`);
      await context.close();
    }
  }
}

/** The last screen of a person as it is printed, in English, and with the largest letters in high contrast. */
async function beside(page: Page, who: string): Promise<void> {
  await page.pdf({ path: `${seen}${who}.pdf`, format: 'A4' });
  await page.getByRole('button', { name: 'English' }).click();
  await settled(page);
  await page.screenshot({ path: `${seen}${who}-english.png`, fullPage: true });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.evaluate(() => Object.assign(document.documentElement.dataset, { size: '4', contrast: 'high' }));
  await page.screenshot({ path: `${seen}${who}-320.png`, fullPage: true });
}

interface Shown extends Screen {
  viewport: typeof phone;
  begin?: (page: Page) => Promise<void>;
}

const shown: Shown[] = [
  { who: 'officer', name: 'hom-nay', path: '/hom-nay', viewport: phone },
  { who: 'officer', name: 'bao-cao', path: report, viewport: phone },
  { who: 'leader', name: 'toan-canh', path: '/toan-canh', viewport: { width: 1280, height: 1180 } },
  {
    who: 'upper',
    name: 'bang-tien-do',
    path: '/bang-tien-do?ky=2025',
    viewport: { width: 1280, height: 760 },
  },
  {
    who: 'national',
    name: 'giao-van-ban',
    path: '/van-ban/giao-moi',
    viewport: { width: 1280, height: 860 },
    begin: async (page) => {
      await page.getByLabel('Dán nội dung văn bản vào đây').fill(readFileSync(paper, 'utf8'));
      await page.getByRole('button', { name: 'Đọc chỉ tiêu' }).click();
      await page.getByText(/Máy đọc được \d+ chỉ tiêu/).waitFor();
    },
  },
];

async function for_the_docs(browser: Browser): Promise<void> {
  for (const { who, name, path, viewport, begin } of shown) {
    const { page, context } = await walker(browser, viewport);
    await sign_in(page, people[who], path);
    // The second visit has the letters at hand.
    await page.reload();
    await settled(page);
    await begin?.(page);
    await page.mouse.move(0, 0);
    await page.evaluate(() => scrollTo(0, 0));
    const camera = await context.newCDPSession(page);
    const { data } = await camera.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
    writeFileSync(`${docs}${name}.webp`, Buffer.from(data, 'base64'));
    await context.close();
  }
}

const [what] = process.argv.slice(2);
for (const folder of [seen, docs]) mkdirSync(folder, { recursive: true });
await begin_anew();
const browser = await open_browser();
await (what === 'docs' ? for_the_docs(browser) : every_screen(browser, what));
await browser.close();
await end();
