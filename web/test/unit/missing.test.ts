import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { missing_of } from '../../src/today/missing';

const target = {
  id: 'D1.1',
  quote: 'ít nhất 90% nữ đoàn viên',
  comparator: '>=',
  value: 90,
  value_max: null,
  unit: 'percent',
  per_unit: false,
  due: '2026-12-31',
  indicator: 'I.GVN',
};
const nothing_yet = {
  target: 'D1.1',
  status: 'no_data',
  value: null,
  hidden: false,
  numerator: null,
  denominator: null,
  goal: 90,
  pace: null,
  partial: false,
};

const answers: Record<string, [number, unknown]> = {};
beforeEach(() => {
  Object.assign(answers, {
    '/api/score': [200, { targets: [target], rows: [{ cells: [nothing_yet] }] }],
    '/api/indicators': [200, { indicators: [{ code: 'I.GVN', formula: 'title_holders / women_workers' }] }],
    '/api/elements': [200, { elements: [{ name: 'title_holders', unit: 'người' }] }],
    '/api/value': [200, { value: 83, numerator: 83, denominator: 100 }],
  });
  vi.stubGlobal('fetch', (path: string) => {
    const [status, body] = answers[path.split('?')[0] ?? ''] ?? [404, { code: 'unit.unknown', params: {} }];
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
});
afterEach(() => vi.unstubAllGlobals());

test('before the year has figures the last one tells how many women are missing', async () => {
  const [one] = (await missing_of(1, 'A', '2026')) ?? [];
  expect(one?.short).toBeUndefined();
  expect(one?.before).toMatchObject({ year: '2025', value: 83, short: { kind: 'person', count: 7 } });
});

test('a unit without a year before lacks what it lacks', async () => {
  answers['/api/value'] = [422, { code: 'unit.not_yet_founded', status: 422, params: {} }];
  expect((await missing_of(1, 'A', '2026'))?.[0]?.before).toBeUndefined();
});

test('a unit without targets is not one that has met all of them', async () => {
  answers['/api/score'] = [422, { code: 'target.none', status: 422, params: {} }];
  expect(await missing_of(1, 'A', '2026')).toBeUndefined();
  answers['/api/score'] = [
    200,
    { targets: [target], rows: [{ cells: [{ ...nothing_yet, status: 'met' }] }] },
  ];
  expect(await missing_of(1, 'A', '2026')).toEqual([]);
});

test('what else is refused is told', async () => {
  answers['/api/value'] = [403, { code: 'scope.exceeded', status: 403, params: {} }];
  await expect(missing_of(1, 'A', '2026')).rejects.toMatchObject({ code: 'scope.exceeded' });
});
