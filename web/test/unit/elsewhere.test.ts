import { render, screen } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';

import ReturnPage from '../../src/session/ReturnPage.svelte';
import SignIn from '../../src/session/SignIn.svelte';
import { keep_way_back, take_way_back } from '../../src/session/way_back';

const asked: { path: string; body: unknown }[] = [];

/** A server that gives the next of these answers to whatever is asked. */
function answers(...given: [number, object][]): void {
  asked.length = 0;
  vi.stubGlobal('fetch', (path: string, options: RequestInit = {}) => {
    asked.push({ path, body: options.body ? JSON.parse(options.body as string) : undefined });
    const [status, body] = given.shift() ?? [500, {}];
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
}

afterEach(() => vi.unstubAllGlobals());

test('where there is another house to sign in at, its name stands on the button', async () => {
  answers([200, { provider: 'Tài khoản chung' }]);
  render(SignIn);
  await screen.findByRole('button', { name: 'Đăng nhập bằng Tài khoản chung' });
});

test('where there is none, nothing is offered', async () => {
  answers([200, { provider: null }]);
  render(SignIn);
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(screen.queryByRole('button', { name: /Đăng nhập bằng/ })).toBeNull();
});

test('what the house gave is sent on once and stands in no address', async () => {
  history.replaceState(null, '', '/dang-nhap/tro-lai?code=c1&state=s1');
  answers([403, { code: 'identity.unknown', status: 403, detail: 'ở đây chưa có tài khoản tên ấy' }]);
  render(ReturnPage);
  await screen.findByText('ở đây chưa có tài khoản tên ấy');
  expect(asked).toEqual([{ path: '/api/session/elsewhere/back', body: { code: 'c1', state: 's1' } }]);
  expect(location.href).not.toContain('c1');
});

test('who was not let in there is told so', () => {
  history.replaceState(null, '', '/dang-nhap/tro-lai?error=access_denied&state=s1');
  answers();
  render(ReturnPage);
  expect(screen.getByRole('alert').textContent).toContain('không cho vào');
  expect(asked).toEqual([]);
});

test('the way back is gone once', () => {
  keep_way_back('/bao-cao');
  expect([take_way_back(), take_way_back()]).toEqual(['/bao-cao', '/']);
});
