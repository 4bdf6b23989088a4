import { expect, test } from 'vitest';

import type { ElementEntry } from '../../src/api/figures';
import { formula_words } from '../../src/figure/formula_words';

const element = (name: string, title: string): ElementEntry => ({
  code: name,
  name,
  title,
  unit: 'người',
  kind: 'flow',
  decimals: 0,
});
const elements = [element('title_holders', 'Nữ đạt danh hiệu'), element('trained', 'Lượt tập huấn')];

test.each([
  ['title_holders', '“Nữ đạt danh hiệu”'],
  ['title_holders / trained', '“Nữ đạt danh hiệu” ÷ “Lượt tập huấn”'],
  [
    'units(grassroots where trained >= 1) / units(grassroots)',
    'số đơn vị có “Lượt tập huấn” từ 1 ÷ tổng số đơn vị',
  ],
  ['each(grassroots: trained)', '“Lượt tập huấn” ở mỗi đơn vị'],
])('%s is told in words', (formula, told) => expect(formula_words(formula, elements)).toBe(told));

test('a formula with a name that nobody titled is not told half', () =>
  expect(formula_words('title_holders / strangers', elements)).toBeUndefined());
