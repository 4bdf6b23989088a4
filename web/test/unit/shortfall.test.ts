import { expect, test } from 'vitest';

import type { Cell, ElementEntry, IndicatorEntry, Target } from '../../src/api/figures';
import { counted_by, shortfall } from '../../src/today/shortfall';

const target = (change: Partial<Target>): Target => ({
  id: 'D1.1',
  quote: '',
  comparator: '>=',
  value: 90,
  value_max: null,
  unit: 'percent',
  per_unit: false,
  due: '2026-12-31',
  indicator: 'I.GVN',
  ...change,
});

const cell = (change: Partial<Cell>): Cell => ({
  target: 'D1.1',
  status: 'missed',
  value: 75,
  hidden: false,
  numerator: 30,
  denominator: 40,
  goal: 90,
  pace: 90,
  partial: false,
  ...change,
});

const women = { kind: 'person', measure: 'người' } as const;
const unions = { kind: 'unit', measure: '' } as const;

test('a share of persons lacks whole persons, never part of one', () => {
  expect(shortfall(target({}), cell({}), women)).toEqual({ ...women, count: 6 });
  expect(shortfall(target({}), cell({ denominator: 41, numerator: 36 }), women)?.count).toBe(1);
});

test('a count lacks the rest of it', () => {
  const counted = { kind: 'other', measure: 'suất' } as const;
  const found = shortfall(
    target({ unit: 'count' }),
    cell({ goal: 2000, value: 1500, denominator: 1 }),
    counted,
  );
  expect(found?.count).toBe(500);
});

test('one in each unit lacks units in a branch, and the deed itself in one union', () => {
  const each = target({ per_unit: true, unit: 'count', value: 1 });
  const branch = cell({ goal: 1, value: 94.1, numerator: 984, denominator: 1046 });
  expect(shortfall(each, branch, unions)).toEqual({ ...unions, count: 62 });
  expect(shortfall(each, cell({ goal: 1, value: 0, numerator: 0, denominator: 1 }), unions)?.kind).toBe(
    'deed',
  );
});

test('a target that is met, or not known, lacks nothing', () => {
  expect(shortfall(target({}), cell({ status: 'met' }), women)).toBeUndefined();
  expect(shortfall(target({}), cell({ value: null }), women)).toBeUndefined();
});

test('what is counted comes from the formula above the line', () => {
  const elements = [{ name: 'title_holders', unit: 'người' }] as ElementEntry[];
  const by = (formula: string) => counted_by({ formula } as IndicatorEntry, elements).kind;
  expect(by('title_holders / women_workers')).toBe('person');
  expect(by('units(grassroots where trainees >= 1) / units(grassroots)')).toBe('unit');
  expect(by('scholarships')).toBe('other');
});
