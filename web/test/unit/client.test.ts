import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { ask, fresh_key, saw, send, use_settings } from '../../src/api/client';
import { Problem } from '../../src/api/problem';

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const ended = () =>
  json(401, { code: 'session.ended', status: 401, detail: 'Phiên làm việc đã hết', params: {} });

const fetched = vi.fn<typeof fetch>();
beforeEach(() => vi.stubGlobal('fetch', fetched.mockReset()));
afterEach(() => vi.unstubAllGlobals());

test('what was refused because the session ended is asked again once somebody signed in', async () => {
  const sign_in_again = vi.fn(() => Promise.resolve());
  use_settings({ language: () => 'vi', sign_in_again });
  fetched.mockResolvedValueOnce(ended()).mockResolvedValueOnce(json(200, { revision: 2 }));
  await expect(send('PUT', '/api/x', { typed: 35 })).resolves.toEqual({ revision: 2 });
  expect(sign_in_again).toHaveBeenCalledOnce();
  expect(fetched.mock.calls[1]?.[1]?.body).toBe('{"typed":35}');
});

test('a wrong pass phrase is no ended session', async () => {
  const sign_in_again = vi.fn(() => Promise.resolve());
  use_settings({ language: () => 'vi', sign_in_again });
  fetched.mockResolvedValueOnce(json(401, { code: 'sign_in.refused', status: 401, params: {} }));
  await expect(ask('/api/session')).rejects.toMatchObject({ code: 'sign_in.refused' });
  expect(sign_in_again).not.toHaveBeenCalled();
});

test('no network is a problem of its own code', async () => {
  fetched.mockRejectedValueOnce(new TypeError('failed'));
  await expect(ask('/api/me')).rejects.toMatchObject({ code: 'network.away' });
});

test('a problem tells each fault with its place', async () => {
  const causes = [{ code: 'report.rule_broken', detail: 'Nữ (40) …', params: {}, place: { cell: 'A04' } }];
  fetched.mockResolvedValueOnce(json(422, { code: 'table.rejected', status: 422, params: {}, causes }));
  const error = await ask('/api/x').catch((problem: unknown) => problem);
  expect(error).toBeInstanceOf(Problem);
  expect((error as Problem).faults()[0]?.place?.cell).toBe('A04');
});

test('what stands before a server that is away, or a page of the wifi, is no answer of it', async () => {
  const page = () => new Response('<html>', { status: 200 });
  for (const answer of [page(), new Response('<html>', { status: 502 }), new Response('', { status: 503 })]) {
    fetched.mockResolvedValueOnce(answer);
    await expect(ask('/api/me')).rejects.toMatchObject({ code: 'network.away' });
  }
  fetched.mockResolvedValueOnce(json(503, { code: 'server.busy', status: 503, detail: 'Bận', params: {} }));
  await expect(ask('/api/me')).rejects.toMatchObject({ code: 'server.busy', message: 'Bận' });
});

test('what was seen once is never unseen, whichever server answers', async () => {
  const answer = (sequence?: string) =>
    new Response('{}', { headers: sequence ? { 'Nucong-Sequence': sequence } : {} });
  const sent = (call: number) => new Headers(fetched.mock.calls[call]?.[1]?.headers).get('Nucong-Sequence');
  for (const sequence of ['7', '5', undefined, 'x', '9']) fetched.mockResolvedValueOnce(answer(sequence));
  await send('POST', '/api/x');
  for (let more = 0; more < 4; more++) await ask('/api/x');
  expect([0, 1, 2, 3, 4].map(sent)).toEqual([null, '7', '7', '7', '7']);
  saw(12);
  saw(11);
  fetched.mockResolvedValueOnce(answer());
  await ask('/api/x');
  expect(sent(5)).toBe('12');
});

test('a key of an act is long, and never the same', () => {
  expect(fresh_key()).toMatch(/^[0-9a-f]{32}$/);
  expect(fresh_key()).not.toBe(fresh_key());
});
