import { expect, test } from 'vitest';

import { audit_text } from '../../src/accounts/audit_text';
import type { Cell, IndicatorEntry, ScoreRow, Target } from '../../src/api/figures';
import { segments } from '../../src/directive/marks';
import { as_shown, element_of } from '../../src/figure/element_of';
import { ended_periods, first_kind } from '../../src/figure/periods';
import { province_tiles } from '../../src/overview/provinces';
import { axis, ranges } from '../../src/pictures/scale';
import { laggards_first, worst_column } from '../../src/progress/laggards';
import { match, type Route } from '../../src/shell/router.svelte';
import { complete, empty_plan, events_of } from '../../src/units/plan';
import { unbroken } from '../../src/words/compounds';
import { folded, holds, marks_first } from '../../src/words/fold';

const row = (name: string, ...cells: [Cell['status'], number][]): ScoreRow => ({
  unit: name,
  name,
  units_expected: 1,
  units_reported: 1,
  cells: cells.map(([status, value], index) => ({
    target: `D1.${index + 1}`,
    partial: false,
    status,
    value,
    hidden: false,
    numerator: value,
    denominator: 1,
    goal: 90,
    pace: 90,
  })),
});

test('who missed most stands first, then who is farthest off, then by name', () => {
  const rows = [
    row('Đắk Lắk', ['met', 95], ['missed', 80]),
    row('Cà Mau', ['missed', 50], ['missed', 60]),
    row('An Giang', ['met', 95], ['missed', 40]),
    row('Điện Biên', ['met', 95], ['missed', 80]),
  ];
  expect(laggards_first(rows).map(({ name }) => name)).toEqual([
    'Cà Mau',
    'An Giang',
    'Đắk Lắk',
    'Điện Biên',
  ]);
  expect(worst_column(rows)).toBe(1);
});

test('a text is cut where its targets stand, counted in bytes', () => {
  const text = 'Phấn đấu 90% nữ đoàn viên.';
  const bytes = (part: string) => new TextEncoder().encode(part).length;
  const begin = bytes('Phấn đấu ');
  const parts = segments(text, [{ begin, end: begin + bytes('90% nữ') }]);
  expect(parts).toEqual([
    { text: 'Phấn đấu ', number: null },
    { text: '90% nữ', number: 1 },
    { text: ' đoàn viên.', number: null },
  ]);
});

test('targets that overlap lose no part of the text', () => {
  const parts = segments('abcdef', [
    { begin: 1, end: 4 },
    { begin: 3, end: 6 },
  ]);
  expect(parts.map(({ text }) => text).join('')).toBe('abcdef');
});

test('at least one in each unit is asked for as the share of units that reached it', () => {
  const indicators = [{ code: 'I.CHAMLO', formula: 'each(grassroots: care_activities)' }] as IndicatorEntry[];
  const target = { indicator: 'I.CHAMLO', comparator: '>=', value: 1 } as Target;
  const formula = 'units(grassroots where care_activities >= 1) / units(grassroots)';
  expect(element_of(target, indicators)).toBe(formula);
  expect(
    as_shown({ value: 0.94, numerator: 941, denominator: 1000, hidden: false }, 'other').value,
  ).toBeCloseTo(94.1);
});

test('periods that have ended, the latest first, over the turn of the year', () => {
  expect(ended_periods('quarter', '2026-01-15', 3)).toEqual(['2025-Q4', '2025-Q3', '2025-Q2']);
  expect(ended_periods('month', '2026-03-01', 3)).toEqual(['2026-02', '2026-01', '2025-12']);
  expect(ended_periods('year', '2026-11-22', 1)).toEqual(['2025']);
  expect(first_kind('half year')).toBe('half');
});

test('each province finds its union, however its tone is placed', () => {
  const tiles = province_tiles([{ name: 'LĐLĐ tỉnh Khánh Hoà' }, { name: 'LĐLĐ thành phố Huế' }]);
  expect(tiles).toHaveLength(34);
  expect(tiles.filter(({ unit }) => unit).map(({ province }) => province)).toEqual(['Huế', 'Khánh Hòa']);
  const places = new Set(tiles.map(({ column, row }) => `${column}/${row}`));
  expect(places.size).toBe(34);
});

