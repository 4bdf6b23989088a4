import { expect, test } from 'vitest';

import { merge, settle } from '../../src/offline/merge';

const cell = (series: string, value: number | null) => ({ series, value });

test('what only I changed stays mine, what only she changed becomes hers', () => {
  const base = [cell('A03', 50), cell('A04', null)];
  const merged = merge(base, [cell('A03', 52), cell('A04', null)], [cell('A03', 50), cell('A04', 35)]);
  expect(merged).toEqual({ cells: [cell('A03', 52), cell('A04', 35)], clashes: [] });
});

test('where both wrote something different a person is asked', () => {
  const merged = merge([cell('A04', null)], [cell('A04', 35)], [cell('A04', 36)]);
  expect(merged.clashes).toEqual([{ series: 'A04', mine: cell('A04', 35), theirs: cell('A04', 36) }]);
  expect(settle(merged.cells, [cell('A04', 36)])).toEqual([cell('A04', 36)]);
});

test('the same figure written twice is no clash', () => {
  expect(merge([cell('A04', null)], [cell('A04', 35)], [cell('A04', 35)]).clashes).toEqual([]);
});

test('a figure that I emptied and she changed is asked for', () => {
  expect(merge([cell('A04', 30)], [cell('A04', null)], [cell('A04', 31)]).clashes).toHaveLength(1);
});
