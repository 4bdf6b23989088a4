import { render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { pieces_of, sentences } from '../../src/aloud/pieces';
import { read_aloud } from '../../src/aloud/reader';
import ToolRow from '../../src/shell/ToolRow.svelte';
import { go } from '../../src/shell/router.svelte';
import { aloud } from '../../src/words/aloud';

class Utterance {
  voice: unknown;
  lang = '';
  onend: () => void = () => undefined;
  onerror: (event: { error: string }) => void = () => undefined;
  constructor(readonly text: string) {}
}

/** A device that says what it is given when it is told to go on. */
class Speech extends EventTarget {
  said: Utterance[] = [];
  cancelled = 0;
  constructor(public voices: { lang: string; localService: boolean }[]) {
    super();
  }
  getVoices = () => this.voices;
  speak = (utterance: Utterance) => void this.said.push(utterance);
  cancel = () => {
    this.cancelled += 1;
    this.said.at(-1)?.onerror({ error: 'interrupted' });
  };
  async go_on(): Promise<void> {
    this.said.at(-1)?.onend();
    await Promise.resolve();
    await Promise.resolve();
  }
}

const vietnamese = { lang: 'vi_VN', localService: true };
let speech: Speech;
function on_device(...voices: Speech['voices']): void {
  speech = new Speech(voices);
  vi.stubGlobal('speechSynthesis', speech);
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
}
const texts = () => speech.said.map(({ text }) => text);

beforeEach(() => {
  on_device(vietnamese);
  vi.stubGlobal('scrollTo', () => undefined);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  document.body.innerHTML = '';
});

function page(html: string): string[] {
  document.body.innerHTML = `<main id="main">${html}</main>`;
  return pieces_of(document.body);
}

test('headings and text are read, each by itself; what is out of sight is not, nor navigation and buttons', () => {
  const said = page(`
    <nav><a href="/">Hôm nay</a></nav><button>Gửi</button><a class="button" href="/">Mở</a>
    <h1>Báo cáo</h1><p>Hạn 20/10/2026. Đã có <strong>14/17</strong> số.</p>
    <p hidden>giấu</p><p style="display: none">giấu</p><p aria-hidden="true">giấu</p>
    <details><summary>Xem bảng số</summary><p>giấu</p></details>
    <svg role="img" aria-label="Tiến độ qua các kỳ"><text>giấu</text></svg>`);
  const expected = ['Báo cáo', 'Hạn 20/10/2026.', 'Đã có 14/17 số.', 'Xem bảng số', 'Tiến độ qua các kỳ'];
  expect(said).toEqual(expected);
});

test('a box is read with its label and what is in it; a pass phrase is not', () => {
  const said = page(`
    <label for="a">Nữ đoàn viên</label><input id="a" value="152">
    <label for="b">Nam đoàn viên</label><input id="b">
    <label for="c">Kỳ</label><select id="c"><option>2025</option><option selected>2026</option></select>
    <label for="d">Mật khẩu</label><input id="d" type="password" value="bí mật">
    <label><input type="checkbox" checked> Được ghi</label>`);
  expect(said).toEqual([
    'Nữ đoàn viên: 152.',
    'Nam đoàn viên: chưa có số hoặc chữ.',
    'Kỳ: 2026.',
    'Mật khẩu.',
    'Được ghi: đã chọn.',
  ]);
});

test('rows of a table are sentences; what is kept back and what is not known are said in words', () => {
  const said = page(`<table><tr><th>LĐLĐ tỉnh Phú Thọ</th><td>ẩn</td><td>…</td><td>−3</td></tr></table>`);
  expect(said).toEqual(['LĐLĐ tỉnh Phú Thọ, ẩn, chưa có số, âm 3']);
});

test('no piece is so long that a browser falls silent, and none loses a word', () => {
  const long = Array.from({ length: 60 }, (_, number) => `từ${number}`).join(' ');
  const parts = sentences(`${long}. Hết.`);
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(160);
  expect(parts.join(' ')).toBe(`${long}. Hết.`);
});

test('one sentence after the other, by a voice of the language that is on the device', async () => {
  on_device({ lang: 'en-GB', localService: true }, { lang: 'vi-VN', localService: false }, vietnamese);
  const { over } = read_aloud(['Một.', 'Hai.'], 'vi');
  await vi.waitFor(() => expect(texts()).toEqual(['Một.']));
  expect(speech.said[0]?.voice).toBe(vietnamese);
  await speech.go_on();
  expect(texts()).toEqual(['Một.', 'Hai.']);
  await speech.go_on();
  expect(await over).toBeUndefined();
});

test('a device without a voice of the language says what to do', async () => {
  vi.useFakeTimers();
  on_device();
  const { over } = read_aloud(['Một.'], 'vi');
  await vi.advanceTimersByTimeAsync(1500);
  expect(await over).toBe(aloud.no_voice);
  vi.stubGlobal('speechSynthesis', undefined);
  expect(await read_aloud(['Một.'], 'vi').over).toBe(aloud.no_speech);
});

test('a voice that fails on the way says so', async () => {
  const { over } = read_aloud(['Một.', 'Hai.'], 'vi');
  await vi.waitFor(() => expect(texts()).toEqual(['Một.']));
  speech.said[0]?.onerror({ error: 'synthesis-failed' });
  expect(await over).toBe(aloud.broken);
  expect(texts()).toEqual(['Một.']);
});

test('the one button reads, stops, and another page stops it too', async () => {
  document.body.innerHTML = '<main id="main"><p>Một. Hai.</p></main>';
  render(ToolRow);
  const press = async (name: string) => (await screen.findByRole('button', { name })).click();
  await press('Đọc to');
  await vi.waitFor(() => expect(texts()).toEqual(['Một.']));
  await press('Dừng đọc');
  expect(speech.cancelled).toBe(1);
  await press('Đọc to');
  await vi.waitFor(() => expect(texts()).toEqual(['Một.', 'Một.']));
  go('/bao-cao');
  await screen.findByRole('button', { name: 'Đọc to' });
  expect(speech.cancelled).toBe(2);
});
