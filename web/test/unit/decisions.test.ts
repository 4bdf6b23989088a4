import { expect, test } from 'vitest';

import type { ReadTarget } from '../../src/api/directives';
import { as_read, decision_of } from '../../src/directive/decisions';

const read = (likeness: number) => ({ indicators: [{ code: 'I.GVN', likeness }] }) as ReadTarget;

test('an indicator is proposed where the words are surely alike, else a person chooses', () => {
  expect(as_read(read(0.85)).indicator).toBe('I.GVN');
  expect(as_read(read(0.33)).indicator).toBe('');
});

test('what was left as it was read says nothing', () => {
  expect(decision_of(1, as_read(read(0.85)))).toEqual({ number: 1, indicator: 'I.GVN' });
  expect(decision_of(2, as_read(read(0.33)))).toEqual({ number: 2, unbound: true });
});

test('a correction holds a number as it is written here, and a day', () => {
  const corrected = { ...as_read(read(0.85)), value: '92,5', due: '2026-12-31', left_out: true };
  expect(decision_of(3, corrected)).toMatchObject({ value: 92.5, due: '2026-12-31', left_out: true });
});
