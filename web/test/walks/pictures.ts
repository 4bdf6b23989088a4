// Takes the pictures of every screen at 360 and 1280 px into test/walks/seen, to be looked at.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { desk, open_browser, people, phone, settled, sign_in, walker } from './walker';

const folder = fileURLToPath(new URL('./seen/', import.meta.url));
mkdirSync(folder, { recursive: true });

const report = '/bao-cao/PTH-0001/2026-Q3/NC-Q';

const screens: [keyof typeof people, string, string][] = [
  ['officer', 'hom-nay', '/hom-nay'],
  ['officer', 'bao-cao', report],
  ['officer', 'kiem-tra', `${report}/kiem-tra`],
  ['officer', 'toi', '/toi'],
  ['upper', 'tien-do', '/bang-tien-do?ky=2025'],
  ['upper', 'da-nhan', '/bao-cao-da-nhan?bieu=NC-Q&ky=2026-Q3'],
  ['upper', 'duyet', '/duyet/PTH-0001/2026-Q3/NC-Q'],
  ['upper', 'van-ban', '/van-ban'],
  ['upper', 'van-ban-D1', '/van-ban/D1'],
  ['upper', 'giao-moi', '/van-ban/giao-moi'],
  ['upper', 'con-so', '/con-so/TLD/I.GVN/2025?chi-tieu=D1.1'],
  ['upper', 'con-so-nu', '/con-so/PTH/A04/2026-Q3?cay=as-is'],
  ['upper', 'con-so-don-vi', '/con-so/TLD/I.CHAMLO/2025?chi-tieu=D1.4'],
  ['leader', 'toan-canh', '/toan-canh'],
  ['administrator', 'to-chuc', '/sap-xep-to-chuc?don-vi=VPH'],
  ['administrator', 'don-vi', '/don-vi/PTH'],
  ['administrator', 'tai-khoan', '/tai-khoan'],
  ['administrator', 'nhat-ky', '/nhat-ky'],
  ['administrator', 'danh-muc', '/danh-muc'],
];

const only = process.argv[2];
const browser = await open_browser();
for (const viewport of [phone, desk]) {
  for (const who of Object.keys(people) as (keyof typeof people)[]) {
    const mine = screens.filter(([by, name]) => by === who && (!only || only.split(',').includes(name)));
    if (mine.length === 0) continue;
    const { page, context, complaints } = await walker(browser, viewport);
    await sign_in(page, people[who], mine[0]?.[2]);
    for (const [, name, path] of mine) {
      await page.goto(path);
      await settled(page);
      await page.waitForTimeout(500);
      await page.screenshot({ path: `${folder}${name}-${viewport.width}.png`, fullPage: true });
    }
    for (const complaint of complaints) process.stderr.write(`${who}: ${complaint}\n`);
    await context.close();
  }
}
await browser.close();
