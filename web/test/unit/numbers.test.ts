import { beforeEach, expect, test } from 'vitest';

import { speak } from '../../src/words/language.svelte';
import {
  change_text,
  day_text,
  figure_text,
  number_text,
  period_text,
  read_day,
  read_number,
  year_before,
} from '../../src/words/numbers';

beforeEach(() => speak('vi'));

test('numbers are written as in Vietnam', () => {
  expect(number_text(1234567.5)).toBe('1.234.567,5');
  expect(figure_text(87.3, 'percent')).toBe('87,3 %');
  expect(number_text(null)).toBe('…');
  expect(change_text(-9164)).toBe('−9.164');
});

test('days and periods are written as in Vietnam', () => {
  expect(day_text('2026-03-08')).toBe('8/3/2026');
  expect(period_text('2026-Q3')).toBe('quý III/2026');
  expect(period_text('2026-H1')).toBe('6 tháng đầu năm 2026');
  expect(period_text('2026-09')).toBe('tháng 9/2026');
  expect(period_text('2026')).toBe('năm 2026');
  expect(period_text('2023..2028')).toBe('2023–2028');
});

test('the period a year before keeps its kind', () => {
  expect(year_before('2026-Q3')).toBe('2025-Q3');
  expect(year_before('2026')).toBe('2025');
});

test.each([
  ['1234', 0, 1234],
  ['1.234', 0, 1234],
  ['1 234 567', 0, 1234567],
  ['12,5', 1, 12.5],
  ['12.5', 1, 12.5],
  ['1.234.567', 2, 1234567],
  ['', 0, null],
  ['  ', 0, null],
])('“%s” with %i decimals is read as %s', (text, decimals, value) => {
  expect(read_number(text, decimals)).toEqual({ value });
});

test.each(['1O', '12,5', '-3', '1.23', '1,2,3', 'ba'])('“%s” is no whole number', (text) => {
  expect(read_number(text, 0)).toHaveProperty('fault');
});

test('days are read in both ways of writing, and only those of the calendar', () => {
  expect(read_day('8/3/2026')).toBe('2026-03-08');
  expect(read_day('08-03-2026')).toBe('2026-03-08');
  expect(read_day('2026-03-08')).toBe('2026-03-08');
  expect(read_day('30/2/2026')).toBeUndefined();
  expect(read_day('8/3')).toBeUndefined();
});
