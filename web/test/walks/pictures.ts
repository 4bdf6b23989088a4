// Takes the pictures of every screen at 360 and 1280 px into test/walks/seen, to be looked at.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { screens } from './screens';
import { begin_anew, end } from './server';
import { desk, open_browser, people, phone, settled, sign_in, walker } from './walker';

const folder = fileURLToPath(new URL('./seen/', import.meta.url));
mkdirSync(folder, { recursive: true });

const only = process.argv[2];
await begin_anew();
const browser = await open_browser();
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
      await page.screenshot({ path: `${folder}${name}-${viewport.width}.png`, fullPage: true });
    }
    for (const complaint of complaints) process.stderr.write(`${who}: ${complaint}\n`);
    await context.close();
  }
}
await browser.close();
await end();