test('an axis has plain steps and holds all values', () => {
  expect(axis(74, 91, 4)).toEqual([70, 75, 80, 85, 90, 95]);
  expect(axis(5, 5)[0]).toBeLessThanOrEqual(5);
  const all = [1, 2, 2, 3, 10];
  expect(ranges(all).reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
});

test('an address finds its page and params', () => {
  const routes = [{ pattern: '/van-ban/giao-moi' }, { pattern: '/van-ban/:id' }] as Route[];
  expect(match(routes, '/van-ban/giao-moi')?.params).toEqual({});
  expect(match(routes, '/van-ban/D%2F1')?.params).toEqual({ id: 'D/1' });
  expect(match(routes, '/van-ban')).toBeUndefined();
  // Cut off within a letter, as messengers do.
  expect(match(routes, '/van-ban/%E0%A4')).toBeUndefined();
});

test('several units merge into one by one event each, a split gives shares', () => {
  const [a, b, c] = ['A', 'B', 'C'].map((code) => ({ code, name: code }));
  if (!a || !b || !c) throw new Error('three units');
  const merger = { ...empty_plan(), units: [a, b], into: [c], date: '2025-07-01' };
  expect(complete(merger)).toBe(true);
  expect(events_of(merger)).toEqual([
    { date: '2025-07-01', event: 'merge', unit: 'A', into: 'C' },
    { date: '2025-07-01', event: 'merge', unit: 'B', into: 'C' },
  ]);
  const split = { ...merger, event: 'split' as const, units: [a], into: [b, c], shares: { B: '62,5' } };
  expect(events_of(split).map(({ share }) => share)).toEqual([0.625, undefined]);
  expect(complete({ ...split, into: [b] })).toBe(false);
});

test('search folds marks and đ', () => {
  expect(folded('Đặng Thị Hoà')).toBe('dang thi hoa');
  expect(holds('Nguyễn Thị Lan', 'nguyen thi')).toBe(true);
});

test('marks that were typed count: they stand first, wherever the tone is placed', () => {
  const all = ['Nguyên', 'Đăng', 'Hoa', 'Hòa', 'Nguyễn', 'Đặng', 'Hoà'];
  const found = (wanted: string) =>
    marks_first(
      all.filter((name) => holds(name, wanted)),
      wanted,
      (name) => name,
    );
  expect(found('nguyen')).toEqual(['Nguyên', 'Nguyễn']);
  expect(found('Nguyễn')).toEqual(['Nguyễn', 'Nguyên']);
  expect(found('hoà')).toEqual(['Hòa', 'Hoà', 'Hoa']);
  expect(found('hòa'.normalize('NFD'))).toEqual(['Hòa', 'Hoà', 'Hoa']);
  expect(found('dang')).toEqual(['Đăng', 'Đặng']);
  expect(found('Đặng')).toEqual(['Đặng', 'Đăng']);
});

test('what the log keeps in short is said as people say it; what has no rule stays', () => {
  expect(audit_text('report BDU-0034 2026-Q3')).toBe('Báo cáo BDU-0034, quý III/2026');
  expect(audit_text('3 units')).toBe('nay giao cho 3 đơn vị');
  expect(audit_text('upper_officer from 2026-01-01')).toBe('vai Cán bộ nữ công cấp trên, từ 1/1/2026');
  expect(audit_text('officer from 2026-01-01, ended 2026-11-01')).toBe(
    'vai Cán bộ nữ công cơ sở, 1/1/2026 – 1/11/2026',
  );
  expect(audit_text('officer to account 12 on 2026-11-01')).toContain('cho tài khoản số 12, từ 1/11/2026');
  expect(audit_text('NC-Q to 2026-11-20')).toBe('biểu NC-Q, đến ngày 20/11/2026');
  expect(audit_text('1 event')).toBe('1 sự kiện');
  expect(audit_text('12/14; BDU BLI')).toBe('12/14; BDU BLI');
});

test('a title breaks between words, not within them', () => {
  const told = unbroken('Tổng Liên đoàn Lao động, CĐCS Công ty Hoa Mai');
  expect(told.split(' ')).toEqual([
    'Tổng',
    'Liên\u00a0đoàn',
    'Lao\u00a0động,',
    'CĐCS',
    'Công\u00a0ty',
    'Hoa',
    'Mai',
  ]);
  expect(unbroken('Nữ công nhân')).toBe('Nữ công\u00a0nhân');
});
