// Numbers, days and periods as the reader writes them: 1.234,5 and 23/2/2024 in Vietnamese.
import { language, say, type Text } from './language.svelte';

const locale = () => (language() === 'vi' ? 'vi-VN' : 'en-GB');

/** Signs of the statistical yearbook: nothing happened, and not known (yet). */
export const nil_sign = '–';
export const unknown_sign = '…';

export function number_text(value: number | null | undefined, decimals = 3): string {
  if (value === null || value === undefined) return unknown_sign;
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: decimals }).format(value);
}

/** A figure with its unit where that is a sign: 87,3 %. */
export function figure_text(value: number | null | undefined, unit: string): string {
  if (value === null || value === undefined) return unknown_sign;
  return unit === 'percent' ? `${number_text(value, 1)} %` : number_text(value);
}

const hidden_short: Text = { vi: 'ẩn', en: 'hidden' };
const hidden: Text = {
  vi: 'Ẩn để không lộ danh tính: số này nhỏ hơn 5 người, hoặc từ nó tính ra được một số như thế',
  en: 'Hidden, so that nobody is recognised: it is below 5 people, or would give such a figure away',
};

/**
 * Stands where a figure is kept back. Some are not small themselves and only give a small one away; which of
 * both it is would give it away too, so it is never said to be below five.
 */
export const hidden_sign = (): string => say(hidden_short);
export const hidden_why = (): string => say(hidden);

/** As `figure_text`; where the figure is kept back, its sign. */
export const guarded_text = (of: { value: number | null; hidden: boolean }, unit: string): string =>
  of.hidden ? hidden_sign() : figure_text(of.value, unit);

/** "+1,2" or "−3": what changed, with its sign. */
export function change_text(change: number, decimals = 1): string {
  const sign = change > 0 ? '+' : change < 0 ? '−' : '±';
  return sign + number_text(Math.abs(change), decimals);
}

/** 2026-03-08 as 8/3/2026. */
export function day_text(day: string): string {
  const [year, month, date] = day.slice(0, 10).split('-');
  return `${Number(date)}/${Number(month)}/${year}`;
}

/** An instant in the reader's own time: 8/3/2026 9:12. */
export function moment_text(instant: string): string {
  const moment = new Date(instant);
  const minutes = String(moment.getMinutes()).padStart(2, '0');
  const day = `${moment.getDate()}/${moment.getMonth() + 1}/${moment.getFullYear()}`;
  return `${day} ${moment.getHours()}:${minutes}`;
}

const quarters = ['I', 'II', 'III', 'IV'];

/** 2026-Q3 as "quý III/2026". */
export function period_text(period: string): string {
  const vietnamese = language() === 'vi';
  const [, year = '', kind = '', number = ''] = /^(\d{4})-?([QH]?)(\d{0,2})$/.exec(period) ?? [];
  if (!year) return period.replace('..', '–');
  if (kind === 'Q') {
    const quarter = quarters[Number(number) - 1] ?? number;
    return vietnamese ? `quý ${quarter}/${year}` : `Q${number} ${year}`;
  }
  if (kind === 'H') {
    const half = number === '1' ? 'đầu' : 'cuối';
    return vietnamese ? `6 tháng ${half} năm ${year}` : `half ${number} of ${year}`;
  }
  if (number) return vietnamese ? `tháng ${Number(number)}/${year}` : `${Number(number)}/${year}`;
  return vietnamese ? `năm ${year}` : year;
}

/** The period of the same kind one year earlier. */
export const year_before = (period: string): string =>
  period.replace(/^\d{4}/, (year) => String(Number(year) - 1));

export const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

const malformed: Text = {
  vi: '“{text}” chưa phải là số. Chỉ ghi chữ số, ví dụ 1234 hoặc 12,5',
  en: '“{text}” is not a number. Write digits only, for example 1234 or 12.5',
};

/** What somebody typed for a number: its value, nothing, or what to tell her. */
export type Typed = { value: number | null } | { fault: Text };

/**
 * Reads both 1.234 and 1,234 as a thousand if groups are whole, and 12,5 or 12.5 as a decimal. One
 * group of three
 * behind the only mark could be either: where `decimals` is 0 it is a thousand, since nothing smaller
 * is counted.
 */
export function read_number(text: string, decimals: number): Typed {
  const bare = text.trim().replace(/[\s\u00a0]/g, '');
  if (bare === '') return { value: null };
  if (/^\d+$/.test(bare)) return { value: Number(bare) };
  const grouped = /^\d{1,3}(([.,])\d{3})(\2\d{3})*$/.exec(bare);
  if (grouped && (decimals === 0 || grouped[3])) return { value: Number(bare.replace(/[.,]/g, '')) };
  if (decimals > 0 && /^\d+[.,]\d+$/.test(bare)) return { value: Number(bare.replace(',', '.')) };
  return { fault: malformed };
}

/** 8/3/2026 or 2026-03-08 as 2026-03-08; undefined where it is no day of the calendar. */
export function read_day(text: string): string | undefined {
  const bare = text.trim();
  const written = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(bare);
  const [year, month, day] = written
    ? [Number(written[3]), Number(written[2]), Number(written[1])]
    : bare.split('-').map(Number);
  if (!year || !month || !day) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exact =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exact ? date.toISOString().slice(0, 10) : undefined;
}
